import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { splitNumbers } from '../../../kakao/message/phone';
import { read, recipientOf } from '../support/make.mts';

const NUMBER = '01012345678';

describe('what people really have in their lists reaches the customer', () => {
	test.each([
		['plain', '01012345678'],
		['hyphens', '010-1234-5678'],
		['blanks', '010 1234 5678'],
		['dots', '010.1234.5678'],
		['brackets', '(010) 1234-5678'],
		['blanks around', '  010-1234-5678\t'],
		['no-break space', '010\u00a01234\u00a05678'],
		['en dashes', '010–1234–5678'],
		['minus signs', '010−1234−5678'],
		['underscores', '010_1234_5678'],
		['+82 10', '+82 10-1234-5678'],
		['+82 (0)10', '+82 (0)10-1234-5678'],
		['+82 010', '+82-010-1234-5678'],
		['0082', '0082 10 1234 5678'],
		['82 without plus', '821012345678'],
		['82 and the zero', '82010-1234-5678'],
		['full-width digits', '０１０－１２３４－５６７８'],
		['full-width plus', '＋８２ １０ １２３４ ５６７８'],
		['zero-width space', '010\u200b1234\u200b5678'],
		['byte order mark', '\ufeff01012345678'],
		['direction marks around', '\u200e010-1234-5678\u200f'],
		["Excel's text apostrophe", "'01012345678"],
		['in quotes', '"010-1234-5678"'],
		['tel:', 'tel:010-1234-5678'],
		['with the word for phone', '휴대폰: 010-1234-5678'],
		['HP.', 'HP. 010-1234-5678'],
	])('%s: %j', (_, given) => {
		expect(read(given)).toBe(NUMBER);
	});

	test('a zero that Excel dropped from 010 is put back, in text and number', () => {
		expect(read('1012345678')).toBe(NUMBER);
		expect(read(1012345678)).toBe(NUMBER);
	});

	test('invisible marks copied from a contact list do not cost a customer', () => {
		expect(read('\u202a010-1234-5678\u202c')).toBe(NUMBER);
		expect(read('\u2068+82 10-1234-5678\u2069')).toBe(NUMBER);
	});

	test('numbers that old phones still have are kept as they are', () => {
		expect(read('011-234-5678')).toBe('0112345678');
		expect(read('019-1234-5678')).toBe('01912345678');
	});
});

describe('customers abroad are reached under their own country code', () => {
	test.each([
		['+1 212-555-0100', '1', '2125550100'],
		['+81 90-1234-5678', '81', '9012345678'],
		['+852 5123 4567', '852', '51234567'],
		['+998 90 123 45 67', '998', '901234567'],
	])('%s', (given, country, national) => {
		expect(recipientOf(given)).toEqual({ country, national });
	});
});

const separator = fc.stringMatching(/^[-. \u00a0\u2013\u200b]{0,2}$/);
const widened = (text: string, wide: boolean) =>
	wide ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : text;

test('however a 010 number is written, it is the same customer', () => {
	const digits = fc.stringMatching(/^\d{8}$/);
	const prefix = fc.constantFrom('010', '10', '+8210', '+82 10', '+82(0)10', '008210', '8210', '82010', '(010)');
	fc.assert(
		fc.property(digits, prefix, separator, separator, fc.boolean(), (rest, head, first, second, wide) => {
			const given = widened(`${head}${first}${rest.slice(0, 4)}${second}${rest.slice(4)}`, wide);
			expect(read(given)).toBe(`010${rest}`);
		}),
	);
});

test('a result fed into the next node as "To" goes to the same person', () => {
	const domestic = fc.stringMatching(/^010\d{8}$/);
	const overseas = fc.stringMatching(/^\+[1-9]\d{7,14}$/);
	fc.assert(
		fc.property(fc.oneof(domestic, overseas), (given) => {
			const once = read(given);
			fc.pre(!once.startsWith('refused'));
			expect(read(once)).toBe(once);
			expect(recipientOf(once)).toEqual(recipientOf(given));
		}),
	);
});

describe('several numbers in one cell', () => {
	test.each([
		['010-1111-2222, 010-3333-4444'],
		['010-1111-2222\n010-3333-4444'],
		['010-1111-2222\r\n010-3333-4444\r\n'],
		['010-1111-2222 / 010-3333-4444'],
		['010-1111-2222;010-3333-4444;'],
		['010-1111-2222，010-3333-4444'],
	])('%j reaches both', (given) => {
		expect(splitNumbers(given).map(read)).toEqual(['01011112222', '01033334444']);
	});

	test('a list, also of cells with several numbers, reaches everyone', () => {
		expect(splitNumbers(['010-1111-2222', 1033334444, ['01055556666, 01077778888']]).map(read)).toEqual([
			'01011112222',
			'01033334444',
			'01055556666',
			'01077778888',
		]);
	});

	test('an empty cell or list is told, not passed over in silence', () => {
		for (const empty of ['', '  ', ' , ', null, undefined, []]) {
			const told = splitNumbers(empty).map(read);
			expect(told).toHaveLength(1);
			expect(told[0]).toMatch(/^refused/);
		}
	});
});
