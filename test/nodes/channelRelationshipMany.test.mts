import { expect, test } from 'vitest';

import { byOutput, developers, FRIEND, SHOP, UNCONSENTED, UNLINKED } from './developers.mts';

const kakao = developers();
const MANY = 20_000;
/** 010-9000-0000 and on: IDs of nineteen digits. */
const longId = (at: number) => `12345678901${90_000_000 + at}`;

test('20,000 users are checked in one run, in order, and each answer is that of its own user', async () => {
	for (const at of [7, 199, 200, 19_999]) await kakao.relate(`010${90_000_000 + at}`, 'BLOCKED');
	const items = Array.from({ length: MANY }, (_, at) => ({ userId: longId(at) }));
	const run = await kakao.check(items);
	expect(run.error).toBeUndefined();
	const [friends, others, unclear] = run.outputs;
	expect([friends?.length, others?.length, unclear?.length]).toEqual([MANY - 4, 4, 0]);
	expect(byOutput(run, 'userId')[1]).toEqual([7, 199, 200, 19_999].map(longId));
	expect(friends!.every(({ json, pairedItem }) => json.userId === longId((pairedItem as { item: number }).item))).toBe(
		true,
	);
	const places = friends!.map(({ pairedItem }) => (pairedItem as { item: number }).item);
	expect(places).toEqual([...places].sort((one, other) => one - other));
	const asked = await kakao.asked();
	expect(asked).toHaveLength(MANY / 200);
	expect(asked.every(({ path }) => path.startsWith('/v2/api/talk/channels/multi?'))).toBe(true);
});

test('who is named twice is asked about once, and gets the same answer both times', async () => {
	const items = Array.from({ length: 500 }, (_, at) => ({ userId: longId(at % 100) }));
	const run = await kakao.check(items);
	expect(run.outputs[0]).toHaveLength(500);
	expect(await kakao.asked()).toHaveLength(1);
});

test('of those about whom the common answer says nothing, no more are asked about alone than allowed', async () => {
	const items = [
		...Array.from({ length: 50 }, (_, at) => ({ userId: String(3_050_000_000 + at) })),
		{ userId: UNLINKED },
		{ userId: UNCONSENTED },
	];
	const run = await kakao.check(items, { parameters: { options: { maxSingleCalls: 1 } } });
	expect(run.outputs.map(({ length }) => length)).toEqual([50, 0, 2]);
	expect(byOutput(run, 'outcome')[2]).toEqual(['unknownUser', 'unknown']);
	expect(await kakao.asked()).toHaveLength(2);
});

test('the allowance holds for the whole run, whichever channels its items name, and may come as a text', async () => {
	const items = [SHOP, '_xkHelp'].flatMap((channel) =>
		[FRIEND, UNLINKED, UNCONSENTED].map((userId) => ({ userId, channel })),
	);
	await kakao.check(items, {
		parameters: { channel: '={{ $json.channel }}', options: { maxSingleCalls: "={{ '1' }}" } },
	});
	expect((await kakao.asked()).filter(({ path }) => !path.includes('/multi'))).toHaveLength(1);
});
