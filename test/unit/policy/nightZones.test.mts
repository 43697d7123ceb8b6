import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { message } from '../support/make.mts';
import { kst, restsAt, watch } from '../support/seoul.mts';

const HOUR = 3_600_000;
const here = process.env.TZ;
afterEach(() => {
	if (here === undefined) delete process.env.TZ;
	else process.env.TZ = here;
});

const offsetAt = (instant: number) => new Date(instant).getTimezoneOffset();
const utc = (text: string) => Date.parse(`${text}Z`);

/** Zones of servers with the instants at which their clocks jump, and minutes behind UTC before and after. */
const ZONES: [string, [number, number, number][]][] = [
	['UTC', []],
	['Asia/Kolkata', []],
	['Asia/Seoul', []],
	[
		'America/New_York',
		[
			[utc('2026-03-08T07:00'), 300, 240],
			[utc('2026-11-01T06:00'), 240, 300],
		],
	],
	[
		'Europe/Berlin',
		[
			[utc('2026-03-29T01:00'), -60, -120],
			[utc('2026-10-25T01:00'), -120, -60],
		],
	],
	[
		// Half an hour of summer time.
		'Australia/Lord_Howe',
		[
			[utc('2026-04-04T15:00'), -660, -630],
			[utc('2026-10-03T15:30'), -630, -660],
		],
	],
	// A whole day that never was: the island moved over the date line.
	['Pacific/Apia', [[utc('2011-12-30T10:00'), 600, -840]]],
];
const OFFSETS: Record<string, number> = { UTC: 0, 'Asia/Kolkata': -330, 'Asia/Seoul': -540 };

describe.each(ZONES)('on a server in %s nobody gets advertising at night', (zone, switches) => {
	/** Moves this process there, proves that it has arrived, and loads the code anew as a server there would. */
	const move = async () => {
		process.env.TZ = zone;
		if (switches.length === 0) expect(offsetAt(utc('2026-06-01T00:00'))).toBe(OFFSETS[zone]);
		for (const [at, before, after] of switches) expect([offsetAt(at - 1), offsetAt(at)]).toEqual([before, after]);
		vi.resetModules();
		return await import('../../../kakao/policy/night');
	};
	const around = [...switches.map(([at]) => at), utc('2026-12-01T00:00')];

	test('nor in the days around which its own clock jumps', async () => {
		const { isNight, morning, nightStart } = await move();
		for (const middle of around) {
			for (let at = middle - 40 * HOUR; at <= middle + 40 * HOUR; at += 10 * 60_000) {
				for (const instant of [at - 1, at, at + 1]) {
					expect(isNight(instant)).toBe(restsAt(instant));
					expect(watch(morning(instant)).time).toBe('08:00:00.000');
					expect(watch(nightStart(instant)).time).toBe('20:50:00.000');
					expect(morning(instant) - instant).toBeLessThan(24 * HOUR);
					expect(nightStart(instant) - instant).toBeLessThan(24 * HOUR);
				}
			}
		}
	});

	test('nor at any other time, and the whole gate agrees', async () => {
		const { isNight, KAKAO_NIGHT, nightGate } = await move();
		const gate = nightGate('hold', KAKAO_NIGHT, { schedule: { minLeadMinutes: 0, maxDays: 60, wholeMinutes: true } });
		fc.assert(
			fc.property(
				fc.constantFrom(...around),
				fc.integer({ min: -300 * 24 * HOUR, max: 300 * 24 * HOUR }),
				(middle, more) => {
					const now = middle + more;
					expect(isNight(now)).toBe(restsAt(now));
					const admission = gate(message(), now);
					const goesOut = 'message' in admission ? (admission.message.scheduleAt ?? now) : NaN;
					expect(restsAt(goesOut)).toBe(false);
				},
			),
			{ numRuns: 300 },
		);
	});

	test('and the reason names Korean time, not the server’s', async () => {
		const { KAKAO_NIGHT, nightGate } = await move();
		const gate = nightGate('hold', KAKAO_NIGHT, { schedule: { minLeadMinutes: 0, maxDays: 60, wholeMinutes: true } });
		expect(gate(message(), kst('2026-12-01', '22:00'))).toMatchObject({
			held: { text: expect.stringContaining('Scheduled for 2026-12-02 08:00.') as string },
		});
		expect(gate(message({ scheduleAt: kst('2026-12-05', '23:30') }), kst('2026-12-01', '12:00'))).toMatchObject({
			held: { text: expect.stringMatching(/^2026-12-05 23:30 is night in Korea/) as string },
		});
	});
});
