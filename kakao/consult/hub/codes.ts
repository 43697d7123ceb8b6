import type { CodeTable } from '../../partner/codes';
import { RAW_ENTRIES, TOLD_IN_WORDS } from '../raw/codes';

/** Kakao's codes as a relay hands them on (facts consulttalk §2.5). */
export const HUB_CODES: CodeTable = {
	space: 'hub',
	toldInWords: { by: 'The hub', codes: TOLD_IN_WORDS },
	otherwise: { kind: 'message', advice: 'See what the hub says above, and ask the company that runs it.' },
	entries: {
		...RAW_ENTRIES,
		'HTTP 401': ['credential', 'The hub does not accept the key.', 'Test the credential.'],
		'HTTP 403': [
			'credential',
			'The hub refused the call: wrong key, or this server’s IP address is not registered.',
			'Test the credential, and have this server’s IP address registered.',
		],
		'HTTP 404': ['credential', 'The hub has nothing at this path.', 'Check base URL, send path and end path.'],
	},
};
