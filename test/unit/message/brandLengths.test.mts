import { describe, expect, test } from 'vitest';

import { BRAND_KINDS, type BrandContent, type BrandKind } from '../../../kakao/message/brand/content';
import { brandUsage } from '../../../kakao/message/brand/lengths';
import { ruledTexts } from '../../../kakao/message/brand/parts';
import { brandRules } from '../../../kakao/message/brand/kakaoRules';
import type { BrandRules } from '../../../kakao/message/brand/rules';
import { overLimit } from '../../../kakao/message/limits';
import { brand, cardOf, carousel, commerce, coupon, intro, RULES, web } from '../support/makeBrand.mts';

/** What is too long, and what has too many line breaks. */
function told(content: BrandContent, rules: BrandRules = RULES): string[] {
	const { usage, problems } = brandUsage(ruledTexts(content, rules));
	return [
		...overLimit(usage).map(
			({ field, text }) => `${field} ${text.replace(/^has \d+ characters as .*limit is /, 'over ')}`,
		),
		...problems.map(({ field, text }) => `${field} ${text.replace(/ allowed$/, '')}`),
	];
}
const long = (length: number) => '가'.repeat(length);
const broken = (breaks: number) => Array.from({ length: breaks + 1 }, () => '가').join('\n');

describe.each<[BrandKind, Exclude<keyof BrandContent, 'kind'>, string, number, number]>([
	['TEXT', 'text', 'text', 1300, 99],
	['IMAGE', 'text', 'text', 1300, 99],
	['WIDE', 'text', 'text', 76, 5],
	['PREMIUM_VIDEO', 'text', 'text', 76, 5],
	['PREMIUM_VIDEO', 'header', 'header', 20, 0],
	['WIDE_ITEM_LIST', 'header', 'header', 20, 0],
	['COMMERCE', 'additional', 'additional text', 34, 1],
])('%s: %s', (kind, key, field, limit, breaks) => {
	test(`${limit} characters are let through, one more is named`, () => {
		expect(told(brand(kind, { [key]: long(limit) }))).toEqual([]);
		expect(told(brand(kind, { [key]: long(limit + 1) }))).toEqual([`${field} over ${limit}`]);
	});

	test(`${breaks} line breaks are let through, one more is named`, () => {
		expect(told(brand(kind, { [key]: broken(breaks) }))).toEqual([]);
		expect(told(brand(kind, { [key]: broken(breaks + 1) }))).toHaveLength(1);
		expect(told(brand(kind, { [key]: broken(breaks + 1) }))[0]).toMatch(
			new RegExp(`^${field} has ${breaks + 1} line breaks, ${breaks === 0 ? 'none is' : `at most ${breaks} are`}`),
		);
	});
});

describe.each<[BrandKind, number]>([
	['TEXT', 14],
	['IMAGE', 14],
	['WIDE', 8],
	['WIDE_ITEM_LIST', 8],
	['COMMERCE', 8],
	['PREMIUM_VIDEO', 8],
])('%s: a button name', (kind, limit) => {
	test(`of ${limit} characters is let through, one more is named with its button`, () => {
		const named = (name: string) => brand(kind, { buttons: [web(), web({ name })] });
		expect(told(named(long(limit)))).toEqual([]);
		expect(told(named(long(limit + 1)))).toEqual([`button 2 name over ${limit}`]);
		expect(told(named('가\n나'))).toEqual(['button 2 name has 1 line breaks, none is']);
	});

	test('that KakaoTalk writes itself is not measured', () => {
		expect(told(brand(kind, { buttons: [{ type: 'AC', name: long(40) }] }))).toEqual([]);
	});
});

describe.each<[BrandKind, number]>([
	['TEXT', 12],
	['IMAGE', 12],
	['WIDE', 18],
	['WIDE_ITEM_LIST', 18],
	['COMMERCE', 12],
	['PREMIUM_VIDEO', 18],
])('%s: a coupon description', (kind, limit) => {
	test(`of ${limit} characters is let through, one more is named`, () => {
		expect(told(brand(kind, { coupon: coupon({ description: long(limit) }) }))).toEqual([]);
		expect(told(brand(kind, { coupon: coupon({ description: long(limit + 1) }) }))).toEqual([
			`coupon description over ${limit}`,
		]);
		expect(told(brand(kind, { coupon: coupon({ description: '가\n나' }) }))).toHaveLength(1);
	});
});

describe('a wide list', () => {
	const items = (at: number, title: string) => {
		const { items: all = [] } = brand('WIDE_ITEM_LIST');
		return brand('WIDE_ITEM_LIST', { items: all.map((each, place) => (place === at ? { ...each, title } : each)) });
	};
	test.each([
		[0, 25],
		[1, 30],
		[2, 30],
	])('row %i holds %i characters and one break', (at, limit) => {
		expect(told(items(at, long(limit)))).toEqual([]);
		expect(told(items(at, long(limit + 1)))).toEqual([`list item ${at + 1} title over ${limit}`]);
		expect(told(items(at, broken(1)))).toEqual([]);
		expect(told(items(at, broken(2)))).toHaveLength(1);
	});
});

describe.each<BrandKind>(['CAROUSEL_FEED', 'CAROUSEL_COMMERCE'])('%s', (kind) => {
	const second = (parts: Parameters<typeof cardOf>[1]) =>
		carousel(kind, { cards: [cardOf(kind), cardOf(kind, parts)] });
	const own: [string, keyof NonNullable<Parameters<typeof cardOf>[1]>, number, number][] =
		kind === 'CAROUSEL_FEED'
			? [
					['header', 'header', 20, 0],
					['text', 'text', 180, 2],
				]
			: [['additional text', 'additional', 34, 1]];

	test.each(own)('a card’s %s has its limit, and the card is named', (field, key, limit, breaks) => {
		expect(told(second({ [key]: long(limit) }))).toEqual([]);
		expect(told(second({ [key]: long(limit + 1) }))).toEqual([`card 2: ${field} over ${limit}`]);
		expect(told(second({ [key]: broken(breaks) }))).toEqual([]);
		expect(told(second({ [key]: broken(breaks + 1) }))).toHaveLength(1);
	});

	test('button names, coupons and links of cards are measured, too', () => {
		expect(told(second({ buttons: [web({ name: long(9) })] }))).toEqual(['card 2: button 1 name over 8']);
		expect(told(second({ coupon: coupon({ description: long(13) }) }))).toEqual(['card 2: coupon description over 12']);
		expect(told(second({ imageLink: `https://a.kr/${'a'.repeat(990)}` }))).toEqual(['card 2: image link over 1000']);
	});
});

test('the first card of a commerce carousel: header 20 without a break, text 50 with two', () => {
	const opened = (parts: Parameters<typeof intro>[0]) => carousel('CAROUSEL_COMMERCE', { intro: intro(parts) });
	expect(told(opened({ header: long(20), text: long(50) }))).toEqual([]);
	expect(told(opened({ header: long(21), text: long(51) }))).toEqual(['intro header over 20', 'intro text over 50']);
	expect(told(opened({ header: broken(1) }))).toHaveLength(1);
	expect(told(opened({ text: broken(2) }))).toEqual([]);
	expect(told(opened({ text: broken(3) }))).toHaveLength(1);
});

test('a product’s title: 30 characters on one line, also on a card', () => {
	expect(told(brand('COMMERCE', { commerce: commerce({ title: long(30) }) }))).toEqual([]);
	expect(told(brand('COMMERCE', { commerce: commerce({ title: long(31) }) }))).toEqual(['product title over 30']);
	const products = [cardOf('CAROUSEL_COMMERCE', { commerce: commerce({ title: long(31) }) })];
	expect(told(carousel('CAROUSEL_COMMERCE', { cards: products }))).toEqual(['card 1: product title over 30']);
});

describe('links hold 1,000 characters', () => {
	const link = (length: number) => `https://a.kr/${'a'.repeat(length - 13)}`;
	test.each<[string, (link: string) => BrandContent]>([
		['button 1 mobile link', (linkMobile) => brand('TEXT', { buttons: [web({ linkMobile })] })],
		['button 1 PC link', (linkPc) => brand('TEXT', { buttons: [web({ linkPc })] })],
		['button 1 Android link', (schemeAndroid) => brand('TEXT', { buttons: [web({ schemeAndroid })] })],
		['button 1 iOS link', (schemeIos) => brand('TEXT', { buttons: [web({ schemeIos })] })],
		['coupon mobile link', (linkMobile) => brand('TEXT', { coupon: coupon({ linkMobile }) })],
		['image link', (imageLink) => brand('IMAGE', { imageLink })],
		['intro mobile link', (linkMobile) => carousel('CAROUSEL_COMMERCE', { intro: intro({ linkMobile }) })],
		['see more PC link', (linkPc) => carousel('CAROUSEL_FEED', { more: { linkMobile: 'https://a.kr', linkPc } })],
	])('%s', (field, content) => {
		expect(told(content(link(1000)))).toEqual([]);
		expect(told(content(link(1001)))).toEqual([`${field} over 1000`]);
	});

	test('a video’s address 500', () => {
		const at = (length: number) => brand('PREMIUM_VIDEO', { video: { url: link(length) } });
		expect(told(at(500))).toEqual([]);
		expect(told(at(501))).toEqual(['video address over 500']);
	});

	test('or fewer where a dealer says so', () => {
		const content = brand('TEXT', { buttons: [web({ linkMobile: link(501) })] });
		expect(told(content, { ...RULES, link: 500 })).toEqual(['button 1 mobile link over 500']);
	});
});

test('a line break is one however the writer’s machine writes it', () => {
	for (const [end, count] of [
		['\n', 1],
		['\r\n', 1],
		['\r', 1],
		['\n\r', 2],
	] as const)
		expect(brandUsage([{ field: 'text', text: `가${end}나`, rule: { limit: 9, breaks: 0 } }]).problems).toMatchObject([
			{ text: `has ${count} line breaks, none is allowed` },
		]);
});

test('the least and the most of every kind is measured without a complaint', () => {
	for (const kind of BRAND_KINDS) expect([kind, told(brand(kind))]).toEqual([kind, []]);
});

describe('a dealer that allows less', () => {
	test('fewer line breaks under a wide picture and a video', () => {
		const strict = brandRules({ shortTextBreaks: 1 });
		for (const kind of ['WIDE', 'PREMIUM_VIDEO'] as const) {
			expect(told(brand(kind, { text: broken(1) }), strict)).toEqual([]);
			expect(told(brand(kind, { text: broken(2) }), strict)).toHaveLength(1);
		}
		expect(told(brand('TEXT', { text: broken(99) }), strict)).toEqual([]);
	});

	test('shorter coupons on one kind only', () => {
		const strict = brandRules({ coupons: { WIDE: 8 } });
		const described = (kind: BrandKind, length: number) =>
			brand(kind, { coupon: coupon({ description: long(length) }) });
		expect(told(described('WIDE', 9), strict)).toEqual(['coupon description over 8']);
		expect(told(described('WIDE_ITEM_LIST', 18), strict)).toEqual([]);
	});
});
