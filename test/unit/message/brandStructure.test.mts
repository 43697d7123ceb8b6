import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BRAND_KINDS, type BrandContent, type BrandKind, type Commerce } from '../../../kakao/message/brand/content';
import { brandRules } from '../../../kakao/message/brand/kakaoRules';
import type { BrandRules } from '../../../kakao/message/brand/rules';
import { structureProblems } from '../../../kakao/message/brand/structure';
import { brand, cards, carousel, cardOf, commerce, coupon, intro, RULES, web } from '../support/makeBrand.mts';

const told = (content: BrandContent, rules: BrandRules = RULES) =>
	structureProblems(content, rules).map(({ field, text }) => `${field} ${text}`);
/** The same content without one of its parts. */
const without = (content: BrandContent, key: keyof BrandContent): BrandContent => {
	const rest: Partial<BrandContent> = { ...content };
	delete rest[key];
	return rest as BrandContent;
};

test.each(BRAND_KINDS)('%s with the least it needs is let through', (kind) => {
	expect(told(brand(kind))).toEqual([]);
});

describe('a kind without what it lives on is stopped before the dealer refuses the whole request', () => {
	test.each<[BrandKind, keyof BrandContent, string[]]>([
		['TEXT', 'text', ['text is empty']],
		['IMAGE', 'text', ['text is empty']],
		['IMAGE', 'image', ['image is empty']],
		['WIDE', 'text', ['text is empty']],
		['WIDE', 'image', ['image is empty']],
		['WIDE_ITEM_LIST', 'header', ['header is empty']],
		['WIDE_ITEM_LIST', 'items', ['list items are 0, allowed are 3 to 4']],
		['COMMERCE', 'image', ['image is empty']],
		['COMMERCE', 'commerce', ['product is empty']],
		['CAROUSEL_FEED', 'carousel', ['cards are 0, allowed are 2 to 6']],
		['CAROUSEL_COMMERCE', 'carousel', ['cards are 0, allowed are 2 to 6']],
		['PREMIUM_VIDEO', 'video', ['video address is empty']],
	])('%s without %s', (kind, key, problems) => {
		expect(told(without(brand(kind), key))).toEqual(problems);
		if (typeof brand(kind)[key] === 'string') expect(told(brand(kind, { [key]: '' }))).toEqual(problems);
	});

	test('a video needs neither text nor header', () => {
		expect(told(brand('PREMIUM_VIDEO', { text: '', header: '' }))).toEqual([]);
	});
});

describe('a wide list', () => {
	const list = (count: number) => {
		const [first] = brand('WIDE_ITEM_LIST').items!;
		return Array.from({ length: count }, () => first!);
	};
	test.each([
		[2, ['list items are 2, allowed are 3 to 4']],
		[3, []],
		[4, []],
		[5, ['list items are 5, allowed are 3 to 4']],
	])('with %i rows', (count, problems) => {
		expect(told(brand('WIDE_ITEM_LIST', { items: list(count) }))).toEqual(problems);
	});

	test('only the large first row may do without a title; each needs its picture and its link', () => {
		const items = list(3).map(() => ({ title: '', image: '' }));
		expect(told(brand('WIDE_ITEM_LIST', { items }))).toEqual([
			'list item 1 image is empty',
			'list item 1 link is empty',
			'list item 2 image is empty',
			'list item 2 title is empty',
			'list item 2 link is empty',
			'list item 3 image is empty',
			'list item 3 title is empty',
			'list item 3 link is empty',
		]);
	});
});

describe('a product', () => {
	const product = (parts: Partial<Commerce>) => told(brand('COMMERCE', { commerce: commerce(parts) }));

	test.each<[string, Partial<Commerce>]>([
		['the regular price alone', {}],
		['a lower price and its rate', { discountPrice: '209000', discountRate: '30' }],
		['a lower price and the amount', { discountPrice: '289000', discountFixed: '10000' }],
		['nothing at all for free', { regularPrice: '0', discountPrice: '0', discountRate: '100' }],
		['the dearest', { regularPrice: '99999999', discountPrice: '99000000', discountFixed: '999999' }],
	])('%s is let through', (_, parts) => expect(product(parts)).toEqual([]));

	test.each<[string, Partial<Commerce>]>([
		['a lower price alone', { discountPrice: '209000' }],
		['a rate alone', { discountRate: '30' }],
		['an amount alone', { discountFixed: '10000' }],
		['a rate and an amount', { discountRate: '30', discountFixed: '10000' }],
		['all three', { discountPrice: '209000', discountRate: '30', discountFixed: '90000' }],
	])('%s is no combination that Kakao knows (-3299)', (_, parts) => {
		expect(product(parts)).toEqual(['discount is incomplete']);
	});

	test.each<[keyof Commerce, string, string]>([
		['regularPrice', '299,000', 'regular price'],
		['regularPrice', '299000원', 'regular price'],
		['regularPrice', '-1', 'regular price'],
		['regularPrice', '1.5', 'regular price'],
		['regularPrice', '100000000', 'regular price'],
		['discountPrice', '100000000', 'discount price'],
		['discountPrice', '1e3', 'discount price'],
		['discountRate', '101', 'discount rate'],
		['discountRate', '30%', 'discount rate'],
		['discountFixed', '1000000', 'discount amount'],
	])('%s "%s" is told', (key, value, field) => {
		const whole: Partial<Commerce> =
			key === 'discountFixed'
				? { discountPrice: '1', discountFixed: '1' }
				: { discountPrice: '1', discountRate: '1', [key]: '1' };
		expect(product(key === 'regularPrice' ? {} : whole)).toEqual([]);
		expect(product({ ...(key !== 'regularPrice' && whole), [key]: value })).toEqual([`${field} is "${value}"`]);
	});

	test('a dealer may allow a larger amount off', () => {
		const content = brand('COMMERCE', {
			commerce: commerce({ regularPrice: '99999999', discountPrice: '0', discountFixed: '99999999' }),
		});
		expect(told(content)).toEqual(['discount amount is "99999999"']);
		expect(told(content, brandRules({ discountFixed: 99_999_999 }))).toEqual([]);
	});

	test('without a name or a price is no product', () => {
		expect(product({ title: '', regularPrice: '' })).toEqual(['product title is empty', 'regular price is empty']);
	});

	test('of whatever prices: let through exactly in the three combinations', () => {
		const digits = fc.option(fc.integer({ min: 0, max: 100 }).map(String), { nil: undefined });
		fc.assert(
			fc.property(digits, digits, digits, (discountPrice, discountRate, discountFixed) => {
				const given = [discountPrice, discountRate, discountFixed].map((each) => (each === undefined ? 0 : 1)).join('');
				expect(product({ discountPrice, discountRate, discountFixed } as Partial<Commerce>).length === 0).toBe(
					['000', '110', '101'].includes(given),
				);
			}),
		);
	});
});

describe('a coupon', () => {
	const given = (parts: Parameters<typeof coupon>[0]) => told(brand('TEXT', { coupon: coupon(parts) }));

	test('needs one of the five titles, a description and somewhere to lead', () => {
		expect(given({})).toEqual([]);
		expect(given({ title: '20퍼센트 할인', description: '', linkMobile: '' })).toEqual([
			'coupon title is "20퍼센트 할인", which is none of Kakao\'s five patterns',
			'coupon description is empty',
			'coupon link is empty',
		]);
	});

	test('of the channel leads through its scheme', () => {
		const channel = { linkMobile: '', schemeAndroid: 'alimtalk=coupon://1', schemeIos: 'alimtalk=coupon://1' };
		expect(given(channel)).toEqual([]);
		expect(given({ linkMobile: '', schemeAndroid: 'shop://coupon' })).toEqual(['coupon link is empty']);
	});

	test('of a card is looked at, and the card is named', () => {
		const cardsWith = [cardOf('CAROUSEL_FEED'), cardOf('CAROUSEL_FEED', { coupon: coupon({ title: '쿠폰' }) })];
		expect(told(carousel('CAROUSEL_FEED', { cards: cardsWith }))).toEqual([
			'card 2: coupon title is "쿠폰", which is none of Kakao\'s five patterns',
		]);
	});
});

describe('a carousel', () => {
	test.each<[BrandKind, number, boolean, string[]]>([
		['CAROUSEL_FEED', 1, false, ['cards are 1, allowed are 2 to 6']],
		['CAROUSEL_FEED', 2, false, []],
		['CAROUSEL_FEED', 6, false, []],
		['CAROUSEL_FEED', 7, false, ['cards are 7, allowed are 2 to 6']],
		['CAROUSEL_COMMERCE', 1, false, ['cards are 1, allowed are 2 to 6']],
		['CAROUSEL_COMMERCE', 2, false, []],
		['CAROUSEL_COMMERCE', 6, false, []],
		['CAROUSEL_COMMERCE', 7, false, ['cards are 7, allowed are 2 to 6']],
		['CAROUSEL_COMMERCE', 0, true, ['cards are 0, allowed are 1 to 5']],
		['CAROUSEL_COMMERCE', 1, true, []],
		['CAROUSEL_COMMERCE', 5, true, []],
		['CAROUSEL_COMMERCE', 6, true, ['cards are 6, allowed are 1 to 5']],
	])('%s of %i cards, opened by another: %j', (kind, count, opened, problems) => {
		expect(told(carousel(kind, { cards: cards(kind, count), ...(opened && { intro: intro() }) }))).toEqual(problems);
	});

	test('an opening card is whole, and stands before products only', () => {
		const empty = intro({ header: '', text: '', image: '' });
		expect(told(carousel('CAROUSEL_COMMERCE', { intro: empty }))).toEqual([
			'intro header is empty',
			'intro text is empty',
			'intro image is empty',
		]);
		expect(told(carousel('CAROUSEL_FEED', { intro: intro() }))).toEqual(['intro has no place in this kind']);
	});

	test('an intro that leads somewhere leads there on every phone, or NHN and SOLAPI refuse it (-3321)', () => {
		const led = (links: Partial<ReturnType<typeof intro>>) =>
			told(carousel('CAROUSEL_COMMERCE', { intro: intro(links) }));
		for (const links of [{ linkPc: 'https://a.kr' }, { schemeAndroid: 'shop://a' }, { schemeIos: 'shop://a' }]) {
			expect(led(links)).toEqual(['intro link is empty']);
			expect(led({ ...links, linkMobile: 'https://m.a.kr' })).toEqual([]);
		}
	});

	test('each card is whole, and is named when it is not', () => {
		const feed = [cardOf('CAROUSEL_FEED'), cardOf('CAROUSEL_FEED', { header: '', text: '', image: '', buttons: [] })];
		expect(told(carousel('CAROUSEL_FEED', { cards: feed }))).toEqual([
			'card 2: image is empty',
			'card 2: header is empty',
			'card 2: text is empty',
			'card 2: buttons are 0, allowed are 1 to 2',
		]);
		const { commerce: _, ...bare } = cardOf('CAROUSEL_COMMERCE');
		expect(told(carousel('CAROUSEL_COMMERCE', { cards: [cardOf('CAROUSEL_COMMERCE'), bare] }))).toEqual([
			'card 2: product is empty',
		]);
	});

	test('"see more" behind the last card leads somewhere', () => {
		expect(told(carousel('CAROUSEL_FEED', { more: { linkMobile: 'https://a.kr' } }))).toEqual([]);
		expect(told(carousel('CAROUSEL_FEED', { more: { linkPc: 'https://a.kr' } }))).toEqual(['see more link is empty']);
	});

	test('has one button "add channel" at most, on whichever card', () => {
		const add = { type: 'AC' as const, name: '채널 추가' };
		const adding = (...at: number[]) =>
			carousel('CAROUSEL_FEED', {
				cards: [0, 1, 2].map((each) =>
					cardOf('CAROUSEL_FEED', { buttons: at.includes(each) ? [web(), add] : [web()] }),
				),
			});
		expect(told(adding(2))).toEqual([]);
		expect(told(adding(0, 2))).toEqual(['cards have several "add channel" buttons']);
	});
});

describe('a picture that leads somewhere', () => {
	const led = (kind: BrandKind) => brand(kind, { imageLink: 'https://a.kr' });
	test('where KakaoTalk has a place for it', () => {
		for (const kind of ['IMAGE', 'WIDE', 'COMMERCE'] as const) expect(told(led(kind))).toEqual([]);
		expect(told(led('TEXT'))).toHaveLength(1);
	});

	test('not where the dealer has none: the link would be dropped without a word', () => {
		const strict = brandRules({ imageLinks: ['IMAGE'] });
		expect(told(led('IMAGE'), strict)).toEqual([]);
		expect(told(led('WIDE'), strict)).toEqual(['image link has no place in this kind at this dealer']);
	});
});

test('whatever is put together, it is judged, never thrown at', () => {
	const text = fc.constantFrom('', '가', '1000', '20% 할인 쿠폰');
	const button = fc.record({ type: fc.constantFrom('WL', 'AL', 'AC', 'BF', 'BK', 'DS'), name: text }) as fc.Arbitrary<
		ReturnType<typeof web>
	>;
	const parts = fc.record(
		{
			kind: fc.constantFrom(...BRAND_KINDS),
			text,
			header: text,
			image: text,
			items: fc.array(fc.record({ title: text, image: text })),
			commerce: fc.record(
				{ title: text, regularPrice: text, discountPrice: text },
				{ requiredKeys: ['title', 'regularPrice'] },
			),
			coupon: fc.record({ title: text, description: text }),
			carousel: fc.record(
				{
					intro: fc.record({ header: text, text, image: text }),
					cards: fc.array(fc.record({ image: text, buttons: fc.array(button) })),
					more: fc.constant({}),
				},
				{ requiredKeys: ['cards'] },
			),
			buttons: fc.array(button, { maxLength: 7 }),
		},
		{ requiredKeys: ['kind', 'buttons'] },
	);
	fc.assert(
		fc.property(parts, (content) => {
			for (const { field, text: problem, cure } of structureProblems(content, RULES))
				expect([field, problem, cure].every((each) => each.length > 0)).toBe(true);
		}),
		{ numRuns: 1_000 },
	);
});
