import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BRAND_KINDS, type BrandContent, type Card } from '../../../kakao/message/brand/content';
import { brandVariables, fillBrand, mapTexts, textsIn, variableNames } from '../../../kakao/message/brand/fill';
import { brand, cardOf, carousel, commerce, coupon, feedCard, intro, productCard, web } from '../support/makeBrand.mts';

const everywhere: BrandContent = {
	kind: 'TEXT',
	text: '#{본문}',
	header: '#{머리}',
	additional: '#{부가}',
	image: 'https://p.kr/#{사진}',
	imageLink: 'https://a.kr/#{사진링크}',
	items: [{ title: '#{항목}', image: '#{항목사진}', linkMobile: '#{항목링크}' }],
	commerce: {
		title: '#{상품명}',
		regularPrice: '#{정상가격}',
		discountPrice: '#{할인가격}',
		discountRate: '#{할인율}',
	},
	video: { url: 'https://tv.kakao.com/#{영상}', thumbnail: '#{썸네일}' },
	buttons: [{ type: 'WL', name: '#{단추}', linkMobile: '#{모바일}', linkPc: '#{피씨}' }],
	coupon: {
		title: '#{할인금액}원 할인 쿠폰',
		description: '#{설명}',
		schemeAndroid: '#{안드로이드}',
		schemeIos: '#{아이폰}',
	},
};

describe('every variable of an advertisement gets its field', () => {
	test('wherever it stands', () => {
		expect(new Set(brandVariables(everywhere, false))).toEqual(
			new Set(
				'본문 머리 부가 사진 사진링크 항목 항목사진 항목링크 상품명 정상가격 할인가격 할인율 영상 썸네일 단추 모바일 피씨 할인금액 설명 안드로이드 아이폰'.split(
					' ',
				),
			),
		);
	});

	test('once, however often it stands there', () => {
		expect(brandVariables(brand('TEXT', { text: '#{가} #{가}', buttons: [web({ name: '#{가}' })] }), true)).toEqual([
			'가',
		]);
	});

	test('and nothing else is taken for one', () => {
		expect(brandVariables(brand('TEXT', { text: '#{} #가 {나} ${다} #{{라}} 100%' }), true)).toEqual([]);
	});
});

/** Cards whose texts are given; pictures and buttons do not matter here. */
const cardsOf = (...texts: string[]) => carousel('CAROUSEL_FEED', { cards: texts.map((text) => feedCard({ text })) });

describe('a variable of several cards', () => {
	test('is asked for card by card where the dealer can tell cards apart', () => {
		expect(brandVariables(cardsOf('#{상품} #{할인}', '#{상품}'), true)).toEqual(['상품@1', '할인', '상품@2']);
	});

	test('is one elsewhere', () => {
		expect(brandVariables(cardsOf('#{상품} #{할인}', '#{상품}'), false)).toEqual(['상품', '할인']);
	});

	test('is one for all when the opening card has it, too', () => {
		const opened = carousel('CAROUSEL_COMMERCE', {
			intro: intro({ text: '#{계절}' }),
			cards: [productCard({ additional: '#{계절} #{값}' }), productCard({ additional: '#{계절} #{값}' })],
		});
		expect(brandVariables(opened, true)).toEqual(['계절', '값@1', '값@2']);
	});

	test('twice on one card only is still one', () => {
		expect(brandVariables(cardsOf('#{상품} #{상품}', '그대로'), true)).toEqual(['상품']);
	});

	test('takes the card’s own value, else the common one', () => {
		const filled = fillBrand(cardsOf('#{상품}', '#{상품}', '#{상품}'), { 상품: '모자', '상품@2': '신발' });
		expect(filled.carousel?.cards.map(({ text }) => text)).toEqual(['모자', '신발', '모자']);
	});

	test('never takes another card’s value', () => {
		const filled = fillBrand(cardsOf('#{상품}', '#{상품}'), { '상품@2': '신발' });
		expect(filled.carousel?.cards.map(({ text }) => text)).toEqual(['#{상품}', '신발']);
	});

	test('an empty value of its own is its value', () => {
		expect(fillBrand(cardsOf('#{상품}'), { 상품: '모자', '상품@1': '' }).carousel?.cards[0]?.text).toBe('');
	});
});

describe('filling', () => {
	test('the finished advertisement holds what the customer reads, and no name', () => {
		const values = Object.fromEntries(brandVariables(everywhere, false).map((name) => [name, `<${name}>`]));
		const texts = [...textsIn(fillBrand(everywhere, values))].join(' ');
		expect(texts).not.toContain('#{');
		for (const value of Object.values(values)) expect(texts).toContain(value);
	});

	test('cards, their products, coupons and the opening card are filled as well', () => {
		const content = carousel('CAROUSEL_COMMERCE', {
			intro: intro({ header: '#{가}', linkMobile: 'https://a.kr/#{가}' }),
			cards: [
				cardOf('CAROUSEL_COMMERCE', {
					commerce: commerce({ title: '#{나}', regularPrice: '#{값}' }),
					coupon: coupon({ title: '#{값}원 할인 쿠폰' }),
					buttons: [web({ linkMobile: 'https://a.kr/#{나}' })],
				}),
			],
		});
		const filled = fillBrand(content, { 가: '1', 나: '2', 값: '3' });
		expect(filled.carousel?.intro).toMatchObject({ header: '1', linkMobile: 'https://a.kr/1' });
		expect(filled.carousel?.cards[0]).toMatchObject({
			commerce: { title: '2', regularPrice: '3' },
			coupon: { title: '3원 할인 쿠폰' },
			buttons: [{ linkMobile: 'https://a.kr/2' }],
		});
	});

	test('a value is put in as it is: no dollar tricks, and no second filling', () => {
		for (const value of ["$& $1 $'", '가\n나', '#', '{b}'])
			expect(fillBrand(brand('TEXT', { text: '#{a}!' }), { a: value, b: 'X' }).text).toBe(`${value}!`);
		expect(fillBrand(cardsOf('#{a}'), { 'a@1': "$& $'" }).carousel?.cards[0]?.text).toBe("$& $'");
	});

	test('a name without a value stays, for the caller to find', () => {
		expect(fillBrand(brand('TEXT', { text: '#{a} #{b}' }), { a: '1' }).text).toBe('1 #{b}');
	});

	test('what is no text is left as it is', () => {
		const extra = { chatExtra: '#{a}', formId: 7 };
		const filled = fillBrand(brand('TEXT', { buttons: [web({ extra })] }), { a: '1' });
		expect(filled.buttons[0]?.extra).toEqual({ chatExtra: '1', formId: 7 });
	});

	test('the content itself is never changed: thousands of items share it', () => {
		const given = carousel('CAROUSEL_FEED', { cards: [feedCard({ text: '#{a}' }), feedCard()] });
		const before = structuredClone(given);
		fillBrand(given, { a: '1' });
		expect(given).toEqual(before);
	});
});

describe('what does not change stays the very same, so that 100,000 messages share one content', () => {
	test.each(BRAND_KINDS)('%s without variables', (kind) => {
		const content = brand(kind);
		expect(fillBrand(content, { 이름: '홍길동' })).toBe(content);
	});

	test('a carousel with everything but variables', () => {
		const content = carousel('CAROUSEL_COMMERCE', { intro: intro(), more: { linkMobile: 'https://a.kr' } });
		expect(fillBrand(content, { a: '1' })).toBe(content);
	});

	test('parts beside a changed one, too', () => {
		const content = brand('IMAGE', { text: '#{a}', coupon: coupon(), buttons: [web()] });
		const filled = fillBrand(content, { a: '1' });
		expect(filled).not.toBe(content);
		expect(filled.buttons).toBe(content.buttons);
		expect(filled.coupon).toBe(content.coupon);
	});

	test('cards beside a changed one, and a changed text outside changes no card', () => {
		const content = carousel('CAROUSEL_FEED', { cards: [feedCard({ text: '#{a}' }), feedCard()] });
		const filled = fillBrand(content, { a: '1' });
		expect(filled.carousel?.cards[1]).toBe(content.carousel?.cards[1]);
		const titled = fillBrand({ ...content, header: '#{b}' }, { b: '2' });
		expect(titled.header).toBe('2');
		expect(titled.carousel?.cards).toEqual(content.carousel?.cards);
	});

	test('and its variables are collected once', () => {
		const content = cardsOf('#{a}', '#{a}');
		expect(variableNames(content, true)).toBe(variableNames(content, true));
		expect(variableNames(content, false)).toEqual(['a']);
		expect(variableNames(content, true)).toEqual(['a@1', 'a@2']);
	});
});

test('a function that changes every text meets every text, and only texts', () => {
	const value = { a: 'x', b: ['y', { c: 'z' }], d: 7, e: null, f: undefined, g: true };
	expect(mapTexts(value, (text) => `${text}!`)).toEqual({ ...value, a: 'x!', b: ['y!', { c: 'z!' }] });
	expect([...textsIn(value)]).toEqual(['x', 'y', 'z']);
	expect(mapTexts(value, (text) => text)).toBe(value);
});

const name = fc.constantFrom('이름', '상품', '값', '고객 이름', 'a.b', 'constructor');
const text = fc.array(
	fc.oneof(
		fc.constantFrom('할인 ', '\n', '#', '{', ' 50%'),
		name.map((each) => `#{${each}}`),
	),
	{
		maxLength: 4,
	},
);
const joined = text.map((pieces) => pieces.join(''));
const card: fc.Arbitrary<Card> = fc.record(
	{
		header: joined,
		text: joined,
		image: joined,
		imageLink: joined,
		commerce: fc.record({ title: joined, regularPrice: joined }),
		buttons: fc.array(fc.record({ type: fc.constant('WL' as const), name: joined, linkMobile: joined }), {
			maxLength: 2,
		}),
		coupon: fc.record({ title: joined, description: joined }),
	},
	{ requiredKeys: ['image', 'buttons'] },
);
const more = fc.record({ linkMobile: joined });
/** Contents that hold variables anywhere; `behind` says whether also in the link behind the last card. */
const contentsOf = (behind: boolean): fc.Arbitrary<BrandContent> =>
	fc.record(
		{
			kind: fc.constantFrom(...BRAND_KINDS),
			text: joined,
			header: joined,
			items: fc.array(fc.record({ title: joined, image: joined, linkMobile: joined }), { maxLength: 3 }),
			buttons: fc.array(fc.record({ type: fc.constant('WL' as const), name: joined }), { maxLength: 3 }),
			carousel: fc.record(
				{
					intro: fc.record({ header: joined, text: joined, image: joined }),
					cards: fc.array(card, { maxLength: 4 }),
					...(behind && { more }),
				},
				{ requiredKeys: ['cards'] },
			),
		},
		{ requiredKeys: ['kind', 'buttons'] },
	);

const leavesNothing = (content: BrandContent, byCard: boolean) => {
	const names = brandVariables(content, byCard);
	const filled = fillBrand(content, Object.fromEntries(names.map((each) => [each, `<${each}>`])));
	expect([...textsIn(filled)].filter((each) => /#\{[^{}]+\}/.test(each))).toEqual([]);
	// Nothing else has become of it: with its values taken out again, it is what it was.
	const undone = mapTexts(filled, (each) => each.replaceAll(/<([^<>@]+)(?:@\d+)?>/g, '#{$1}'));
	expect(undone).toEqual(content);
	expect(fillBrand(content, {})).toBe(content);
};

test('with a value for every name nothing is left to fill in, whatever the content', () => {
	fc.assert(fc.property(contentsOf(false), fc.boolean(), leavesNothing), { numRuns: 1_000 });
});

test('a variable that stands only in the link behind the last card is asked for, and filled', () => {
	const content = carousel('CAROUSEL_FEED', { more: { linkMobile: 'https://a.kr/#{코드}' } });
	expect(brandVariables(content, true)).toEqual(['코드']);
	expect(fillBrand(content, { 코드: 'x1' }).carousel?.more).toEqual({ linkMobile: 'https://a.kr/x1' });
});

test('also in the link behind the last card', () => {
	fc.assert(fc.property(contentsOf(true), fc.boolean(), leavesNothing), { numRuns: 1_000 });
});

test('each card gets its own values and no other’s, whatever the cards', () => {
	fc.assert(
		fc.property(fc.array(card, { minLength: 1, maxLength: 6 }), (cards) => {
			const content = carousel('CAROUSEL_FEED', { cards });
			const names = brandVariables(content, true);
			const filled = fillBrand(content, Object.fromEntries(names.map((each) => [each, `<${each}>`])));
			filled.carousel!.cards.forEach((each, at) => {
				for (const found of [...textsIn(each)].join(' ').matchAll(/<[^<>]*@(\d)>/g))
					expect(found[1]).toBe(String(at + 1));
			});
			const standsOn = (one: string) =>
				cards.filter((each) => [...textsIn(each)].some((part) => part.includes(`#{${one}}`)));
			for (const one of names) if (!one.includes('@')) expect([one, standsOn(one).length]).toEqual([one, 1]);
		}),
	);
});
