import { describe, expect, test } from 'vitest';

import { sendRequest } from '../../../kakao/dealers/nhnCloud/brand/send';
import type { BrandContent } from '../../../kakao/message/brand/content';
import type { Button } from '../../../kakao/message/template';
import { brandMessage, inBody, text } from './brandNhnSupport.mts';

const shop: Button = { type: 'WL', name: '보기', linkMobile: 'https://m.kr', linkPc: 'https://pc.kr' };
const SHOP = { type: 'WL', name: '보기', linkMo: 'https://m.kr', linkPc: 'https://pc.kr' };
const coupon = { title: '10% 할인 쿠폰', description: '주말', schemeIos: 'alimtalk=coupon://1' };

const bodyOf = (content: BrandContent) => inBody(sendRequest([brandMessage({ content })], 'k'));
/** Without what every request has. */
const contentOf = (content: BrandContent) => {
	const { senderKey, adult, pushAlarm, senderGroupingKey, recipientList, ...rest } = bodyOf(content);
	expect([senderKey, adult, pushAlarm, senderGroupingKey, recipientList]).not.toContain(undefined);
	return rest;
};

describe('a free-form message reaches NHN Cloud whole:', () => {
	test.each<[string, BrandContent, object]>([
		[
			'text with buttons and coupon',
			{ kind: 'TEXT', text: '할인', buttons: [shop], coupon },
			{ chatBubbleType: 'TEXT', content: '할인', buttons: [SHOP], coupon },
		],
		[
			'picture with its link',
			{ kind: 'IMAGE', text: '할인', image: 'https://i', imageLink: 'https://l', buttons: [] },
			{ chatBubbleType: 'IMAGE', content: '할인', image: { imageUrl: 'https://i', imageLink: 'https://l' } },
		],
		[
			'wide picture without one',
			{ kind: 'WIDE', text: '할인', image: 'https://i', imageLink: '', buttons: [shop] },
			{ chatBubbleType: 'WIDE', content: '할인', image: { imageUrl: 'https://i' }, buttons: [SHOP] },
		],
		[
			'item list, whose first item may do without a title',
			{
				kind: 'WIDE_ITEM_LIST',
				header: '머리',
				items: [
					{ image: 'https://1', linkMobile: 'https://m' },
					{ title: '둘', image: 'https://2', linkMobile: 'https://m', schemeAndroid: 'app://2' },
				],
				buttons: [],
			},
			{
				chatBubbleType: 'WIDE_ITEM_LIST',
				header: '머리',
				item: {
					list: [
						{ imageUrl: 'https://1', linkMo: 'https://m' },
						{ title: '둘', imageUrl: 'https://2', linkMo: 'https://m', schemeAndroid: 'app://2' },
					],
				},
			},
		],
		[
			'product, its prices as numbers',
			{
				kind: 'COMMERCE',
				additional: '무료 배송',
				image: 'https://i',
				commerce: { title: '사과', regularPrice: '10000', discountPrice: '9000', discountRate: '10' },
				buttons: [shop],
			},
			{
				chatBubbleType: 'COMMERCE',
				additionalContent: '무료 배송',
				image: { imageUrl: 'https://i' },
				commerce: { title: '사과', regularPrice: 10000, discountPrice: 9000, discountRate: 10 },
				buttons: [SHOP],
			},
		],
		[
			'feed carousel with "see more"',
			{
				kind: 'CAROUSEL_FEED',
				carousel: {
					cards: [
						{ header: '하나', text: '글', image: 'https://1', imageLink: 'https://l', buttons: [shop], coupon },
						{ header: '둘', text: '글', image: 'https://2', buttons: [shop] },
					],
					more: { linkMobile: 'https://more' },
				},
				buttons: [],
			},
			{
				chatBubbleType: 'CAROUSEL_FEED',
				carousel: {
					list: [
						{ header: '하나', message: '글', imageUrl: 'https://1', imageLink: 'https://l', buttons: [SHOP], coupon },
						{ header: '둘', message: '글', imageUrl: 'https://2', buttons: [SHOP] },
					],
					tail: { linkMo: 'https://more' },
				},
			},
		],
		[
			'product carousel with an intro, a price of 0 included',
			{
				kind: 'CAROUSEL_COMMERCE',
				carousel: {
					intro: { header: '신상', text: '소개', image: 'https://h', linkMobile: 'https://m' },
					cards: [
						{
							additional: '특가',
							image: 'https://1',
							commerce: { title: '배', regularPrice: '5000', discountPrice: '0', discountFixed: '5000' },
							buttons: [shop],
						},
					],
				},
				buttons: [],
			},
			{
				chatBubbleType: 'CAROUSEL_COMMERCE',
				carousel: {
					head: { header: '신상', content: '소개', imageUrl: 'https://h', linkMo: 'https://m' },
					list: [
						{
							additionalContent: '특가',
							imageUrl: 'https://1',
							commerce: { title: '배', regularPrice: 5000, discountPrice: 0, discountFixed: 5000 },
							buttons: [SHOP],
						},
					],
				},
			},
		],
		[
			'video, whose text and thumbnail may be missing',
			{ kind: 'PREMIUM_VIDEO', text: '', header: '머리', video: { url: 'https://tv.kakao.com/v/1' }, buttons: [] },
			{ chatBubbleType: 'PREMIUM_VIDEO', header: '머리', video: { videoUrl: 'https://tv.kakao.com/v/1' } },
		],
	])('%s', (_, content, wire) => {
		expect(contentOf(content)).toEqual(wire);
	});

	test('what a button needs beyond its links, and the one name that "add channel" may have', () => {
		const buttons: Button[] = [
			{ type: 'AC', name: '친구 추가' },
			{ type: 'BT', name: '상담', extra: { chatExtra: '메타', chatEvent: 'event' } },
			{ type: 'BF', name: '톡에서 예약하기', extra: { bizFormKey: 'form' } },
		];
		expect(bodyOf({ ...text, buttons }).buttons).toEqual([
			{ type: 'AC', name: '채널 추가' },
			{ type: 'BT', name: '상담', chatExtra: '메타', chatEvent: 'event' },
			{ type: 'BF', name: '톡에서 예약하기', bizFormKey: 'form' },
		]);
	});
});
