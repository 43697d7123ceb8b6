import { beforeEach, describe, expect, test } from 'vitest';

import type { AlimTalkMessage } from '../../../kakao/message/message';
import { KAKAO_NIGHT, nightGate, type NightChoice } from '../../../kakao/policy/night';
import { storage } from '../support/dealerModel.mts';
import { message } from '../support/make.mts';
import { nightDealer, type NightRun } from '../support/nightRun.mts';
import { kst } from '../support/seoul.mts';

const SECOND = 1_000;
const gate = (choice: NightChoice) =>
	nightGate<AlimTalkMessage>(choice, KAKAO_NIGHT, { schedule: { minLeadMinutes: 0, maxDays: 60, wholeMinutes: true } });
const orders = Array.from({ length: 6 }, (_, index) => message({ index }));

let dealer = nightDealer();
let store = storage();
beforeEach(() => {
	dealer = nightDealer();
	store = storage();
});
const run = async (options: NightRun) => await dealer.run(orders, { ...options, ledger: store.ledger });
const times = () => orders.map(({ index }) => dealer.taken.filter((each) => each.index === index).length);

/** The first batch goes out, the others meet the night. */
const CROSSING = { start: kst('2026-12-01', '20:49:55'), takes: 10 * SECOND };
const IN_THE_MORNING = kst('2026-12-02', '08:00');

describe('with message keys of one’s own', () => {
	test('what is held for the morning is not sent again by the next run, at night or in the morning', async () => {
		expect((await run({ ...CROSSING, gate: gate('hold') })).kinds).toEqual([
			'accepted',
			'accepted',
			'held',
			'held',
			'held',
			'held',
		]);
		for (const start of [kst('2026-12-01', '23:00'), IN_THE_MORNING]) {
			const { outcomes } = await run({ start, gate: gate('hold') });
			expect(outcomes).toMatchObject(orders.map(() => ({ outcome: 'skipped', reason: { code: 'alreadySent' } })));
		}
		expect(times()).toEqual([1, 1, 1, 1, 1, 1]);
	});

	test('what the night refused goes out with the next run, and nothing else', async () => {
		await run({ ...CROSSING, gate: gate('fail') });
		const { kinds } = await run({ start: IN_THE_MORNING, gate: gate('fail') });
		expect(kinds).toEqual(['skipped', 'skipped', 'accepted', 'accepted', 'accepted', 'accepted']);
		expect(times()).toEqual([1, 1, 1, 1, 1, 1]);
	});

	test('what the night left out goes out with the next run, as its reason promises', async () => {
		const { outcomes } = await run({ ...CROSSING, gate: gate('skip') });
		expect(outcomes[5]).toMatchObject({ outcome: 'skipped', reason: { code: 'night', retryable: true } });
		const { kinds } = await run({ start: IN_THE_MORNING, gate: gate('skip') });
		expect(kinds).toEqual(['skipped', 'skipped', 'accepted', 'accepted', 'accepted', 'accepted']);
		expect(times()).toEqual([1, 1, 1, 1, 1, 1]);
	});

	test('what was skipped because it had been sent stays sent, however often it comes', async () => {
		await run({ start: kst('2026-12-01', '12:00'), gate: gate('skip') });
		for (let again = 0; again < 3; again++)
			expect((await run({ start: IN_THE_MORNING, gate: gate('skip') })).kinds).toEqual(orders.map(() => 'skipped'));
		expect(times()).toEqual([1, 1, 1, 1, 1, 1]);
	});

	test('a run killed at night after holding its messages sends none of them twice', async () => {
		store.state.killAt = 3;
		await run({ start: kst('2026-12-01', '22:00'), gate: gate('hold') }).catch(() => undefined);
		expect(times()).toEqual([1, 1, 1, 1, 1, 1]);
		Object.assign(store.state, { killAt: Infinity });
		const { outcomes } = await run({ start: IN_THE_MORNING, gate: gate('hold') });
		expect(outcomes).toMatchObject(orders.map(() => ({ outcome: 'skipped', reason: { code: 'alreadySent' } })));
		expect(times()).toEqual([1, 1, 1, 1, 1, 1]);
	});
});
