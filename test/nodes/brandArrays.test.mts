import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { button, forms, shopServer } from './brandForms.mts';
import { brandStage, refusal } from './brandKakao.mts';
import { outcomesOf, settled } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();
const shop = shopServer();

const TO = '01011110001';
const LINK = 'https://a.example';

/** What the customer sees of a message with these parameters. */
async function seenWith(parameters: IDataObject, row: IDataObject = {}) {
	const run = await kakao.brand([{ ...row, to: TO }], { parameters });
	expect(run.error?.description ?? run.error?.message).toBeUndefined();
	expect(outcomesOf(run)).toEqual(['accepted']);
	await settled(kakao);
	return (await kakao.shown())[TO]!;
}

/** Pictures are uploaded anew for each run: only that they are there can be the same. */
const withoutAddresses = (bubble: object) => JSON.stringify(bubble).replace(/\/images\/\w+/g, '/images/…');

describe('rows from a product feed instead of the form', () => {
	/** The same rows as a person would fill in, as a list of plain objects: buttons and coupons without the form's boxes. */
	const plain = (form: IDataObject, rows: string, group: string) =>
		((form[rows] as IDataObject)[group] as IDataObject[]).map(({ buttons, coupon, ...row }) => ({
			...row,
			...(buttons ? { buttons: (buttons as IDataObject).button } : {}),
			...(coupon ? { coupon: (coupon as IDataObject).value } : {}),
		}));

	test.each([
		['TEXT', 'buttons', 'button'],
		['WIDE_ITEM_LIST', 'listItems', 'item'],
		['CAROUSEL_FEED', 'feedCards', 'card'],
		['CAROUSEL_COMMERCE', 'productCards', 'card'],
	] as const)(
		'%s: a list, its JSON text and a formula inside JSON make what the form makes',
		async (kind, rows, group) => {
			const { form } = forms(shop.url)[kind];
			const byForm = await seenWith(form);
			const { [rows]: _replaced, ...rest } = form;
			const list = plain(form, rows, group);
			const from = (array: string): IDataObject => ({ ...rest, [`${rows}From`]: 'array', [`${rows}Array`]: array });
			for (const array of ['={{ $json.feed }}', JSON.stringify(list), '={{ JSON.stringify($json.feed) }}']) {
				await kakao.post('/api/reset', {});
				const byArray = await seenWith(from(array), { feed: list });
				expect(withoutAddresses(byArray.bubble), array).toBe(withoutAddresses(byForm.bubble));
			}
		},
	);

	test('an array may leave out what a form has set by itself: web link, picture by URL, the kind of discount', async () => {
		const productCardsArray = JSON.stringify([
			{
				title: '컵',
				regularPrice: 9000,
				discountPrice: 6000,
				discountRate: 30,
				image: `${shop.url}/product.png`,
				buttons: [{ name: '구매', link: 'https://a.example' }],
			},
			{
				title: '등',
				regularPrice: 9000,
				discountPrice: 8000,
				discountFixed: '1000',
				image: `${shop.url}/product.png`,
				buttons: [{ name: '구매', link: 'https://a.example' }],
			},
			{
				title: '병',
				regularPrice: '0',
				image: `${shop.url}/product.png`,
				buttons: [{ name: '구매', link: 'https://a.example' }],
			},
		]);
		const { bubble } = await seenWith({ kind: 'CAROUSEL_COMMERCE', productCardsFrom: 'array', productCardsArray });
		expect(bubble.carousel?.cards).toMatchObject([
			{ commerce: { discountRate: 30, discountFixed: null }, buttons: [{ type: 'WL' }] },
			{ commerce: { discountRate: null, discountFixed: 1000 } },
			{ commerce: { regularPrice: 0, discountPrice: null, discountRate: null, discountFixed: null } },
		]);
	});

	test('a row with two discounts is refused: which of them to advertise is not for the node to choose', async () => {
		const product = { title: '컵', regularPrice: 9000, discountPrice: 6000, discountRate: 30, discountFixed: 3000 };
		const card = {
			...product,
			image: `${shop.url}/product.png`,
			buttons: [{ name: '구매', link: 'https://a.example' }],
		};
		const productCardsArray = JSON.stringify([card, card]);
		const parameters = { kind: 'CAROUSEL_COMMERCE', productCardsFrom: 'array', productCardsArray };
		expect(await refusal(kakao, parameters)).toContain('card 1: discount is incomplete');
	});

	test('each row may bring buttons of its own', async () => {
		const rows = ['첫째', '둘째'].map((name, at) => ({
			to: `0101111000${at}`,
			feed: [{ name, link: `https://a.example/${at}` }],
		}));
		const run = await kakao.brand(rows, { parameters: { buttonsFrom: 'array', buttonsArray: '={{ $json.feed }}' } });
		expect(outcomesOf(run)).toEqual(['accepted', 'accepted']);
		const shown = await kakao.shown();
		expect(['01011110000', '01011110001'].map((to) => shown[to]!.bubble.buttons[0]?.name)).toEqual(['첫째', '둘째']);
	});
});

describe('rows of an array that cannot be read are refused, never dropped', () => {
	const array = (rows: unknown): IDataObject => ({ buttonsFrom: 'array', buttonsArray: rows as string });

	test.each<[string, unknown, string]>([
		['a misspelt key', [{ ...button, linkmobile: LINK }], 'Buttons 1 has a field "linkmobile", which it does not know'],
		['the key of another dealer', [{ name: '보기', linkMo: LINK }], 'Buttons 1 has a field "linkMo"'],
		['a text among the objects', [button, '보기'], 'Buttons has an entry 2 that is no object'],
		['a single text', '보기', 'Buttons is no valid JSON'],
		['a number', 7, 'Buttons is no list'],
		['a list as a name', [{ ...button, name: ['a'] }], 'Buttons 1 name is a list or object'],
		['an object that is no list', { name: '보기' }, 'Buttons is no list'],
		['half a JSON text', '[{"name": "보기"', 'Buttons is no valid JSON'],
	])('%s', async (_what, rows, why) => {
		expect(await refusal(kakao, array('={{ $json.rows }}'), { row: { rows: rows as IDataObject } })).toContain(
			`Item 0: ${why}`,
		);
	});

	test.each<[string, string, string, string]>([
		['CAROUSEL_FEED', 'feedCards', '[{"header":"가","txt":"나"}]', 'Cards 1 has a field "txt"'],
		[
			'CAROUSEL_FEED',
			'feedCards',
			'[{"header":"가","buttons":[{"nam":"보기"}]}]',
			'Cards 1 buttons 1 has a field "nam"',
		],
		['CAROUSEL_FEED', 'feedCards', '[{"coupon":{"kind":"shiping"}}]', 'Cards 1 coupon kind is "shiping"'],
		['CAROUSEL_COMMERCE', 'productCards', '[{"title":"컵","price":1000}]', 'Cards 1 has a field "price"'],
		['WIDE_ITEM_LIST', 'listItems', '[{"title":"컵","url":"https://a.example"}]', 'List Items 1 has a field "url"'],
	])('%s: %s of %s', async (kind, rows, json, why) => {
		expect(await refusal(kakao, { kind, [`${rows}From`]: 'array', [`${rows}Array`]: json })).toContain(why);
	});

	test.each(['={{ $json.feed.list.map((each) => each) }}', '={{ $json.feeds }}'])(
		'%s comes to nothing for a row: that row is kept back, the others go out with their buttons',
		async (formula) => {
			const rows = [{ to: '01011110001', feed: { list: [button] }, feeds: [button] }, { to: '01011110002' }];
			const run = await kakao.brand(rows, { parameters: array(formula), node: { onError: 'continueRegularOutput' } });
			expect(outcomesOf(run)).toEqual(['accepted', 'rejected']);
			expect(jsonOf(run.outputs[0])[1]).toMatchObject({
				reason: { text: expect.stringContaining('Buttons (Array) is missing for this item') },
			});
			expect((await kakao.messages()).map(({ to }) => to)).toEqual(['01011110001']);
		},
	);

	test.each([[], '', '[]', null])('%j means "none", as a row of the feed may say', async (none) => {
		const run = await kakao.brand([{ to: TO, rows: none }], { parameters: array('={{ $json.rows }}') });
		expect(outcomesOf(run)).toEqual(['accepted']);
		expect((await kakao.shown())[TO]?.bubble.buttons).toEqual([]);
	});
});
