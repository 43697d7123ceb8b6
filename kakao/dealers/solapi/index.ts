import { KAKAO_LIMITS } from '../../message/limits';
import type { Dealer } from '../contract';
import { credentialFields, probe, sign } from './auth';
import { brand } from './brand';
import { isAlimTalk } from './kinds';
import { serviceOf } from './service';
import { profiles, template, templates } from './templates';
import { webhook } from './webhook';
import { toWire, weightOnWire } from './wire';

/** SOLAPI (CoolSMS): substitutes on its side, 10,000 recipients or 15 MB a request, groups that are sent once. */
export const solapi: Dealer = {
	id: 'solapi',
	name: 'SOLAPI',
	baseUrl: 'https://api.solapi.com',
	credentialFields,
	capabilities: {
		// Status code 1031 still says 1,000 (facts §4.1).
		alimTalkLimits: { ...KAKAO_LIMITS, text: 1000 },
		parallelRequests: 4,
		overseas: true,
		schedule: { minLeadMinutes: 0, maxDays: 180, wholeMinutes: false },
		fallback: { senderRequired: true },
		reportDays: 180,
		cancels: 'request',
		carriesKey: true,
	},
	sign,
	probe,
	profiles,
	alimTalk: {
		...serviceOf({ toWire, weightOf: weightOnWire, owns: isAlimTalk }),
		templates,
		template,
	},
	brand,
	webhook,
};
