import { describe, expect, test } from 'vitest';

import { relationships, relationshipsAtOnce } from '../../../kakao/channel';
import { developersBench, FRIEND, NO_TALK, SHOP, STRANGER, UNCONSENTED, UNLINKED } from './bench.mts';

const kakao = developersBench();
const WAYS = ['omit', 'bare', 'error'] as const;
const choices = WAYS.flatMap((multiUnlinked) => WAYS.map((multiUnconsented) => ({ multiUnlinked, multiUnconsented })));
const longId = (at: number) => `12345678901${90_000_000 + at}`;

describe('whatever Kakao does with users it tells nothing about, the others are answered and those get their reason', () => {
	test.each(choices)('%j', async (behaviour) => {
		await kakao.behave(behaviour);
		const users = [FRIEND, UNLINKED, STRANGER, UNCONSENTED, NO_TALK, longId(1)];
		const found = await kakao.talk(relationships(users, [SHOP]));
		expect(found.map(({ userId, outcome, reason }) => [userId, outcome, reason?.code ?? null])).toEqual([
			[FRIEND, 'added', null],
			[UNLINKED, 'unknownUser', '-101'],
			[STRANGER, 'none', null],
			[UNCONSENTED, 'notConsented', '-402'],
			[NO_TALK, 'unknownUser', '-501'],
			[longId(1), 'added', null],
		]);
	});
});

test('nineteen digits survive the way there and back', async () => {
	await kakao.control('POST', '/api/channel/relation', {
		number: '01090000002',
		channel: '@kakaoshop',
		relation: 'BLOCKED',
	});
	const users = [longId(1), longId(2), longId(3)];
	const found = await kakao.talk(relationships(users, [SHOP]));
	expect(found.map(({ userId, outcome }) => [userId, outcome])).toEqual([
		[users[0], 'added'],
		[users[1], 'blocked'],
		[users[2], 'added'],
	]);
	expect(await kakao.asked()).toHaveLength(1);
});

test('several groups at once keep the order of the question', async () => {
	const users = Array.from({ length: 1_001 }, (_, at) => longId((at * 5) % 1_001));
	const found = await relationshipsAtOnce(users, [SHOP], kakao.wire(), { parallel: 4 });
	expect(found.map(({ userId }) => userId)).toEqual(users);
	expect(await kakao.asked()).toHaveLength(6);
});

test('without a channel the app’s channels are all told', async () => {
	const [found] = await kakao.talk(relationships([FRIEND], []));
	expect(found?.channels.map(({ publicId }) => publicId)).toContain(SHOP);
	expect(found!.channels.length).toBeGreaterThan(1);
});

describe('trouble on Kakao’s side', () => {
	test.each([-1, -603, -815, -10])('%i once is waited out', async (code) => {
		await kakao.control('POST', '/api/developers/refuse', { code, times: 1 });
		const [found] = await kakao.talk(relationships([FRIEND, STRANGER], [SHOP]));
		expect(found?.outcome).toBe('added');
	});

	test('a quota that stays used up is told as that, and nobody else is asked about', async () => {
		await kakao.control('POST', '/api/developers/refuse', { code: -10 });
		const users = Array.from({ length: 600 }, (_, at) => longId(at));
		const found = await kakao.talk(relationships(users, [SHOP]));
		expect(new Set(found.map(({ outcome, reason }) => `${outcome} ${reason?.code}`))).toEqual(
			new Set(['rejected -10']),
		);
		expect(await kakao.asked()).toHaveLength(3);
	});

	test('a connection that breaks is tried again, because asking changes nothing', async () => {
		await kakao.control('POST', '/api/faults', {
			dealer: 'kapi',
			scope: 'all',
			seed: 3,
			rates: { reset: 0.4, serverError: 0.2 },
		});
		const users = Array.from({ length: 1_000 }, (_, at) => longId(at));
		const found = await kakao.talk(relationships(users, [SHOP]));
		expect(found.every(({ outcome }) => outcome === 'added')).toBe(true);
	});
});
