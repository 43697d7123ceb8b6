import type { Answer } from '../../delivery/conversation';
import type { Reason } from '../../message/outcome';
import { reasonFor, type CodeTable } from '../../partner/codes';
import { object, text } from '../../partner/json';

/** Kakao's "the consult has ended", as TalkBridge passes it on (facts consulttalk §2.5). */
export const ENDED = '-502';

const INCOMPLETE: [kind: 'message', text: string, advice: string] = [
	'message',
	'A required field was empty.',
	'Check the brand key, the user key and the text.',
];

/** TalkBridge's own codes and those of Kakao that it hands on (facts §2.5, §2.6). Its words are the better ones for the rest. */
export const TALK_BRIDGE_CODES: CodeTable = {
	space: 'talkBridge',
	otherwise: { kind: 'message', advice: 'See what TalkBridge says above, or ask its support with this code.' },
	toldInWords: { by: 'TalkBridge', codes: new Set(['-509', 'BAD_RICH']) },
	entries: {
		[ENDED]: [
			'recipient',
			'The consult has ended.',
			'Only the customer can open it again. Until then an AlimTalk reaches them.',
		],
		'-501': ['channel', 'Kakao does not know the channel.', 'Verify the channel again in TalkBridge Center.'],
		'-505': [
			'message',
			'Kakao did not take the picture or file.',
			'Pictures up to 5 MB (jpg, png, gif), files up to 300 MB.',
		],
		'-509': [
			'message',
			'Kakao finds the message’s form wrong, or the user key is not of an open consult.',
			'Check the user key first, then buttons and picture.',
		],
		EMPTY: INCOMPLETE,
		BAD_RICH: ['message', 'TalkBridge cannot read the bubble.', 'Check its buttons and links.'],
		NO_FILE: ['message', 'No file came along.', 'Check that the item has a file.'],
		NOT_MULTIPART: ['message', 'No file came along.', 'Check that the item has a file.'],
		FORBIDDEN: ['credential', 'This agent key may only read.', 'Make an agent key with the scope BrandWrite.'],
		NO_BRAND_SCOPE: [
			'credential',
			'This agent key is for another brand.',
			'Use the key of the brand that the consult came from.',
		],
		NO_BRAND: ['credential', 'TalkBridge does not know this brand key.', 'Copy it again from TalkBridge Center.'],
		QUOTA_EXHAUSTED: [
			'account',
			'The consults of your plan are used up.',
			'Choose a larger plan in TalkBridge Center.',
		],
		NO_PERSISTENCE: ['service', 'TalkBridge cannot read its records now.', 'Try again in a moment.', 'retryable'],
		'HTTP 401': ['credential', 'The agent key is wrong or of another environment.', 'Test the credential.'],
		'HTTP 404': ['service', 'There is no TalkBridge at this address.', "Check the credential's base URL."],
	},
};

/** What TalkBridge says no with: its code, or the HTTP status where it gives none. */
export function refusal({ status, body }: Pick<Answer, 'status' | 'body'>): Reason {
	const { code, message } = object(body);
	return reasonFor(TALK_BRIDGE_CODES, text(code) ?? `HTTP ${status}`, text(message));
}
