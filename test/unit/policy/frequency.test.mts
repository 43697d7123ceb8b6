import { beforeEach, describe, expect, test } from 'vitest';

import { unknownReason } from '../../../kakao/delivery/reasons';
import type { AlimTalkMessage } from '../../../kakao/message/message';
import { accepted, rejected, skipped, unknownOutcome, type Outcome } from '../../../kakao/message/outcome';
import { claim, type FrequencyCap } from '../../../kakao/policy/frequency';
import { recipientOf, message } from '../support/make.mts';
import { n8nMarks } from '../support/n8nMarks.mts';
import { kst } from '../support/seoul.mts';

const DAILY: FrequencyCap = { most: 1, period: 'day' };
const TWICE_WEEKLY: FrequencyCap = { most: 2, period: 'week' };
const NOON = kst('2026-12-02', '12:00');
const OUT: Outcome = accepted('R/1', null);
const GOES: readonly Outcome[] = [
	OUT,
	accepted('R/1', NOON),
	{ ...skipped(unknownReason('')), outcome: 'held' } as Outcome,
	unknownOutcome(unknownReason('lost')),
];
const STAYS: readonly Outcome[] = [rejected(unknownReason('')), skipped(unknownReason(''))];

let store = n8nMarks();
let order = 0;
beforeEach(() => {
	store = n8nMarks();
	order = 0;
});

/** An advertisement to one of a few people, each with a key of its own. */
const to = (person: number, parts: Partial<AlimTalkMessage> = {}) =>
	message({ index: order, key: `ad-${order++}`, to: { country: '82', national: `0102000000${person}` }, ...parts });

/** One run. Who got a place, in order; the others with the code of their reason. */
async function run(
	messages: readonly AlimTalkMessage[],
	{ caps = [DAILY], at = NOON, outcome = OUT as Outcome | null } = {},
): Promise<(string | true)[]> {
	const { refused, settle } = await claim(messages, caps, store.ledger, ({ scheduleAt }) => scheduleAt ?? at);
	const sent = messages.filter((each) => !refused.has(each));
	if (outcome) await settle(new Map(sent.map((each) => [each, outcome])));
	return messages.map((each) => refused.get(each)?.code ?? true);
}

describe('one advertisement a day', () => {
	test('the second of the day is refused, and says why and that tomorrow it may go', async () => {
		expect(await run([to(1)])).toEqual([true]);
		const { refused } = await claim([to(1)], [DAILY], store.ledger, () => NOON + 60_000);
		expect([...refused.values()]).toEqual([
			expect.objectContaining({
				code: 'frequencyCap',
				codeSpace: 'policy',
				kind: 'recipient',
				text: 'This number has had its one advertisement today.',
				retryable: true,
			}),
		]);
	});

	test('the next day it goes', async () => {
		expect(await run([to(1)], { at: kst('2026-12-02', '23:59:59.999') })).toEqual([true]);
		expect(await run([to(1)], { at: kst('2026-12-03', '00:00:00.000') })).toEqual([true]);
	});

	test('the day ends at midnight in Korea, not in London', async () => {
		expect(await run([to(1)], { at: kst('2026-12-02', '08:59') })).toEqual([true]);
		expect(await run([to(1)], { at: kst('2026-12-02', '09:01') })).toEqual(['frequencyCap']);
	});

	test('the same number twice in one run gets the first message only', async () => {
		expect(await run([to(1), to(2), to(1)])).toEqual([true, true, 'frequencyCap']);
	});

	test('a number counts once however it is written', async () => {
		await run([to(1, { to: recipientOf('+82 10-2000-0001')! })]);
		expect(await run([to(1, { to: recipientOf(1020000001)! })])).toEqual(['frequencyCap']);
	});

	test('other people and other countries are not touched', async () => {
		await run([to(1)]);
		expect(await run([to(2), to(1, { to: { country: '1', national: '01020000001' } })])).toEqual([true, true]);
	});

	test('what waits for another day counts there', async () => {
		const tomorrow = NOON + 24 * 3_600_000;
		expect(await run([to(1, { scheduleAt: tomorrow }), to(1), to(1, { scheduleAt: tomorrow + 1 })])).toEqual([
			true,
			true,
			'frequencyCap',
		]);
		expect(await run([to(1)], { at: tomorrow })).toEqual(['frequencyCap']);
	});
});

describe('two a week', () => {
	const week = { caps: [TWICE_WEEKLY] };
	const on = async (date: string, time = '12:00') => await run([to(1)], { ...week, at: kst(date, time) });

	test('of four in one run two go', async () => {
		expect(await run([to(1), to(1), to(1), to(1)], week)).toEqual([true, true, 'frequencyCap', 'frequencyCap']);
	});

	test('the week runs from Monday to Sunday', async () => {
		expect(await on('2026-11-30', '00:00')).toEqual([true]);
		expect(await on('2026-12-06', '23:59:59.999')).toEqual([true]);
		expect(await on('2026-12-06', '23:59:59.999')).toEqual(['frequencyCap']);
		expect(await on('2026-12-07', '00:00')).toEqual([true]);
	});

	test('one week that lies in two years is one week', async () => {
		expect(await on('2026-12-31')).toEqual([true]);
		expect(await on('2027-01-03')).toEqual([true]);
		expect(await on('2027-01-01')).toEqual(['frequencyCap']);
		expect(await on('2027-01-04')).toEqual([true]);
	});

	test('the first days of a year that belong to the old year’s last week are not its 53rd to come', async () => {
		// 1 January 2027 is in week 53 of 2026, 31 December 2027 in week 52 of 2027.
		await on('2027-01-01');
		await on('2027-01-02');
		expect(await on('2027-12-31')).toEqual([true]);
	});
});

test('a month is one of the Korean calendar', async () => {
	const month = { caps: [{ most: 1, period: 'month' as const }] };
	expect(await run([to(1)], { ...month, at: kst('2027-01-31', '23:59:59.999') })).toEqual([true]);
	expect(await run([to(1)], { ...month, at: kst('2027-02-01', '00:00') })).toEqual([true]);
	expect(await run([to(1)], { ...month, at: kst('2027-02-28', '12:00') })).toEqual(['frequencyCap']);
	expect(await run([to(1)], { ...month, at: kst('2028-02-01', '12:00') })).toEqual([true]);
});

describe('several caps at once', () => {
	const caps = [DAILY, TWICE_WEEKLY];

	test('each of them holds', async () => {
		expect(await run([to(1), to(1)], { caps, at: kst('2026-12-01', '12:00') })).toEqual([true, 'frequencyCap']);
		expect(await run([to(1)], { caps, at: kst('2026-12-02', '12:00') })).toEqual([true]);
		expect(await run([to(1)], { caps, at: kst('2026-12-03', '12:00') })).toEqual(['frequencyCap']);
	});

	test('what the second refuses takes no place under the first', async () => {
		await run([to(1)], { caps: [TWICE_WEEKLY], at: kst('2026-12-01', '12:00') });
		await run([to(1)], { caps: [TWICE_WEEKLY], at: kst('2026-12-01', '13:00') });
		const [code] = await run([to(1)], { caps, at: kst('2026-12-02', '12:00') });
		expect(code).toBe('frequencyCap');
		expect(await run([to(1)], { caps: [DAILY], at: kst('2026-12-02', '13:00') })).toEqual([true]);
	});

	test('two for the same period: the stricter one holds', async () => {
		const twice = [{ most: 3, period: 'day' as const }, DAILY];
		expect(await run([to(1), to(1), to(1)], { caps: twice })).toEqual([true, 'frequencyCap', 'frequencyCap']);
	});

	test('what the first refuses takes no place under the second, not even within the run', async () => {
		const tomorrow = to(1, { scheduleAt: NOON + 24 * 3_600_000 });
		expect(await run([to(1), to(1), tomorrow], { caps })).toEqual([true, 'frequencyCap', true]);
	});

	test('the dealer’s one a day is not loosened by a wish for more', async () => {
		const wished = [DAILY, { most: 3, period: 'day' as const }];
		expect(await run([to(1), to(1), to(1)], { caps: wished })).toEqual([true, 'frequencyCap', 'frequencyCap']);
	});
});

describe('what becomes of a place', () => {
	test.each(STAYS)('it is given back for a message that did not go out ($outcome)', async (outcome) => {
		expect(await run([to(1)], { outcome })).toEqual([true]);
		expect(store.marks).toEqual([]);
		expect(await run([to(1)])).toEqual([true]);
	});

	test.each(GOES)('it stays taken by one that went out or may have ($outcome)', async (outcome) => {
		expect(await run([to(1)], { outcome })).toEqual([true]);
		expect(await run([to(1)])).toEqual(['frequencyCap']);
	});

	test('it is given back under every cap, and in the middle of others', async () => {
		const caps = [DAILY, TWICE_WEEKLY, { most: 3, period: 'month' as const }];
		const [first, bad, last] = [to(1), to(2), to(3)];
		const { settle } = await claim([first, bad, last], caps, store.ledger, () => NOON);
		await settle(
			new Map([
				[first, OUT],
				[bad, STAYS[0]!],
				[last, OUT],
			]),
		);
		expect(await run([to(1), to(2), to(3)], { caps })).toEqual(['frequencyCap', true, 'frequencyCap']);
	});

	test('it is given back for what was refused here, and for what nobody has an outcome of', async () => {
		const { refused, settle } = await claim([to(1), to(1)], [DAILY], store.ledger, () => NOON);
		expect(refused.size).toBe(1);
		await settle(new Map());
		expect(store.marks).toEqual([]);
	});

	test('of two places the free one is found again', async () => {
		const [first, second] = [to(1), to(1)];
		const { settle } = await claim([first, second], [TWICE_WEEKLY], store.ledger, () => NOON);
		await settle(
			new Map([
				[first, STAYS[0]!],
				[second, OUT],
			]),
		);
		expect(await run([to(1), to(1)], { caps: [TWICE_WEEKLY] })).toEqual([true, 'frequencyCap']);
	});
});

describe('a run that reaches the night', () => {
	const EVENING = kst('2026-12-06', '20:49');
	const heldUntil = (scheduledAt: number): Outcome =>
		({ ...skipped(unknownReason('')), outcome: 'held', scheduledAt }) as Outcome;

	/** What is claimed for a Sunday evening goes out on Monday morning. */
	async function overtaken(messages: readonly AlimTalkMessage[], caps: readonly FrequencyCap[], at: number) {
		const { settle } = await claim(messages, caps, store.ledger, () => EVENING);
		await settle(new Map(messages.map((each) => [each, heldUntil(at)])));
	}

	test('counts what it held in the day, week and month in which that goes out', async () => {
		const monday = kst('2026-12-07', '08:00');
		for (const cap of [DAILY, { most: 1, period: 'week' as const }]) {
			store = n8nMarks();
			await overtaken([to(1)], [cap], monday);
			expect(await run([to(1), to(2)], { caps: [cap], at: monday + 3_600_000 })).toEqual(['frequencyCap', true]);
		}
	});

	test('counts it once where the period is the same', async () => {
		const later = kst('2026-12-06', '20:55');
		await overtaken([to(1)], [TWICE_WEEKLY], later);
		expect(await run([to(1), to(1)], { caps: [TWICE_WEEKLY], at: later })).toEqual([true, 'frequencyCap']);
	});

	test('leaves the place of somebody who had it before it, and says nothing of what is out', async () => {
		const monday = kst('2026-12-07', '08:00');
		expect(await run([to(1)], { at: monday })).toEqual([true]);
		await overtaken([to(1)], [DAILY], monday);
		expect(await run([to(1)], { at: monday })).toEqual(['frequencyCap']);
		expect(await run([to(1)], { at: monday + 24 * 3_600_000 })).toEqual([true]);
	});
});

describe('a message that comes again with its key', () => {
	test('had its place, and the keys tell whether it was sent; another one is refused', async () => {
		const first = to(1);
		await run([first]);
		expect(await run([first])).toEqual([true]);
		expect(await run([to(1)])).toEqual(['frequencyCap']);
	});

	test('keeps its place when it is settled as sent before', async () => {
		const first = to(1);
		await run([first]);
		await run([first], { outcome: STAYS[1]! });
		expect(await run([to(1)])).toEqual(['frequencyCap']);
	});

	test('after a crash before its sending it goes on', async () => {
		const first = to(1);
		await run([first], { outcome: null });
		expect(await run([first])).toEqual([true]);
	});

	test('with another template it is another message', async () => {
		const first = to(1);
		await run([first]);
		expect(await run([{ ...first, template: { ...first.template, code: 'OTHER' } }])).toEqual(['frequencyCap']);
	});

	test('the next day it takes that day’s place only if it really goes out then', async () => {
		const first = to(1);
		await run([first]);
		const at = NOON + 24 * 3_600_000;
		expect(await run([first], { at, outcome: STAYS[1]! })).toEqual([true]);
		expect(await run([to(1)], { at })).toEqual([true]);
	});

	test('after a crash the one that was refused beside it does not slip through', async () => {
		const [first, second] = [to(1), to(1)];
		expect(await run([first, second], { outcome: null })).toEqual([true, 'frequencyCap']);
		expect(await run([first, second])).toEqual([true, 'frequencyCap']);
	});
});

describe('when n8n’s storage does not answer', () => {
	test('nothing goes out unchecked, and the reason says that it can be tried again', async () => {
		store.state.failAt = () => true;
		const { refused, settle } = await claim([to(1), to(2)], [DAILY, TWICE_WEEKLY], store.ledger, () => NOON);
		expect([...refused.values()].map(({ code, retryable, kind }) => [code, retryable, kind])).toEqual([
			['frequencyUnknown', true, 'service'],
			['frequencyUnknown', true, 'service'],
		]);
		await settle(new Map());
	});

	test('in the middle: still nothing goes out, and what was taken is given back', async () => {
		store.state.failAt = (call) => call === 2;
		expect((await run([to(1), to(2)])).every((code) => code !== true)).toBe(true);
		store.state.failAt = () => false;
		expect(store.marks).toEqual([]);
	});

	test('in the middle: nobody is told that this number has had its advertisement', async () => {
		store.state.failAt = (call) => call === 2;
		expect(await run([to(1), to(2)])).toEqual(['frequencyUnknown', 'frequencyUnknown']);
	});
});

test('without a cap, or without messages, nothing is asked and nobody refused', async () => {
	expect(await run([to(1), to(1)], { caps: [] })).toEqual([true, true]);
	expect(store.state.calls).toBe(0);
	expect(await run([])).toEqual([]);
	expect(store.marks).toEqual([]);
});

test('ten thousand people cost a handful of calls, not ten thousand', async () => {
	const many = Array.from({ length: 10_000 }, (_, person) =>
		to(0, { to: { country: '82', national: `010${String(30_000_000 + person)}` } }),
	);
	expect(new Set(await run(many, { caps: [DAILY, TWICE_WEEKLY] }))).toEqual(new Set([true]));
	expect(store.state.calls).toBeLessThan(10);
});
