import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { formatRecipient } from '../../../kakao/message/phone';
import { hasOptedOut, readOptOuts } from '../../../kakao/policy/optOut';
import { recipientOf } from '../support/make.mts';

const A = recipientOf('010-1234-5678')!;
const B = recipientOf('010-8765-4321')!;
const C = recipientOf('010-1111-2222')!;
/** Who of the three is left out, with how many entries nobody could read. */
function left(given: unknown): string {
	const list = readOptOuts(given);
	const names = [A, B, C].flatMap((each, at) => (list.has(each) ? 'ABC'[at]! : []));
	return `${names.join('')}${list.unreadable > 0 ? ` and ${list.unreadable} unreadable` : ''}`;
}

describe('a list is understood in whatever form a flow has it', () => {
	test.each<[string, unknown]>([
		['a text with commas', '010-1234-5678, 010-8765-4321'],
		['a text with lines', '01012345678\n01087654321\n'],
		['a text with lines of Windows and blank ones', '01012345678\r\n\r\n01087654321\r\n'],
		['semicolons, tabs and full-width commas', '01012345678;01087654321'],
		['tabs', '01012345678\t01087654321'],
		['full-width commas', '01012345678，01087654321'],
		['a list of texts', ['01012345678', '+82 10-8765-4321']],
		['a list of numbers that lost their zero', [1012345678, 1087654321]],
		['a list of texts that a spreadsheet marked', ["'01012345678", '1087654321.0']],
		['lists in a list', [['01012345678'], [['01087654321']]]],
		['rows', [{ phone: '01012345678' }, { phone: '01087654321' }]],
		['rows with numbers that lost their zero', [{ phone: 1012345678 }, { phone: 1087654321 }]],
		['n8n items', [{ json: { phone: '01012345678' } }, { json: { phone: '01087654321' }, pairedItem: 0 }]],
		['one n8n item that holds a list', { json: [{ phone: '01012345678' }, { phone: '01087654321' }] }],
		['one row and a plain number', [{ phone: '01012345678' }, '01087654321']],
		[
			'more columns than one',
			[
				{ name: '홍길동', phone: '01012345678' },
				{ name: '김철수', phone: '01087654321' },
			],
		],
	])('%s', (_, given) => expect(left(given)).toBe('AB'));

	test.each([
		'phone',
		'Phone',
		'PHONE NUMBER',
		'phoneNumber',
		'mobile',
		'to',
		'tel',
		'recipient',
		'cell',
		'핸드폰',
		'핸드폰 번호',
		' to ',
		'휴대폰',
		'휴대폰번호',
		'휴대폰 번호',
		' 휴대폰번호 ',
		'휴대전화',
		'전화번호',
		'연락처',
		'수신번호',
		'수신자 번호',
		'휴대폰번호'.normalize('NFD'),
		'연락처'.normalize('NFD'),
	])('a column called %j holds the numbers', (column) => {
		expect(left([{ 이름: '홍길동', [column]: '010-1234-5678' }])).toBe('A');
	});

	test.each(['고객 전화번호', '휴대폰번호1', 'customer_phone', 'Mobile Phone', 'HP'])(
		'a column called %j holds the numbers, too',
		(column) => {
			expect(left([{ 이름: '홍길동', [column]: '010-1234-5678' }])).toBe('A');
		},
	);

	test.each<[unknown]>([[undefined], [null], [''], [[]], [{}], [[{}]], [[null, undefined, '']], [{ json: {} }]])(
		'an empty one leaves nobody out and complains of nothing: %j',
		(given) => expect(readOptOuts(given)).toMatchObject({ size: 0, unreadable: 0 }),
	);
});

describe('the wrong column is noticed, or everybody on the list would be written to', () => {
	test.each<[string, unknown, string]>([
		['names', ['홍길동', '김철수'], ' and 2 unreadable'],
		['rows without numbers', [{ name: '홍길동' }, { email: 'a@b.kr' }], ' and 2 unreadable'],
		['some numbers cut off', ['010-1234-5678', '010-1234'], 'A and 1 unreadable'],
		['shortened by a spreadsheet', ['1.01235E+09'], ' and 1 unreadable'],
		['landlines', ['02-123-4567'], ' and 1 unreadable'],
		['other things', [true, 12, {}], ' and 2 unreadable'],
	])('%s', (_, given, result) => expect(left(given)).toBe(result));

	test('the same number twice is one person', () => {
		expect(readOptOuts(['01012345678', '+821012345678', '010-1234-5678'])).toMatchObject({ size: 1, unreadable: 0 });
	});
});

describe('a table with more than one column that could be it', () => {
	test.each<[string, Record<string, unknown>]>([
		['the date of the opt-out', { 수신거부일: '2026-11-01', 휴대폰: '010-1234-5678' }],
		['a yes', { 수신거부: 'Y', 휴대폰번호: '010-1234-5678' }],
		['a total', { total: 3, phone: '010-1234-5678' }],
		['a business number that looks like one', { 사업자번호: 1087654321, 휴대폰: '010-1234-5678' }],
	])('%s stands first: the person is left out all the same', (_, row) => {
		expect(left([row])).toBe('A');
	});

	test.each<[string, Record<string, unknown>]>([
		['the row number', { number: 17, phone: '010-1234-5678' }],
		['the landline', { 전화번호: '02-123-4567', 휴대폰: '010-1234-5678' }],
		['an empty cell', { tel: '', mobile: '010-1234-5678' }],
		['a name', { recipient: '홍길동', phone: '010-1234-5678' }],
	])('%s stands first: the person is left out all the same', (_, row) => {
		expect(left([row])).toBe('A');
	});

	test('two numbers of one person in two columns are both left out', () => {
		expect(left([{ 전화번호: '010-1234-5678', 휴대폰: '010-8765-4321' }])).toBe('AB');
	});

	test('a cell with two numbers leaves both out', () => {
		expect(left([{ phone: '010-1234-5678, 010-8765-4321' }])).toBe('AB');
		expect(left([{ phone: '010-1234-5678, 010-8765' }])).toBe('A and 1 unreadable');
	});

	test('an empty row at the end of a sheet is no reason to complain', () => {
		expect(left([{ phone: '010-1234-5678' }, { phone: '' }, { phone: null }])).toBe('A');
	});
});

test('numbers abroad are left out, and no Korean number instead of them', () => {
	const list = readOptOuts(['+1 212 555 0100']);
	expect(list.has(recipientOf('+12125550100')!)).toBe(true);
	expect(list.has(A)).toBe(false);
});

const number = fc.integer({ min: 0, max: 99_999_999 }).map((digits) => `010${String(digits).padStart(8, '0')}`);
const spelled = (digits: string) =>
	fc.constantFrom<unknown>(
		digits,
		`${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`,
		Number(digits),
		`+82 ${digits.slice(1)}`,
		` ${digits} `,
		`${Number(digits)}.0`,
	);

test('in any spelling and any form: exactly the people on the list are left out', () => {
	const people = fc.uniqueArray(number, { minLength: 1, maxLength: 8 });
	const form = fc.constantFrom<(given: readonly unknown[]) => unknown>(
		(given) => given,
		(given) => given.join(', '),
		(given) => given.join('\n'),
		(given) => given.map((phone) => ({ phone })),
		(given) => given.map((each) => ({ json: { 이름: '홍', 휴대폰: each } })),
		(given) => [given.map((each) => [each])],
	);
	const spelledList = people.chain((all) =>
		fc.record({ all: fc.constant(all), given: fc.tuple(...all.map(spelled)), form }),
	);
	fc.assert(
		fc.property(spelledList, number, ({ all, given, form: shape }, stranger) => {
			const list = readOptOuts(shape(given));
			expect(list).toMatchObject({ size: all.length, unreadable: 0 });
			for (const each of all) expect(list.has(recipientOf(each)!)).toBe(true);
			expect(list.has(recipientOf(stranger)!)).toBe(all.includes(stranger));
			expect(formatRecipient(recipientOf(stranger)!)).toBe(stranger);
		}),
	);
});

test('whatever is given, the run goes on and every entry is counted', () => {
	fc.assert(
		fc.property(fc.anything(), (given) => {
			const { size, unreadable } = readOptOuts(given);
			expect(size + unreadable).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: 2_000 },
	);
});

describe('the opt-out field of a row', () => {
	test.each<[unknown]>([
		[undefined],
		[null],
		[''],
		[' '],
		[0],
		['0'],
		[false],
		['false'],
		['FALSE'],
		['No'],
		['N'],
		['n'],
	])('%j: may be written to', (value) => expect(hasOptedOut(value)).toBe(false));

	test.each<[unknown]>([
		[true],
		['true'],
		[1],
		['1'],
		['Y'],
		['yes'],
		['2026-11-01'],
		[new Date(0)],
		['수신거부'],
		['O'],
		// What nobody understands leaves out: one advertisement less does no harm.
		['?'],
		[{}],
		[Number.NaN],
	])('%j: may not', (value) => expect(hasOptedOut(value)).toBe(true));
});
