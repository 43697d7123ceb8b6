import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { BLOCKS_ALIMTALK, DEALERS, koreanTime, NO_KAKAO, requests, settled } from './helpers.mts';
import { jsonOf, stage, THREE, type RunAlimTalk } from './kakao.mts';

const kakao = stage();

const results = async (dealer: DealerId, ids: unknown[], options: RunAlimTalk = {}) =>
	await kakao.run(
		ids.map((messageId) => ({ messageId }) as IDataObject),
		{
			dealer,
			...options,
			parameters: { operation: 'getResult', messageId: '={{ $json.messageId }}', ...options.parameters },
		},
	);

/** Sends to these numbers with an SMS behind it where one is asked for; ids in order. */
async function sent(dealer: DealerId, numbers: string[], parameters: IDataObject = {}): Promise<string[]> {
	const rows = numbers.map((to) => ({ to, ...THREE, sms: to === NO_KAKAO }));
	const { outputs } = await kakao.run(rows, {
		dealer,
		parameters: { smsFallback: '={{ $json.sms }}', fallback: { from: '0212345678', text: '완료' }, ...parameters },
	});
	return jsonOf(outputs[0]).map(({ messageId }) => String(messageId));
}

describe.each(DEALERS)('at %s', (dealer) => {
	test('delivered, replaced by SMS, failed and unknown are told apart, in the order asked', async () => {
		const ids = await sent(dealer, ['01011110001', NO_KAKAO, BLOCKS_ALIMTALK]);
		await settled(kakao);
		const { outputs, error } = await results(dealer, [ids[2], 'NOSUCH/1', ids[0], ids[1]]);
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0])).toMatchObject([
			{
				status: 'failed',
				deliveredBy: null,
				messageId: ids[2],
				reason: { kind: 'recipient', advice: expect.any(String) },
			},
			{ status: 'unknown', deliveredBy: null, messageId: 'NOSUCH/1', reason: { kind: 'unknown' } },
			{ status: 'delivered', deliveredBy: 'alimtalk', messageId: ids[0], to: '01011110001', reason: null },
			{ status: 'fallbackDelivered', deliveredBy: 'sms', messageId: ids[1], to: NO_KAKAO },
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
		expect(jsonOf(outputs[0])[2]?.reportedAt).toMatch(/\+09:00$/);
		expect(jsonOf(outputs[0])[2]?.raw).toBeUndefined();
	});

	test('what still waits is pending, not failed', async () => {
		const ids = await sent(dealer, ['01011110001'], { options: { scheduleAt: koreanTime(60) } });
		expect(jsonOf((await results(dealer, ids)).outputs[0])).toMatchObject([
			{ status: 'pending', deliveredBy: null, reportedAt: null, reason: null },
		]);
	});

	test("the dealer's own answer comes along only when asked for", async () => {
		const ids = await sent(dealer, ['01011110001']);
		const [found] = jsonOf((await results(dealer, ids, { parameters: { options: { includeRaw: true } } })).outputs[0]);
		expect(JSON.stringify(found?.raw)).toContain('01011110001');
	});

	test('a row without an id stops the node with the row named, or is "unknown" with "Continue"', async () => {
		const ids = await sent(dealer, ['01011110001']);
		await settled(kakao);
		const stopped = await results(dealer, [ids[0], '']);
		expect(stopped.error?.message).toContain('Item 1: Message ID is empty');
		const { outputs } = await results(dealer, [ids[0], null], { node: { onError: 'continueRegularOutput' } });
		expect(jsonOf(outputs[0]).map(({ status }) => status)).toEqual(['delivered', 'unknown']);
	});
});

test('a bare message id from the console works where the dealer needs no request', async () => {
	for (const dealer of ['solapi', 'naverSens'] as const) {
		const [id] = await sent(dealer, ['01011110001']);
		await settled(kakao);
		const { outputs } = await results(dealer, [id!.split('/')[1]]);
		expect(jsonOf(outputs[0])).toMatchObject([{ status: 'delivered', messageId: id }]);
	}
});

test('250 results cost three calls at SOLAPI, and none is given to the wrong row', async () => {
	const numbers = Array.from({ length: 250 }, (_, at) => `010${40000000 + at}`);
	const ids = await sent('solapi', numbers);
	await settled(kakao);
	const before = (await requests(kakao)).length;
	const { outputs } = await results('solapi', ids);
	expect((await requests(kakao)).length - before).toBe(3);
	expect(jsonOf(outputs[0]).map(({ to }) => to)).toEqual(numbers);
});

describe.each(DEALERS)('with a wrong secret at %s', (dealer) => {
	const wrong = () => {
		const fields = kakao.credentials(dealer).kakaoBizMessageApi!;
		return { kakaoBizMessageApi: { ...fields, [dealer === 'solapi' ? 'apiSecret' : 'secretKey']: 'wrong' } };
	};

	test('the key is blamed, not the message', async () => {
		const { error } = await results(dealer, ['A/1'], { credentials: wrong() });
		expect(error?.message).toContain('Could not read the result');
		expect(error?.description).toContain('credential');
	});
});
