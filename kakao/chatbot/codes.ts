import type { Reply } from '../delivery/conversation';
import { refusedReason, unknownReason } from '../delivery/reasons';
import type { Reason } from '../message/outcome';
import { reasonFor, type CodeTable } from '../partner/codes';

const LATER = 'Try again later.';

/** What bot-api.kakao.com says (facts kakao-developers §6, §7.5). Of its error types only 201 is known (§9.7). */
export const KAKAO_BOT_CODES: CodeTable = {
	space: 'kakaoBot',
	toldInWords: { by: 'Kakao', codes: new Set(['FAIL', 'ERROR', '-2', '-3', '-401']) },
	otherwise: {
		kind: 'service',
		advice: 'Look at the bot and its blocks in the chatbot admin center (챗봇 관리자센터).',
	},
	entries: {
		FAIL: ['message', 'Kakao did not take it.', 'Check bot ID, event name and user keys.'],
		ERROR: ['service', 'Kakao had an error.', 'Check in the chatbot admin center before you try again.'],
		'201': [
			'message',
			'The bot’s skill server answered with an HTTP error.',
			'Look at the executions of the flow that answers the skill of this event’s block.',
		],
		unresolved: [
			'recipient',
			'Kakao knows no user of this bot by this key.',
			'Use keys from skill calls of the same bot; the user must be a friend of the channel.',
		],
		undisclosed: [
			'unknown',
			'Some of this task’s users were not reached, and Kakao does not say which.',
			'Send one user per task to see who.',
		],
		unlisted: [
			'message',
			'The user was not reached, and Kakao does not say why.',
			'Check the event’s block and its skill.',
		],
		'-1': ['service', 'Kakao had an internal error.', LATER, 'retryable'],
		'-2': ['message', 'Kakao misses a value or does not take one.', 'Check the fields of the node.'],
		'-3': [
			'credential',
			'The REST API key may not make this call, or the feature is off.',
			'Check the app’s settings.',
		],
		'-5': ['credential', 'The app has no permission for this.', 'Connect bot and app in the chatbot admin center.'],
		// A feature that was shut down, or an address that is not the bots'.
		'-9': [
			'credential',
			'There is no such API at this address.',
			'Bots have an address of their own: clear the base URL of the credential, or give that of the bots.',
		],
		'-10': ['account', 'The quota is used up for now.', 'Run these again later.', 'retryable'],
		'-401': [
			'credential',
			'Kakao does not accept the REST API key.',
			'Copy it again; the admin key does not work here.',
		],
		'HTTP 401': [
			'credential',
			'Kakao does not accept the REST API key.',
			'Copy it again; the admin key does not work here.',
		],
		'HTTP 403': [
			'credential',
			'The app may not speak for this bot.',
			'Connect bot and app in the chatbot admin center.',
		],
		'HTTP 404': [
			'message',
			'There is no such bot or task.',
			'Check the bot ID; it is in the address of the admin center.',
		],
	},
};

export const botReason = (code: string, said?: string): Reason => reasonFor(KAKAO_BOT_CODES, code, said);

/** No answer: turned away before it arrived, or lost on the way. */
export const transportReason = (reply: Exclude<Reply, { kind: 'answer' }>): Reason =>
	reply.kind === 'lost'
		? lostReason(reply.detail)
		: {
				...refusedReason(reply),
				text: `Not sent: Kakao could not be asked (${reply.detail}).`,
				advice: 'Check the network and the credential’s base URL, and run these again.',
			};

/** Never sent again by us: a bot's message costs money, and a callback address works once. */
export const lostReason = (detail: string): Reason => ({
	...unknownReason(detail),
	text: `Kakao may or may not have taken it (${detail}).`,
	advice: 'Look at the conversation in KakaoTalk before you send it again.',
});
