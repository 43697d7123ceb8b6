import { describe, expect, test } from 'vitest';

import { png, withFile } from '../harness/pictures.mts';
import { forms, LAYOUTS, SHOP_PICTURES, shopServer } from './brandForms.mts';
import { brandStage, people, type RunBrand } from './brandKakao.mts';
import { outcomesOf, requests } from './helpers.mts';

const kakao = brandStage();
const shop = shopServer({ ...SHOP_PICTURES, '/narrow.png': png(300, 200) });

describe('a preview leaves no trace', () => {
	test('it takes no place under the frequency cap, however often it is looked at', async () => {
		const options: RunBrand = { parameters: { leaveOut: { frequencyCaps: { cap: [{ most: 1, period: 'day' }] } } } };
		for (let look = 0; look < 3; look++)
			expect(
				(await kakao.foresee(people(2), { ...options, executionId: 'same' })).map(({ wouldBe }) => wouldBe),
			).toEqual(['sent', 'sent']);
		expect(outcomesOf(await kakao.brand(people(2), options))).toEqual(['accepted', 'accepted']);
		expect((await kakao.foresee(people(3), options)).map(({ wouldBe }) => wouldBe)).toEqual([
			'skipped',
			'skipped',
			'sent',
		]);
		expect(outcomesOf(await kakao.brand(people(3), { ...options, executionId: '2' }))).toEqual([
			'skipped',
			'skipped',
			'accepted',
		]);
	});

	test('it spends no message key', async () => {
		const parameters = { options: { messageKey: '={{ $json.to }}' } };
		await kakao.foresee(people(2), { parameters });
		expect(outcomesOf(await kakao.brand(people(2), { parameters }))).toEqual(['accepted', 'accepted']);
	});

	test.each(LAYOUTS)('it uploads no picture of %s, but shows where each would stand', async (kind) => {
		const [seen] = await kakao.foresee(people(1), { parameters: forms(shop.url)[kind].form });
		expect(seen).toMatchObject({ ready: true, problems: [] });
		expect(seen!.drawing).toMatch(/^\(광고\)\n/);
		// Addresses stand there as the person gave them.
		expect(JSON.stringify(seen)).not.toMatch(/download:|file:/);
		if (!['TEXT', 'PREMIUM_VIDEO'].includes(kind)) expect(seen!.drawing).toContain(`[${shop.url}/`);
		expect(await requests(kakao)).toEqual([]);
	});

	test('it asks the dealer for the template only', async () => {
		await kakao.foresee([{ to: '01011110001', 이름: '홍', 항목: '세일', 번호: '1' }], { template: 'brand-bench' });
		expect((await requests(kakao)).map(({ method }) => method)).toEqual(['GET']);
	});
});

test('a drawing shows prices, coupons and cards as a person reads them', async () => {
	const [product] = await kakao.foresee(people(1), { parameters: forms(shop.url).COMMERCE.form });
	expect(product!.drawing).toBe(
		[
			'(광고)',
			`[${shop.url}/basic.png]`,
			'무드등',
			'20% 24,000원 (30,000원)',
			'내일 도착',
			'🎟 머그컵 무료 쿠폰: 이번 주말',
			'[ 보러 가기 → https://m.example.com/sale ]',
		].join('\n'),
	);
	const [feed] = await kakao.foresee(people(1), { parameters: forms(shop.url).CAROUSEL_FEED.form });
	expect(feed!.drawing).toContain(`— card 2 —\n[${shop.url}/feed.png]\n머그컵\n오늘만 이 가격\n🎟 사이즈 UP 쿠폰`);
	expect(feed!.drawing).toMatch(/\[ 더보기 → https:\/\/m\.example\.com\/sale \]$/);
	const [list] = await kakao.foresee(people(1), { parameters: forms(shop.url).WIDE_ITEM_LIST.form });
	expect(list!.drawing?.replace(/ +/g, ' ')).toContain(
		`이번 주 추천\n• [${shop.url}/first.png]\n• 컵 [${shop.url}/item.png]`,
	);
});

test('a file is named as it was called, and what is wrong with a picture is said', async () => {
	const parameters = { kind: 'IMAGE', text: '신상품', imageFrom: 'binary', image: 'data' };
	const [good] = await kakao.foresee([withFile(people(1)[0]!, png(800, 400), { fileName: '세일.png' })], {
		parameters,
	});
	expect(good!.drawing).toBe('(광고)\n[세일.png]\n신상품');
	const [bad] = await kakao.foresee(people(1), {
		parameters: { ...parameters, imageFrom: 'url', image: `${shop.url}/narrow.png` },
	});
	expect(bad).toMatchObject({
		ready: false,
		wouldBe: 'rejected',
		problems: [{ field: 'image', text: 'is 300 pixels wide' }],
	});
	expect(bad!.drawing).toContain('신상품');
});

test('how near each text is to its limit is shown', async () => {
	const [seen] = await kakao.foresee(people(1), { parameters: { text: '가'.repeat(1250) } });
	expect(seen!.limits).toContainEqual(expect.objectContaining({ field: 'text', used: 1250, limit: 1300, near: true }));
	expect(seen!.warnings).toEqual([expect.stringContaining('text: 1250 of 1300 characters')]);
});
