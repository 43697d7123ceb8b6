import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { byRecipient, DEALERS, koreanTime, requests } from './helpers.mts';
import { jsonOf, stage, THREE, type RunAlimTalk } from './kakao.mts';

const kakao = stage();

/** Schedules messages to so many people and returns the ids, all of one request. */
async function scheduled(dealer: DealerId, count: number, minutes = 60): Promise<string[]> {
	const rows = Array.from({ length: count }, (_, at) => ({ to: `010${11110000 + minutes * 100 + at}`, ...THREE }));
	const options = {
		dealer,
		executionId: String(minutes),
		parameters: { options: { scheduleAt: koreanTime(minutes) } },
	};
	const { outputs } = await kakao.run(rows, options);
	return jsonOf(outputs[0]).map(({ messageId }) => String(messageId));
}

const cancel = async (dealer: DealerId, ids: unknown[], cancelWholeRequest = false, options: RunAlimTalk = {}) =>
	await kakao.run(
		ids.map((messageId) => ({ messageId }) as IDataObject),
		{
			dealer,
			...options,
			parameters: { operation: 'cancel', messageId: '={{ $json.messageId }}', cancelWholeRequest },
		},
	);

const states = async () => Object.values(await byRecipient(kakao, ({ state }) => state)).sort();

test('at NHN the named messages are taken back, and only those', async () => {
	const ids = await scheduled('nhnCloud', 3);
	const { outputs } = await cancel('nhnCloud', ids.slice(0, 2));
	expect(jsonOf(outputs[0])).toEqual(
		ids.slice(0, 2).map((messageId) => ({ cancelled: true, messageId, reason: null })),
	);
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(await byRecipient(kakao, ({ state }) => state)).toEqual({
		'01011116000': 'canceled',
		'01011116001': 'canceled',
		'01011116002': 'scheduled',
	});
});

describe.each(['solapi', 'naverSens'] as const)('at %s, which cancels whole requests only', (dealer) => {
	test('nothing is cancelled until the person says that all of it is meant', async () => {
		const ids = await scheduled(dealer, 3);
		const refused = await cancel(dealer, ids.slice(0, 1));
		expect(refused.error?.message).toContain('can only cancel everything that was scheduled in the same request');
		expect(refused.error?.description).toContain('Cancel Whole Request');
		expect(await states()).toEqual(['scheduled', 'scheduled', 'scheduled']);
		const { outputs } = await cancel(dealer, ids.slice(0, 1), true);
		expect(jsonOf(outputs[0])).toMatchObject([{ cancelled: true }]);
		expect(await states()).toEqual(['canceled', 'canceled', 'canceled']);
	});
});

describe.each(DEALERS)('at %s', (dealer) => {
	test('what has gone out already is said, not pretended to be cancelled', async () => {
		const { outputs } = await kakao.run([{ to: '01011110001', ...THREE }], { dealer });
		const [sent] = jsonOf(outputs[0]).map(({ messageId }) => String(messageId));
		const answer = await cancel(dealer, [sent], true);
		expect(answer.error).toBeUndefined();
		expect(jsonOf(answer.outputs[0])).toMatchObject([
			{
				cancelled: false,
				messageId: sent,
				reason: { text: expect.any(String), advice: expect.any(String) },
				note: expect.any(String),
			},
		]);
	});

	test('messages of several requests cost one call each', async () => {
		const ids = [...(await scheduled(dealer, 2, 60)), ...(await scheduled(dealer, 2, 120))];
		const { outputs } = await cancel(dealer, ids, true);
		expect(jsonOf(outputs[0]).map(({ cancelled }) => cancelled)).toEqual([true, true, true, true]);
		expect(await states()).toEqual(Array(4).fill('canceled'));
		expect((await requests(kakao)).filter(({ method }) => method === 'DELETE')).toHaveLength(2);
	});

	test.each([[''], [null], ['  '], ['12345'], ['/1'], ['1/']])(
		'the id %j cancels nothing, also not the good ones beside it',
		async (bad) => {
			const [good] = await scheduled(dealer, 1);
			const { error } = await cancel(dealer, [good, bad], true);
			expect(error?.message).toContain('Item 1:');
			expect(error?.message).toContain('nothing was cancelled');
			expect(await states()).toEqual(['scheduled']);
		},
	);

	test('an id that the dealer does not know is refused beside a good one, which is cancelled', async () => {
		const [good] = await scheduled(dealer, 1);
		const { outputs } = await cancel(dealer, [good, 'NOSUCHREQUEST/1'], true);
		expect(jsonOf(outputs[0])).toMatchObject([{ cancelled: true }, { cancelled: false }]);
		expect(await states()).toEqual(['canceled']);
	});
});

// Guards against: NHN answers "success" when any of the recipients was cancelled; the node says it of all.
test('a recipient whom the request never had is not called cancelled', async () => {
	const [good] = await scheduled('nhnCloud', 1);
	const { outputs } = await cancel('nhnCloud', [good, good!.replace(/\/1$/, '/99')]);
	expect(jsonOf(outputs[0])).toMatchObject([{ cancelled: true }, { cancelled: false }]);
});

test('a cancelled message reads as failed with the reason afterwards', async () => {
	const ids = await scheduled('nhnCloud', 1);
	await cancel('nhnCloud', ids);
	const parameters = { operation: 'getResult', messageId: ids[0]! };
	expect(jsonOf((await kakao.run([{}], { parameters })).outputs[0])).toMatchObject([
		{ status: 'failed', reason: { text: expect.stringContaining('ancelled') } },
	]);
});
