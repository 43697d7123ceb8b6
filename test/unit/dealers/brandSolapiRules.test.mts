import { describe, expect, test } from 'vitest';

import { solapi } from '../../../kakao/dealers/solapi';
import { toWire, weightOnWire } from '../../../kakao/dealers/solapi/brand/wire';
import { brandLinkProblems } from '../../../kakao/message/brand/checks';
import type { BrandContent } from '../../../kakao/message/brand/content';
import { structureProblems } from '../../../kakao/message/brand/structure';
import { brandMessage, brandTemplate, button, contentOf } from './brandSolapiMake.mts';

const coupon = { title: '10% 할인 쿠폰', description: '주말', linkMobile: 'https://c.kr' };
const commerce = { title: '이어폰', regularPrice: '89000', discountPrice: '80100', discountRate: '10' };

test('a request of many long messages stays below the limit: a weight is never less than the bytes', () => {
	const row = { title: '가'.repeat(30), image: 'S'.repeat(32), linkMobile: 'https://a.kr' };
	const contents = [
		contentOf({ text: '가'.repeat(1300), buttons: [button, button], coupon }),
		contentOf({ kind: 'PREMIUM_VIDEO', text: '가'.repeat(76), video: { url: 'https://tv.kakao.com/v/1' } }),
		contentOf({ kind: 'WIDE_ITEM_LIST', text: undefined, header: '추천', items: [row, row, row, row] }),
		contentOf({ kind: 'COMMERCE', text: undefined, image: 'S', commerce, buttons: [button] }),
	];
	for (const message of [
		...contents.map((content) => brandMessage({ content })),
		brandMessage({ template: brandTemplate(), variables: { 이름: '가'.repeat(100) } }),
	])
		expect(weightOnWire(message)).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(toWire(message))));
});

describe('what SOLAPI would refuse is refused before the send', () => {
	const rules = solapi.brand!.capabilities.freeForm;
	const row = { title: '가', image: 'S', linkMobile: 'https://a.kr' };
	const fieldsOf = (parts: Partial<BrandContent>) =>
		structureProblems(contentOf(parts), rules).map(({ field }) => field);

	test('a list with fewer than three rows under the large one', () => {
		const list = { kind: 'WIDE_ITEM_LIST' as const, header: '추천' };
		expect(fieldsOf({ ...list, items: [row, row, row] })).toEqual(['list items']);
		expect(fieldsOf({ ...list, items: [row, row, row, row] })).toEqual([]);
	});

	test.each([
		['https://shop.kr/검색?q=세일', 'https://shop.kr/%EA%B2%80%EC%83%89?q=%EC%84%B8%EC%9D%BC'],
		['https://shop.kr/item/1,2', 'https://shop.kr/item/1%2C2'],
		["https://shop.kr/a(b)!*'", 'https://shop.kr/a%28b%29%21%2A%27'],
		['https://shop.kr/?tag=50%&c=🎉', 'https://shop.kr/?tag=50%&c=%F0%9F%8E%89'],
	])('an address with signs that its server does not take: %s', (link, encoded) => {
		const content = contentOf({ buttons: [{ ...button, linkMobile: link }] });
		const problems = (linkMobile: string) =>
			brandLinkProblems(contentOf({ buttons: [{ ...button, linkMobile }] }), { content, requireHttps: false }, rules);
		expect(problems(link)).toEqual([
			expect.objectContaining({ field: expect.stringContaining('button 1'), cure: expect.stringContaining(encoded) }),
		]);
		expect(problems(encoded)).toEqual([]);
	});

	test('any button but a link beside a product', () => {
		const product = { kind: 'COMMERCE' as const, image: 'S', commerce };
		expect(fieldsOf({ ...product, buttons: [{ type: 'BK', name: '문의' }] })).toEqual(['button 1']);
		expect(fieldsOf({ buttons: [{ type: 'BK', name: '문의' }] })).toEqual([]);
	});
});
