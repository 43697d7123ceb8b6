import { describe, expect, test } from 'vitest';

import { byOutput, developers, FRIEND, LONG_ID, SHOP, STRANGER, UNCONSENTED, UNLINKED } from './developers.mts';
import { jsonOf } from './kakao.mts';

const kakao = developers();

describe('who is a friend leaves through one output, who is not through another', () => {
	test('added, blocked and never added are told apart, in input order and paired', async () => {
		await kakao.relate('01011112222', 'BLOCKED');
		const run = await kakao.check([
			{ userId: '3011112222' },
			{ userId: FRIEND },
			{ userId: STRANGER },
			{ userId: LONG_ID },
		]);
		expect(run.error).toBeUndefined();
		expect(byOutput(run, 'outcome')).toEqual([['added', 'added'], ['blocked', 'none'], []]);
		expect(byOutput(run, 'userId')).toEqual([[FRIEND, LONG_ID], ['3011112222', STRANGER], []]);
		expect(run.outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 1 }, { item: 3 }],
			[{ item: 0 }, { item: 2 }],
			[],
		]);
		expect(run.outputs[0]![0]!.json).toEqual({
			outcome: 'added',
			isFriend: true,
			userId: FRIEND,
			channelId: SHOP,
			searchId: '@kakaoshop',
			addedAt: '2026-01-05T10:00:00.000+09:00',
			changedAt: '2026-01-05T10:00:00.000+09:00',
			reason: null,
		});
		expect(await kakao.asked()).toHaveLength(1);
	});

	test('users of whom Kakao tells nothing are neither: they leave apart, each with its reason', async () => {
		const run = await kakao.check([{ userId: UNLINKED }, { userId: FRIEND }, { userId: UNCONSENTED }]);
		expect(byOutput(run, 'outcome')).toEqual([['added'], [], ['unknownUser', 'notConsented']]);
		const [unlinked, unconsented] = jsonOf(run.outputs[2]);
		expect(unlinked).toMatchObject({
			isFriend: null,
			reason: { code: '-101', text: expect.stringContaining('not linked') },
		});
		expect(unconsented).toMatchObject({
			isFriend: null,
			reason: {
				code: '-402',
				text: expect.stringContaining('plusfriends'),
				advice: expect.stringContaining('Consent items'),
			},
		});
		expect(run.hints.map(({ message }) => message)).toEqual([
			'Of 3 users, Kakao did not tell about 2. They left through "Unclear", each with its reason.',
		]);
	});

	test('neighbours whose IDs differ in the nineteenth digit are not taken for each other', async () => {
		await kakao.relate('01090000002', 'BLOCKED');
		const ids = ['1234567890190000001', '1234567890190000002', '1234567890190000003'];
		const run = await kakao.check(ids.map((userId) => ({ userId })));
		expect(byOutput(run, 'userId')).toEqual([[ids[0], ids[2]], [ids[1]], []]);
		const alone = await kakao.check([{ userId: ids[1] }]);
		expect(byOutput(alone, 'userId')).toEqual([[], [ids[1]], []]);
	});

	test('fields and files of the input are kept on request', async () => {
		const binary = { photo: { data: 'aGk=', mimeType: 'text/plain' } };
		const items = [{ json: { userId: FRIEND, name: '홍길동', outcome: 'old' }, binary }];
		const { outputs } = await kakao.kakao.host.execute({
			credentials: kakao.keys(),
			items,
			node: {
				type: 'n8n-nodes-kakao-business.kakaoChannelRelationshipCheck',
				parameters: { userId: '={{ $json.userId }}', options: { keepInput: true } },
			},
		});
		expect(outputs[0]![0]).toMatchObject({ json: { name: '홍길동', outcome: 'added' }, binary });
	});
});

describe('which channel', () => {
	test.each(['https://pf.kakao.com/_xkShop', 'pf.kakao.com/_xkShop/chat', ' _xkShop '])(
		'"%s" is understood',
		async (channel) => {
			const run = await kakao.check([{ userId: FRIEND }], { parameters: { channel } });
			expect(byOutput(run, 'channelId')).toEqual([[SHOP], [], []]);
		},
	);

	test.each([
		['@kakaoshop', {}, /search ID, and the public ID is needed.*Nobody was asked/],
		['', { channelPublicId: '' }, /Channel is empty, and the credential names none/],
		['https://example.com/_xkShop', {}, /no address of a channel/],
	])('"%s" is refused in plain words before anybody is asked about', async (channel, keys, words) => {
		const { error } = await kakao.check([{ userId: FRIEND }], { parameters: { channel }, keys });
		expect(error?.message).toMatch(words);
		expect(await kakao.asked()).toEqual([]);
	});

	test.each([
		['_xkElse', 'not connected to the app'],
		['_xkNobody', 'no such channel'],
	])('%s, which is not the app’s, stops the node with Kakao’s reason', async (channel, words) => {
		const { error } = await kakao.check([{ userId: FRIEND }], { parameters: { channel } });
		expect(error?.message).toContain(words);
	});

	test('items may name different channels', async () => {
		const items = [
			{ userId: FRIEND, channel: SHOP },
			{ userId: FRIEND, channel: '@kakaoshop' },
		];
		const run = await kakao.check(items, {
			parameters: { channel: '={{ $json.channel }}' },
			node: { onError: 'continueRegularOutput' },
		});
		expect(byOutput(run, 'outcome')).toEqual([['added'], [], ['rejected']]);
	});
});
