import { describe, expect, test } from 'vitest';

import { solapi } from '../../../kakao/dealers/solapi';
import { toWire } from '../../../kakao/dealers/solapi/brand/wire';
import type { BrandContent } from '../../../kakao/message/brand/content';
import { brandMessage, brandTemplate, button, contentOf, onWire } from './brandSolapiMake.mts';

type Wire = { text?: string; type?: string; kakaoOptions: Record<string, unknown> & { bms: Record<string, unknown> } };
const wireOf = (parts: Partial<BrandContent> = {}) => toWire(brandMessage({ content: contentOf(parts) })) as Wire;
const bmsOf = (parts: Partial<BrandContent>) => wireOf(parts).kakaoOptions.bms;
const common = { targeting: 'I', adult: false };
const coupon = { title: '10% 할인 쿠폰', description: '주말', linkMobile: 'https://c.kr', schemeIos: 'app://c' };
const couponOnWire = { title: '10% 할인 쿠폰', description: '주말', linkMobile: 'https://c.kr', linkIos: 'app://c' };
const commerce = { title: '이어폰', regularPrice: '89000', discountPrice: '80100', discountRate: '10' };
const commerceOnWire = { title: '이어폰', regularPrice: 89_000, discountPrice: 80_100, discountRate: 10 };

describe('a free-form message shows what was written', () => {
	test('TEXT: its text stands in the message, and no SMS is billed', () => {
		expect(toWire(brandMessage({ targeting: 'M', adult: true }))).toEqual({
			to: '01020000000',
			customFields: { messageKey: 'sale-0' },
			type: 'BMS_FREE',
			text: '주말 할인',
			kakaoOptions: { pfId: 'PF01', disableSms: true, bms: { targeting: 'M', adult: true, chatBubbleType: 'TEXT' } },
		});
	});

	test('IMAGE: picture, its link, buttons and coupon', () => {
		const wire = wireOf({ kind: 'IMAGE', image: 'ST1', imageLink: 'https://i.kr', buttons: [button], coupon });
		expect(wire.text).toBe('주말 할인');
		expect(wire.kakaoOptions.bms).toEqual({
			...common,
			chatBubbleType: 'IMAGE',
			imageId: 'ST1',
			imageLink: 'https://i.kr',
			buttons: [onWire],
			coupon: couponOnWire,
		});
	});

	test('WIDE: app links go to the app', () => {
		const app = { type: 'AL' as const, name: '앱', schemeAndroid: 'app://a', schemeIos: 'app://i', linkPc: '' };
		expect(wireOf({ kind: 'WIDE', image: 'ST1', buttons: [app] })).toMatchObject({
			text: '주말 할인',
			kakaoOptions: { bms: { imageId: 'ST1' } },
		});
		expect(bmsOf({ kind: 'WIDE', image: 'ST1', buttons: [app] }).buttons).toEqual([
			{ linkType: 'AL', name: '앱', linkAndroid: 'app://a', linkIos: 'app://i' },
		]);
	});

	test('WIDE_ITEM_LIST: the large row first, the others below it', () => {
		const row = (image: string) => ({ title: image, image, linkMobile: 'https://a.kr' });
		const items = [{ ...row('A'), title: '' }, row('B'), row('C'), row('D')];
		const wire = wireOf({ kind: 'WIDE_ITEM_LIST', text: undefined, header: '추천', items });
		expect(wire).not.toHaveProperty('text');
		expect(wire.kakaoOptions.bms).toEqual({
			...common,
			chatBubbleType: 'WIDE_ITEM_LIST',
			header: '추천',
			mainWideItem: { imageId: 'A', linkMobile: 'https://a.kr' },
			subWideItemList: ['B', 'C', 'D'].map((title) => ({ title, imageId: title, linkMobile: 'https://a.kr' })),
		});
	});

	test('COMMERCE: prices as numbers', () => {
		const parts = { kind: 'COMMERCE' as const, text: undefined, image: 'ST1', additional: '내일 도착' };
		expect(bmsOf({ ...parts, commerce, buttons: [button] })).toEqual({
			...common,
			chatBubbleType: 'COMMERCE',
			additionalContent: '내일 도착',
			imageId: 'ST1',
			commerce: commerceOnWire,
			buttons: [onWire],
		});
	});

	test('CAROUSEL_FEED: each card with its own parts, and the way to more', () => {
		const card = { header: '하나', text: '내용', image: 'ST1', imageLink: 'https://i.kr', buttons: [button] };
		const carousel = { cards: [{ ...card, coupon }, card], more: { linkMobile: 'https://m.kr' } };
		const cardOnWire = {
			header: '하나',
			content: '내용',
			imageId: 'ST1',
			imageLink: 'https://i.kr',
			buttons: [onWire],
		};
		expect(bmsOf({ kind: 'CAROUSEL_FEED', text: undefined, carousel })).toEqual({
			...common,
			chatBubbleType: 'CAROUSEL_FEED',
			carousel: { list: [{ ...cardOnWire, coupon: couponOnWire }, cardOnWire], tail: { linkMobile: 'https://m.kr' } },
		});
	});

	test('CAROUSEL_COMMERCE: the intro as head, products with prices', () => {
		const intro = { header: '추천', text: '골랐어요', image: 'ST0', linkMobile: 'https://h.kr' };
		const cards = [{ image: 'ST1', additional: '무료배송', commerce, buttons: [button] }];
		expect(bmsOf({ kind: 'CAROUSEL_COMMERCE', text: undefined, carousel: { intro, cards } }).carousel).toEqual({
			head: { header: '추천', content: '골랐어요', imageId: 'ST0', linkMobile: 'https://h.kr' },
			list: [{ additionalContent: '무료배송', commerce: commerceOnWire, imageId: 'ST1', buttons: [onWire] }],
		});
	});

	test('PREMIUM_VIDEO: the same text wherever SOLAPI looks for it', () => {
		const video = { url: 'https://tv.kakao.com/v/1', thumbnail: 'ST1' };
		const wire = wireOf({ kind: 'PREMIUM_VIDEO', header: '영상', video, imageLink: 'https://i.kr' });
		expect(wire.text).toBe('주말 할인');
		expect(wire.kakaoOptions.bms).toEqual({
			...common,
			chatBubbleType: 'PREMIUM_VIDEO',
			header: '영상',
			content: '주말 할인',
			video: { videoUrl: 'https://tv.kakao.com/v/1', imageId: 'ST1', imageLink: 'https://i.kr' },
		});
	});

	test('a button keeps what its template attached to it, but not under another type', () => {
		const bot = { type: 'BK' as const, name: '문의', extra: { chatExtra: 'inquiry', linkType: 'XX' } };
		expect(bmsOf({ buttons: [bot] }).buttons).toEqual([{ linkType: 'BK', name: '문의', chatExtra: 'inquiry' }]);
	});
});

test('a template brings its own text and layout: only the values travel, with #{}', () => {
	const message = brandMessage({ template: brandTemplate(), variables: { 이름: '길동' }, targeting: 'N' });
	expect(toWire({ ...message, to: { country: '1', national: '2125550100' } })).toEqual({
		to: '2125550100',
		country: '1',
		customFields: { messageKey: 'sale-0' },
		kakaoOptions: {
			pfId: 'PF01',
			templateId: 'KA01BP1',
			variables: { '#{이름}': '길동' },
			disableSms: true,
			bms: { targeting: 'N' },
		},
	});
});

test('a fallback that slipped through is not sent in place of the message', () => {
	const fallback = { type: 'LMS' as const, from: '0212345678', title: '', text: '다른 글' };
	for (const template of [null, brandTemplate()]) {
		expect(JSON.stringify(toWire(brandMessage({ template, fallback })))).not.toContain('다른 글');
		expect(toWire(brandMessage({ template, fallback }))).toMatchObject({ kakaoOptions: { disableSms: true } });
	}
	expect(solapi.brand?.capabilities.fallback).toEqual({ freeForm: false, template: false });
});
