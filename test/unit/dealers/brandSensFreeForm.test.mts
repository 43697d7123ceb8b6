import { describe, expect, test } from 'vitest';

import { sendRequest } from '../../../kakao/dealers/naverSens/brand/send';
import type { BrandContent } from '../../../kakao/message/brand/content';
import { brandMessage, inBody, plain, product } from './brandSensSupport.mts';

const WEB = { type: 'WL' as const, name: '보기', linkMobile: 'https://m.shop.kr', linkPc: 'https://shop.kr' };
const APP = { type: 'AL' as const, name: '앱', schemeIos: 'shop://i', schemeAndroid: 'shop://a' };
const COUPON = { title: '20% 할인 쿠폰', description: '주말 한정', linkMobile: 'https://m.shop.kr/c' };
const PRICES = { title: '운동화', regularPrice: '59000', discountPrice: '47200', discountRate: '20' };

const body = (...batch: Parameters<typeof sendRequest>[0]) => inBody(sendRequest(batch));
const firstOf = (...batch: Parameters<typeof sendRequest>[0]) =>
	(body(...batch).messages as Record<string, unknown>[])[0]!;
const partsOf = (content: BrandContent) => {
	const { to, countryCode, useSmsFailover, ...parts } = firstOf(brandMessage({ content }));
	expect([to, countryCode, useSmsFailover]).toEqual(['01020000000', '82', false]);
	return parts;
};

describe('a free-form message arrives with every part of', () => {
	test('a text: its buttons and its coupon', () => {
		expect(partsOf({ ...plain, buttons: [WEB, APP], coupon: COUPON })).toEqual({
			content: '주말 할인',
			buttons: [WEB, APP],
			coupon: COUPON,
		});
	});

	test('a business form: the button’s form id', () => {
		const form = { type: 'BF' as const, name: '톡에서 예약하기', extra: { bizFormKey: '77' } };
		expect(partsOf({ ...plain, buttons: [form] }).buttons).toEqual([
			{ type: 'BF', name: '톡에서 예약하기', bizFormId: '77' },
		]);
	});

	test('an image: the picture and where a tap on it leads', () => {
		expect(
			partsOf({ kind: 'IMAGE', text: '신상', image: 'img-1', imageLink: 'https://m.shop.kr/1', buttons: [] }),
		).toEqual({ content: '신상', image: { imageId: 'img-1', imageLink: 'https://m.shop.kr/1' } });
	});

	test('a wide image, which SENS calls WIDE_IMAGE', () => {
		const content: BrandContent = { kind: 'WIDE', text: '넓게', image: 'img-2', buttons: [WEB] };
		expect(body(brandMessage({ content })).messageType).toBe('WIDE_IMAGE');
		expect(partsOf(content)).toEqual({ content: '넓게', image: { imageId: 'img-2' }, buttons: [WEB] });
	});

	test('a wide list: header and each item with its picture and links', () => {
		const content: BrandContent = {
			kind: 'WIDE_ITEM_LIST',
			header: '이번 주',
			items: [
				{ image: 'main', linkMobile: 'https://m.shop.kr/1' },
				{ title: '둘째', image: 'sub-1', linkMobile: 'https://m.shop.kr/2', linkPc: 'https://shop.kr/2' },
				{ title: '셋째', image: 'sub-2', linkMobile: 'https://m.shop.kr/3' },
			],
			buttons: [],
		};
		expect(partsOf(content)).toEqual({
			headerContent: '이번 주',
			item: {
				list: [
					{ imageId: 'main', linkMobile: 'https://m.shop.kr/1' },
					{ title: '둘째', imageId: 'sub-1', linkMobile: 'https://m.shop.kr/2', linkPc: 'https://shop.kr/2' },
					{ title: '셋째', imageId: 'sub-2', linkMobile: 'https://m.shop.kr/3' },
				],
			},
		});
	});

	test('a product: prices as texts, and the line below them', () => {
		expect(partsOf({ ...product, commerce: PRICES, additional: '무료 배송', buttons: [WEB] })).toEqual({
			image: { imageId: 'img-1' },
			commerce: { title: '운동화', regularPrice: '59000', discountPrice: '47200', discountRate: '20' },
			additionalContent: '무료 배송',
			buttons: [WEB],
		});
	});

	test('a feed carousel: each card, and "see more" behind the last', () => {
		const card = { header: '첫째', text: '카드 글', image: 'card-1', imageLink: 'https://m.shop.kr/1', buttons: [WEB] };
		const content: BrandContent = {
			kind: 'CAROUSEL_FEED',
			carousel: {
				cards: [card, { header: '둘째', text: '글', image: 'card-2', buttons: [WEB], coupon: COUPON }],
				more: { linkMobile: 'https://m.shop.kr/all' },
			},
			buttons: [],
		};
		expect(partsOf(content)).toEqual({
			carousel: {
				list: [
					{
						header: '첫째',
						content: '카드 글',
						image: { imageId: 'card-1', imageLink: 'https://m.shop.kr/1' },
						buttons: [WEB],
					},
					{ header: '둘째', content: '글', image: { imageId: 'card-2' }, buttons: [WEB], coupon: COUPON },
				],
				tail: { linkMobile: 'https://m.shop.kr/all' },
			},
		});
	});

	test('a product carousel: the intro as its head, and each product', () => {
		const content: BrandContent = {
			kind: 'CAROUSEL_COMMERCE',
			carousel: {
				intro: { header: '가을', text: '신상 모음', image: 'intro', linkMobile: 'https://m.shop.kr' },
				cards: [{ commerce: PRICES, additional: '오늘만', image: 'card-1', buttons: [WEB] }],
			},
			buttons: [],
		};
		expect(partsOf(content)).toEqual({
			carousel: {
				head: { header: '가을', content: '신상 모음', imageId: 'intro', linkMobile: 'https://m.shop.kr' },
				list: [{ additionalContent: '오늘만', image: { imageId: 'card-1' }, commerce: PRICES, buttons: [WEB] }],
			},
		});
	});

	test('a video: its address and its still', () => {
		const video = { url: 'https://tv.kakao.com/v/1', thumbnail: 'still' };
		expect(partsOf({ kind: 'PREMIUM_VIDEO', header: '보기', text: '영상', video, buttons: [] })).toEqual({
			headerContent: '보기',
			content: '영상',
			video: { videoUrl: 'https://tv.kakao.com/v/1', thumbnailId: 'still' },
		});
	});
});
