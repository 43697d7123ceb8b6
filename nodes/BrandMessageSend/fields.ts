import type { INodeProperties } from 'n8n-workflow';

import { fallbackOf, smsFallback } from '../shared/fields/fallback';
import { senderProfile, to } from '../shared/fields/message';
import { messageId } from '../shared/fields/messageId';
import { optionsWith } from '../shared/fields/options';
import { description as cancelFields } from '../shared/operations/cancel';
import { description as resultFields } from '../shared/operations/getResult';
import { description as previewFields } from './actions/preview.operation';
import { audience } from './fields/audience';
import { dealersThat } from './fields/dealers';
import { content, premiumVideo, templateVariables } from './fields/content';
import { brandOptions } from './fields/options';

/** The node's form, in the order in which a person fills it in. */
export const fields: INodeProperties[] = [
	senderProfile,
	...content,
	to,
	templateVariables,
	...audience,
	{
		...smsFallback,
		description: `Whether people whom KakaoTalk cannot reach get a text message (SMS or LMS) instead. Your dealer charges for it. Offered by ${dealersThat(({ fallback }) => fallback.freeForm || fallback.template)}.`,
	},
	fallbackOf(
		'An advertising SMS begins with (광고) and ends with a 080 number to opt out.',
		'(광고)카카오상점 주말 20% 할인 무료수신거부 080-123-4567',
	),
	premiumVideo,
	...previewFields,
	messageId,
	...cancelFields,
	optionsWith(...brandOptions),
	...resultFields,
];
