import type { INodeProperties } from 'n8n-workflow';

import { fallbackOf, smsFallback } from '../shared/fields/fallback';
import { messageId } from '../shared/fields/messageId';
import { optionsWith } from '../shared/fields/options';
import { description as cancelFields } from '../shared/operations/cancel';
import { description as resultFields } from '../shared/operations/getResult';
import { messageFields } from './messageFields';

/** The node's form, in the order in which a person fills it in. */
export const fields: INodeProperties[] = [
	...messageFields,
	smsFallback,
	fallbackOf("Leave empty to send the AlimTalk's own text.", '#{name}, your order has been received.'),
	messageId,
	...cancelFields,
	optionsWith(),
	...resultFields,
];
