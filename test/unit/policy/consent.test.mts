import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';

import { consentProblem } from '../../../kakao/policy/consent';
import { kst } from '../support/seoul.mts';

const NOW = kst('2026-12-01', '09:00');
const DAY = 24 * 60 * 60_000;
const told = (value: unknown, validDays: number | null = null, now = NOW) =>
	consentProblem(value, now, { validDays })?.text ?? 'may be sent to';

describe('advertising goes to people whose consent has a time', () => {
	test.each<[unknown]>([
		['2026-11-30'],
		['2026-11-30 18:00'],
		['2026-12-01 09:00'],
		['2026-11-30T09:00:00Z'],
		['2020.1.2'],
		[new Date(NOW - DAY)],
		[NOW - DAY],
		[NOW],
		[DateTime.fromMillis(NOW - DAY, { zone: 'America/New_York' })],
	])('%s', (value) => expect(told(value)).toBe('may be sent to'));

	test.each<[unknown]>([[undefined], [null], ['']])('not without one (%j)', (value) => {
		expect(told(value)).toMatch(/^No consent/);
	});

	test.each<[unknown]>([
		['yes'],
		['Y'],
		['true'],
		[true],
		[false],
		['동의'],
		['1'],
		['0'],
		[' '],
		['2026-02-30'],
		[Number.NaN],
		[new Date('x')],
		[{ consented: true }],
		[['2026-11-30']],
	])('nor on a word that is no time (%j): nobody could prove when it was given', (value) => {
		expect(told(value)).toMatch(/holds no date/);
	});

	// A column of 0 and 1 comes out of a database as numbers, and a spreadsheet's dates as days since 1900.
	test.each<[unknown]>([[0], [1], [-1], [45_991], [1_764_550_800]])(
		'nor on a number that is no time (%j), least of all on the 0 of those who said no',
		(value) => {
			expect(told(value)).toMatch(/holds no date/);
		},
	);
});

test('a consent of the future is a mistake in the list, and none', () => {
	expect(told(NOW + 1)).toMatch(/future/);
	expect(told('2026-12-02')).toMatch(/future/);
	expect(told('2027-01-01 00:00')).toMatch(/future/);
});

test('a time without a zone is Korean: a consent of nine hours ago is none of the future', () => {
	expect(told('2026-12-01 08:59')).toBe('may be sent to');
	expect(told('2026-12-01 09:01')).toMatch(/future/);
});

describe('a consent that has grown too old', () => {
	test('counts to the millisecond', () => {
		expect(told(NOW - 730 * DAY, 730)).toBe('may be sent to');
		expect(told(NOW - 730 * DAY - 1, 730)).toBe('The consent is older than 730 days.');
	});

	test('lasts for ever where nobody set an age', () => {
		expect(told('2012-03-01', null)).toBe('may be sent to');
	});
});

test('every refusal names the law’s demand, and cannot be cured by sending again', () => {
	for (const value of [undefined, 'yes', NOW + DAY, NOW - 800 * DAY])
		expect(consentProblem(value, NOW, { validDays: 730 })).toMatchObject({
			code: 'noConsent',
			codeSpace: 'policy',
			kind: 'recipient',
			advice: expect.stringContaining('§50(1)') as string,
			retryable: false,
		});
});

test('whatever stands in the field: it never stops the run, and only a time of the past lets through', () => {
	fc.assert(
		fc.property(fc.anything(), fc.option(fc.integer({ min: 1, max: 3650 })), (value, validDays) => {
			const problem = consentProblem(value, NOW, { validDays });
			const isTime = typeof value === 'number' || typeof value === 'string' || value instanceof Date;
			if (!isTime) expect(problem).not.toBeNull();
		}),
		{ numRuns: 2_000 },
	);
	fc.assert(
		fc.property(
			fc.integer({ min: -4_000, max: 100 }),
			fc.integer({ min: 1, max: 3650 }),
			fc.boolean(),
			(days, validDays, asText) => {
				const at = NOW + days * DAY;
				const given = asText ? DateTime.fromMillis(at, { zone: 'Asia/Seoul' }).toISO() : at;
				expect(told(given, validDays) === 'may be sent to').toBe(days <= 0 && -days <= validDays);
			},
		),
	);
});
