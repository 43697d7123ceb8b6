import fc from 'fast-check';
import { DateTime } from 'luxon';
import { afterEach, describe, expect, test } from 'vitest';

import { ceilMinute, kstFormat, kstIso, parseInstant, parseKst } from '../../../kakao/message/kst';
import { toScheduleTime } from '../../../kakao/message/schedule';

const NINE_THIRTY = Date.UTC(2026, 11, 1, 0, 30);
const here = process.env.TZ;

afterEach(() => {
	if (here === undefined) delete process.env.TZ;
	else process.env.TZ = here;
});

/** Moves this process to another zone and proves that it has arrived. */
function moveTo(zone: string, minutesBehindUtc: number): void {
	process.env.TZ = zone;
	expect(new Date(NINE_THIRTY).getTimezoneOffset()).toBe(minutesBehindUtc);
}

describe.each([
	['UTC', 0],
	['America/New_York', 300],
	['Asia/Seoul', -540],
	['Pacific/Apia', -780],
])('on a server in %s', (zone, offset) => {
	test.each<[string, unknown]>([
		['a naive text', '2026-12-01 09:30'],
		['with seconds', '2026-12-01 09:30:00'],
		['with T', '2026-12-01T09:30'],
		['with slashes', '2026/12/01 09:30'],
		['with blanks around', ' 2026-12-01 09:30 '],
		['ISO in UTC', '2026-12-01T00:30:00Z'],
		['ISO in UTC with milliseconds', '2026-12-01T00:30:00.000Z'],
		['ISO in Korea', '2026-12-01T09:30:00+09:00'],
		['ISO in New York', '2026-11-30T19:30:00-05:00'],
		['a Date', new Date(NINE_THIRTY)],
		['a DateTime', DateTime.fromMillis(NINE_THIRTY, { zone: 'Europe/Paris' })],
		['epoch milliseconds', NINE_THIRTY],
	])('%s means half past nine in Korea', (_, given) => {
		moveTo(zone, offset);
		expect(parseInstant(given)).toBe(NINE_THIRTY);
	});

	test('a time in a summer-time gap of the server is an ordinary time in Korea', () => {
		moveTo(zone, offset);
		expect(parseInstant('2026-03-08 02:30')).toBe(Date.UTC(2026, 2, 7, 17, 30));
		expect(parseInstant('2026-11-01 01:30')).toBe(Date.UTC(2026, 9, 31, 16, 30));
	});

	test('dealers and people are shown Korean time', () => {
		moveTo(zone, offset);
		expect(kstFormat(NINE_THIRTY, 'yyyy-MM-dd HH:mm')).toBe('2026-12-01 09:30');
		expect(kstIso(NINE_THIRTY)).toBe('2026-12-01T09:30:00.000+09:00');
	});
});

test.each<[unknown]>([
	['tomorrow'],
	['2026-13-01 09:30'],
	['2026-02-30 09:30'],
	['12'],
	['2026'],
	[''],
	[null],
	[undefined],
	[Number.NaN],
	[Number.POSITIVE_INFINITY],
	[new Date('x')],
	[DateTime.fromISO('x')],
	[{}],
	[true],
])('%j is no time to send at', (given) => {
	expect(parseInstant(given)).toBeNull();
});

test('a number beyond every calendar (nanoseconds) is no time either', () => {
	expect(parseInstant(1_764_550_800_000_000_000)).toBeNull();
});

test('a dealer’s time without a zone is Korean, and what is none reads as none', () => {
	expect(parseKst('2026-12-01 09:30:00.0')).toBe(NINE_THIRTY);
	expect(parseKst('2023-06-01')).toBe(Date.UTC(2023, 4, 31, 15));
	for (const nothing of [null, undefined, '', 'soon']) expect(parseKst(nothing)).toBeNull();
});

test('a minute is rounded up: nothing goes out before its time', () => {
	expect(ceilMinute(NINE_THIRTY)).toBe(NINE_THIRTY);
	expect(ceilMinute(NINE_THIRTY + 1)).toBe(NINE_THIRTY + 60_000);
	expect(toScheduleTime('2026-12-01 09:29:01', true)).toBe(NINE_THIRTY);
	expect(toScheduleTime('2026-12-01 09:29:01', false)).toBe(NINE_THIRTY - 59_000);
});

test('what is shown is read back as the same instant', () => {
	const instant = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2100, 0) });
	fc.assert(
		fc.property(instant, (milliseconds) => {
			expect(parseInstant(kstIso(milliseconds))).toBe(milliseconds);
			expect(kstIso(milliseconds)).toMatch(/\+09:00$/);
			expect(parseInstant(kstFormat(milliseconds, 'yyyy-MM-dd HH:mm:ss.SSS'))).toBe(milliseconds);
		}),
	);
});
