import { describe, expect, test } from 'vitest';

import { itIsInKorea } from '../harness/clock.mts';
import { ANNE, BEN, CARL, cappedCampaign, caps } from './brandCaps.mts';
import { brandStage, nhnRefuses, type RunBrand } from './brandKakao.mts';
import { DEALERS, outcomesOf } from './helpers.mts';
import { jsonOf } from './kakao.mts';
import type { Seen, Verdict } from './proxy.mts';

const kakao = brandStage();

const { campaign, said } = cappedCampaign(kakao);

describe.each(DEALERS)('one advertisement a day at %s', (dealer) => {
	test('the second execution of the day reaches only those who had none; the next day all again', async () => {
		expect(await said([ANNE, BEN], { dealer })).toEqual(['accepted', 'accepted']);
		const second = await campaign([BEN, CARL, ANNE], { dealer });
		expect(outcomesOf(second)).toEqual(['skipped', 'accepted', 'skipped']);
		expect(jsonOf(second.outputs[0])[0]).toMatchObject({
			reason: {
				code: 'frequencyCap',
				kind: 'recipient',
				text: 'This number has had its one advertisement today.',
				advice: expect.stringContaining('next period'),
				retryable: true,
			},
		});
		expect(second.hints).toMatchObject([
			{ type: 'info', message: expect.stringContaining('2 of 3 messages did not go out now') },
		]);
		expect(await kakao.messages()).toHaveLength(3);
		itIsInKorea('2026-12-02 08:00');
		expect(await said([ANNE, BEN, CARL], { dealer })).toEqual(['accepted', 'accepted', 'accepted']);
	});

	test('a number that stands twice in one list gets one message', async () => {
		const rows = [ANNE, { to: '010-2000-0000' }, BEN, { to: '+82 10 2000 0000' }];
		expect(await said(rows, { dealer })).toEqual(['accepted', 'skipped', 'accepted', 'skipped']);
		expect(await kakao.messages()).toHaveLength(2);
	});
});

describe('which advertisements count', () => {
	test('several to a day, a week from Monday, a month: the tightest one decides', async () => {
		const parameters = caps({ most: 2, period: 'day' }, { most: 3, period: 'week' }, { most: 4, period: 'month' });
		const days: [string, string[]][] = [
			['2026-12-02 10:00', ['accepted']],
			['2026-12-02 11:00', ['accepted']],
			['2026-12-02 12:00', ['skipped']],
			['2026-12-03 10:00', ['accepted']],
			['2026-12-04 10:00', ['skipped']],
			// The following Monday.
			['2026-12-07 10:00', ['accepted']],
			['2026-12-07 11:00', ['skipped']],
			['2026-12-31 20:00', ['skipped']],
			['2027-01-01 10:00', ['accepted']],
		];
		for (const [time, expected] of days) {
			itIsInKorea(time);
			expect(await said([ANNE], { parameters }), time).toEqual(expected);
		}
	});

	test('days change at midnight in Korea, wherever n8n runs', async () => {
		// 14:59 UTC and 15:01 UTC of the same day.
		itIsInKorea('2026-12-01 23:59');
		const at = (time: string): RunBrand => ({ timezone: 'UTC', parameters: { options: { scheduleAt: time } } });
		expect(await said([ANNE], at('2026-12-02 08:30'))).toEqual(['scheduled']);
		expect(await said([ANNE], at('2026-12-02 19:30'))).toEqual(['skipped']);
		itIsInKorea('2026-12-02 00:01');
		expect(await said([ANNE], at('2026-12-02 12:00'))).toEqual(['skipped']);
		expect(await said([ANNE], at('2026-12-03 12:00'))).toEqual(['scheduled']);
	});

	test('what is held counts on the day on which it goes out', async () => {
		itIsInKorea('2026-12-01 21:00');
		expect(await said([ANNE])).toEqual(['held']);
		itIsInKorea('2026-12-02 09:00');
		expect(await said([ANNE])).toEqual(['skipped']);
		itIsInKorea('2026-12-03 09:00');
		expect(await said([ANNE])).toEqual(['accepted']);
	});

	test('what the night overtook counts on the day on which it goes out', async () => {
		itIsInKorea('2026-12-01 20:49:59');
		let night = false;
		// The dealer asks to wait, and the night begins meanwhile.
		const judge = ({ method }: Seen): Verdict => {
			if (night || method !== 'POST') return 'pass';
			night = true;
			setTimeout(() => itIsInKorea('2026-12-01 20:50:01'), 300);
			return { status: 429, headers: { 'retry-after': '1' } };
		};
		expect(await said([ANNE], { judge })).toEqual(['held']);
		itIsInKorea('2026-12-02 09:00');
		expect(await said([ANNE, BEN])).toEqual(['skipped', 'accepted']);
		itIsInKorea('2026-12-03 09:00');
		expect(await said([ANNE])).toEqual(['accepted']);
	});

	test('other workflows have counts of their own; other nodes of this one share it', async () => {
		expect(await said([ANNE])).toEqual(['accepted']);
		expect(await said([ANNE], { workflowId: 'another' })).toEqual(['accepted']);
		expect(await said([ANNE], { node: { id: 'second-node', name: 'Second' } })).toEqual(['skipped']);
	});

	test.each([
		['refused by the dealer', undefined],
		['kept back by the night', '2026-12-01 22:00'],
	])('a message that was %s took no place', async (_why, time) => {
		if (time) itIsInKorea(time);
		const first = await said([ANNE], {
			judge: () => (time ? 'pass' : nhnRefuses(-3301)),
			parameters: { night: 'skip' },
			node: { onError: 'continueRegularOutput' },
		});
		expect(first).toEqual([time ? 'skipped' : 'rejected']);
		itIsInKorea('2026-12-01 14:30');
		expect(await said([ANNE])).toEqual(['accepted']);
		expect(await said([ANNE])).toEqual(['skipped']);
	});

	test('of a refused one among many only its own place is given back', async () => {
		const rows = [ANNE, { to: '01011110009', text: '나쁜 글' }, BEN].map((row) => ({ text: '글', ...row }));
		const options = { parameters: { text: '={{ $json.text }}' } };
		const judge = ({ body }: Seen) => (body.includes('나쁜 글') ? nhnRefuses(-3304) : 'pass');
		expect(await said(rows, { ...options, judge })).toEqual(['accepted', 'rejected', 'accepted']);
		expect(await said(rows, options)).toEqual(['skipped', 'accepted', 'skipped']);
	});

	test('what may have gone out counts: nobody is asked to bear a second one', async () => {
		const judge = ({ method }: Seen) => (method === 'POST' ? 'lose' : { status: 401, body: {} });
		expect(await said([ANNE], { dealer: 'naverSens', judge })).toEqual(['unknown']);
		expect(await said([ANNE], { dealer: 'naverSens' })).toEqual(['skipped']);
	}, 60_000);

	test('a cap of nothing or of half a message is refused, the whole run', async () => {
		for (const most of [0, 1.5, -1, 'many']) {
			const { error } = await campaign([ANNE], { parameters: caps({ most: most as number, period: 'day' }) });
			expect(error?.message, String(most)).toContain(`Frequency Cap is "${most}"; nothing was sent`);
			expect(error?.description).toBe('Give a whole number from 1.');
		}
		const { error } = await campaign([ANNE], { parameters: caps({ most: 1, period: 'Week' }) });
		expect(error?.message).toContain('Frequency Cap is per "Week"; nothing was sent');
		expect(await kakao.messages()).toEqual([]);
	});
});
