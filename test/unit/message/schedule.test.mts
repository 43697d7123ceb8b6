import { describe, expect, test } from 'vitest';

import { scheduleProblems, toScheduleTime, type ScheduleRule } from '../../../kakao/message/schedule';

const NOW = Date.UTC(2026, 11, 1, 0, 0);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RULE: ScheduleRule = { minLeadMinutes: 10, maxDays: 60, wholeMinutes: true };

function told(given: unknown, rule = RULE): string {
	const problems = scheduleProblems(given, toScheduleTime(given, rule.wholeMinutes), rule, NOW);
	return problems.map(({ text }) => text).join();
}

test.each([undefined, null, ''])('%j means now, without a complaint', (given) => {
	expect(toScheduleTime(given, true)).toBeNull();
	expect(told(given)).toBe('');
});

describe('a time that the dealer would refuse, or send at once, is refused here', () => {
	test('what is no time', () => {
		expect(told('tomorrow morning')).toBe('is not a date and time');
	});

	test('the past, this very instant included', () => {
		expect(told(NOW)).toMatch(/^is past \(2026-12-01 09:00/);
		expect(told(NOW - MINUTE)).toMatch(/^is past/);
		expect(told('2020-01-01 09:00')).toMatch(/^is past/);
	});

	test('too soon for a dealer that needs a lead', () => {
		expect(told(NOW + 9 * MINUTE)).toMatch(/^is too soon \(2026-12-01 09:09/);
		expect(told(NOW + 10 * MINUTE)).toBe('');
		expect(told(NOW + MINUTE, { ...RULE, minLeadMinutes: 0 })).toBe('');
	});

	test('too far ahead', () => {
		expect(told(NOW + 60 * DAY)).toBe('');
		expect(told(NOW + 60 * DAY + MINUTE)).toMatch(/^is too far ahead \(2027-01-30/);
	});

	test('a naive time is compared as Korean time', () => {
		expect(told('2026-12-01 08:59')).toMatch(/^is past/);
		expect(told('2026-12-01 09:30')).toBe('');
	});

	test('a number beyond every calendar is told in a sentence, not with a crash', () => {
		expect(told(1_764_550_800_000_000_000)).not.toBe('');
	});
});

test('seconds are rounded up before the lead is measured, as they are before sending', () => {
	expect(told(NOW + 9 * MINUTE + 1_000)).toBe('');
	expect(told(NOW + 9 * MINUTE + 1_000, { ...RULE, wholeMinutes: false })).toMatch(/^is too soon/);
});
