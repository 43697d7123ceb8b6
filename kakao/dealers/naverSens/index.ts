import { KAKAO_LIMITS } from '../../message/limits';
import type { Dealer } from '../contract';
import { credentialFields, probe, sign } from './auth';
import { brand } from './brand';
import { alimTalkLane } from './send';
import { serviceOf } from './service';
import { profiles, template, templates } from './templates';

/** Naver Cloud SENS: 100 recipients a request, AlimTalk as finished texts only, no key, no webhook. */
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
	alimTalk: { ...serviceOf(alimTalkLane), templates, template },
	brand,
};
