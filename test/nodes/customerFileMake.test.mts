import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { listSearch, resourceMapping } from '../harness/nodeMethods.mts';
import { COLUMNS, customerFiles } from './customerFile.mts';
import { byOutput, FILES } from './developers.mts';
import { jsonOf } from './kakao.mts';

const kakao = customerFiles();
const create = async (fileName: string, columns: object, more: IDataObject = {}) =>
	await kakao.files('create', [{}], { parameters: { fileName, columns: columns as IDataObject, ...more } });

describe('making a file', () => {
	test('from the rows of the form, presets written as Kakao writes them', async () => {
		const { outputs } = await create('regulars', COLUMNS);
		expect(jsonOf(outputs[0])[0]).toMatchObject({
			outcome: 'created',
			fileName: 'regulars',
			channelId: '_xkShop',
			reason: null,
		});
		const [file] = await kakao.stored();
		expect(file?.schema).toEqual({ 지역: 'string', '최근 구매일': 'string', visits: 'number' });
		expect(jsonOf(outputs[0])[0]?.fileId).toBe(String(file?.id));
	});

	test('from a list that another node makes', async () => {
		const array = [{ name: '성별' }, { name: 'visits', type: 'number' }];
		await create('array', {}, { columnsFrom: 'array', columnsArray: JSON.stringify(array) });
		expect((await kakao.stored())[0]?.schema).toEqual({ 성별: 'string', visits: 'number' });
	});

	test.each([
		[' ', COLUMNS, /File Name/],
		['x', {}, /columns/],
		['x', { column: [{ preset: 'own', name: 'grade', type: 'string' }] }, /"grade" is a text column of your own/],
		['x', { column: [{ preset: 'own', name: '최근구매일', type: 'string' }] }, /Write it "최근 구매일"/],
		['x', { column: [{ preset: '지역' }, { preset: '지역' }] }, /there twice/],
	])('"%s" with %j is refused before Kakao is asked', async (name, columns, words) => {
		const { error } = await create(name, columns);
		expect(error?.message).toMatch(words);
		expect(error?.message).toContain('Nothing was made');
		expect(await kakao.asked()).toEqual([]);
	});

	test('types that are reported not to work can be tried all the same', async () => {
		const columns = { column: [{ preset: 'own', name: '연령', type: 'number' }] };
		await create('types', columns, { options: { otherTypes: true } });
		expect((await kakao.stored())[0]?.schema).toEqual({ 연령: 'number' });
	});

	test('a name that is taken says so, or gives the file that has it', async () => {
		const file = await kakao.make('taken');
		expect((await create('taken', COLUMNS)).error?.message).toMatch(/taken or not allowed/);
		const run = await create('taken', COLUMNS, { options: { useExisting: true } });
		expect(jsonOf(run.outputs[0])[0]).toMatchObject({ outcome: 'existing', fileId: file });
	});

	test('each item says for itself whether an existing file will do, and which types are let through', async () => {
		const file = await kakao.make('taken');
		const items = [
			{ name: 'taken', existing: true, type: 'number' },
			{ name: 'taken', existing: false, type: 'number' },
			{ name: 'free', existing: 'false', type: 'string' },
		];
		const run = await kakao.files('create', items, {
			parameters: {
				fileName: '={{ $json.name }}',
				columns: { column: [{ preset: 'own', name: 'visits', type: '={{ $json.type }}' }] },
				options: { useExisting: '={{ $json.existing }}', otherTypes: "={{ $json.name === 'taken' }}" },
			},
			node: { onError: 'continueRegularOutput' },
		});
		expect(byOutput(run, 'outcome')).toEqual([['existing', 'rejected', 'rejected']]);
		expect(byOutput(run, 'fileId')).toEqual([[file, null, null]]);
	});

	test('one file per item, and what was not made is told beside what was', async () => {
		await kakao.make('b');
		const items = ['a', 'b', 'c'].map((fileName) => ({ fileName }));
		const run = await kakao.files('create', items, {
			parameters: { fileName: '={{ $json.fileName }}', columns: COLUMNS },
		});
		expect(run.error).toBeUndefined();
		expect(byOutput(run, 'outcome')).toEqual([['created', 'rejected', 'created']]);
		expect(run.hints[0]?.message).toMatch(/^1 of 3 files were not made/);
	});
});

describe('looking at files', () => {
	test('one item per file, with the slots that are left', async () => {
		const id = await kakao.make();
		await kakao.add(id, [{ phone: '01012345678', 지역: '서울' }], {
			parameters: { options: { fileColumns: COLUMNS } },
		});
		await kakao.make('new');
		const run = await kakao.files('getAll', [{}]);
		expect(jsonOf(run.outputs[0])).toMatchObject([
			{
				fileId: id,
				fileName: 'regulars',
				channelId: '_xkShop',
				slotsUsed: 2,
				slotsFree: 28,
				columns: [
					{ name: '지역', type: 'string' },
					{ name: '최근 구매일', type: 'string' },
					{ name: 'visits', type: 'number' },
				],
			},
			{ fileName: 'new', columns: null },
		]);
		expect(run.outputs[0]!.every(({ pairedItem }) => (pairedItem as { item: number }).item === 0)).toBe(true);
	});

	test('a channel that is not the app’s stops the node, or is told in its place', async () => {
		const parameters = { channel: '_xkElse' };
		expect((await kakao.files('getAll', [{}], { parameters })).error?.message).toContain('not connected to the app');
		const run = await kakao.files('getAll', [{}], { parameters, node: { onError: 'continueErrorOutput' } });
		expect(run.outputs.map(({ length }) => length)).toEqual([0, 1]);
	});
});

describe('the editor', () => {
	const node = (parameters: object) => ({
		type: FILES,
		parameters: { operation: 'addUsers', ...parameters } as Record<string, string>,
	});

	test('lists the files by name', async () => {
		const id = await kakao.make('단골 고객');
		await kakao.make('다른 파일');
		const call = { credentials: kakao.keys(), node: node({ channel: '' }) };
		expect((await listSearch(kakao.kakao.host, 'searchFiles', call)).results).toHaveLength(2);
		const found = await listSearch(kakao.kakao.host, 'searchFiles', { ...call, filter: '단골' });
		expect(found.results).toMatchObject([{ value: id, name: expect.stringContaining('단골 고객') }]);
	});

	test('says what is wrong with the channel instead of showing an empty list', async () => {
		const call = { credentials: kakao.keys(), node: node({ channel: '@kakaoshop' }) };
		await expect(listSearch(kakao.kakao.host, 'searchFiles', call)).rejects.toThrow(/public ID is needed/);
	});

	test('offers the columns of the file, and until Kakao tells them those under Options or the presets', async () => {
		const id = await kakao.make();
		const file = { __rl: true, mode: 'list', value: id };
		const fields = async (options: object = {}) => {
			const call = { credentials: kakao.keys(), node: node({ channel: '', file, options }) };
			const { fields: found, emptyFieldsNotice } = await resourceMapping(kakao.kakao.host, 'fileColumns', call);
			return { names: found.map((field) => field.id), types: found.map(({ type }) => type), emptyFieldsNotice };
		};
		const before = await fields();
		expect(before.names).toHaveLength(10);
		expect(before.emptyFieldsNotice).toContain('Columns of the File');
		expect(
			(await fields({ fileColumns: { column: [{ preset: 'own', name: 'visits', type: 'number' }] } })).names,
		).toEqual(['visits']);
		await kakao.add(id, [{ phone: '01012345678', 지역: '서울' }], {
			parameters: { options: { fileColumns: COLUMNS } },
		});
		expect(await fields()).toEqual({ names: ['지역', '최근 구매일', 'visits'], types: ['string', 'string', 'number'] });
	});
});
