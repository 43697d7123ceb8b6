import { KAKAO_LIMITS } from '../../message/limits';
import type { Dealer } from '../contract';
import { credentialFields, probe, sign } from './auth';
import { find } from './find';
import { cancel, reportsBetween, results, RESULTS_PER_CALL } from './reports';
import { send } from './send';
import { profiles, template, templates } from './templates';
import { webhook } from './webhook';
import { weightOnWire } from './wire';

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
		templates,
		template,
		batch: {
			// Templates may be mixed in a group; only the time belongs to the group.
			groupOf: (message) => String(message.scheduleAt ?? ''),
			maxRecipients: 10_000,
			maxBytes: 14_000_000,
			weightOf: weightOnWire,
		},
		send,
		find,
		results,
		resultsPerCall: RESULTS_PER_CALL,
		reportsBetween,
		cancel,
	},
	webhook,
};
