import { eucKrBytes, LMS_BYTES, SMS_BYTES, TITLE_BYTES, unsendableCharacters } from './bytes';
import type { Problem, Usage } from './limits';
import type { Fallback } from './message';
import { normaliseSenderNumber } from './phone';
import { fill, leftOvers } from './variables';

/** What a person sets; texts may hold `#{names}` until they are filled in. */
export interface FallbackInput {
	from: unknown;
	/** `auto`: SMS when the text fits in 90 bytes, else LMS. */
	type: 'auto' | 'SMS' | 'LMS';
	title: string;
	/** Empty = the AlimTalk's own text. */
	text: string;
}

/** The same with values in the place of `#{names}`. */
export const fillFallback = (input: FallbackInput, values: Readonly<Record<string, string>>): FallbackInput => ({
	...input,
	title: fill(input.title, values),
	text: fill(input.text, values),
});

/** What the texts still hold after filling in. */
export const fallbackLeftOvers = ({ text, title }: Fallback): Problem[] => [
	...leftOvers('fallback text', text),
	...leftOvers('fallback title', title),
];

/** Builds the text message that replaces an AlimTalk, with everything that is wrong with it. */
export function buildFallback(
	input: FallbackInput,
	messageText: string,
	options: { senderRequired: boolean },
): { fallback: Fallback; usage: Usage[]; problems: Problem[] } {
	const text = input.text === '' ? messageText : input.text;
	const bytes = eucKrBytes(text);
	const type = input.type === 'auto' ? (bytes <= SMS_BYTES ? 'SMS' : 'LMS') : input.type;
	const given = input.from === undefined || input.from === null || input.from === '' ? null : input.from;
	const from = given === null ? '' : normaliseSenderNumber(given);
	const title = type === 'LMS' ? input.title : '';
	const usage: Usage[] = [
		{ field: 'fallback text', used: bytes, limit: type === 'SMS' ? SMS_BYTES : LMS_BYTES, unit: 'bytes' },
	];
	if (title) usage.push({ field: 'fallback title', used: eucKrBytes(title), limit: TITLE_BYTES, unit: 'bytes' });
	return {
		fallback: { type, from: from ?? '', title, text },
		usage,
		problems: [
			...senderProblems(given, from, options.senderRequired),
			...characterProblems('fallback text', text),
			...characterProblems('fallback title', title),
		],
	};
}

function senderProblems(given: unknown, from: string | null, required: boolean): Problem[] {
	if (given === null && required) {
		return [
			{
				field: 'fallback sender number',
				text: 'is empty',
				cure: "Enter a sender number registered in your dealer's console, or switch the SMS fallback off.",
			},
		];
	}
	if (from === null)
		return [
			{ field: 'fallback sender number', text: 'is not a Korean phone number', cure: 'Write it like 02-123-4567.' },
		];
	return [];
}

function characterProblems(field: string, text: string): Problem[] {
	const characters = unsendableCharacters(text);
	if (characters.length === 0) return [];
	return [
		{
			field,
			text: `holds ${characters.slice(0, 5).join(' ')}, which text messages (EUC-KR) cannot carry`,
			cure: 'Remove emoji and special characters from the fallback, or give it a text of its own.',
		},
	];
}
