import { beforeEach, describe, expect, test } from 'vitest';

import type { AlimTalkMessage } from '../../../kakao/message/message';
import { KAKAO_NIGHT, nightGate, type NightChoice } from '../../../kakao/policy/night';
import { message } from '../support/make.mts';
import { nightDealer, ringsAt } from '../support/nightRun.mts';
import { kst, restsAt } from '../support/seoul.mts';

const SECOND = 1_000;
const MORNING = kst('2026-12-02', '08:00');
const gate = (choice: NightChoice, minLeadMinutes = 0) =>
	nightGate<AlimTalkMessage>(choice, KAKAO_NIGHT, { schedule: { minLeadMinutes, maxDays: 60, wholeMinutes: true } });
const messages = (count: number, parts: Partial<AlimTalkMessage> = {}) =>
	Array.from({ length: count }, (_, index) => message({ index, keyGiven: false, ...parts }));
const evening = (time: string) => kst('2026-12-01', time);

let dealer = nightDealer();
beforeEach(() => {
	dealer = nightDealer();
});
const nobodyIsWoken = () => {
	expect(dealer.taken.filter((each) => restsAt(ringsAt(each)))).toEqual([]);
	expect(new Set(dealer.taken.map(({ identity }) => identity)).size).toBe(dealer.taken.length);
};

describe('a run that is under way when the evening ends', () => {
	test('sends what it can and schedules the rest for the morning', async () => {
		const { kinds, outcomes } = await dealer.run(messages(8), {
			start: evening('20:49:30'),
			takes: 20 * SECOND,
			gate: gate('hold'),
		});
		expect(kinds).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'held', 'held', 'held', 'held']);
		expect(outcomes.map(({ messageId }) => messageId)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((index) => `R/${index}`));
		expect(outcomes.slice(4)).toMatchObject(
			[4, 5, 6, 7].map(() => ({ scheduledAt: MORNING, reason: { code: 'night', retryable: false } })),
		);
		expect(dealer.taken.map(({ index, scheduleAt }) => [index, scheduleAt])).toEqual(
			[0, 1, 2, 3, 4, 5, 6, 7].map((index) => [index, index < 4 ? null : MORNING]),
		);
		nobodyIsWoken();
	});

	test.each([
		['skip', 'skipped'],
		['fail', 'rejected'],
	] as const)('or leaves it out (%s), and does not trouble the dealer with it', async (choice, kind) => {
		const { kinds, outcomes } = await dealer.run(messages(6), {
			start: evening('20:49:50'),
			takes: 10 * SECOND,
			gate: gate(choice),
		});
		expect(kinds).toEqual(['accepted', 'accepted', kind, kind, kind, kind]);
		expect(outcomes[5]).toMatchObject({ reason: { code: 'night', retryable: true } });
		expect(dealer.requests).toHaveLength(1);
	});

	test('a request that begins at 20:49:59.999 still goes, one at 20:50:00.000 does not', async () => {
		const late = { takes: 1, gate: gate('skip') };
		expect((await dealer.run(messages(4), { ...late, start: evening('20:49:59.999') })).kinds).toEqual([
			'accepted',
			'accepted',
			'skipped',
			'skipped',
		]);
	});

	test('with several requests at once nobody is sent to at night either', async () => {
		const { kinds } = await dealer.run(messages(20), {
			start: evening('20:49:45'),
			takes: 10 * SECOND,
			parallel: 4,
			gate: gate('hold'),
		});
		expect(new Set(kinds)).toEqual(new Set(['accepted', 'held']));
		expect(dealer.taken).toHaveLength(20);
		nobodyIsWoken();
	});
});

describe('a dealer that asks to wait until it is night', () => {
	const late = { start: evening('20:49:00'), moods: [{ wait: 90 }] };

	test('gets the message then for the morning', async () => {
		const { kinds, outcomes } = await dealer.run(messages(2), { ...late, gate: gate('hold') });
		expect(kinds).toEqual(['held', 'held']);
		expect(outcomes[0]).toMatchObject({ scheduledAt: MORNING });
		expect(dealer.taken.map(({ scheduleAt }) => scheduleAt)).toEqual([MORNING, MORNING]);
		nobodyIsWoken();
	});

	test('to the very millisecond at which the evening ends: that is night', async () => {
		const { kinds } = await dealer.run(messages(2), {
			start: evening('20:49:30'),
			moods: [{ wait: 30 }],
			gate: gate('skip'),
		});
		expect(kinds).toEqual(['skipped', 'skipped']);
		expect(dealer.taken).toEqual([]);
	});

	test('and a wait that ends a second before leaves the message its time', async () => {
		const { kinds } = await dealer.run(messages(2), {
			start: evening('20:49:30'),
			moods: [{ wait: 29 }],
			gate: gate('skip'),
		});
		expect(kinds).toEqual(['accepted', 'accepted']);
	});

	test.each([
		['skip', 'skipped'],
		['fail', 'rejected'],
	] as const)('or is not asked again (%s), and the reason is the night', async (choice, kind) => {
		const { kinds, outcomes } = await dealer.run(messages(2), { ...late, gate: gate(choice) });
		expect(kinds).toEqual([kind, kind]);
		expect(outcomes[0]).toMatchObject({ reason: { code: 'night' } });
		expect(dealer.requests).toHaveLength(1);
	});
});

describe('a lost answer just before the evening ends', () => {
	const late = { start: evening('20:49:50'), takes: 12 * SECOND };

	test('is looked up also at night: what arrived is not sent a second time', async () => {
		const { kinds } = await dealer.run(messages(2), { ...late, moods: ['takeSilently'], gate: gate('hold') });
		expect(kinds).toEqual(['accepted', 'accepted']);
		expect(dealer.requests.map(({ kind }) => kind)).toEqual(['send', 'look']);
		nobodyIsWoken();
	});

	test('what did not arrive is scheduled, not repeated in the night', async () => {
		const { kinds } = await dealer.run(messages(2), { ...late, moods: ['lose'], gate: gate('hold') });
		expect(kinds).toEqual(['held', 'held']);
		expect(dealer.requests.map(({ kind }) => kind)).toEqual(['send', 'look', 'send']);
		nobodyIsWoken();
	});

	test('or left out, and the sender is told that it may be sent again', async () => {
		const { outcomes } = await dealer.run(messages(2), { ...late, moods: ['lose'], gate: gate('skip') });
		expect(outcomes).toMatchObject(
			[0, 1].map(() => ({ outcome: 'skipped', reason: { code: 'night', retryable: true } })),
		);
		expect(dealer.taken).toEqual([]);
	});

	test('a dealer that could not be reached at all is not tried again at night', async () => {
		const { kinds } = await dealer.run(messages(2), {
			start: evening('20:49:59.800'),
			moods: ['away'],
			gate: gate('hold'),
		});
		expect(kinds).toEqual(['held', 'held']);
		expect(dealer.requests.filter(({ at }) => restsAt(at))).toHaveLength(1);
		nobodyIsWoken();
	});
});

describe('messages of one request whose ways part', () => {
	test('what is due in the morning and what is due now reach the dealer apart, results stay in order', async () => {
		const own = kst('2026-12-03', '10:00');
		const mixed = messages(6).map((each) => (each.index % 2 === 0 ? each : { ...each, scheduleAt: own }));
		const { outcomes } = await dealer.run(mixed, { start: evening('22:00'), maxRecipients: 6, gate: gate('hold') });
		expect(outcomes.map(({ outcome, scheduledAt }) => [outcome, scheduledAt])).toEqual(
			mixed.map(({ scheduleAt }) => (scheduleAt === null ? ['held', MORNING] : ['scheduled', own])),
		);
		expect(outcomes.map(({ messageId }) => messageId)).toEqual([0, 1, 2, 3, 4, 5].map((index) => `R/${index}`));
		expect(dealer.requests.map(({ indexes }) => indexes)).toEqual([
			[0, 2, 4],
			[1, 3, 5],
		]);
	});

	test('one bad message among held ones is found, and the others wait for the morning', async () => {
		const { kinds } = await dealer.run(messages(4), {
			start: evening('22:00'),
			maxRecipients: 4,
			moods: Array.from({ length: 9 }, () => ({ refusesTogether: 2 })),
			gate: gate('hold'),
		});
		expect(kinds).toEqual(['held', 'held', 'rejected', 'held']);
		nobodyIsWoken();
	});

	test('halves that the evening’s end overtakes are held, those before it are out', async () => {
		const { kinds } = await dealer.run(messages(4), {
			start: evening('20:49:30'),
			takes: 14 * SECOND,
			maxRecipients: 4,
			moods: Array.from({ length: 9 }, () => ({ refusesTogether: 3 })),
			gate: gate('hold'),
		});
		expect(kinds).toEqual(['accepted', 'accepted', 'held', 'rejected']);
		nobodyIsWoken();
	});

	test('a single refusal leaves the reason of the dealer, not of the night', async () => {
		const { outcomes } = await dealer.run(messages(2), {
			start: evening('22:00'),
			moods: [{ refuses: 1 }],
			gate: gate('hold'),
		});
		expect(outcomes).toMatchObject([
			{ outcome: 'held', reason: { code: 'night' } },
			{ outcome: 'rejected', reason: { code: 'no' } },
		]);
	});
});

test('without a gate everything goes as it is, also at night', async () => {
	const { kinds } = await dealer.run(messages(3), { start: evening('23:00') });
	expect(kinds).toEqual(['accepted', 'accepted', 'accepted']);
});

test('a gate that never closes lets a long run go on', async () => {
	const open = { start: kst('2026-12-01', '08:00'), takes: 60 * SECOND, gate: gate('hold') };
	expect(new Set((await dealer.run(messages(40), open)).kinds)).toEqual(new Set(['accepted']));
});

test('a time of the evening that passes while the dealer asks to wait brings nothing out at night', async () => {
	const due = messages(2, { scheduleAt: evening('20:49:30') });
	await dealer.run(due, { start: evening('20:49:00'), moods: [{ wait: 90 }], gate: gate('hold') });
	nobodyIsWoken();
});
