import { expect, test } from 'vitest';

import { DEALERS, outcomesOf, preview } from './helpers.mts';
import { jsonOf, stage, THREE } from './kakao.mts';

const kakao = stage();

test.each(DEALERS)(
	'several numbers in one cell are several people at %s, each with a result of the same row',
	async (dealer) => {
		const rows = [
			{ to: '01011110009', ...THREE },
			{ to: '010-1111-0001, +82 10-1111-0002;1011110003', ...THREE },
		];
		const { outputs, error } = await kakao.run(rows, { dealer });
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0]).map(({ to }) => to)).toEqual([
			'01011110009',
			'01011110001',
			'01011110002',
			'01011110003',
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 1 },
			{ item: 1 },
		]);
		expect(new Set(jsonOf(outputs[0]).map(({ messageId }) => messageId)).size).toBe(4);
		expect(new Set(jsonOf(outputs[0]).map(({ messageKey }) => messageKey)).size).toBe(4);
		expect((await kakao.messages()).map(({ to }) => to).sort()).toEqual([
			'01011110001',
			'01011110002',
			'01011110003',
			'01011110009',
		]);
	},
);

test('one wrong number of several is refused by itself, and the row says which', async () => {
	const rows = [{ to: '010-1111-0001, 02-123-4567, 010-1111-0003', ...THREE }];
	const run = await kakao.run(rows, { node: { onError: 'continueRegularOutput' } });
	expect(outcomesOf(run)).toEqual(['accepted', 'rejected', 'accepted']);
	expect(jsonOf(run.outputs[0])[1]).toMatchObject({ to: expect.stringContaining('02-123-4567') });
	expect(run.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 0 }]);
	const stopped = await kakao.run(rows, { executionId: '2' });
	expect(stopped.error?.message).toContain('Item 0: To is a landline');
	expect(await kakao.messages()).toHaveLength(2);
});

test('numbers as people really have them arrive at the same phone', async () => {
	const given: unknown[] = [
		'010-1234-5678',
		'+82 10-1234-5678',
		'82010 1234 5678',
		'01012345678',
		'1012345678',
		1012345678,
		'０１０－１２３４－５６７８',
		"'010.1234.5678",
		'(010) 1234 5678',
		'tel: 010-1234-5678',
		'00821012345678',
		['01012345678'],
	];
	const shown = await preview(
		kakao,
		given.map((to) => ({ to: to as string, ...THREE })),
	);
	expect(shown.map(({ to, problems }) => (problems.length > 0 ? problems : to))).toEqual(
		given.map(() => '01012345678'),
	);
});

test.each([
	['02-123-4567', 'landline'],
	['0504-123-4567', 'virtual'],
	['1.01235E+09', 'scientific'],
	['010-1234-567', '10 digits'],
	['{{ $json.phone }}', 'placeholder'],
	['', 'is empty'],
	[null, 'is empty'],
	[undefined, 'is missing'],
	['0065 8123 4567', 'carrier or a country'],
	['홍길동', 'not part of a number'],
	[{ phone: '01012345678' }, 'not a text or number'],
])('%j is refused with the reason instead of being guessed at', async (to, why) => {
	const [shown] = await preview(kakao, [{ ...THREE, ...(to !== undefined && { to: to as string }) }]);
	expect(shown!.problems.map(({ field, text }) => `${field} ${text}`).join()).toMatch(new RegExp(`^To .*${why}`));
	const { error } = await kakao.run([{ ...THREE, ...(to !== undefined && { to: to as string }) }]);
	expect(error?.message).toContain('Nothing was sent');
	expect(await kakao.messages()).toEqual([]);
});

test.each(DEALERS)(
	'a number abroad is written with its country code and reaches the phone there through %s',
	async (dealer) => {
		const { outputs, error } = await kakao.run(
			[
				{ to: '+1 212-555-0100', ...THREE },
				{ to: '+65 8123 4567', ...THREE },
			],
			{ dealer },
		);
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0])).toMatchObject([
			{ outcome: 'accepted', to: '+12125550100' },
			{ outcome: 'accepted', to: '+6581234567' },
		]);
		expect(
			(await kakao.messages()).map(({ to }) => to).every((to) => /^(?:1)?2125550100$|^(?:65)?81234567$/.test(to)),
		).toBe(true);
	},
);

test('abroad only an SMS can replace a message, so an LMS is refused before the send', async () => {
	const parameters = { smsFallback: true, fallback: { from: '02-1234-5678', text: '가'.repeat(46) } };
	const shown = await preview(
		kakao,
		[
			{ to: '+12125550100', ...THREE },
			{ to: '01011110001', ...THREE },
		],
		{ parameters },
	);
	expect(shown).toMatchObject([
		{ ready: false, problems: [{ text: expect.stringContaining('overseas') }] },
		{ ready: true },
	]);
});
