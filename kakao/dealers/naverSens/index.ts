import { KAKAO_LIMITS } from '../../message/limits';
import type { Dealer } from '../contract';
import { credentialFields, probe, sign } from './auth';
import { find } from './lookUp';
import { cancel, reportsBetween, results } from './reports';
import { send } from './send';
import { profiles, template, templates } from './templates';

/** Naver Cloud SENS: finished texts only, 100 recipients a request, no key, no webhook. */
export const naverSens: Dealer = {
	id: 'naverSens',
	name: 'Naver Cloud SENS',
	baseUrl: 'https://sens.apigw.ntruss.com',
	credentialFields,
	capabilities: {
		alimTalkLimits: KAKAO_LIMITS,
		parallelRequests: 4,
		overseas: true,
		schedule: { minLeadMinutes: 10, maxDays: 180, wholeMinutes: true },
		fallback: { senderRequired: true },
		reportDays: 89,
		cancels: 'request',
		carriesKey: false,
	},
	sign,
	probe,
	profiles,
	alimTalk: {
		templates,
		template,
		batch: {
			groupOf: (message) => [message.senderProfile, message.template.code, message.scheduleAt ?? ''].join('|'),
			maxRecipients: 100,
		},
		send,
		find,
		results,
		resultsPerCall: 1,
		reportsBetween,
		cancel,
	},
};
