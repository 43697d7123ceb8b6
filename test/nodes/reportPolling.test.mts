import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import type { Call } from '../harness/nodeMethods.mts';
import { BLOCKS_ALIMTALK, DEALERS, NO_KAKAO, settled } from './helpers.mts';
import { stage, templateCode } from './kakao.mts';
import { behind, polledUntil, refusal, sendTo, startPolling } from './reports.mts';

const kakao = stage();

const polling = async (dealer: DealerId, parameters: IDataObject = {}, more: Partial<Call> = {}) =>
	await startPolling(kakao, dealer, parameters, more);
const idsOf = (items: { json: IDataObject }[]) => items.map(({ json }) => json.messageId).sort();
const DAY = 24 * 60 * 60_000;

describe.each(DEALERS)('polling %s', (dealer) => {
	// Guards against, at SOLAPI: the list is asked for type ATA, and a message that was replaced by SMS is listed as SMS.
	test('hands on every final report once, in the one shape', async () => {
		const listening = await polling(dealer);
		const ids = await sendTo(kakao, dealer, ['01011110001', NO_KAKAO, BLOCKS_ALIMTALK]);
		await settled(kakao);
		await listening.tick();
		expect(listening.warnings).toEqual([]);
		expect(listening.emitted.map(idsOf)).toEqual([[...ids].sort()]);
		const byId = Object.fromEntries(listening.emitted[0]!.map(({ json }) => [json.messageId, json]));
		expect(byId[ids[0]!]).toMatchObject({
			status: 'delivered',
			deliveredBy: 'alimtalk',
			to: '01011110001',
			templateCode: templateCode(dealer, 'bench-three'),
		});
		expect(byId[ids[1]!]).toMatchObject({ status: 'fallbackDelivered', deliveredBy: 'sms', to: NO_KAKAO });
		expect(byId[ids[1]!]?.reportedAt).toMatch(/\+09:00$/);
		await listening.tick();
		const [late] = await sendTo(kakao, dealer, ['01011110004']);
		await settled(kakao);
		await listening.tick();
		expect(listening.emitted.map(idsOf).slice(1)).toEqual([[late]]);
	});

	test('what is still on its way is not reported before it is final', async () => {
		const listening = await polling(dealer);
		await sendTo(kakao, dealer, ['01011110001'], { scheduleAt: new Date(Date.now() + 3_600_000).toISOString() });
		await listening.tick();
		expect(listening.emitted).toEqual([]);
	});

	test('filters hold for polled reports too', async () => {
		const listening = await polling(dealer, {
			filters: { statuses: ['fallbackDelivered'] },
			options: { includeRaw: true },
		});
		const ids = await sendTo(kakao, dealer, ['01011110001', NO_KAKAO]);
		await settled(kakao);
		await listening.tick();
		expect(listening.emitted.map(idsOf)).toEqual([[ids[1]]]);
		expect(JSON.stringify(listening.emitted[0]![0]!.json.raw)).toContain(NO_KAKAO);
	});

	test('while the dealer refuses to answer it is logged, and later nothing is missing', async () => {
		let down = true;
		const { there } = await behind(kakao, dealer, () => (down ? refusal('Broken') : 'pass'));
		const listening = await polling(dealer, {}, there);
		const ids = await sendTo(kakao, dealer, ['01011110001']);
		await settled(kakao);
		await listening.tick();
		expect(listening.warnings).toEqual([expect.stringContaining('Delivery reports could not be polled')]);
		expect(listening.emitted).toEqual([]);
		down = false;
		await listening.tick();
		expect(listening.emitted.map(idsOf)).toEqual([ids]);
	});

	test('after n8n was down for days, the days between are asked for, in spans that the dealer takes', async () => {
		const ids = await sendTo(kakao, dealer, ['01011110001']);
		await settled(kakao);
		const listening = await polling(dealer, {}, polledUntil(Date.now() - 3 * DAY));
		await listening.tick();
		expect(listening.warnings).toEqual([]);
		expect(listening.emitted.map(idsOf)).toEqual([ids]);
	});

	test('after a restart the reports that were handed on before stay dropped', async () => {
		const listening = await polling(dealer);
		await sendTo(kakao, dealer, ['01011110001']);
		await settled(kakao);
		await listening.tick();
		const again = await polling(dealer, {}, { staticData: listening.staticData() });
		await again.tick();
		expect([listening.emitted.length, again.emitted.length]).toEqual([1, 0]);
	});

	test('two ticks at once ask once', async () => {
		const listening = await polling(dealer);
		await sendTo(kakao, dealer, ['01011110001']);
		await settled(kakao);
		await Promise.all([listening.tick(), listening.tick()]);
		expect(listening.emitted).toHaveLength(1);
	});
});

// Guards against: 2,000 ids are kept, but the overlap of five minutes holds as many reports as a campaign has.
test('a campaign of 2,100 is not reported again by the next poll', async () => {
	const listening = await polling('nhnCloud');
	await sendTo(
		kakao,
		'nhnCloud',
		Array.from({ length: 2100 }, (_, at) => `010${20000000 + at}`),
	);
	await settled(kakao);
	await listening.tick();
	await listening.tick();
	expect(listening.emitted.map(({ length }) => length)).toEqual([2100]);
});

// Guards against: NHN refuses to search before 90 days (-4017); the node asks for that span again and again, for ever.
test('a workflow that was off for half a year finds its way back to today', async () => {
	const listening = await polling('nhnCloud', {}, polledUntil(Date.now() - 180 * DAY));
	const ids = await sendTo(kakao, 'nhnCloud', ['01011110001']);
	await settled(kakao);
	await listening.tick();
	await listening.tick();
	expect(listening.emitted.map(idsOf)).toEqual([ids]);
});
