import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toTemplate } from '../../../kakao/dealers/naverSens/brand/templates';
import { sendRequest } from '../../../kakao/dealers/naverSens/brand/send';
import type { BrandContent } from '../../../kakao/message/brand/content';
import { brandVariables } from '../../../kakao/message/brand/fill';
import { picturesIn } from '../../../kakao/message/brand/pictures';
import { brandMessage, inBody } from './brandSensSupport.mts';

const WEB = { type: 'WL' as const, name: '보기', linkMobile: 'https://m.shop.kr/#{번호}' };
const COUPON = { title: '배송비 할인 쿠폰', description: '주말', linkMobile: 'https://m.shop.kr/c' };
const PRICES = { title: '#{상품명}', regularPrice: '59000', discountPrice: '47200', discountRate: '20' };

const EVERY_KIND: BrandContent[] = [
	{ kind: 'TEXT', text: ' #{이름}님\n', buttons: [WEB], coupon: COUPON },
	{ kind: 'IMAGE', text: '글', image: 'i', imageLink: 'https://m.shop.kr', buttons: [] },
	{ kind: 'WIDE', text: '글', image: 'i', buttons: [WEB] },
	{
		kind: 'WIDE_ITEM_LIST',
		header: '머리',
		items: [
			{ image: 'a', linkMobile: 'https://a.kr' },
			{ title: '둘', image: 'b', linkMobile: 'https://b.kr', linkPc: 'https://pc.kr' },
			{ title: '셋', image: 'c', linkMobile: 'https://c.kr' },
		],
		buttons: [],
	},
	{ kind: 'COMMERCE', image: 'i', commerce: PRICES, additional: '덤', buttons: [WEB] },
	{
		kind: 'CAROUSEL_FEED',
		carousel: {
			cards: [1, 2].map((at) => ({
				header: `${at}`,
				text: '글',
				image: 'i',
				imageLink: 'https://a.kr',
				buttons: [WEB],
			})),
			more: { linkMobile: 'https://more.kr' },
		},
		buttons: [],
	},
	{
		kind: 'CAROUSEL_COMMERCE',
		carousel: {
			intro: { header: '소개', text: '글', image: 'intro', linkMobile: 'https://a.kr' },
			cards: [{ commerce: PRICES, additional: '덤', image: 'i', buttons: [WEB], coupon: COUPON }],
		},
		buttons: [],
	},
	{ kind: 'PREMIUM_VIDEO', header: '머리', text: '글', video: { url: 'https://v.kr', thumbnail: 't' }, buttons: [] },
];

/** A template as SENS would list what it takes in a send. */
function rowOf(content: BrandContent): Record<string, unknown> {
	const { messageType, messages } = inBody(sendRequest([brandMessage({ content })]));
	return { templateCode: 'T', templateName: '세일', messageType, ...(messages as object[])[0] };
}

test.each(EVERY_KIND.map((content) => [content.kind, content] as const))(
	'a %s template shows everything that it will send',
	(_, content) => {
		expect(toTemplate(rowOf(content))).toEqual({ code: 'T', name: '세일', status: 'approved', content });
	},
);

describe('a template', () => {
	test('shows the variables of every part, so that no send is refused for a missing one', () => {
		const { content } = toTemplate({
			messageType: 'CAROUSEL_COMMERCE',
			carousel: {
				head: { header: '#{a}', content: '#{b}', imageId: 'i' },
				list: [
					{
						additionalContent: '#{c}',
						commerce: { title: '#{d}', regularPrice: '#{e}' },
						image: { imageId: 'i', imageLink: 'https://#{f}' },
						buttons: [{ type: 'WL', name: '열기', linkMobile: 'https://#{g}' }],
						coupon: { title: '배송비 할인 쿠폰', description: '#{h}' },
					},
				],
			},
		});
		expect(brandVariables(content, false).sort()).toEqual('abcdefgh'.split(''));
	});

	test('shows prices that come as numbers', () => {
		const { content } = toTemplate({ messageType: 'COMMERCE', commerce: { title: '신', regularPrice: 59000 } });
		expect(content.commerce).toEqual({ title: '신', regularPrice: '59000' });
	});

	test('is read under the spellings that other sources have', () => {
		const { content } = toTemplate({
			chatBubbleType: 'CAROUSEL_FEED',
			carousel: {
				head: { headerContent: '소개', message: '글', image: { imageUrl: 'https://intro' } },
				list: [
					{
						headerContent: '머리',
						message: '글',
						imageUrl: 'https://i',
						buttons: [{ linkType: 'AL', linkAnd: 'a://' }],
					},
				],
				tail: { linkMo: 'https://more.kr' },
			},
		});
		expect(content.carousel).toEqual({
			intro: { header: '소개', text: '글', image: 'https://intro' },
			cards: [
				{
					header: '머리',
					text: '글',
					image: 'https://i',
					buttons: [{ type: 'AL', name: '', schemeAndroid: 'a://' }],
				},
			],
			more: { linkMobile: 'https://more.kr' },
		});
	});

	test.each([
		[{}, 'approved'],
		[{ templateStatus: 'ACTIVE' }, 'approved'],
		[{ status: 'REGISTERED' }, 'approved'],
		[{ templateStatus: 'STOP' }, 'stopped'],
		[{ status: 'DELETED' }, 'stopped'],
	])('%j is %s: there is no review', (row, status) => {
		expect(toTemplate(row).status).toBe(status);
	});
});

test('a template of any odd shape does not empty the whole list', () => {
	const names = 'messageType content headerContent image item commerce video carousel coupon buttons templateStatus';
	const inner = fc.record({ head: fc.anything(), list: fc.anything(), tail: fc.anything() });
	const row = fc.dictionary(fc.constantFrom(...names.split(' ')), fc.oneof(fc.anything(), inner));
	fc.assert(
		fc.property(row, (each) => {
			const { content } = toTemplate(each);
			expect(Array.isArray(content.buttons)).toBe(true);
			expect(picturesIn(content)).toBeInstanceOf(Array);
			expect(brandVariables(content, false)).toBeInstanceOf(Array);
		}),
	);
});
