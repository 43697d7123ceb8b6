import type { Answer } from '../delivery/conversation';
import type { Reason } from '../message/outcome';
import { reasonFor, type CodeTable } from '../partner/codes';
import { object, text } from '../partner/json';

const LATER = 'Try again later.';
const KEY = 'Test the credential.';
const CHANNEL = 'Check the channel’s public ID (_…) and its state in the Channel Manager Center (채널 관리자센터).';

/** Codes of kapi.kakao.com (facts kakao-developers §6, §2.5). Kakao says: match on the code, never on the words. */
export const KAKAO_DEVELOPERS_CODES: CodeTable = {
	space: 'kakaoDevelopers',
	toldInWords: { by: 'Kakao', codes: new Set(['-2', '-3', '-8', '-10', '-401', '-817']) },
	otherwise: { kind: 'service', advice: 'Look the code up in the error codes of Kakao Developers.' },
	entries: {
		'-1': ['service', 'Kakao had an internal error.', LATER, 'retryable'],
		'-603': ['service', 'Kakao took too long on its side.', LATER, 'retryable'],
		'-815': ['service', 'Kakao had an internal error with the channel.', LATER, 'retryable'],
		'-7': ['service', 'This service of Kakao is under maintenance.', LATER, 'retryable'],
		'-9798': ['service', 'Kakao is under maintenance.', LATER, 'retryable'],
		'-2': ['message', 'Kakao misses a value or does not take one.', 'Check the fields of the node.'],
		'-8': ['message', 'Kakao does not take a header of the request.', 'Report it.'],
		'-9': ['service', 'Kakao has shut this API down.', 'Update n8n-nodes-kakao-business.'],
		'-3': [
			'credential',
			'This key may not make this call, or the feature is switched off.',
			'Kakao Developers → App → Platform key → the key → allowed APIs; and check that the feature is on for the app.',
		],
		'-4': ['credential', 'The account is restricted.', 'Ask Kakao Developers about the restriction.'],
		'-5': ['credential', 'The app has no permission for this API.', 'Apply for it in Kakao Developers.'],
		'-6': ['credential', 'The service does not allow this call.', 'Check the settings of the app in Kakao Developers.'],
		'-12': ['credential', 'The app or its developer is under a sanction.', 'Ask Kakao Developers about it.'],
		'-401': ['credential', 'Kakao does not accept the key, or not from this server’s IP address.', KEY],
		'-903': ['credential', 'The key belongs to a developer whom Kakao does not know.', KEY],
		'-10': [
			'account',
			'The quota is used up for now.',
			'Run these again later: quotas open anew each month, day or second. See Quota in Kakao Developers.',
			'retryable',
		],
		'-11': [
			'account',
			'The budget for paid calls is used up.',
			'Raise it in Kakao Developers, or wait for the next day or month.',
			'retryable',
		],
		'-101': [
			'recipient',
			'This user is not linked to the app.',
			'Ask about users who have logged in with Kakao and have not left since.',
		],
		'-103': ['recipient', 'There is no such Kakao account, or it is dormant.', 'Check the user ID.'],
		'-501': ['recipient', 'This user has no KakaoTalk.', 'Reach the user another way.'],
		'-402': [
			'recipient',
			'The user has not consented.',
			'Switch the consent item on in Kakao Developers (Kakao Login → Consent items), and let the user log in again with this scope.',
		],
		'-406': ['recipient', 'The user is under 14, and the app does not admit children.', 'Leave the user out.'],
		'-541': ['channel', 'There is no such channel.', CHANNEL],
		'-544': ['channel', 'The channel is banned.', CHANNEL],
		'-819': [
			'channel',
			'The channel is not connected to the app.',
			'Connect it in Kakao Developers → the app → Kakao Talk Channel. Channel and app need the same business registration.',
		],
		'-816': ['message', 'The channel has no such customer file.', 'Choose the file again.'],
		'-817': ['message', 'The file name is taken or not allowed.', 'Give another name: it is unique in the channel.'],
		'-818': [
			'channel',
			'The channel has 30 customer files, which is the most.',
			'Delete one in the Channel Manager Center; files uploaded there count too.',
		],
		unclear: [
			'recipient',
			'Kakao told nothing about this user: not linked to the app, or no consent to plusfriends.',
			'Check this user alone; then Kakao says which.',
		],
	},
};

/** Kakao's own code (negative), where the body is an error. */
export function codeOf(body: unknown): string | undefined {
	const code = text(object(body).code);
	return code !== undefined && /^-\d+$/.test(code) ? code : undefined;
}

const listed = (value: unknown): string =>
	Array.isArray(value) ? value.flatMap((each) => text(each) ?? []).join(', ') : '';

/** Why Kakao says no: the code's own sentence, the missing consents or the exhausted rule with it. */
export function refusalOf({ status, body }: Pick<Answer, 'status' | 'body'>): Reason {
	const row = object(body);
	const reason = reasonFor(KAKAO_DEVELOPERS_CODES, codeOf(body) ?? `HTTP ${status}`, text(row.msg));
	const scopes = listed(row.required_scopes);
	const rule = text(row.rule_desc) ?? text(row.rule_name);
	return {
		...reason,
		text: [reason.text, scopes && `Missing: ${scopes}.`, rule && `Rule: ${rule}.`].filter(Boolean).join(' '),
	};
}

/** Null for a good answer, the reason for a refusal, undefined for what is not Kakao's answer. */
export function judge(answer: Pick<Answer, 'status' | 'body'>): Reason | null | undefined {
	if (codeOf(answer.body) !== undefined) return refusalOf(answer);
	if (answer.status >= 300 || typeof answer.body !== 'object' || answer.body === null) return undefined;
	return null;
}
