import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { normalisePhone, normaliseSenderNumber } from '../../../kakao/message/phone';
import { read } from '../support/make.mts';

describe('a number that cannot be meant is refused with the cause, never bent into another', () => {
	test.each<[unknown, RegExp]>([
		['1.01235E+09', /scientific notation/],
		['1.01235e9', /scientific notation/],
		['', /empty/],
		['   ', /empty/],
		[null, /empty/],
		[undefined, /missing/],
		[{ number: '01012345678' }, /not a text or number/],
		[true, /not a text or number/],
		[new Date(0), /not a text or number/],
		[Number.NaN, /characters/],
		['02-123-4567', /landline/],
		['031-123-4567', /landline/],
		['070-1234-5678', /landline/],
		['1588-1234', /landline or service/],
		['1661-1234', /landline or service/],
		['0505-1234-5678', /virtual/],
		['050-4123-45678', /virtual/],
		['010-1234-567', /has 10 digits/],
		['010-1234-56789', /has 12 digits/],
		['010-1234-ABCD', /characters/],
		['홍길동', /characters/],
		['010-1234-5678 (홍길동)', /characters/],
		['{{ $json.phone }}', /placeholder/],
		['#{전화번호}', /placeholder/],
		['12345', /not a Korean mobile/],
		['+83 1234 5678', /international/],
		['+89 1234 5678', /international/],
		['+1 23', /international/],
		['+1234567890123456', /international/],
		['+82 2-123-4567', /not a Korean mobile/],
		['++82 10 1234 5678', /characters/],
	])('%j', (given, why) => {
		expect(read(given)).toMatch(/^refused: /);
		expect(read(given)).toMatch(why);
	});

	test('a decimal that a table export put behind an old number is no digit of it', () => {
		expect(read('1112345678')).toBe('01112345678');
		expect(read('111234567.0')).not.toBe('01112345670');
		expect(read('1012345678.0')).toMatch(/^(?:01012345678$|refused)/);
	});

	test('the international prefix of a Korean carrier is not read as the country code of America', () => {
		expect(read('001-81-90-1234-5678')).toMatch(/^refused/);
	});

	test('every refusal names a cure, and nothing whatever makes the reader stumble', () => {
		fc.assert(
			fc.property(fc.anything(), (given) => {
				const result = normalisePhone(given);
				if ('recipient' in result) expect(result.recipient.national).toMatch(/^\d{4,14}$/);
				else {
					expect(result.why).not.toBe('');
					expect(result.cure).toMatch(/\.$/);
				}
			}),
		);
	});
});

describe('the sender number of a fallback', () => {
	test.each([
		['02-123-4567', '021234567'],
		['02-1234-5678', '0212345678'],
		['031-123-4567', '0311234567'],
		['1588-1234', '15881234'],
		['070-1234-5678', '07012345678'],
		['0505-123-4567', '05051234567'],
		['010-1234-5678', '01012345678'],
		['1012345678', '01012345678'],
		[1012345678, '01012345678'],
		['+82 2-123-4567', '021234567'],
		['82-10-1234-5678', '01012345678'],
		['０２－１２３４－５６７８', '0212345678'],
	])('%j is understood as it is registered', (given, expected) => {
		expect(normaliseSenderNumber(given)).toBe(expected);
	});

	test.each([['홍길동'], ['12345'], [''], [null], [undefined], [{}], ['+1 212 555 0100'], ['2123456'], ['1588-12345']])(
		'%j is refused before the dealer lets every fallback fail',
		(given) => {
			expect(normaliseSenderNumber(given)).toBeNull();
		},
	);

	test('numbers of impossible length are refused, not registered nowhere', () => {
		for (const wrong of ['010-1234-567', '010-1234-56789', '02-1234-56789', '000000000'])
			expect(normaliseSenderNumber(wrong), wrong).toBeNull();
	});

	test('0082 is the country code, not part of the number', () => {
		expect(normaliseSenderNumber('0082-2-123-4567')).toBe('021234567');
	});

	test('a decimal from a table export does not become a digit of the sender number', () => {
		expect(normaliseSenderNumber('0212345678.0')).not.toBe('02123456780');
	});
});
