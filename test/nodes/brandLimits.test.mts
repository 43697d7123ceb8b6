import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { button, forms, shopServer } from './brandForms.mts';
import { brandStage, refusal } from './brandKakao.mts';
import { outcomesOf, requests } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();
const shop = shopServer();

const LINK = 'https://a.example';

const textOf = (length: number) => '가'.repeat(length);

describe('what Kakao would refuse is named with item, field and cure before any request', () => {
	test.each<[string, IDataObject, string[]]>([
		['a text too long', { text: textOf(1301) }, ['text has 1301 characters', '1300']],
		['a text with a hundred breaks', { text: '가\n'.repeat(100) }, ['text has 100 line breaks', 'fewer lines']],
		[
			'a wide text of 77',
			{ kind: 'WIDE', text: textOf(77), image: 'x', imageFrom: 'uploaded' },
			['text has 77 characters', '76'],
		],
		['no text', { text: '' }, ['text is empty', 'Fill it in']],
		['no picture', { kind: 'IMAGE', text: '가' }, ['image is empty']],
		[
			'a sixth button',
			{ buttons: { button: Array(6).fill(button) } },
			['buttons are 6, allowed are 0 to 5', 'Take some out'],
		],
		[
			'a fifth button beside a coupon',
			{
				buttons: { button: Array(5).fill(button) },
				coupon: { value: { kind: 'shipping', description: '오늘', link: LINK } },
			},
			['buttons are 5, allowed are 0 to 4'],
		],
		[
			'a button name of 15',
			{ buttons: { button: [{ ...button, name: textOf(15) }] } },
			['button 1 name has 15 characters', '14'],
		],
		[
			'a button without a link',
			{ buttons: { button: [{ type: 'WL', name: '보기' }] } },
			['button 1 mobile link is empty'],
		],
		['a link of another scheme', { buttons: { button: [{ ...button, link: 'shop://x' }] } }, ['button 1 "보러 가기"']],
		[
			'an app link with one address',
			{ buttons: { button: [{ type: 'AL', name: '열기', linkAndroid: 'a://b' }] } },
			['button 1 is an app link with too few addresses', 'two of Android'],
		],
		[
			'"add channel" below another button',
			{ buttons: { button: [button, { type: 'AC' }] } },
			['button "add channel" must be the first one'],
		],
		[
			'a coupon of 101 percent',
			{ coupon: { value: { kind: 'percent', amount: '101', description: '오늘', link: LINK } } },
			['coupon title gives 101%', '1 to 100'],
		],
		[
			'a coupon without a link',
			{ coupon: { value: { kind: 'shipping', description: '오늘' } } },
			['coupon link is empty'],
		],
		[
			'a coupon name with a blank',
			{ coupon: { value: { kind: 'free', name: '머그 컵', description: '오늘', link: LINK } } },
			['which holds a blank'],
		],
		[
			'a coupon description of 13',
			{ coupon: { value: { kind: 'shipping', description: textOf(13), link: LINK } } },
			['coupon description has 13 characters', '12'],
		],
		[
			'a product without a button',
			{ kind: 'COMMERCE', imageFrom: 'uploaded', image: 'x', product: { value: { title: '컵', regularPrice: '1' } } },
			['buttons are 0, allowed are 1 to 2', 'Add some'],
		],
		[
			'a price with a currency sign',
			{
				kind: 'COMMERCE',
				imageFrom: 'uploaded',
				image: 'x',
				product: { value: { title: '컵', regularPrice: '₩1,000' } },
				buttons: { button: [{ ...button, name: '보기' }] },
			},
			['regular price is "₩1,000"', 'without a currency sign'],
		],
		[
			'a discount without its price',
			{
				kind: 'COMMERCE',
				imageFrom: 'uploaded',
				image: 'x',
				product: { value: { title: '컵', regularPrice: '1000', discount: 'rate', discountRate: '10' } },
				buttons: { button: [{ ...button, name: '보기' }] },
			},
			['discount is incomplete', 'together with'],
		],
		[
			'one card only',
			{
				kind: 'CAROUSEL_FEED',
				feedCards: {
					card: [
						{
							header: '가',
							text: '나',
							imageFrom: 'uploaded',
							image: 'x',
							buttons: { button: [{ ...button, name: '보기' }] },
						},
					],
				},
			},
			['cards are 1, allowed are 2 to 6'],
		],
		[
			'two items in a wide list',
			{
				kind: 'WIDE_ITEM_LIST',
				header: '추천',
				listItems: { item: Array(2).fill({ title: '컵', imageFrom: 'uploaded', image: 'x', link: LINK }) },
			},
			['list items are 2, allowed are 3 to 4'],
		],
	])('%s', async (_what, parameters, words) => {
		const message = await refusal(kakao, parameters);
		for (const word of ['Item 0:', 'Nothing was sent', ...words]) expect(message).toContain(word);
	});

	// n8n cannot load a workflow in which a part with a default of its own was never filled in.
	test.each([
		[{ kind: 'COMMERCE' }, 'product title is empty'],
		[{ kind: 'PREMIUM_VIDEO', premiumVideo: true }, 'video address is empty'],
	])('a message of %j that was only begun says what is missing', async (parameters, why) => {
		expect(await refusal(kakao, parameters)).toContain(why);
	});

	test('a video is not offered by chance: Kakao TV is closed', async () => {
		const { form } = forms(shop.url).PREMIUM_VIDEO;
		const message = await refusal(kakao, { ...form, premiumVideo: false });
		expect(message).toContain('Kind is a premium video');
		expect(message).toContain('switch on "Allow Premium Video"');
	});

	test('of several cards the one that is wrong is named, with the part of it', async () => {
		const { form } = forms(shop.url).CAROUSEL_FEED;
		const [first, second] = (form.feedCards as { card: IDataObject[] }).card;
		const card = [first!, { ...second!, header: textOf(21), buttons: { button: [{ ...button, name: textOf(9) }] } }];
		const message = await refusal(kakao, { ...form, feedCards: { card } });
		expect(message).toContain('card 2: header has 21 characters');
		expect(message).toContain('card 2: button 1 name has 9 characters');
		expect(message).not.toContain('card 1');
	});

	test.each([
		['solapi', 'CAROUSEL_FEED', { feedCards: 'card' }, 'card 1: button 1 has type BK. Allowed here are WL, AL'],
		['naverSens', 'TEXT', { buttons: 'button' }, 'button 1 has type AC'],
	] as const)('what only %s refuses in %s is known as well', async (dealer, kind, _rows, why) => {
		const { form } = forms(shop.url)[kind];
		if (kind === 'TEXT')
			return expect(await refusal(kakao, { ...form, buttons: { button: [{ type: 'AC' }] } }, { dealer })).toContain(
				why,
			);
		const card = (form.feedCards as { card: IDataObject[] }).card.map((each) => ({
			...each,
			buttons: { button: [{ type: 'BK', name: '상담' }] },
		}));
		expect(await refusal(kakao, { ...form, feedCards: { card } }, { dealer })).toContain(why);
	});

	// Guards against: SOLAPI refuses such an address (its SDK shows the pattern); the node finds out only from the refusal.
	test('at SOLAPI an address with Korean letters in it is refused before the send, with the cure', async () => {
		const buttons = { button: [{ ...button, link: 'https://shop.example.com/검색?q=#{name}' }] };
		expect(await refusal(kakao, { buttons }, { dealer: 'solapi', row: { name: '세일' } })).toMatch(
			/button 1 .*encodeURIComponent/,
		);
	});

	test('what a value makes too long is refused for that row; with On Error "Continue" the others go out', async () => {
		const rows = ['홍길동', textOf(1300), '성춘향'].map((name, at) => ({ to: `0101111000${at}`, name }));
		const parameters = { text: '#{name}님' };
		const stopped = await kakao.brand(rows, { parameters });
		expect(stopped.error?.message).toContain('Item 1: text has 1301 characters');
		expect(await requests(kakao)).toEqual([]);
		const run = await kakao.brand(rows, { parameters, node: { onError: 'continueRegularOutput' } });
		expect(outcomesOf(run)).toEqual(['accepted', 'rejected', 'accepted']);
		expect(jsonOf(run.outputs[0])[1]).toMatchObject({
			reason: { code: 'badInput', text: expect.stringContaining('Text has 1301 characters') },
		});
		expect((await kakao.messages()).map(({ to }) => to).sort()).toEqual(['01011110000', '01011110002']);
	});

	test('a column that the row does not have is named, not sent as #{name}', async () => {
		expect(await refusal(kakao, { text: '#{name}님' })).toContain('variable #{name} is missing');
	});
});
