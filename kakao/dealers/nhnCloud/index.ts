import { KAKAO_LIMITS } from '../../message/limits';
import type { Dealer } from '../contract';
import { credentialFields, probe, sign } from './auth';
import { brand } from './brand';
import { followUp } from './followUp';
import { ALIMTALK } from './lane';
import { reportsBetween } from './reports';
import { send } from './send';
import { profiles, template, templates } from './templates';
import { webhook } from './webhook';

/** NHN Cloud KakaoTalk Bizmessage: substitutes on its side, 1,000 recipients a request, idempotency header. */
export const nhnCloud: Dealer = {
	id: 'nhnCloud',
	name: 'NHN Cloud',
	baseUrl: 'https://kakaotalk-bizmessage.api.nhncloudservice.com',
	credentialFields,
	capabilities: {
		alimTalkLimits: KAKAO_LIMITS,
		parallelRequests: 4,
		overseas: true,
		schedule: { minLeadMinutes: 0, maxDays: 60, wholeMinutes: true },
		fallback: { senderRequired: false },
		reportDays: 89,
		cancels: 'message',
		carriesKey: true,
	},
	sign,
	probe,
	profiles,
	alimTalk: {
		templates,
		template,
		batch: {
			groupOf: (message) => [message.senderProfile, message.template.code, message.scheduleAt ?? ''].join('|'),
			maxRecipients: 1000,
		},
		send,
		...followUp(ALIMTALK),
		reportsBetween,
	},
	brand,
	webhook,
};
