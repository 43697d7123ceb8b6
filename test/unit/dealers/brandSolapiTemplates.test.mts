import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { solapi } from '../../../kakao/dealers/solapi';
import { toTemplate } from '../../../kakao/dealers/solapi/brand/templates';
import { brandVariables } from '../../../kakao/message/brand/fill';
import { answer, requestsOf, talk } from '../support/wires.mts';
import { button, onWire } from './brandSolapiMake.mts';

const brand = solapi.brand!;
const contentOf = (row: object) => toTemplate({ ...row }).content;
const coupon = { title: '10% 할인 쿠폰', description: '#{기간}', linkMobile: 'https://c.kr' };

describe('a template is shown with all its parts, so that no variable is missing at the send', () => {
	test('text, picture, buttons and coupon', () => {
		const parts = { imageId: 'ST1', imageLink: 'https://i.kr', buttons: [onWire], coupon };
		expect(contentOf({ chatBubbleType: 'IMAGE', content: '#{이름}님', ...parts })).toEqual({
			kind: 'IMAGE',
			text: '#{이름}님',
			image: 'ST1',
			imageLink: 'https://i.kr',
			buttons: [button],
			coupon,
		});
	});

	test('a list: the large row first', () => {
		const row = (title: string) => ({ title, imageId: title, linkMobile: 'https://a.kr', linkAndroid: 'app://a' });
		const parts = { header: '추천', mainWideItem: row('A'), subWideItemList: [row('B'), row('C'), row('D')] };
		expect(contentOf({ chatBubbleType: 'WIDE_ITEM_LIST', ...parts })).toEqual({
			kind: 'WIDE_ITEM_LIST',
			header: '추천',
			items: ['A', 'B', 'C', 'D'].map((title) => ({
				title,
				image: title,
				linkMobile: 'https://a.kr',
				schemeAndroid: 'app://a',
			})),
			buttons: [],
		});
	});

	test('a product: prices are texts, given as numbers or variables', () => {
		const commerce = { title: '#{상품명}', regularPrice: 89_000, discountPrice: '#{할인가격}', discountRate: null };
		const { content } = toTemplate({ chatBubbleType: 'COMMERCE', additionalContent: '무료', imageId: 'S', commerce });
		expect(content).toMatchObject({
			additional: '무료',
			commerce: { title: '#{상품명}', regularPrice: '89000', discountPrice: '#{할인가격}' },
		});
		expect(content.commerce).not.toHaveProperty('discountRate');
	});

	test('a carousel: intro, cards and the way to more', () => {
		const card = { imageId: 'S', header: '#{카드}', content: '내용', additionalContent: '무료', buttons: [onWire] };
		const head = { header: '머리', content: '#{소개}', imageId: 'S0', linkMobile: 'https://h.kr' };
		const carousel = { head, list: [card], tail: { linkMobile: 'https://m.kr' } };
		const content = contentOf({ chatBubbleType: 'CAROUSEL_COMMERCE', carousel });
		expect(content.carousel).toEqual({
			intro: { header: '머리', text: '#{소개}', image: 'S0', linkMobile: 'https://h.kr' },
			cards: [{ header: '#{카드}', text: '내용', additional: '무료', image: 'S', buttons: [button] }],
			more: { linkMobile: 'https://m.kr' },
		});
		expect(brandVariables(content, brand.capabilities.valuesPerCard)).toEqual(['소개', '카드']);
	});

	test('a video, and a button under the names of AlimTalk', () => {
		const video = { videoUrl: 'https://tv.kakao.com/v/1', imageId: 'S', imageLink: 'https://i.kr' };
		const old = { buttonName: '문의', buttonType: 'BK', linkMo: 'https://a.kr', chatExtra: '#{문의}' };
		expect(contentOf({ chatBubbleType: 'PREMIUM_VIDEO', video, buttons: [old] })).toEqual({
			kind: 'PREMIUM_VIDEO',
			video: { url: 'https://tv.kakao.com/v/1', thumbnail: 'S' },
			imageLink: 'https://i.kr',
			buttons: [{ type: 'BK', name: '문의', linkMobile: 'https://a.kr', extra: { chatExtra: '#{문의}' } }],
		});
	});

	test('whatever odd shape one has, the others stay in the list', () => {
		const parts = 'chatBubbleType mainWideItem subWideItemList commerce carousel video buttons coupon codes status';
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...parts.split(' ')), fc.anything()), (row) => {
				const { content } = toTemplate(row);
				expect(brandVariables(content, false)).toBeInstanceOf(Array);
				expect(brand.capabilities.template.kinds[content.kind]).toBeDefined();
			}),
		);
	});
});

describe('templates of a channel', () => {
	const row = { brandTemplateId: 'KA01BP1', name: '할인', pfId: 'PF01', chatBubbleType: 'TEXT', content: '안녕' };

	test.each([
		[{}, 'approved'],
		[{ status: 'ACTIVE' }, 'approved'],
		[{ codes: [{ status: 'DELETED' }, { status: 'ACTIVE', isMain: 1 }] }, 'approved'],
		[{ codes: [{ status: 'INACTIVE', isMain: true }] }, 'stopped'],
		[{ status: 'INACTIVE' }, 'stopped'],
		[{ isDeleted: 1 }, 'stopped'],
	])('%j is %s', (parts, status) => {
		expect(toTemplate({ ...row, ...parts }).status).toBe(status);
	});

	test('come page by page, without those that are stopped', () => {
		const reply = answer({ brandTemplateList: [row, { ...row, isDeleted: true }], nextKey: 'N' });
		const { result, wishes } = talk(brand.templates('PF01', 'K'), [reply]);
		expect(result).toMatchObject({ entries: [{ code: 'KA01BP1', name: '할인' }], next: 'N' });
		expect(requestsOf(wishes)[0]?.path).toBe('/kakao/v2/brand-templates?pfId=PF01&startKey=K&limit=200');
	});

	test('one is found by its exact code, on whichever page, and never that of another channel', () => {
		const near = answer({ brandTemplateList: [{ ...row, brandTemplateId: 'KA01BP12' }], nextKey: 'N' });
		const one = (parts: object) => answer({ brandTemplateList: [{ ...row, ...parts }] });
		const find = (...replies: ReturnType<typeof answer>[]) => talk(brand.template('PF01', 'KA01BP1'), replies);
		expect(find(near, one({})).result?.code).toBe('KA01BP1');
		expect(find(one({ pfId: null, pfGroupId: 'G' })).result?.code).toBe('KA01BP1');
		expect(find(one({ pfId: 'PF02' })).result).toBeNull();
		expect(find(answer({ brandTemplateList: [] })).result).toBeNull();
		expect(requestsOf(find(one({})).wishes)[0]?.path).toContain('brandTemplateId=KA01BP1');
	});
});
