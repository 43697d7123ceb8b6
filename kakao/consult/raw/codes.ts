import type { CodeEntry } from '../../partner/codes';

/** The consult is over; only the customer can open it again. */
export const SESSION_ENDED = '-502';

/**
 * Kakao's own result codes, as every raw hub hands them on (facts consulttalk §2.5). The full table is not public: codes
 * that are not here keep the hub's own words.
 */
export const RAW_ENTRIES: Readonly<Record<string, CodeEntry>> = {
	'-501': [
		'channel',
		'The hub does not know this sender key, or it is not yours.',
		'Check the sender key, and that ConsultTalk is switched on for the channel.',
	],
	[SESSION_ENDED]: [
		'time',
		'The consult has ended; nothing can be written until the customer writes again.',
		'Do not repeat it. If it must arrive, send an AlimTalk to the phone number.',
	],
	'-505': ['message', 'Kakao refused the file or picture.', 'Check its kind and size: pictures up to 5 MB.'],
	'-509': [
		'message',
		'The message is not valid, or the user key does not belong to this sender key.',
		'Check text and buttons, and take both keys from the event you are answering.',
	],
};

/** Codes of which the hub's own sentence says more. */
export const TOLD_IN_WORDS: ReadonlySet<string> = new Set(['-501', '-505', '-509', '405', 'HTTP 401', 'HTTP 403']);
