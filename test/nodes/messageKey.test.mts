import type { IDataObject } from 'n8n-workflow';
import { beforeEach, describe, expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { addTemplate, DEALERS, outcomesOf, requests } from './helpers.mts';
import { jsonOf, stage, templateCode, THREE, type RunAlimTalk } from './kakao.mts';

const kakao = stage();

beforeEach(() => kakao.host.processed.clear());

const KEYED = { options: { messageKey: '={{ $json.order }}' } };
const row = (at: number, order: unknown = `A-${at}`) => ({
	to: `0101111000${at}`,
	...THREE,
	번호: `N-${at}`,
	order: order as string,
});
const send = async (dealer: DealerId, rows: IDataObject[], options: RunAlimTalk = {}) =>
	await kakao.run(rows, { dealer, ...options, parameters: { ...KEYED, ...options.parameters } });
const reasons = (json: IDataObject[]) => json.map(({ reason }) => (reason as IDataObject | null)?.code);

describe.each(DEALERS)('at %s', (dealer) => {
	test('two rows with the same order number are one message', async () => {
		const { outputs, error } = await send(dealer, [row(1), row(2), row(1)]);
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0]).map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'skipped']);
		expect(reasons(jsonOf(outputs[0]))).toEqual([undefined, undefined, 'duplicateKey']);
		expect(jsonOf(outputs[0]).map(({ messageKey }) => messageKey)).toEqual(['A-1', 'A-2', 'A-1']);
		expect(await kakao.messages()).toHaveLength(2);
	});

	test('a second execution sends what is new and skips the rest, without a warning', async () => {
		await send(dealer, [row(1), row(2)]);
		const { outputs, hints } = await send(dealer, [row(1), row(2), row(3)], { executionId: '2' });
		expect(jsonOf(outputs[0]).map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'accepted']);
		expect(reasons(jsonOf(outputs[0]))).toEqual(['alreadySent', 'alreadySent', undefined]);
		expect(hints).toEqual([]);
		expect(await kakao.messages()).toHaveLength(3);
	});

	test('one order number may announce several things to several people', async () => {
		await addTemplate(kakao, { code: 'shipped', text: '#{이름}님 #{번호} 출발' });
		const code = templateCode(dealer, 'shipped');
		await send(dealer, [row(1)]);
		const template = { __rl: true, mode: 'code', value: code };
		expect(outcomesOf(await send(dealer, [row(1)], { parameters: { template } }))).toEqual(['accepted']);
		expect(outcomesOf(await send(dealer, [row(2, 'A-1')]))).toEqual(['accepted']);
		expect(outcomesOf(await send(dealer, [{ ...row(1), to: '010-1111-0001, 010-1111-0003' }]))).toEqual([
			'skipped',
			'accepted',
		]);
		expect(await kakao.messages()).toHaveLength(4);
	});
});

test('a refused message is free to be sent again under its key', async () => {
	const options = { parameters: { smsFallback: true, fallback: { from: '={{ $json.from }}', text: '완료' } } };
	const first = await send(
		'solapi',
		[
			{ ...row(1), from: '0299999999' },
			{ ...row(2), from: '0212345678' },
		],
		options,
	);
	expect(outcomesOf(first)).toEqual(['rejected', 'accepted']);
	const second = await send(
		'solapi',
		[1, 2].map((at) => ({ ...row(at), from: '0212345678' })),
		{ ...options, executionId: '2' },
	);
	expect(outcomesOf(second)).toEqual(['accepted', 'skipped']);
});

test.each([
	['', 'is empty for this item'],
	['   ', 'is empty for this item'],
	[null, 'is empty for this item'],
	[{ no: 1 }, 'is empty for this item'],
	['가'.repeat(101), 'has 101 characters, the limit is 100'],
])('the key %j is refused before the send, because it would protect nobody', async (order, why) => {
	const { error } = await send('nhnCloud', [row(1), row(2, order)]);
	expect(error?.message).toContain(`Item 1: Message Key ${why}`);
	expect(await kakao.messages()).toEqual([]);
});

test('a key from a column that does not exist, or left blank in the form, is refused as well', async () => {
	for (const messageKey of ['={{ $json.nothing }}', '']) {
		const { error } = await send('nhnCloud', [row(1)], { parameters: { options: { messageKey } } });
		expect(error?.message).toContain('Item 0: Message Key is empty');
	}
	expect(await kakao.messages()).toEqual([]);
});

test('numbers are keys too, and a key of exactly 100 characters reaches the dealer whole', async () => {
	const key = '가'.repeat(100);
	const { outputs } = await send('nhnCloud', [row(1, 20261201), row(2, key)]);
	expect(jsonOf(outputs[0]).map(({ messageKey }) => messageKey)).toEqual(['20261201', key]);
	expect((await kakao.messages()).map(({ messageKey }) => messageKey).sort()).toEqual(['20261201', key]);
});

test('without a key of their own, equal rows and later executions are messages of their own', async () => {
	const rows = [row(1), row(1)];
	expect(outcomesOf(await kakao.run(rows))).toEqual(['accepted', 'accepted']);
	expect(outcomesOf(await kakao.run(rows, { executionId: '2' }))).toEqual(['accepted', 'accepted']);
	expect(new Set((await kakao.messages()).map(({ messageKey }) => messageKey)).size).toBe(4);
	expect((await requests(kakao)).filter(({ method }) => method === 'POST')).toHaveLength(2);
});
