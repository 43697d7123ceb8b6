import type { CodeTable } from '../../partner/codes';
import { RAW_ENTRIES, TOLD_IN_WORDS } from '../raw/codes';

/** HappyTalk's codes: Kakao's, and its own for the receive address (facts consulttalk §2.5). */
export const HAPPY_TALK_CODES: CodeTable = {
	space: 'happyTalk',
	toldInWords: { by: 'HappyTalk', codes: TOLD_IN_WORDS },
	otherwise: {
		kind: 'message',
		advice: 'See what HappyTalk says above; its developer centre lists the codes under 코드 정의.',
	},
	entries: {
		...RAW_ENTRIES,
		405: [
			'channel',
			'HappyTalk does not accept this receive address.',
			'Use the public https:// address of the production webhook, and ask HappyTalk whether your account may set it.',
		],
		'HTTP 401': ['credential', 'The client ID or the client secret is wrong.', 'Test the credential.'],
		'HTTP 403': [
			'credential',
			'HappyTalk refused the call: wrong keys, or this server’s IP address is not registered.',
			'Test the credential, and have this server’s IP address registered.',
		],
	},
};
