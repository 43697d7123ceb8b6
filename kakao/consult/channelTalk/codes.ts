import type { Answer } from '../../delivery/conversation';
import type { Reason } from '../../message/outcome';
import { reasonFor, type CodeTable } from '../../partner/codes';
import { list, object, text } from '../../partner/json';

/** The hub has no such thing: refused by us, before anything is sent. */
export const NO_SUCH_BUTTON = 'noSuchButton';
export const NO_CHAT = 'noChat';
export const NO_BOT = 'noBot';
/** Channel Talk kept the message, KakaoTalk did not take it. */
export const NOT_RELAYED = 'notRelayed';

const LOOK: [kind: 'message', text: string, advice: string] = [
	'message',
	'Channel Talk does not accept the request.',
	'See what it says; check the text and the chat ID.',
];

/** Channel Talk has HTTP statuses and sentences, no codes (facts consulttalk §4.1). */
export const CHANNEL_TALK_CODES: CodeTable = {
	space: 'channelTalk',
	otherwise: { kind: 'service', advice: 'Look the chat up in Channel Talk, then try again.' },
	toldInWords: { by: 'Channel Talk', codes: new Set(['HTTP 400', 'HTTP 403', 'HTTP 404', 'HTTP 409', 'HTTP 422']) },
	entries: {
		'HTTP 400': LOOK,
		'HTTP 422': LOOK,
		'HTTP 401': [
			'credential',
			'Channel Talk does not know these keys.',
			'Copy the access key and the access secret again.',
		],
		'HTTP 403': [
			'credential',
			'These keys may not do that.',
			'Check in Channel Talk that the key is active and your plan has the Open API.',
		],
		'HTTP 404': [
			'message',
			'Channel Talk does not know this chat.',
			'Take the chat ID from the trigger’s reply data; keys of another workspace do not see it.',
		],
		'HTTP 409': ['recipient', 'The chat is in no state for that.', 'Look at the chat in Channel Talk.'],
		'HTTP 429': [
			'account',
			'Too many requests: a workspace has 1,000 at once.',
			'Try again in a minute, or send fewer at once.',
			'retryable',
		],
		[NO_SUCH_BUTTON]: [
			'message',
			'Through Channel Talk only buttons with a web link can go out.',
			'Use web link buttons (WL) with an address, and no quick replies.',
		],
		[NO_BOT]: [
			'message',
			'Channel Talk cannot hand a consult over to the KakaoTalk chatbot.',
			'End the consult without a bot event.',
		],
		[NOT_RELAYED]: [
			'recipient',
			'Channel Talk kept the message and KakaoTalk did not take it: most likely the consult has ended.',
			'Only the customer can open it again. Until then an AlimTalk reaches them.',
		],
		[NO_CHAT]: ['message', 'The chat ID is missing.', 'Take it from the reply data of the trigger.'],
	},
};

export const ownReason = (code: typeof NO_SUCH_BUTTON | typeof NO_CHAT | typeof NO_BOT | typeof NOT_RELAYED): Reason =>
	reasonFor(CHANNEL_TALK_CODES, code);

/** Why Channel Talk said no, in its words where they say more. */
export function refusal({ status, body }: Pick<Answer, 'status' | 'body'>): Reason {
	const { errors, message, type } = object(body);
	const said = list(errors).map((error) => text(error.message));
	const words = [...said, text(message)].filter(Boolean).join('; ');
	return reasonFor(CHANNEL_TALK_CODES, `HTTP ${status}`, words || text(type));
}
