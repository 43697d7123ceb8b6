import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toTemplate } from '../../../kakao/dealers/nhnCloud/brand/templates';
import { variableNames } from '../../../kakao/message/brand/fill';
import { BRAND_KINDS } from '../../../kakao/message/brand/content';
import { requestsOf, talk } from '../support/wires.mts';
import { brand, good, queryOf, refused } from './brandNhnSupport.mts';

const shelf = (templates: readonly object[], totalCount = templates.length) =>
	good({ templateListResponse: { templates, totalCount } });
const contentOf = (row: object) => toTemplate({ templateCode: 'T', status: 'A', ...row })?.content;
const button = { name: '보기', type: 'WL', linkMo: 'https://m', linkPc: null, bizFormId: null };
const BUTTON = { name: '보기', type: 'WL', linkMobile: 'https://m' };
const link = { linkMo: 'https://m', linkPc: null, schemeAndroid: null, schemeIos: null };

describe('a template is shown as it was registered:', () => {
	test('text, with nothing where NHN Cloud writes null', () => {
		const row = { chatBubbleType: 'TEXT', content: '#{이름}님', header: null, image: null, item: null, carousel: null };
		expect(
			contentOf({ ...row, buttons: [button], coupon: { title: '배송비 할인 쿠폰', description: '주말', ...link } }),
		).toEqual({
			kind: 'TEXT',
			text: '#{이름}님',
			buttons: [BUTTON],
			coupon: { title: '배송비 할인 쿠폰', description: '주말', linkMobile: 'https://m' },
		});
	});

	test.each(['IMAGE', 'WIDE'])('%s with picture and link', (chatBubbleType) => {
		const image = { imageUrl: 'https://i', imageLink: 'https://l' };
		expect(contentOf({ chatBubbleType, content: '글', image })).toEqual({
			kind: chatBubbleType,
			text: '글',
			image: 'https://i',
			imageLink: 'https://l',
			buttons: [],
		});
	});

	test('item list', () => {
		const item = {
			list: [
				{ title: null, imageUrl: 'https://1', ...link },
				{ title: '둘', imageUrl: 'https://2', ...link },
			],
		};
		expect(contentOf({ chatBubbleType: 'WIDE_ITEM_LIST', header: '머리', item })).toEqual({
			kind: 'WIDE_ITEM_LIST',
			header: '머리',
			items: [
				{ image: 'https://1', linkMobile: 'https://m' },
				{ title: '둘', image: 'https://2', linkMobile: 'https://m' },
			],
			buttons: [],
		});
	});

	test('video', () => {
		const video = { videoUrl: 'https://tv.kakao.com/v/1', thumbnailUrl: null };
		expect(contentOf({ chatBubbleType: 'PREMIUM_VIDEO', video })).toEqual({
			kind: 'PREMIUM_VIDEO',
			video: { url: 'https://tv.kakao.com/v/1' },
			buttons: [],
		});
	});

	test('product, its prices as digits, 0 included', () => {
		const commerce = { title: '사과', regularPrice: 10000, discountPrice: 0, discountRate: 100, discountFixed: null };
		expect(contentOf({ chatBubbleType: 'COMMERCE', additionalContent: '특가', commerce })).toMatchObject({
			additional: '특가',
			commerce: { title: '사과', regularPrice: '10000', discountPrice: '0', discountRate: '100' },
		});
	});

	test('product whose prices were left open: they are asked for under NHN Cloud’s own names', () => {
		const commerce = {
			title: '#{상품명}',
			regularPrice: null,
			discountPrice: null,
			discountRate: null,
			discountFixed: null,
		};
		const content = contentOf({ chatBubbleType: 'COMMERCE', commerce })!;
		expect(variableNames(content, true)).toEqual(['상품명', '정상가격', '할인가격', '할인율', '정액할인가격']);
		expect(
			contentOf({ chatBubbleType: 'COMMERCE', commerce: { ...commerce, regularPrice: '#{정상가격}' } }),
		).toMatchObject({
			commerce: { regularPrice: '#{정상가격}' },
		});
	});

	test('carousels, head as intro, message as text, tail as "see more"', () => {
		const card = { header: '하나', message: '#{글}', imageUrl: 'https://1', imageLink: null, buttons: [button] };
		const head = { header: '신상', content: '소개', imageUrl: 'https://h', ...link };
		const carousel = {
			head,
			list: [
				{ ...card, commerce: null },
				{ ...card, coupon: null },
			],
			tail: link,
		};
		const CARD = { header: '하나', text: '#{글}', image: 'https://1', buttons: [BUTTON] };
		expect(contentOf({ chatBubbleType: 'CAROUSEL_COMMERCE', carousel })?.carousel).toEqual({
			intro: { header: '신상', text: '소개', image: 'https://h', linkMobile: 'https://m' },
			cards: [CARD, CARD],
			more: { linkMobile: 'https://m' },
		});
		const feed = contentOf({ chatBubbleType: 'CAROUSEL_FEED', carousel: { ...carousel, head: null, tail: null } });
		expect(feed?.carousel).toEqual({ cards: [CARD, CARD] });
	});
});

describe('the list of templates', () => {
	test('offers what may be sent, page by page', () => {
		const row = { templateCode: 'A1', templateName: '세일', chatBubbleType: 'TEXT', status: 'A' };
		const { result, wishes } = talk(brand.templates('key/1', undefined), [shelf([row], 2)]);
		expect(result).toMatchObject({ entries: [{ code: 'A1', name: '세일', status: 'approved' }], next: '2' });
		expect(requestsOf(wishes)[0]?.path).toMatch(
			/^\/brand-message\/v1\.0\/appkeys\/\{appKey\}\/senders\/key%2F1\/templates\?/,
		);
		expect(queryOf(requestsOf(wishes)[0])).toMatchObject({ status: 'A', pageNum: '1' });
	});

	test('one that is blocked is known as such; one of a similar code is not taken for it', () => {
		const rows = ['SALE2', 'SALE'].map((templateCode) => ({ templateCode, chatBubbleType: 'TEXT', status: 'S' }));
		expect(talk(brand.template('key', 'SALE'), [shelf(rows)]).result).toMatchObject({
			code: 'SALE',
			status: 'stopped',
		});
		expect(talk(brand.template('key', 'SAL'), [shelf(rows)]).result).toBeNull();
	});

	test('a layout of tomorrow does not empty the list', () => {
		const rows = ['HOLOGRAM', 'TEXT'].map((chatBubbleType) => ({
			templateCode: chatBubbleType,
			chatBubbleType,
			status: 'A',
		}));
		expect(talk(brand.templates('key', undefined), [shelf(rows)]).result.entries.map(({ code }) => code)).toEqual([
			'TEXT',
		]);
	});

	test('a refusal is told with its reason', () => {
		expect(() => talk(brand.templates('key', undefined), [refused(-2017)])).toThrow(/templates.*not active/);
	});

	test('a template of any odd shape stops nothing', () => {
		const parts = fc.dictionary(
			fc.constantFrom('image', 'item', 'commerce', 'video', 'carousel', 'buttons', 'coupon', 'content', 'status'),
			fc.oneof(fc.anything(), fc.record({ list: fc.anything(), head: fc.anything(), title: fc.anything() })),
		);
		fc.assert(
			fc.property(parts, fc.constantFrom(...BRAND_KINDS), (row, chatBubbleType) => {
				const content = contentOf({ ...row, chatBubbleType })!;
				expect(content.kind).toBe(chatBubbleType);
				expect(variableNames(content, true)).toBeInstanceOf(Array);
			}),
		);
	});
});
