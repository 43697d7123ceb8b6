import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';

import { valueToText } from '../../../kakao/message/values';

const strict = { allowEmpty: false };
const told = (value: unknown, options = strict) => {
	const result = valueToText(value, options);
	return 'text' in result ? result.text : `refused: ${result.why}`;
};

describe('numbers and dates stand in the message as a customer reads them', () => {
	test.each<[unknown, string]>([
		[12000, '12000'],
		[0, '0'],
		[-0, '0'],
		[-5, '-5'],
		[0.1 + 0.2, '0.30000000000000004'],
		[3.5, '3.5'],
		[1e21, '1000000000000000000000'],
		[-1e21, '-1000000000000000000000'],
		[2 ** 53, '9007199254740992'],
		[12345678901234567890n, '12345678901234567890'],
		[true, 'true'],
		[false, 'false'],
		['홍길동', '홍길동'],
		[' two  blanks ', ' two  blanks '],
		['a#b {c}', 'a#b {c}'],
		[new Date('2026-12-01T00:30:00Z'), '2026-12-01 09:30'],
		[DateTime.fromISO('2026-12-01T00:30:00Z', { zone: 'America/New_York' }), '2026-12-01 09:30'],
		[new Date('2026-12-31T15:00:00Z'), '2027-01-01 00:00'],
	])('%s becomes %j', (value, text) => {
		expect(told(value)).toBe(text);
	});

	test('no number is written with an exponent', () => {
		fc.assert(
			fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (value) => {
				const text = told(value);
				expect(text).toMatch(/^-?\d+(?:\.\d+)?$/);
				expect(Number(text)).toBe(value === 0 ? 0 : value);
			}),
		);
	});
});

describe('what would look broken to a customer is refused, each with its own cause', () => {
	test.each<[unknown, RegExp]>([
		[undefined, /missing/],
		[null, /null/],
		['', /empty/],
		[Number.NaN, /NaN/],
		[Number.POSITIVE_INFINITY, /infinite/],
		[new Date('no date'), /not a valid date/],
		[DateTime.fromISO('no date'), /not a valid date/],
		[[1, 2], /a list/],
		[[], /a list/],
		[{ first: '홍' }, /an object/],
		['#{이름}', /placeholder/],
		['주문 #{', /placeholder/],
		['{{ $json.name }}', /expression/],
	])('%j', (value, why) => {
		expect(told(value)).toMatch(/^refused/);
		expect(told(value)).toMatch(why);
	});

	test('missing, null and empty are told apart: each has another cure', () => {
		expect(new Set([undefined, null, ''].map((value) => told(value))).size).toBe(3);
	});

	test('an empty value passes only where the person allows it, a missing one never', () => {
		expect(told('', { allowEmpty: true })).toBe('');
		expect(told(undefined, { allowEmpty: true })).toMatch(/missing/);
		expect(told(null, { allowEmpty: true })).toMatch(/null/);
	});

	test('an ordinary text goes through byte for byte', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				fc.pre(text !== '' && !text.includes('#{') && !text.includes('{{'));
				expect(told(text)).toBe(text);
			}),
		);
	});
});
