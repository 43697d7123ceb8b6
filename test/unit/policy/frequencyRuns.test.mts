import fc from 'fast-check';
import { expect, test } from 'vitest';

import { identityOf } from '../../../kakao/delivery/keys';
import { unknownReason } from '../../../kakao/delivery/reasons';
import type { AlimTalkMessage } from '../../../kakao/message/message';
import { accepted, rejected, skipped, unknownOutcome, type Outcome } from '../../../kakao/message/outcome';
import { claim, type FrequencyCap } from '../../../kakao/policy/frequency';
import { Killed } from '../support/dealerModel.mts';
import { message } from '../support/make.mts';
import { n8nMarks } from '../support/n8nMarks.mts';
import { kst, watch } from '../support/seoul.mts';

const HOUR = 3_600_000;

type Fate = 'accept' | 'acceptSilently' | 'loseSilently' | 'reject';

interface Execution {
	/** Hours since the one before. */
	later: number;
	messages: { person: number; key: number; ahead: number }[];
	fates: Fate[];
	/** Dies at this call of the storage; null = lives. */
	killAt: number | null;
	/** Dies before it sends so many messages, or before it settles. */
	diesAfter: number | null;
	/** Calls at which the storage does not answer. */
	fails: number[];
}

const caps = fc.constantFrom<FrequencyCap[]>(
	[{ most: 1, period: 'day' }],
	[{ most: 2, period: 'week' }],
	[{ most: 3, period: 'day' }],
	[
		{ most: 1, period: 'day' },
		{ most: 2, period: 'week' },
	],
	[
		{ most: 3, period: 'month' },
		{ most: 2, period: 'week' },
		{ most: 1, period: 'day' },
	],
);
const one = fc.record({ person: fc.nat({ max: 2 }), key: fc.nat({ max: 5 }), ahead: fc.constantFrom(0, 0, 0, 30) });
const execution = (crashes: boolean, fails: boolean): fc.Arbitrary<Execution> =>
	fc.record({
		later: fc.integer({ min: 0, max: 60 }),
		messages: fc.array(one, { minLength: 1, maxLength: 6 }),
		fates: fc.array(fc.constantFrom<Fate>('accept', 'accept', 'acceptSilently', 'loseSilently', 'reject'), {
			minLength: 1,
			maxLength: 6,
		}),
		killAt: crashes ? fc.option(fc.integer({ min: 1, max: 8 })) : fc.constant(null),
		diesAfter: crashes ? fc.option(fc.nat({ max: 6 })) : fc.constant(null),
		fails: fails ? fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 2 }) : fc.constant([]),
	});

/** Which day, week (its Monday) or month of the Korean calendar, worked out without the package's own calendar. */
function periodOf(instant: number, period: FrequencyCap['period']): string {
	const { date } = watch(instant);
	if (period === 'day') return date;
	if (period === 'month') return date.slice(0, 7);
	const day = new Date(`${date}T00:00Z`);
	day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
	return day.toISOString().slice(0, 10);
}

/** A sender over weeks: what people have really been sent, and when. */
function world(rules: readonly FrequencyCap[]) {
	const store = n8nMarks();
	const sent: { person: string; at: number; identity: string }[] = [];
	let now = kst('2026-12-28', '09:00');

	async function run({ later, messages, fates, killAt, diesAfter, fails }: Execution): Promise<void> {
		now += later * HOUR;
		Object.assign(store.state, {
			calls: 0,
			killAt: killAt ?? Infinity,
			failAt: (call: number) => fails.includes(call),
		});
		const all = messages.map(({ person, key, ahead }, index) =>
			message({
				index,
				key: `ad-${key}`,
				to: { country: '82', national: `0102000000${person}` },
				scheduleAt: ahead === 0 ? null : now + ahead * HOUR,
			}),
		);
		const goesOutAt = ({ scheduleAt }: AlimTalkMessage) => scheduleAt ?? now;
		try {
			const { refused, settle } = await claim(all, rules, store.ledger, goesOutAt);
			const outcomes = new Map<AlimTalkMessage, Outcome>();
			all.forEach((each, at) => {
				if (at === diesAfter) throw new Killed();
				if (refused.has(each)) return;
				// What the keys do (delivery/ledger.ts): a message that is out is not sent again, nor twice in a run.
				const twice = all.slice(0, at).some((other) => !refused.has(other) && identityOf(other) === identityOf(each));
				const out = sent.some(({ identity }) => identity === identityOf(each));
				const fate = twice || out ? 'skip' : fates[at % fates.length]!;
				if (fate === 'accept' || fate === 'acceptSilently')
					sent.push({ person: each.to.national, at: goesOutAt(each), identity: identityOf(each) });
				outcomes.set(
					each,
					fate === 'accept'
						? accepted(`R/${at}`, each.scheduleAt)
						: fate === 'reject'
							? rejected(unknownReason(''))
							: fate === 'skip'
								? skipped(unknownReason(''))
								: unknownOutcome(unknownReason('')),
				);
			});
			if (diesAfter !== null) throw new Killed();
			await settle(outcomes);
		} catch (error) {
			if (!(error instanceof Killed)) throw error;
		}
	}

	/** Advertisements of a person in the period in which an instant lies. */
	const had = (person: string, at: number, { period }: FrequencyCap) =>
		sent.filter((each) => each.person === person && periodOf(each.at, period) === periodOf(at, period)).length;
	const worst = () =>
		Math.max(0, ...rules.flatMap((cap) => sent.map(({ person, at }) => had(person, at, cap) - cap.most)));
	return { run, worst, had, store, now: () => now };
}

async function neverTooMany(
	executions: fc.Arbitrary<Execution>,
	examples: [FrequencyCap[], Execution[]][] = [],
): Promise<void> {
	await fc.assert(
		fc.asyncProperty(caps, fc.array(executions, { minLength: 1, maxLength: 8 }), async (rules, all) => {
			const { run, worst } = world(rules);
			for (const each of all) {
				await run(each);
				expect(worst()).toBe(0);
			}
		}),
		{ numRuns: 800, examples },
	);
}

/** An undisturbed run, but for what is said. */
const plain = (keys: readonly number[], parts: Partial<Execution> = {}): Execution => ({
	later: 0,
	messages: keys.map((key) => ({ person: 0, key, ahead: 0 })),
	fates: ['accept'],
	killAt: null,
	diesAfter: null,
	fails: [],
	...parts,
});
const ONE_A_DAY: FrequencyCap[] = [{ most: 1, period: 'day' }];

test('over weeks of runs, retries and lost answers nobody gets more than the cap', async () => {
	await neverTooMany(execution(false, false));
});

test('nor when the storage fails now and then', async () => {
	// The marks of the one that was refused could not be taken back.
	await neverTooMany(execution(false, true), [[ONE_A_DAY, [plain([1, 2], { fails: [3] }), plain([2])]]]);
});

test('nor when runs break off anywhere and are started again', async () => {
	await neverTooMany(execution(true, false), [[ONE_A_DAY, [plain([1, 2], { diesAfter: 6 }), plain([1, 2])]]]);
});

test('and a place that nobody used is free: the cap never costs a customer more than it says', async () => {
	await fc.assert(
		fc.asyncProperty(
			caps,
			fc.array(execution(false, false), { minLength: 1, maxLength: 8 }),
			async (rules, executions) => {
				const { run, had, store, now } = world(rules);
				// Without answers that get lost: what may be out counts, though it is not.
				for (const each of executions)
					await run({ ...each, fates: each.fates.map((fate) => (fate === 'loseSilently' ? 'reject' : fate)) });
				for (const person of ['01020000000', '01020000001', '01020000002']) {
					const next = message({ key: 'next', to: { country: '82', national: person } });
					const { refused, settle } = await claim([next], rules, store.ledger, now);
					expect(refused.has(next)).toBe(rules.some((cap) => had(person, now(), cap) >= cap.most));
					await settle(new Map());
				}
			},
		),
		{ numRuns: 600 },
	);
});
