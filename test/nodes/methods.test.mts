import type { INodeListSearchResult } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { listSearch, resourceMapping } from '../harness/nodeMethods.mts';
import { addTemplate, DEALERS } from './helpers.mts';
import { SENDER, stage, templateCode } from './kakao.mts';

const kakao = stage();

const call = (dealer: DealerId, template = '') => ({
	credentials: kakao.credentials(dealer),
	node: {
		type: 'n8n-nodes-kakao-business.kakaoAlimTalkSend',
		parameters: {
			operation: 'send',
			senderProfile: { __rl: true, mode: 'list', value: SENDER[dealer] },
			template: { __rl: true, mode: 'list', value: template && templateCode(dealer, template) },
		},
	},
});

/** Everything that the editor gets when somebody scrolls to the end of a list. */
async function scroll(method: string, dealer: DealerId, filter?: string) {
	const pages: INodeListSearchResult[] = [];
	let token: string | undefined;
	do {
		const page = await listSearch(kakao.host, method, { ...call(dealer), filter, paginationToken: token } as Parameters<
			typeof listSearch
		>[2]);
		pages.push(page);
		token = page.paginationToken as string | undefined;
	} while (token !== undefined);
	return { pages, results: pages.flatMap(({ results }) => results) };
}

const fieldsOf = async (dealer: DealerId, template: string) =>
	(await resourceMapping(kakao.host, 'templateVariables', call(dealer, template))).fields;

describe.each(DEALERS)('at %s', (dealer) => {
	test('the channels come by name; typing finds one', async () => {
		const { results } = await scroll('searchSenderProfiles', dealer);
		expect(results).toContainEqual(
			expect.objectContaining({ value: SENDER[dealer], name: expect.stringContaining('@kakaoshop') }),
		);
		const found = await scroll('searchSenderProfiles', dealer, 'shop_CS');
		expect(found.results.map(({ name }) => name)).toEqual([expect.stringContaining('@kakaoshop_cs')]);
	});

	test('a blocked channel cannot be chosen where the dealer says that it is', async () => {
		const names = (await scroll('searchSenderProfiles', dealer)).results.map(({ name }) => name).join();
		// SOLAPI's list of channels has no such field.
		expect(names.includes('@oldshop')).toBe(dealer === 'solapi');
	});

	test('more than a thousand templates are all within reach, page after page, each once', async () => {
		await kakao.post('/api/templates/bulk', { count: 1205 });
		const { pages, results } = await scroll('searchTemplates', dealer);
		expect(pages.length).toBeGreaterThan(1);
		const values = results.map(({ value }) => value);
		expect(new Set(values).size).toBe(values.length);
		expect(values.filter((value) => String(value).includes('bulk-'))).toHaveLength(1205);
		expect(values).toContain(templateCode(dealer, 'order-confirmed'));
		expect(values).not.toContain(templateCode(dealer, 'coupon-event'));
		expect(values).not.toContain(templateCode(dealer, 'refund-done'));
	});

	test('a Korean word of the body finds the template, also beyond the first page and typed on a Mac', async () => {
		await kakao.post('/api/templates/bulk', { count: 1205 });
		await addTemplate(kakao, { code: 'far-away', text: '#{이름}님, 무지개떡이 도착했습니다.' });
		for (const filter of ['무지개떡', '무지개떡'.normalize('NFD'), ' 무지개떡 ']) {
			const [first] = (await scroll('searchTemplates', dealer, filter)).pages;
			expect(first?.results).toEqual([
				{ value: templateCode(dealer, 'far-away'), name: expect.stringContaining('무지개떡이 도착했습니다') },
			]);
		}
		expect((await scroll('searchTemplates', dealer, '없는말')).results).toEqual([]);
	});

	test('the form asks for every variable once, also those in links, titles, headers and item lists', async () => {
		expect((await fieldsOf(dealer, 'order-confirmed')).map(({ id }) => id)).toEqual([
			'고객명',
			'주문번호',
			'상품명',
			'결제금액',
		]);
		expect((await fieldsOf(dealer, 'shipping-started')).map(({ id }) => id).sort()).toEqual([
			'고객명',
			'상품명',
			'송장번호',
			'주문번호',
			'택배사',
		]);
		const reservation = ['결제금액', '고객명', '매장명', '메뉴', '예약번호', '예약일시', '인원'];
		expect((await fieldsOf(dealer, 'reservation')).map(({ id }) => id).sort()).toEqual(reservation);
		const fields = await fieldsOf(dealer, 'shipping-started');
		expect(fields.every(({ required, display, type }) => required && display && type === 'string')).toBe(true);
		expect(fields.find(({ id }) => id === '주문번호')?.displayName).toBe('주문번호 (in a link)');
		expect(fields.find(({ id }) => id === '송장번호')?.displayName).toBe('송장번호');
	});

	test('a template without variables, none chosen, and one that is gone say what is the matter', async () => {
		await addTemplate(kakao, { code: 'fixed', text: '휴무 안내' });
		const mapping = async (template: string) =>
			await resourceMapping(kakao.host, 'templateVariables', call(dealer, template));
		expect(await mapping('fixed')).toEqual({ fields: [], emptyFieldsNotice: expect.stringContaining('no variables') });
		expect(await mapping('')).toEqual({ fields: [], emptyFieldsNotice: expect.stringContaining('Choose') });
		expect(await mapping('gone')).toEqual({
			fields: [],
			emptyFieldsNotice: expect.stringContaining('There is no template'),
		});
	});

	test('a list that cannot be read says why and what to do, without the keys', async () => {
		const { credentials, ...rest } = call(dealer);
		const fields = credentials.kakaoBizMessageApi!;
		const wrong = { ...fields, [dealer === 'solapi' ? 'apiSecret' : 'secretKey']: 'wrong-secret' };
		const listing = listSearch(kakao.host, 'searchTemplates', { ...rest, credentials: { kakaoBizMessageApi: wrong } });
		const error: unknown = await listing.catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			message: expect.stringContaining('Could not read the templates'),
			description: expect.stringContaining('credential'),
		});
		for (const secret of ['wrong-secret', String(fields.appKey ?? fields.apiKey ?? fields.accessKey)])
			expect(JSON.stringify(error)).not.toContain(secret);
	});
});

test('before a channel is chosen the list of templates is empty, not an error', async () => {
	const { credentials, node } = call('nhnCloud');
	const parameters = { ...node.parameters, senderProfile: { __rl: true, mode: 'list', value: '' } };
	expect(await listSearch(kakao.host, 'searchTemplates', { credentials, node: { ...node, parameters } })).toEqual({
		results: [],
	});
});
