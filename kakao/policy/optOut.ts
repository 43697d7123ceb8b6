import { formatRecipient, normalisePhone, splitNumbers, type Recipient } from '../message/phone';
import type { Reason } from '../message/outcome';

export const optedOutReason: Reason = {
	code: 'optedOut',
	codeSpace: 'policy',
	kind: 'recipient',
	text: 'This person has opted out of advertising.',
	advice: 'Nothing to do: advertising to them is forbidden (정보통신망법 §50(2)).',
	retryable: false,
};

/** Numbers that get no advertising, and how many entries of the list are no phone numbers. */
export interface OptOutList {
	has(recipient: Recipient): boolean;
	/** Entries that could not be read: the list may be the wrong column, and then nobody would be left out. */
	unreadable: number;
	size: number;
}

/** Names of columns that may hold a phone number, in the spellings people use; what stands in them decides. */
const NUMBER_COLUMNS = /phone|mobile|^cell|^tel|recipient|^to$|^number$|^hp$|휴대폰|핸드폰|휴대전화|전화|연락처|^수신/i;

/**
 * Reads an opt-out list in whatever form a flow has it: a text with commas or lines, a list of numbers, rows of a
 * table, or n8n items.
 */
export function readOptOuts(given: unknown): OptOutList {
	const entries = entriesOf(given);
	const numbers = new Set<string>();
	let unreadable = 0;
	for (const entry of entries) {
		const result = normalisePhone(entry);
		if ('recipient' in result) numbers.add(formatRecipient(result.recipient));
		else unreadable++;
	}
	return { has: (recipient) => numbers.has(formatRecipient(recipient)), unreadable, size: numbers.size };
}

const isEmpty = (cell: unknown): boolean => cell === undefined || cell === null || cell === '';

function entriesOf(given: unknown): unknown[] {
	if (given === undefined || given === null || given === '') return [];
	if (Array.isArray(given)) return given.flatMap(entriesOf);
	if (typeof given !== 'object') return splitNumbers(given);
	const row = given as Record<string, unknown>;
	if (typeof row.json === 'object' && row.json !== null) return entriesOf(row.json);
	if (Object.keys(row).length === 0) return [];
	const columns = Object.keys(row)
		.filter((name) => NUMBER_COLUMNS.test(name.normalize('NFC').trim()))
		.map((name) => (isEmpty(row[name]) ? [] : splitNumbers(row[name])));
	// Beside the number may stand a landline, a date of opting out or an empty cell with a name like it.
	const numbers = columns.filter((cells) => cells.some((cell) => 'recipient' in normalisePhone(cell))).flat();
	if (numbers.length > 0) return numbers;
	// A row whose number cannot be read, or that has no column for it, counts as such; an empty one does not.
	return Object.values(row).every(isEmpty) ? [] : [row];
}

/** Whether a row's own opt-out field says so: a time, true, yes or 1; empty, false, no and 0 say no. */
export function hasOptedOut(value: unknown): boolean {
	if (value === undefined || value === null) return false;
	const text = String(value).trim().toLowerCase();
	return !['', '0', 'false', 'no', 'n'].includes(text);
}
