import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { itemsName } from '../harness/itemsNode.mts';
import { brandStage, leaveOut, people, reasonsOf } from './brandKakao.mts';
import { itemsOf, outcomesOf, requests } from './helpers.mts';

const kakao = brandStage();

const arrived = async () => (await kakao.messages()).map(({ to }) => to).sort();

describe('people who opted out', () => {
	test.each([
		['2026-11-01 10:00', true],
		[true, true],
		['yes', true],
		['Y', true],
		[1, true],
		['거부', true],
		['', false],
		[null, false],
		[undefined, false],
		[false, false],
		['false', false],
		['no', false],
		['N', false],
		[0, false],
		['0', false],
	])('a field that holds %j: left out %s', async (optedOutAt, out) => {
		const run = await kakao.brand(
			[{ to: '01011110001', optedOutAt } as IDataObject, { to: '01011110002', optedOutAt: '' }],
			leaveOut({ optedOut: '={{ $json.optedOutAt }}' }),
		);
		expect(outcomesOf(run)).toEqual([out ? 'skipped' : 'accepted', 'accepted']);
		expect(reasonsOf(run)).toEqual([out ? 'optedOut' : null, null]);
		expect(await arrived()).toEqual(out ? ['01011110002'] : ['01011110001', '01011110002']);
	});

	const LEFT = ['010-1111-0001', '+82 10 1111 0003'];
	test.each<[string, unknown]>([
		['a text with commas', LEFT.join(', ')],
		['a text with lines', LEFT.join('\n')],
		['a list', LEFT],
		['numbers without their zero, as a spreadsheet has them', [1011110001, 1011110003]],
		['rows of a table', LEFT.map((phone) => ({ id: 7, phone, createdAt: '2026-01-01' }))],
		['rows with a Korean heading', LEFT.map((연락처) => ({ 이름: '홍길동', 연락처 }))],
		['n8n items', itemsOf(LEFT.map((phone) => ({ phone })))],
	])('of a list given as %s get nothing', async (_how, list) => {
		const rows = people(0).concat(['01011110001', '01011110002', '01011110003'].map((to) => ({ to })));
		const first = { ...rows[0]!, list: list as IDataObject };
		const run = await kakao.brand([first, ...rows.slice(1)], leaveOut({ optOutList: '={{ $json.list }}' }));
		expect(reasonsOf(run)).toEqual(['optedOut', null, 'optedOut']);
		expect(await arrived()).toEqual(['01011110002']);
	});

	test('the list may stand in another node: all of its rows count, read once for the run', async () => {
		const items = [
			{ to: '01011110001', phone: '01099990000' },
			{ to: '01011110002', phone: '01011110002' },
		];
		const lists = [
			`={{ $('${itemsName}').all().map(({ json }) => ({ phone: json.phone })) }}`,
			'010-1111-0002',
			'={{ $json.phone }}',
		];
		const expected = [
			[null, 'optedOut'],
			[null, 'optedOut'],
			[null, null],
		];
		for (const [at, optOutList] of lists.entries())
			expect(
				reasonsOf(await kakao.brand(items, { ...leaveOut({ optOutList }), executionId: String(at) })),
				optOutList,
			).toEqual(expected[at]);
	});

	test.each([
		[
			'a column without any number',
			[{ name: '홍길동' }, { name: '성춘향' }],
			'Opt-Out List has 2 entries and no phone number',
		],
		['a column of order numbers', [{ number: 'A-1' }], 'Opt-Out List has 1 entries and no phone number'],
		['a list that is not there', undefined, 'Opt-Out List is missing: its expression gives nothing'],
	])('%s would leave nobody out, so nothing is sent', async (_what, list, why) => {
		const run = await kakao.brand([{ to: '01011110001', list: list as unknown as IDataObject }], {
			...leaveOut({ optOutList: '={{ $json.list }}' }),
			node: { onError: 'continueRegularOutput' },
		});
		expect(JSON.stringify([run.error?.message, run.outputs])).toContain(why);
		expect(await requests(kakao)).toEqual([]);
	});

	test('a node that has not run is no empty list', async () => {
		const run = await kakao.brand([{ to: '01011110001' }], leaveOut({ optOutList: "={{ $('Opt-outs').all() }}" }));
		expect(run.error?.message).toContain('Opt-Out List could not be worked out');
		expect(await kakao.messages()).toEqual([]);
	});

	test.each([[[]], [''], [[{ json: {} }]]])('an empty list (%j) is one: nobody has opted out yet', async (list) => {
		const run = await kakao.brand(
			[{ to: '01011110001', list } as unknown as IDataObject],
			leaveOut({ optOutList: '={{ $json.list }}' }),
		);
		expect(outcomesOf(run)).toEqual(['accepted']);
		expect(run.hints).toEqual([]);
	});

	test('entries that are no numbers are told, the others count', async () => {
		const list = ['010-1111-0001', '없음', ''];
		const run = await kakao.brand(
			[{ to: '01011110001', list }, { to: '01011110002' }],
			leaveOut({ optOutList: '={{ $json.list }}' }),
		);
		expect(reasonsOf(run)).toEqual(['optedOut', null]);
		expect(run.hints.map(({ message }) => message)).toContainEqual(
			expect.stringContaining('entries of the opt-out list are no phone numbers'),
		);
	});

	test('it wins over everything else that is wrong with a row: who opted out stops no run', async () => {
		const rows = [
			{ to: '01011110001', out: 'yes' },
			{ to: '01011110002', name: '홍길동' },
		];
		const run = await kakao.brand(rows, {
			parameters: { text: '#{name}님', leaveOut: { optedOut: '={{ $json.out }}' } },
		});
		expect(run.error).toBeUndefined();
		expect(outcomesOf(run)).toEqual(['skipped', 'accepted']);
	});
});
