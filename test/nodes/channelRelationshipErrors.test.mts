import { describe, expect, test } from 'vitest';

import { byOutput, developers, FRIEND, narrowAdminKey, restApiKey, STRANGER, UNCONSENTED } from './developers.mts';
import { jsonOf } from './kakao.mts';
import { proxy } from './proxy.mts';

const kakao = developers();

describe('user IDs that are none', () => {
	const items = [
		{ userId: FRIEND },
		{ userId: '010-1234-5678' },
		{ userId: 1234567890123456789 },
		{ userId: '' },
		{ userId: '1.23457E+18' },
	];

	test('stop the node before anybody is asked about, each item named', async () => {
		const { error } = await kakao.check(items);
		expect(error?.message).toMatch(
			/^4 of 5 users cannot be asked about as they are, so nobody was\. Item 1: User ID is a phone number/,
		);
		const description = String((error as { description?: string }).description);
		for (const words of [
			'Item 2: User ID is the number',
			'Item 3: User ID is empty',
			'Item 4',
			'Keep user IDs as texts',
			'set On Error',
		])
			expect(description).toContain(words);
		expect(await kakao.asked()).toEqual([]);
	});

	test('on "Continue" leave apart with their reason, and the others are answered', async () => {
		const run = await kakao.check(items, { node: { onError: 'continueRegularOutput' } });
		expect(byOutput(run, 'outcome')).toEqual([['added'], [], ['rejected', 'rejected', 'rejected', 'rejected']]);
		expect(jsonOf(run.outputs[2])[0]).toMatchObject({
			userId: '010-1234-5678',
			reason: { text: 'User ID is a phone number.' },
		});
	});

	test('leave through the error output where there is one, beside their own fields', async () => {
		const run = await kakao.check([{ userId: 'x', name: '홍길동' }, { userId: UNCONSENTED }, { userId: FRIEND }], {
			node: { onError: 'continueErrorOutput' },
		});
		expect(byOutput(run, 'outcome')).toEqual([['added'], [], ['notConsented'], [undefined]]);
		expect(run.outputs[3]![0]).toMatchObject({
			json: { name: '홍길동', error: expect.stringContaining('no user ID'), details: { outcome: 'rejected' } },
			pairedItem: { item: 0 },
		});
	});
});

describe('when nothing can be found out the node is red, and never puts anybody among the friends', () => {
	test.each([
		[{ adminKey: 'wrong' }, /does not accept the key/],
		[{ adminKey: '', restApiKey }, /does not accept the key/],
	])('keys %j', async (keys, words) => {
		const { error, outputs } = await kakao.check([{ userId: FRIEND }, { userId: STRANGER }], { keys });
		expect(error?.message).toMatch(/^None of 2 users could be checked\./);
		expect(error?.message).toMatch(words);
		expect((error as { description?: string }).description).toMatch(/^Items 0, 1: /);
		expect(outputs).toEqual([]);
	});

	test('a key whose permission is off says where to switch it on', async () => {
		await kakao.put('/api/developers/keys/narrowAdminKey', { categories: ['customerFile'] });
		const { error } = await kakao.check([{ userId: FRIEND }], { keys: { adminKey: narrowAdminKey } });
		expect(error?.message).toMatch(/Platform key → the key → allowed APIs/);
	});

	test('a quota that is used up is not taken for bad input, and no more calls go into it than need be', async () => {
		await kakao.refuse(-10);
		const users = Array.from({ length: 1000 }, (_, at) => ({ userId: String(3_050_000_000 + at) }));
		const run = await kakao.check(users, { node: { onError: 'continueRegularOutput' } });
		expect(run.outputs.map(({ length }) => length)).toEqual([0, 0, 1000]);
		expect(jsonOf(run.outputs[2])[999]).toMatchObject({
			outcome: 'rejected',
			reason: { code: '-10', kind: 'account', retryable: true, text: expect.stringContaining('3000000 per month') },
		});
		// Four groups under way at once, each with its patience; the fifth is not asked about any more.
		expect((await kakao.asked()).length).toBeLessThanOrEqual(12);
	});

	test('a quota that runs out on the way leaves what was found out, and says of the rest that it was not', async () => {
		await kakao.refuse(-10, { after: 2 });
		const users = Array.from({ length: 1400 }, (_, at) => ({ userId: String(3_050_000_000 + at) }));
		const run = await kakao.check(users);
		expect(run.error).toBeUndefined();
		expect(run.outputs.map(({ length }) => length)).toEqual([400, 0, 1000]);
		expect(run.hints[0]).toMatchObject({
			type: 'warning',
			message: expect.stringContaining('did not tell about 1,000'),
		});
	});

	test('trouble that passes is waited out', async () => {
		await kakao.refuse(-10, { times: 1 });
		await kakao.refuse(-1, { times: 1 });
		expect(byOutput(await kakao.check([{ userId: FRIEND }]), 'outcome')).toEqual([['added'], [], []]);
	});

	test('a base URL that is none does not hand the items on as friends', async () => {
		const keys = { baseUrl: 'http://kapi.example' };
		const stopped = await kakao.check([{ userId: FRIEND }], { keys });
		expect(stopped.error?.message).toContain('must begin with https');
		const run = await kakao.check([{ userId: FRIEND }], { keys, node: { onError: 'continueRegularOutput' } });
		expect(byOutput(run, 'outcome')).toEqual([[], [], ['rejected']]);
	});

	test('an answer of somebody else’s is never this user’s', async () => {
		const server = await proxy(
			() => '',
			() => ({
				status: 200,
				body: { user_id: 7, channels: [{ channel_public_id: '_xkShop', relation: 'ADDED' }] },
			}),
		);
		try {
			const { error } = await kakao.check([{ userId: FRIEND }], { keys: { baseUrl: server.url } });
			expect(error?.message).toContain('not in Kakao’s form');
		} finally {
			await server.close();
		}
	});
});
