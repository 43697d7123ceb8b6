import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Admission } from '../../../kakao/delivery/gate';
import type { AlimTalkMessage } from '../../../kakao/message/message';
import { KAKAO_NIGHT, nightGate, type NightChoice, type NightWindow } from '../../../kakao/policy/night';
import { message } from '../support/make.mts';
import { kst, restsAt } from '../support/seoul.mts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const EARLY: NightWindow = { from: 20 * 60, until: 8 * 60 };
const lead = (minutes: number) => ({ schedule: { minLeadMinutes: minutes, maxDays: 60, wholeMinutes: true } });

const ask = (
	choice: NightChoice,
	now: number,
	{ scheduleAt = null as number | null, leadMinutes = 0, window = KAKAO_NIGHT } = {},
): Admission<AlimTalkMessage> =>
	nightGate<AlimTalkMessage>(choice, window, lead(leadMinutes))(message({ scheduleAt }), now);

const scheduled = (admission: Admission<AlimTalkMessage>) =>
	'message' in admission ? admission.message.scheduleAt : undefined;

describe.each<NightChoice>(['hold', 'skip', 'fail'])('by day, whatever the choice (%s)', (choice) => {
	test.each([
		['08:00:00.000', '2026-12-01'],
		['14:00:00.000', '2026-12-01'],
		['20:49:59.999', '2026-12-01'],
	])('a message at %s goes out as it is, if its request begins before 20:50', (time, date) => {
		const given = message();
		const admission = nightGate<AlimTalkMessage>(choice, KAKAO_NIGHT, lead(10))(given, kst(date, time));
		expect(admission).toEqual({ message: given, until: kst(date, '20:50') });
		expect('message' in admission && admission.message).toBe(given);
	});

	test('a dealer that closes at 20:00 is obeyed', () => {
		const at = kst('2026-12-01', '19:59:59.999');
		expect(ask(choice, at, { window: EARLY })).toMatchObject({ until: kst('2026-12-01', '20:00') });
		const later = ask(choice, kst('2026-12-01', '20:00'), { window: EARLY });
		expect(scheduled(later) ?? 'left').toBe(choice === 'hold' ? kst('2026-12-02', '08:00') : 'left');
	});

	test('what a person scheduled for the day keeps its time', () => {
		const scheduleAt = kst('2026-12-03', '10:30');
		expect(ask(choice, kst('2026-12-01', '23:00'), { scheduleAt })).toMatchObject({ message: { scheduleAt } });
		expect(ask(choice, kst('2026-12-01', '12:00'), { scheduleAt })).toMatchObject({ message: { scheduleAt } });
	});
});

describe('held', () => {
	test.each([
		['2026-12-01', '20:50:00.000', '2026-12-02'],
		['2026-12-01', '23:59:59.999', '2026-12-02'],
		['2026-12-02', '00:00:00.000', '2026-12-02'],
		['2026-12-02', '05:00:00.000', '2026-12-02'],
	])('what comes at %s %s goes out on %s at 08:00, and says so', (date, time, opens) => {
		expect(ask('hold', kst(date, time), { leadMinutes: 10 })).toMatchObject({
			message: { scheduleAt: kst(opens, '08:00') },
			held: { code: 'night', kind: 'time', retryable: false },
		});
	});

	test.each([
		[0, '07:58:59.000', '08:00'],
		[0, '07:59:00.001', '08:01'],
		[0, '07:59:59.999', '08:01'],
		[10, '07:48:00.000', '08:00'],
		[10, '07:55:00.001', '08:06'],
		[10, '07:59:59.999', '08:10'],
	])(
		'a lead of %i minutes is kept just before the morning: %s becomes %s or a minute more',
		(leadMinutes, time, soonest) => {
			const at = scheduled(ask('hold', kst('2026-12-01', time), { leadMinutes }))!;
			expect(at - kst('2026-12-01', time)).toBeGreaterThanOrEqual(leadMinutes * MINUTE);
			expect([0, MINUTE]).toContain(at - kst('2026-12-01', soonest));
		},
	);

	test('what was scheduled for a night waits for the end of that night', () => {
		const admission = ask('hold', kst('2026-12-01', '12:00'), { scheduleAt: kst('2026-12-05', '23:30') });
		expect(scheduled(admission)).toBe(kst('2026-12-06', '08:00'));
	});

	test('nothing else about the message changes', () => {
		const given = message({ index: 7 });
		const admission = nightGate<AlimTalkMessage>('hold', KAKAO_NIGHT, lead(0))(given, kst('2026-12-01', '22:00'));
		expect('message' in admission && { ...admission.message, scheduleAt: null }).toEqual(given);
		expect(given.scheduleAt).toBeNull();
	});
});

describe('left out', () => {
	test.each([
		['skip', 'skipped'],
		['fail', 'rejected'],
	] as const)('%s: the outcome is %s, says until when, and may be tried again', (choice, outcome) => {
		expect(ask(choice, kst('2026-12-01', '21:00'))).toMatchObject({
			outcome: {
				outcome,
				messageId: null,
				reason: {
					code: 'night',
					kind: 'time',
					retryable: true,
					text: expect.stringContaining('from 20:50 to 08:00 Korean time') as string,
					advice: expect.stringContaining('2026-12-02 08:00') as string,
				},
			},
		});
	});

	test('also when a person scheduled it for the night', () => {
		const scheduleAt = kst('2026-12-02', '07:59');
		expect(ask('skip', kst('2026-12-01', '12:00'), { scheduleAt })).toMatchObject({
			outcome: { outcome: 'skipped', reason: { text: expect.stringContaining('2026-12-02 07:59') as string } },
		});
	});
});

describe('a scheduled time that has passed while the run was waiting', () => {
	// Some dealers send what is scheduled for the past at once (facts §6.6).
	test('does not bring a message of the evening out at night', () => {
		const scheduleAt = kst('2026-12-01', '20:45');
		expect(scheduled(ask('hold', kst('2026-12-01', '20:55'), { scheduleAt }))).toBe(kst('2026-12-02', '08:00'));
		expect(ask('skip', kst('2026-12-01', '20:55'), { scheduleAt })).toMatchObject({ outcome: { outcome: 'skipped' } });
	});

	test('nor is its request begun once the evening is over', () => {
		const admission = ask('hold', kst('2026-12-01', '20:40'), { scheduleAt: kst('2026-12-01', '20:45') });
		expect('until' in admission && admission.until).toBeLessThanOrEqual(kst('2026-12-01', '20:50'));
	});
});

test('a dealer’s lead is still there a little later, when the request arrives', () => {
	const now = kst('2026-12-01', '07:50');
	expect(scheduled(ask('hold', now, { leadMinutes: 10 }))! - now).toBeGreaterThan(10 * MINUTE);
});

const now = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
const situation = fc.record({
	now,
	// Up to a week ahead; what has passed meanwhile is looked at above.
	ahead: fc.option(fc.integer({ min: 1, max: 7 * DAY })),
	leadMinutes: fc.constantFrom(0, 1, 10, 60),
	window: fc.constantFrom(KAKAO_NIGHT, EARLY),
});
const from = (window: NightWindow) => (window === EARLY ? '20:00' : '20:50');

test('held: nothing ever goes out at night, before its time, by the second, or too soon for the dealer', () => {
	fc.assert(
		fc.property(situation, ({ now: at, ahead, leadMinutes, window }) => {
			const scheduleAt = ahead === null ? null : at + ahead;
			const asked = scheduleAt ?? at;
			const admission = ask('hold', at, { scheduleAt, leadMinutes, window });
			const goesOut = scheduled(admission) ?? at;
			expect(restsAt(goesOut, from(window))).toBe(false);
			expect(goesOut).toBeGreaterThanOrEqual(asked);
			if (!restsAt(asked, from(window))) {
				expect(admission).toMatchObject({ message: { scheduleAt } });
				expect('held' in admission).toBe(false);
				return;
			}
			expect(goesOut % MINUTE).toBe(0);
			expect(goesOut).toBeGreaterThanOrEqual(at + Math.max(leadMinutes, 1) * MINUTE);
			expect(goesOut - asked).toBeLessThan(13 * 60 * MINUTE);
			expect('held' in admission).toBe(true);
		}),
		{ numRuns: 2_000 },
	);
});

test('skip and fail: no message of the night is let through, and none of the day is kept', () => {
	fc.assert(
		fc.property(situation, fc.constantFrom('skip', 'fail'), ({ now: at, ahead, window }, choice) => {
			const scheduleAt = ahead === null ? null : at + ahead;
			const admission = ask(choice, at, { scheduleAt, window });
			expect('outcome' in admission).toBe(restsAt(scheduleAt ?? at, from(window)));
		}),
		{ numRuns: 2_000 },
	);
});

test('what may go now may go until the very next closing, and no longer', () => {
	fc.assert(
		fc.property(situation, ({ now: at, window }) => {
			const admission = ask('hold', at, { window });
			if (!('until' in admission) || 'held' in admission) return;
			expect(restsAt(admission.until, from(window))).toBe(true);
			expect(restsAt(admission.until - 1, from(window))).toBe(false);
			expect(admission.until).toBeGreaterThan(at);
			expect(admission.until - at).toBeLessThan(13 * 60 * MINUTE);
		}),
		{ numRuns: 2_000 },
	);
});
