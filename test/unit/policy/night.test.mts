import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isNight, KAKAO_NIGHT, morning, nightStart, type NightWindow } from '../../../kakao/policy/night';
import { kst, LAST_CHANGE, restsAt, watch } from '../support/seoul.mts';

const DAY = 24 * 60 * 60_000;
const EARLY: NightWindow = { from: 20 * 60, until: 8 * 60 };

describe('advertising rests from 20:50:00.000 to 08:00:00.000 by a Korean clock, to the millisecond', () => {
	test.each([
		['20:49:59.999', false],
		['20:50:00.000', true],
		['20:59:59.999', true],
		['21:00:00.000', true],
		['23:59:59.000', true],
		['23:59:59.999', true],
		['00:00:00.000', true],
		['00:00:00.001', true],
		['07:59:59.999', true],
		['08:00:00.000', false],
		['08:00:00.001', false],
		['12:00:00.000', false],
	])('%s', (time, night) => {
		expect(isNight(kst('2026-12-01', time))).toBe(night);
		// Months in which Europe, America and Australia are in summer time.
		expect(isNight(kst('2026-07-01', time))).toBe(night);
	});

	test.each([
		['19:59:59.999', false],
		['20:00:00.000', true],
		['07:59:59.999', true],
		['08:00:00.000', false],
	])('a dealer that closes at 20:00: %s', (time, night) => {
		expect(isNight(kst('2026-12-01', time), EARLY)).toBe(night);
	});
});

describe('morning and evening are found on the right day', () => {
	test.each([
		['2026-12-31', '20:50:00.000', '2027-01-01'],
		['2026-12-31', '23:59:59.999', '2027-01-01'],
		['2027-01-01', '00:00:00.000', '2027-01-01'],
		['2027-01-01', '07:59:59.999', '2027-01-01'],
		['2027-01-01', '08:00:00.000', '2027-01-01'],
		['2027-01-01', '08:00:00.001', '2027-01-02'],
		['2028-02-28', '21:00:00.000', '2028-02-29'],
	])('from %s %s it opens on %s', (date, time, opens) => {
		expect(morning(kst(date, time))).toBe(kst(opens, '08:00:00.000'));
	});

	test.each([
		['2026-12-31', '08:00:00.000', '2026-12-31'],
		['2026-12-31', '20:49:59.999', '2026-12-31'],
		['2026-12-31', '20:50:00.000', '2026-12-31'],
		['2026-12-31', '20:50:00.001', '2027-01-01'],
	])('from %s %s it closes on %s', (date, time, closes) => {
		expect(nightStart(kst(date, time))).toBe(kst(closes, '20:50:00.000'));
	});
});

/** From the calendar's beginning to the year 9999, most of them in the years in which messages are sent. */
const instant = fc.oneof(
	{ weight: 4, arbitrary: fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2045, 0) }) },
	fc.integer({ min: LAST_CHANGE, max: Date.UTC(9999, 11, 30) }),
	fc.integer({ min: Date.UTC(1000, 0), max: LAST_CHANGE - 1 }),
	fc.integer({ min: -5, max: 5 }),
);
/** The same, but close to where something changes. */
const nearChange = fc
	.tuple(instant, fc.constantFrom('20:50', '08:00', '00:00', '20:00'), fc.integer({ min: -2, max: 2 }))
	.map(([at, time, more]) => {
		const midnight = Math.floor((at + 9 * 3_600_000) / DAY) * DAY - 9 * 3_600_000;
		const [hours = 0, minutes = 0] = time.split(':').map(Number);
		return midnight + (hours * 60 + minutes) * 60_000 + more;
	});
const window = fc.constantFrom<[NightWindow, string, string]>(
	[KAKAO_NIGHT, '20:50', '08:00'],
	[EARLY, '20:00', '08:00'],
	[{ from: 21 * 60, until: 9 * 60 + 1 }, '21:00', '09:01'],
);
const RUNS = { numRuns: 2_000 };

test('in every year it is night exactly when a watch in Seoul says so', () => {
	fc.assert(
		fc.property(fc.oneof(instant, nearChange), window, (at, [rules, from, until]) => {
			expect(isNight(at, rules)).toBe(restsAt(at, from, until));
		}),
		RUNS,
	);
});

test('the next opening and closing are never past, less than a day ahead, and show the very minute', () => {
	fc.assert(
		fc.property(fc.oneof(instant, nearChange), window, (at, [rules, from, until]) => {
			for (const [found, time] of [
				[nightStart(at, rules), from],
				[morning(at, rules), until],
			] as const) {
				expect(found).toBeGreaterThanOrEqual(at);
				expect(found - at).toBeLessThan(DAY);
				expect(watch(found).time).toBe(`${time}:00.000`);
			}
		}),
		RUNS,
	);
});

test('until the next change nothing changes: no hole in a night, no night in a day', () => {
	fc.assert(
		fc.property(fc.oneof(instant, nearChange), window, (at, [rules]) => {
			const night = isNight(at, rules);
			const change = night ? morning(at, rules) : nightStart(at, rules);
			expect(change).toBeGreaterThan(at);
			expect(isNight(change - 1, rules)).toBe(night);
			expect(isNight(Math.floor((at + change) / 2), rules)).toBe(night);
			expect(isNight(morning(at, rules), rules)).toBe(false);
			expect(isNight(nightStart(at, rules), rules)).toBe(true);
		}),
		RUNS,
	);
});
