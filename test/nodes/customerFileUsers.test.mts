import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { COLUMNS, customerFiles } from './customerFile.mts';
import { adminKey, byOutput, FRIEND, LONG_ID, restApiKey } from './developers.mts';
import { jsonOf } from './kakao.mts';
import { proxy } from './proxy.mts';

const kakao = customerFiles();
const ROW = { 지역: '서울', 최근구매일: '2026-11-01', visits: '1,234', note: 'mine' };
/** The columns of a new file, which Kakao does not tell. */
const NAMED = { parameters: { options: { fileColumns: COLUMNS } } };
const people = (count: number, more: IDataObject = ROW) =>
	Array.from({ length: count }, (_, at) => ({ phone: `010${String(50_000_000 + at)}`, ...more }));

describe('adding users', () => {
	test('takes phone numbers as tables hold them, and columns by name however they are written', async () => {
		const file = await kakao.make();
		const items = [
			{ phone: '010-1234-5678', ...ROW },
			{ phone: 1050000001, ...ROW, visits: 7 },
		];
		const run = await kakao.add(file, items, NAMED);
		expect(run.error).toBeUndefined();
		expect(jsonOf(run.outputs[0])[0]).toEqual({
			outcome: 'done',
			user: '821012345678',
			userType: 'phone',
			fileId: file,
			channelId: '_xkShop',
			group: { number: 1, of: 1, asked: 2, succeeded: 2 },
			reason: null,
		});
		const [stored] = await kakao.stored();
		expect(stored?.users).toEqual([
			{ number: '01012345678', fields: { 지역: '서울', '최근 구매일': '2026-11-01', visits: 1234 } },
			{ number: '01050000001', fields: { 지역: '서울', '최근 구매일': '2026-11-01', visits: 7 } },
		]);
	});

	test('takes user IDs with all their nineteen digits, and values from the mapper', async () => {
		const file = await kakao.make();
		const run = await kakao.add(
			file,
			[
				{ id: LONG_ID, town: '부산' },
				{ id: FRIEND, town: '서울' },
			],
			{
				parameters: {
					userType: 'app',
					user: '={{ $json.id }}',
					values: { mappingMode: 'defineBelow', value: { 지역: '={{ $json.town }}', visits: 3 } },
				},
			},
		);
		expect(byOutput(run, 'outcome')).toEqual([['done', 'done']]);
		const [stored] = await kakao.stored();
		expect(stored?.users).toEqual([
			{ number: '01090000001', fields: { 지역: '부산', visits: 3 } },
			{ number: '01012345678', fields: { 지역: '서울', visits: 3 } },
		]);
	});

	test('goes in groups of 2,000, and 20,000 users keep their order and pairing', async () => {
		const file = await kakao.make();
		const run = await kakao.add(file, people(20_000), NAMED);
		const [output] = run.outputs;
		expect(output).toHaveLength(20_000);
		expect(
			output!.every(
				({ json, pairedItem }, at) =>
					json.user === `8210${String(50_000_000 + at)}` && (pairedItem as { item: number }).item === at,
			),
		).toBe(true);
		expect(output![19_999]!.json.group).toEqual({ number: 10, of: 10, asked: 2000, succeeded: 2000 });
		expect((await kakao.stored())[0]?.count).toBe(20_000);
		expect((await kakao.asked()).filter(({ path }) => path.includes('/update/'))).toHaveLength(10);
	});

	test('a column of text in the place of a number is bad input before anybody is added, named by item', async () => {
		const file = await kakao.make();
		const { error } = await kakao.add(
			file,
			[...people(3), { phone: '010-5', ...ROW }, { phone: '01011112222', ...ROW, visits: '많음' }],
			NAMED,
		);
		expect(error?.message).toMatch(/^2 of 5 users cannot be added as they are, so nobody was\. Item 3: Phone Number/);
		expect((error as { description?: string }).description).toMatch(/Item 4: visits is "많음", which is not a number/);
		expect((await kakao.stored())[0]?.count).toBe(0);
	});

	test('an item without any value for the columns is told which names are wanted', async () => {
		const file = await kakao.make('empty');
		await kakao.add(file, people(1), NAMED);
		const { error } = await kakao.add(file, [{ phone: '01011112222', city: '서울' }]);
		expect(error?.message).toMatch(
			/hold no value in this item\. Give the item fields named like 지역, 최근 구매일, visits/,
		);
	});

	test('a new file, whose columns Kakao does not tell, takes those under Options', async () => {
		const file = await kakao.make('own', { column: [{ preset: 'own', name: 'score', type: 'number' }] });
		const row = { phone: '01012345678', score: '8' };
		expect((await kakao.add(file, [row])).error?.message).toMatch(/has no users yet.*name its columns under Options/);
		const fileColumns = { column: [{ preset: 'own', name: 'score', type: 'number' }] };
		const run = await kakao.add(file, [row], { parameters: { options: { fileColumns } } });
		expect(byOutput(run, 'outcome')).toEqual([['done']]);
		expect(byOutput(await kakao.add(file, [{ ...row, score: 9 }]), 'outcome')).toEqual([['done']]);
	});

	test('a mapped value for which the file has no column is not dropped without a word', async () => {
		const file = await kakao.make();
		await kakao.add(file, people(1), NAMED);
		const values = { mappingMode: 'defineBelow', value: { 지역: '서울', grade: 'A' } };
		const { error } = await kakao.add(file, people(1), { parameters: { values } });
		expect(error?.message).toMatch(
			/Values hold "grade", which is no column of the file\. The file has 지역, 최근 구매일, visits/,
		);
	});

	test('the REST API key alone opens customer files', async () => {
		const file = await kakao.make();
		const run = await kakao.add(file, people(1), { ...NAMED, keys: { adminKey: '', restApiKey } });
		expect(byOutput(run, 'outcome')).toEqual([['done']]);
	});
});

describe('HTTP 200 with a lower count is no success', () => {
	test('the group is told with its counts, other groups are none the worse, and the node stays green', async () => {
		const file = await kakao.make();
		await kakao.relate('01050000005', 'BLOCKED');
		const run = await kakao.add(file, people(2_500), NAMED);
		expect(run.error).toBeUndefined();
		const outcomes = byOutput(run, 'outcome')[0]!;
		expect([outcomes[0], outcomes[1999], outcomes[2000], outcomes[2499]]).toEqual(['partly', 'partly', 'done', 'done']);
		expect(jsonOf(run.outputs[0])[5]).toMatchObject({
			group: { number: 1, of: 2, asked: 2000, succeeded: 1999 },
			reason: {
				code: 'successCount',
				text: 'Kakao added 1999 of 2000 users and does not say which.',
				advice: expect.stringContaining('not a friend of the channel'),
			},
		});
		expect(run.hints[0]?.message).toMatch(/^2,000 of 2,500 users were not added for sure\./);
	});

	test('nobody added at all turns the node red: nothing has been done that a second run would do twice', async () => {
		const file = await kakao.make();
		await kakao.relate('01050000000', 'BLOCKED');
		const { error } = await kakao.add(file, people(1), NAMED);
		expect(error?.message).toMatch(/^Kakao added 0 of 1 users/);
	});

	test('through the error output the rows themselves leave, to be looked at or sent again', async () => {
		const file = await kakao.make();
		await kakao.relate('01050000000', 'BLOCKED');
		const run = await kakao.add(file, [...people(2), { phone: 'none', ...ROW }], {
			node: { onError: 'continueErrorOutput' },
		});
		expect(byOutput(run, 'outcome')[0]).toEqual([]);
		expect(run.outputs[1]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(run.outputs[1]![2]!.json).toMatchObject({ phone: 'none', 지역: '서울', details: { outcome: 'rejected' } });
	});

	test('a lost answer is told as unknown, not as failure, and not asked again by itself', async () => {
		const file = await kakao.make();
		const server = await proxy(
			() => kakao.kakao.sandbox.urls.kapi,
			({ path }) => (path.includes('/update/') ? 'lose' : 'pass'),
		);
		try {
			const run = await kakao.add(file, people(2), { ...NAMED, keys: { baseUrl: server.url } });
			expect(run.error).toBeUndefined();
			expect(byOutput(run, 'outcome')).toEqual([['unknown', 'unknown']]);
			expect(server.seen.filter(({ path }) => path.includes('/update/'))).toHaveLength(1);
		} finally {
			await server.close();
		}
	});

	test('a quota that is used up leaves the rest undone and says so', async () => {
		const file = await kakao.make();
		await kakao.refuse(-10, { path: '/v1/talkchannel/update', after: 1 });
		const run = await kakao.add(file, people(6_000), NAMED);
		const outcomes = byOutput(run, 'outcome')[0]!;
		expect([outcomes[0], outcomes[2000], outcomes[5999]]).toEqual(['done', 'rejected', 'rejected']);
		expect(jsonOf(run.outputs[0])[5999]).toMatchObject({ reason: { code: '-10' } });
		expect((await kakao.asked()).filter(({ path }) => path.includes('/update/'))).toHaveLength(4);
	});
});

describe('removing users', () => {
	test('takes them out by phone number or user ID', async () => {
		const file = await kakao.make();
		await kakao.add(file, [{ phone: '01090000001', ...ROW }, { phone: '01012345678', ...ROW }, ...people(1)], NAMED);
		expect(byOutput(await kakao.remove(file, [{ phone: '010-1234-5678' }]), 'outcome')).toEqual([['done']]);
		const parameters = { userType: 'app', user: '={{ $json.id }}' };
		expect(byOutput(await kakao.remove(file, [{ id: LONG_ID }], { parameters }), 'outcome')).toEqual([['done']]);
		expect((await kakao.stored())[0]?.users.map(({ number }) => number)).toEqual(['01050000000']);
	});

	test('the format that Kakao does not take can be switched', async () => {
		const file = await kakao.make();
		await kakao.add(file, people(1), NAMED);
		await kakao.kakao.post('/api/developers/behaviour', { deleteFormat: 'objects' });
		expect((await kakao.remove(file, people(1))).error?.message).toMatch(/user_ids/);
		const run = await kakao.remove(file, people(1), { parameters: { options: { removeFormat: 'objects' } } });
		expect(byOutput(run, 'outcome')).toEqual([['done']]);
	});

	test('those who were not in it are told in the group’s count', async () => {
		const file = await kakao.make();
		await kakao.add(file, people(2), NAMED);
		const run = await kakao.remove(file, people(3));
		expect(byOutput(run, 'outcome')).toEqual([['partly', 'partly', 'partly']]);
		expect(jsonOf(run.outputs[0])[0]).toMatchObject({ group: { asked: 3, succeeded: 2 } });
	});

	test('a file that is none of the channel’s is told as such', async () => {
		const { error } = await kakao.remove('999', people(1), { keys: { adminKey } });
		expect(error?.message).toMatch(/no such customer file/);
		expect((await kakao.add('999', people(1))).error?.message).toMatch(/"999" is not among the channel's files/);
		expect((await kakao.add('regulars', people(1))).error?.message).toMatch(/"regulars" is no file number/);
	});
});
