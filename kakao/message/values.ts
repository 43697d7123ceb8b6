import { DateTime } from 'luxon';

import { KST } from './kst';

/** A value made text, or why it could not be. */
export type ValueText = { text: string } | { why: string };

function dateText(milliseconds: number): ValueText {
	if (Number.isNaN(milliseconds)) return { why: 'is not a valid date' };
	return { text: DateTime.fromMillis(milliseconds, { zone: KST }).toFormat('yyyy-MM-dd HH:mm') };
}

/**
 * A variable's value as the customer reads it. Numbers are written plainly (12000, never 1.2e+21), dates in Korean time
 * as `2026-12-01 09:30`. Null, missing and empty are told apart because each has another cause and another cure.
 */
export function valueToText(value: unknown, options: { allowEmpty: boolean }): ValueText {
	if (value === undefined) return { why: 'is missing: the item has no such column' };
	if (value === null) return { why: 'is null: the column exists but holds nothing' };
	if (typeof value === 'string') return checkText(value, options.allowEmpty);
	if (typeof value === 'boolean' || typeof value === 'bigint') return { text: String(value) };
	if (typeof value === 'number') return numberText(value);
	if (value instanceof Date) return dateText(value.getTime());
	if (DateTime.isDateTime(value)) return dateText(value.toMillis());
	return { why: `is ${Array.isArray(value) ? 'a list' : 'an object'}, where a text, number or date belongs` };
}

function numberText(value: number): ValueText {
	if (!Number.isFinite(value)) return { why: 'is not a number (NaN or infinite)' };
	const plain = String(value);
	if (!plain.includes('e')) return { text: plain };
	// Very large or very small: written out, never with an exponent.
	if (Number.isInteger(value)) return { text: BigInt(value).toString() };
	const [mantissa = '', exponent = ''] = plain.replace(/^-/, '').split('e-');
	const digits = mantissa.replace('.', '').padStart(mantissa.replace('.', '').length + Number(exponent) - 1, '0');
	return { text: `${value < 0 ? '-' : ''}0.${digits}` };
}

function checkText(text: string, allowEmpty: boolean): ValueText {
	if (text === '' && !allowEmpty) return { why: 'is empty' };
	if (text.includes('#{')) return { why: 'still holds a placeholder "#{"' };
	if (text.includes('{{')) return { why: 'still holds "{{": an expression was sent as plain text' };
	return { text };
}
