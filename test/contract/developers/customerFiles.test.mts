import { describe, expect, test } from 'vitest';

import { addUsers, createFile, listFiles, removeUsers, type Column, type FileTarget } from '../../../kakao/channel';
import { DealerFailure } from '../../../kakao/partner/failure';
import { adminKey, developersBench, FRIEND, narrowAdminKey, restApiKey, SHOP } from './bench.mts';

const kakao = developersBench();
const COLUMNS: Column[] = [
	{ name: '지역', type: 'string' },
	{ name: 'visits', type: 'number' },
];
const file = { channelId: SHOP, name: 'regulars', columns: COLUMNS };
const row = (id: string) => ({ id, field: { 지역: '서울', visits: 3 } });

const made = async (userType: FileTarget['userType'] = 'phone'): Promise<FileTarget> => ({
	channelId: SHOP,
	fileId: await kakao.talk(createFile(file)),
	userType,
});
const stored = async () =>
	(
		await kakao.control<{ count: number; schema: object; users: { number: string; fields: object }[] }[]>(
			'GET',
			'/api/developers/files',
		)
	)[0];

describe('a file is made, filled, listed and emptied', () => {
	test.each([
		['the admin key', { adminKey }],
		['a narrowed admin key', { adminKey: narrowAdminKey }],
		['the REST API key', { restApiKey }],
	])('with %s', async (_, keys) => {
		const fileId = await kakao.talk(createFile(file), keys);
		const target: FileTarget = { channelId: SHOP, fileId, userType: 'app' };
		const [added] = await kakao.talk(addUsers(target, [row(FRIEND), row('1234567890190000001')]), keys);
		expect(added).toMatchObject({ outcome: 'done', asked: 2, succeeded: 2 });
		expect((await stored())?.users).toEqual([
			{ number: '01012345678', fields: { 지역: '서울', visits: 3 } },
			{ number: '01090000001', fields: { 지역: '서울', visits: 3 } },
		]);
		const { files, used, free } = await kakao.talk(listFiles(SHOP), keys);
		expect({ used, free }).toEqual({ used: 1, free: 29 });
		expect(files).toMatchObject([{ id: fileId, name: 'regulars', columns: COLUMNS }]);
		const [removed] = await kakao.talk(removeUsers(target, ['1234567890190000001']), keys);
		expect(removed).toMatchObject({ outcome: 'done', succeeded: 1 });
		expect((await stored())?.count).toBe(1);
	});

	test.each(['string', 'object'] as const)('its schema is read as a %s', async (schemaAs) => {
		await kakao.behave({ schemaAs });
		const target = await made();
		expect((await kakao.talk(listFiles(SHOP))).files[0]?.columns).toBeNull();
		await kakao.talk(addUsers(target, [row('821012345678')]));
		expect((await kakao.talk(listFiles(SHOP))).files[0]?.columns).toEqual(COLUMNS);
	});

	test.each([
		['plain', 'ids'],
		['objects', 'objects'],
	] as const)('where Kakao takes %s, "%s" empties it', async (deleteFormat, format) => {
		await kakao.behave({ deleteFormat });
		const target = await made();
		await kakao.talk(addUsers(target, [row('821012345678')]));
		expect(await kakao.talk(removeUsers(target, ['821012345678'], format))).toMatchObject([{ outcome: 'done' }]);
		const other = format === 'ids' ? 'objects' : 'ids';
		expect(await kakao.talk(removeUsers(target, ['821012345678'], other))).toMatchObject([
			{ outcome: 'rejected', reason: { code: '-2' } },
		]);
	});
});

describe('no success is claimed that Kakao has not confirmed', () => {
	test('a lower count than asked is told per group', async () => {
		await kakao.control('POST', '/api/channel/relation', {
			number: '01055550001',
			channel: '@kakaoshop',
			relation: 'NONE',
		});
		const target = await made();
		const rows = Array.from({ length: 4_001 }, (_, at) => row(`8210${55_550_000 + at}`));
		const results = await kakao.talk(addUsers(target, rows));
		expect(results.map(({ outcome, asked, succeeded }) => [outcome, asked, succeeded])).toEqual([
			['partly', 2000, 1999],
			['done', 2000, 2000],
			['done', 1, 1],
		]);
		expect((await stored())?.count).toBe(4_000);
	});

	test('a lost answer is unknown and not asked again; the next group goes on', async () => {
		const target = await made();
		await kakao.control('POST', '/api/faults', { plan: [{ dealer: 'kapi', nth: 1, kind: 'lose' }] });
		const rows = Array.from({ length: 2_001 }, (_, at) => row(`8210${55_550_000 + at}`));
		const results = await kakao.talk(addUsers(target, rows));
		expect(results.map(({ outcome }) => outcome)).toEqual(['unknown', 'done']);
		const updates = (await kakao.asked()).filter(({ path }) => path.includes('/update/'));
		expect(updates).toHaveLength(2);
	});

	test('a lost answer to making a file is settled by the list: the file is there once', async () => {
		await kakao.control('POST', '/api/faults', { plan: [{ dealer: 'kapi', nth: 1, kind: 'lose' }] });
		const id = await kakao.talk(createFile(file));
		const { files } = await kakao.talk(listFiles(SHOP));
		expect(files.map((each) => each.id)).toEqual([id]);
	});

	test.each([
		[{ ...file, channelId: '_xkElse' }, '-819'],
		[{ ...file, channelId: '_xkNobody' }, '-541'],
		[{ ...file, columns: [{ name: 'grade', type: 'string' as const }] }, '-2'],
	])('%j is refused with %s', async (wish, code) => {
		const failure = await kakao.talk(createFile(wish)).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(DealerFailure);
		expect((failure as DealerFailure).reason.code).toBe(code);
	});

	test('a quota used up on the way stops at once: what follows is not asked', async () => {
		const target = await made();
		await kakao.control('POST', '/api/developers/refuse', { code: -10, path: '/v1/talkchannel/update', after: 1 });
		const rows = Array.from({ length: 8_000 }, (_, at) => row(`8210${55_550_000 + at}`));
		const results = await kakao.talk(addUsers(target, rows));
		expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'rejected', 'rejected', 'rejected']);
		expect((await kakao.asked()).filter(({ path }) => path.includes('/update/'))).toHaveLength(4);
	});
});
