import fc from 'fast-check';
import { expect, test } from 'vitest';

import { identityOf } from '../../../kakao/delivery/keys';
import type { AlimTalkMessage } from '../../../kakao/message/message';
import { KAKAO_NIGHT, nightGate, type NightChoice } from '../../../kakao/policy/night';
import { storage } from '../support/dealerModel.mts';
import { message } from '../support/make.mts';
import { nightDealer, ringsAt, type Mood } from '../support/nightRun.mts';
import { kst, restsAt } from '../support/seoul.mts';

const SECOND = 1_000;
const gate = (choice: NightChoice, minLeadMinutes: number) =>
	nightGate<AlimTalkMessage>(choice, KAKAO_NIGHT, { schedule: { minLeadMinutes, maxDays: 60, wholeMinutes: true } });

const mood = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom<Mood>('take', 'takeSilently', 'lose', 'away') },
	fc.record({ wait: fc.integer({ min: 1, max: 120 }) }),
	fc.record({ refuses: fc.nat({ max: 9 }) }),
	fc.record({ refusesTogether: fc.nat({ max: 9 }) }),
);
const execution = fc.record({
	// Around the closing, around the opening, at any time.
	start: fc.oneof(
		fc.integer({ min: kst('2026-12-01', '20:46'), max: kst('2026-12-01', '20:51') }),
		fc.integer({ min: kst('2026-12-02', '07:45'), max: kst('2026-12-02', '08:01') }),
		fc.integer({ min: kst('2026-12-01', '08:00'), max: kst('2026-12-03', '08:00') }),
	),
	takes: fc.integer({ min: 0, max: 90 * SECOND }),
	parallel: fc.integer({ min: 1, max: 4 }),
	maxRecipients: fc.integer({ min: 1, max: 10 }),
	moods: fc.array(mood, { maxLength: 12 }),
	leadMinutes: fc.constantFrom(0, 10),
});
const scheduled = fc.array(fc.constantFrom(null, '2026-12-04T09:00+09:00', '2026-12-04T23:00+09:00'), {
	minLength: 1,
	maxLength: 10,
});

const messagesOf = (times: readonly (string | null)[], keyGiven: boolean) =>
	times.map((time, index) => message({ index, keyGiven, scheduleAt: time === null ? null : Date.parse(time) }));

test('whatever the clock and the dealer do: nobody is woken, none comes twice, and every result tells the truth', async () => {
	await fc.assert(
		fc.asyncProperty(execution, scheduled, fc.constantFrom('hold', 'skip', 'fail'), async (each, times, choice) => {
			const dealer = nightDealer();
			const messages = messagesOf(times, false);
			const { outcomes } = await dealer.run(messages, { ...each, gate: gate(choice, each.leadMinutes) });
			expect(dealer.taken.filter((one) => restsAt(ringsAt(one)))).toEqual([]);
			expect(outcomes).toHaveLength(messages.length);
			outcomes.forEach((outcome, index) => {
				const got = dealer.taken.filter((one) => one.index === index);
				expect(got.length).toBeLessThanOrEqual(1);
				const kind = outcome.outcome;
				expect([index, kind, got.length]).toEqual([
					index,
					kind,
					['accepted', 'scheduled', 'held'].includes(kind) ? 1 : kind === 'unknown' ? got.length : 0,
				]);
				if (kind === 'rejected' || kind === 'skipped' || kind === 'unknown') return;
				// A result names its own message and the time at which it really comes.
				expect(outcome).toMatchObject({ messageId: `R/${index}`, scheduledAt: got[0]!.scheduleAt });
				expect(kind === 'held').toBe(got[0]!.scheduleAt !== messages[index]!.scheduleAt);
			});
		}),
		{ numRuns: 800 },
	);
});

// A dealer may refuse what is scheduled for the past, or for sooner than its lead (facts §6.6).
test('what is held reaches the dealer before its time, however long the way there is', async () => {
	const late = {
		start: kst('2026-12-02', '07:58:30'),
		takes: 0,
		parallel: 1,
		maxRecipients: 3,
		moods: [{ wait: 120 }],
		leadMinutes: 0 as const,
	};
	await fc.assert(
		fc.asyncProperty(execution, async (each) => {
			const dealer = nightDealer();
			const messages = messagesOf([null, null, null], false);
			await dealer.run(messages, { ...each, gate: gate('hold', each.leadMinutes) });
			for (const { at, scheduleAt } of dealer.taken)
				if (scheduleAt !== null) expect(scheduleAt).toBeGreaterThanOrEqual(at + each.leadMinutes * 60 * SECOND);
		}),
		{ numRuns: 800, examples: [[late]] },
	);
});

test('held: the night alone makes nobody lose a message', async () => {
	await fc.assert(
		fc.asyncProperty(execution, scheduled, async (each, times) => {
			const dealer = nightDealer();
			const { outcomes } = await dealer.run(messagesOf(times, false), {
				...each,
				gate: gate('hold', each.leadMinutes),
			});
			for (const { outcome, reason } of outcomes) {
				expect(outcome).not.toBe('skipped');
				if (outcome === 'rejected') expect(['no', 'throttled', 'unreachable', 'notAccepted']).toContain(reason?.code);
			}
		}),
		{ numRuns: 800 },
	);
});

test('left out: only for the night, and only what was not due by day', async () => {
	await fc.assert(
		fc.asyncProperty(execution, fc.constantFrom('skip', 'fail'), async (each, choice) => {
			const dealer = nightDealer();
			const calm = { ...each, moods: [] };
			const { outcomes, end } = await dealer.run(messagesOf(Array<null>(10).fill(null), false), {
				...calm,
				gate: gate(choice, 0),
			});
			const left = outcomes.filter(({ reason }) => reason?.code === 'night');
			expect(left.length + dealer.taken.length).toBe(10);
			if (left.length > 0) expect(restsAt(each.start) || restsAt(end)).toBe(true);
			if (restsAt(each.start) && restsAt(end)) expect(left).toHaveLength(10);
		}),
		{ numRuns: 500 },
	);
});

/** Runs one after the other with the same messages, and an undisturbed one by day at the end. */
async function bringsEachOutOnce(...choices: NightChoice[]): Promise<void> {
	const runs = fc.array(fc.tuple(execution, fc.constantFrom(...choices)), { minLength: 1, maxLength: 4 });
	await fc.assert(
		fc.asyncProperty(runs, scheduled, async (executions, times) => {
			const dealer = nightDealer();
			const store = storage();
			const messages = messagesOf(times, true);
			const copies = () =>
				messages.map((each) => dealer.taken.filter(({ identity }) => identity === identityOf(each)).length);
			for (const [each, choice] of executions) {
				await dealer.run(messages, { ...each, ledger: store.ledger, gate: gate(choice, each.leadMinutes) });
				expect(Math.max(...copies())).toBeLessThanOrEqual(1);
			}
			await dealer.run(messages, { start: kst('2026-12-03', '09:00'), ledger: store.ledger, gate: gate('hold', 0) });
			expect(copies()).toEqual(messages.map(() => 1));
			expect(dealer.taken.filter((one) => restsAt(ringsAt(one)))).toEqual([]);
		}),
		{ numRuns: 800 },
	);
}

test('with keys of one’s own: runs by night and by day bring each message out once, and the last one all', async () => {
	await bringsEachOutOnce('hold', 'fail');
});

test('also after runs that left some out at night', async () => {
	await bringsEachOutOnce('hold', 'skip', 'fail');
});
