import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { instantInKorea, itIsInKorea } from '../harness/clock.mts';
import { brandStage, people, reasonsOf } from './brandKakao.mts';
import { DEALERS, outcomesOf, requests } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();

/** SOLAPI closes earlier: one of its codes says 20:00, and what it refuses at night is lost. */
const CLOSES: Record<DealerId, string> = { nhnCloud: '20:50', solapi: '20:00', naverSens: '20:50' };
const MORNING = '2026-12-02T08:00:00.000+09:00';

const atNight = (night: string, more: IDataObject = {}) => ({ night, ...more });
/** Requests that hand messages over or let them go. */
const sends = async () => (await requests(kakao)).filter(({ method }) => method !== 'GET');
const lastMinute = (dealer: DealerId) => `2026-12-01 ${CLOSES[dealer] === '20:00' ? '19:59' : '20:49'}`;

describe.each(DEALERS)('at %s', (dealer) => {
	test('until the last minute of the day advertising goes out, whatever is chosen for the night', async () => {
		for (const [at, night] of ['hold', 'skip', 'fail'].entries()) {
			itIsInKorea(`${lastMinute(dealer)}:59`);
			const run = await kakao.brand(people(1), { dealer, parameters: atNight(night), executionId: String(at) });
			expect(outcomesOf(run), night).toEqual(['accepted']);
			expect(run.hints).toEqual([]);
		}
	});

	test.each([[`2026-12-01 CLOSES`], ['2026-12-01 23:59'], ['2026-12-02 00:00'], ['2026-12-02 07:45']])(
		'at %s "Hold" schedules for the morning, says so, and nothing reaches a phone before',
		async (time) => {
			itIsInKorea(time.replace('CLOSES', CLOSES[dealer]));
			const run = await kakao.brand(people(3), { dealer, parameters: atNight('hold') });
			expect(run.error).toBeUndefined();
			expect(jsonOf(run.outputs[0])).toMatchObject(
				Array(3).fill({
					outcome: 'held',
					messageId: expect.stringContaining('/'),
					scheduledAt: MORNING,
					reason: {
						code: 'night',
						kind: 'time',
						text: expect.stringMatching(/It is night in Korea\. Scheduled for 2026-12-02 08:00\./),
					},
				}),
			);
			expect(run.hints).toMatchObject([
				{ type: 'info', message: expect.stringContaining('3 of 3 messages did not go out now') },
			]);
			const messages = await kakao.messages();
			expect(messages.map(({ state, scheduledAt }) => [state, Date.parse(scheduledAt!)])).toEqual(
				Array(3).fill(['scheduled', instantInKorea('2026-12-02 08:00')]),
			);
			itIsInKorea('2026-12-02 08:00');
			await kakao.post('/api/scheduled/release', {});
			expect((await kakao.messages()).map(({ state }) => state)).toEqual(Array(3).fill('delivered'));
		},
	);

	test('"Hold" in the last minutes before eight leaves the dealer the time it wants', async () => {
		itIsInKorea('2026-12-02 07:59:30');
		const run = await kakao.brand(people(1), { dealer, parameters: atNight('hold') });
		expect(outcomesOf(run)).toEqual(['held']);
		const [message] = await kakao.messages();
		expect(Date.parse(message!.scheduledAt!)).toBeGreaterThanOrEqual(instantInKorea('2026-12-02 08:00'));
	});

	test('"Skip" leaves the messages out and asks the dealer for nothing', async () => {
		itIsInKorea(`2026-12-01 ${CLOSES[dealer]}`);
		const run = await kakao.brand(people(2), { dealer, parameters: atNight('skip') });
		expect(run.error).toBeUndefined();
		expect(reasonsOf(run)).toEqual(['night', 'night']);
		expect(outcomesOf(run)).toEqual(['skipped', 'skipped']);
		expect(await sends()).toEqual([]);
	});

	test('"Stop" stops the node with the reason and when to send; with "Continue" the messages come out refused', async () => {
		itIsInKorea('2026-12-01 22:00');
		const run = await kakao.brand(people(1), { dealer, parameters: atNight('fail') });
		expect(run.error?.message).toMatch(
			/^Item 0: At Night keeps it back: It is night in Korea\. .* Send it from 2026-12-02 08:00 on, or set At Night to "Hold Until Morning"\. Nothing was sent\.$/,
		);
		expect(run.error?.message).not.toContain('..');
		const continued = await kakao.brand(people(1), {
			dealer,
			parameters: atNight('fail'),
			node: { onError: 'continueRegularOutput' },
		});
		expect(outcomesOf(continued)).toEqual(['rejected']);
		expect(await sends()).toEqual([]);
	});

	test('a time that a row chose is looked at, too: by day it stays, at night it is moved to the morning after it', async () => {
		const rows = ['2026-12-03 10:00', '2026-12-03 21:00', '2026-12-04 07:59', '2026-12-03 08:00'].map((at, place) => ({
			...people(4)[place]!,
			at,
		}));
		const parameters = (night: string) => atNight(night, { options: { scheduleAt: '={{ $json.at }}' } });
		const run = await kakao.brand(rows, { dealer, parameters: parameters('hold') });
		expect(
			jsonOf(run.outputs[0]).map(({ outcome, scheduledAt }) => [outcome, String(scheduledAt).slice(0, 16)]),
		).toEqual([
			['scheduled', '2026-12-03T10:00'],
			['held', '2026-12-04T08:00'],
			['held', '2026-12-04T08:00'],
			['scheduled', '2026-12-03T08:00'],
		]);
		expect(jsonOf(run.outputs[0])[1]).toMatchObject({
			reason: { text: expect.stringContaining('2026-12-03 21:00 is night in Korea.') },
		});
		expect((await kakao.messages()).map(({ to, scheduledAt }) => [to, Date.parse(scheduledAt!)]).sort()).toEqual(
			['03 10:00', '04 08:00', '04 08:00', '03 08:00'].map((time, place) => [
				rows[place]!.to,
				instantInKorea(`2026-12-${time}`),
			]),
		);
		const stopped = await kakao.brand(rows, { dealer, parameters: parameters('fail'), executionId: '3' });
		expect(stopped.error?.message).toContain(
			'2 of 4 messages cannot be sent as they are, so nothing was sent. Item 1: At Night keeps it back: 2026-12-03 21:00 is night',
		);
		expect(stopped.error?.description).toContain('Item 2: At Night keeps it back: 2026-12-04 07:59 is night in Korea.');
		expect(await kakao.messages()).toHaveLength(4);
		await kakao.post('/api/reset', {});
		const left = await kakao.brand(rows, { dealer, parameters: parameters('skip'), executionId: '2' });
		expect(outcomesOf(left)).toEqual(['scheduled', 'skipped', 'skipped', 'scheduled']);
		expect(await kakao.messages()).toHaveLength(2);
	});

	test('scheduled at night for the day it is what the person asked for, not held', async () => {
		itIsInKorea('2026-12-01 23:00');
		const run = await kakao.brand(people(1), {
			dealer,
			parameters: atNight('fail', { options: { scheduleAt: '2026-12-02 09:00' } }),
		});
		expect(jsonOf(run.outputs[0])).toMatchObject([
			{ outcome: 'scheduled', scheduledAt: '2026-12-02T09:00:00.000+09:00', reason: null },
		]);
	});

	test('the clock that counts is Korean, wherever n8n runs', async () => {
		itIsInKorea('2026-12-01 21:00');
		const run = await kakao.brand(people(1), { dealer, parameters: atNight('skip'), timezone: 'America/New_York' });
		expect(outcomesOf(run)).toEqual(['skipped']);
	});
});
