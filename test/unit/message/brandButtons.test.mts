import { describe, expect, test } from 'vitest';

import type { BrandContent, BrandKind } from '../../../kakao/message/brand/content';
import { brandRules } from '../../../kakao/message/brand/kakaoRules';
import type { BrandRules } from '../../../kakao/message/brand/rules';
import { structureProblems } from '../../../kakao/message/brand/structure';
import type { Button, ButtonType } from '../../../kakao/message/template';
import { brand, cardOf, carousel, coupon, RULES, web } from '../support/makeBrand.mts';

const told = (content: BrandContent, rules: BrandRules = RULES) =>
	structureProblems(content, rules).map(({ field, text }) => `${field} ${text}`);
const KINDS = ['TEXT', 'IMAGE', 'WIDE', 'WIDE_ITEM_LIST', 'COMMERCE', 'PREMIUM_VIDEO'] as const;
const several = (count: number) => Array.from({ length: count }, () => web());
const add: Button = { type: 'AC', name: '채널 추가' };

describe.each<[(typeof KINDS)[number], number, number, number]>([
	['TEXT', 0, 5, 4],
	['IMAGE', 0, 5, 4],
	['WIDE', 0, 2, 2],
	['WIDE_ITEM_LIST', 0, 2, 2],
	['COMMERCE', 1, 2, 2],
	['PREMIUM_VIDEO', 0, 1, 1],
])('%s has %i to %i buttons, with a coupon at most %i', (kind, min, max, withCoupon) => {
	test.each([0, 1, 2, 3, 4, 5, 6])('%i', (count) => {
		const problem = (most: number) =>
			count >= min && count <= most ? [] : [`buttons are ${count}, allowed are ${min} to ${most}`];
		expect(told(brand(kind, { buttons: several(count) }))).toEqual(problem(max));
		expect(told(brand(kind, { buttons: several(count), coupon: coupon() }))).toEqual(problem(withCoupon));
	});
});

test('a card has one or two buttons, also beside a coupon', () => {
	for (const kind of ['CAROUSEL_FEED', 'CAROUSEL_COMMERCE'] as const) {
		for (const count of [0, 1, 2, 3]) {
			for (const beside of [{}, { coupon: coupon() }]) {
				const cards = [cardOf(kind), cardOf(kind, { buttons: several(count), ...beside })];
				expect(told(carousel(kind, { cards })).length).toBe(count === 1 || count === 2 ? 0 : 1);
			}
		}
	}
});

describe('"add channel"', () => {
	test.each<[BrandKind, 'first' | 'last']>([
		['TEXT', 'first'],
		['IMAGE', 'first'],
		['WIDE', 'last'],
		['WIDE_ITEM_LIST', 'last'],
		['COMMERCE', 'last'],
	])('in %s stands %s, or Kakao refuses the message (-3311, -3312)', (kind, place) => {
		const wrong = [`button "add channel" must be the ${place} one`];
		expect(told(brand(kind, { buttons: [add, web()] }))).toEqual(place === 'first' ? [] : wrong);
		expect(told(brand(kind, { buttons: [web(), add] }))).toEqual(place === 'last' ? [] : wrong);
		expect(told(brand(kind, { buttons: [add] }))).toEqual([]);
	});

	test('in the middle of many is wrong', () => {
		expect(told(brand('TEXT', { buttons: [web(), add, web()] }))).toHaveLength(1);
	});

	test('on a card stands last', () => {
		const cards = (buttons: Button[]) => [cardOf('CAROUSEL_FEED'), cardOf('CAROUSEL_FEED', { buttons })];
		expect(told(carousel('CAROUSEL_FEED', { cards: cards([web(), add]) }))).toEqual([]);
		expect(told(carousel('CAROUSEL_FEED', { cards: cards([add, web()]) }))).toEqual([
			'card 2: button "add channel" must be the last one',
		]);
	});

	test('twice is refused as well', () => {
		expect(told(brand('TEXT', { buttons: [add, web(), add] })).length).toBeGreaterThan(0);
		expect(told(brand('TEXT', { buttons: [add, add] })).length).toBeGreaterThan(0);
	});

	test('needs no name of its own: Kakao writes it', () => {
		expect(told(brand('TEXT', { buttons: [{ type: 'AC', name: '' }] }))).toEqual([]);
	});
});

describe('a button that leads nowhere is found before anybody taps it', () => {
	const problem = (button: Button) => told(brand('TEXT', { buttons: [web(), button] }));

	test.each<[string, Button, string[]]>([
		['a web link without an address', web({ linkMobile: '' }), ['button 2 mobile link is empty']],
		[
			'a web link for computers only',
			{ type: 'WL', name: '가', linkPc: 'https://a.kr' },
			['button 2 mobile link is empty'],
		],
		['a web link without a name', web({ name: '' }), ['button 2 name is empty']],
		['a bot keyword without a name', { type: 'BK', name: '' }, ['button 2 name is empty']],
		['a message button without a name', { type: 'MD', name: '' }, ['button 2 name is empty']],
		['a bot keyword', { type: 'BK', name: '상담' }, []],
		['a message button', { type: 'MD', name: '상담' }, []],
		['a bot transfer', { type: 'BT', name: '상담' }, []],
	])('%s', (_, button, problems) => expect(problem(button)).toEqual(problems));

	test.each<[string, Partial<Button>, boolean]>([
		['nothing', {}, false],
		['Android alone', { schemeAndroid: 'shop://a' }, false],
		['iOS alone', { schemeIos: 'shop://a' }, false],
		['the web alone', { linkMobile: 'https://a.kr' }, false],
		['empty addresses', { schemeAndroid: '', schemeIos: '', linkMobile: '' }, false],
		['Android and iOS', { schemeAndroid: 'shop://a', schemeIos: 'shop://a' }, true],
		['Android and the web', { schemeAndroid: 'shop://a', linkMobile: 'https://a.kr' }, true],
		['iOS and the web', { schemeIos: 'shop://a', linkMobile: 'https://a.kr' }, true],
	])('an app link with %s', (_, links, good) => {
		expect(problem({ type: 'AL', name: '앱', ...links })).toEqual(
			good ? [] : ['button 2 is an app link with too few addresses'],
		);
	});

	test('an app link without a name', () => {
		expect(problem({ type: 'AL', name: '', schemeAndroid: 'a://', schemeIos: 'a://' })).toEqual([
			'button 2 name is empty',
		]);
	});
});

describe('a business form', () => {
	const form: Button = { type: 'BF', name: '톡에서 예약하기', extra: { bizFormKey: 'k' } };
	const below = 'button "business form" must be the first one, or the second below "add channel"';
	const beside = 'button "business form" must be the last one, or the first before "add channel"';

	test.each<[BrandKind, Button[], string[]]>([
		['TEXT', [form, web()], []],
		['TEXT', [web(), form], [below]],
		['TEXT', [add, form, web()], []],
		['TEXT', [add, web(), form], [below]],
		['WIDE', [form], []],
		['WIDE', [web(), form], []],
		['WIDE', [form, web()], [beside]],
		['WIDE', [form, add], []],
	])('in %s %j stands where Kakao wants it (-3330, -3336 to -3338)', (kind, buttons, problems) => {
		expect(told(brand(kind, { buttons }))).toEqual(problems);
	});

	test('brings its key, or nobody knows which form it opens', () => {
		expect(told(brand('TEXT', { buttons: [{ ...form, extra: undefined }] }))).toEqual([
			'button 1 business form key is empty',
		]);
	});

	test.each([['톡에서 예약하기'], ['톡에서 설문하기'], ['톡에서 응모하기']])('is called %s', (name) => {
		expect(told(brand('TEXT', { buttons: [{ type: 'BF', name, extra: { bizFormKey: 'k' } }] }))).toEqual([]);
	});

	test.each([['예약하기'], ['톡에서 예약하기 '], ['톡에서예약하기'], ['']])('and nothing else: %j', (name) => {
		expect(told(brand('TEXT', { buttons: [{ type: 'BF', name, extra: { bizFormKey: 'k' } }] }))).toEqual([
			`button 1 name is "${name}"`,
		]);
	});
});

describe('types', () => {
	test.each<ButtonType>(['DS', 'BC', 'P1', 'P2', 'P3', 'TN'])('%s has no place in advertising', (type) => {
		for (const kind of KINDS)
			expect([kind, told(brand(kind, { buttons: [{ type, name: '가', linkMobile: 'https://a.kr' }] }))]).toEqual([
				kind,
				[`button 1 has type ${type}`],
			]);
	});

	test('a dealer that takes web and app links only on products says so, card by card', () => {
		const strict = brandRules({ productButtonTypes: ['WL', 'AL'] });
		const keyword: Button = { type: 'BK', name: '상담' };
		expect(told(brand('COMMERCE', { buttons: [keyword] }), strict)).toEqual(['button 1 has type BK']);
		for (const kind of ['CAROUSEL_FEED', 'CAROUSEL_COMMERCE'] as const)
			expect(told(carousel(kind, { cards: [cardOf(kind), cardOf(kind, { buttons: [keyword] })] }), strict)).toEqual([
				'card 2: button 1 has type BK',
			]);
		expect(told(brand('TEXT', { buttons: [keyword] }), strict)).toEqual([]);
	});

	test('a dealer without "add channel" refuses it everywhere', () => {
		const strict = brandRules({ buttonTypes: ['WL', 'AL', 'BK', 'MD'] });
		for (const kind of KINDS) expect(told(brand(kind, { buttons: [add] }), strict)).toContain('button 1 has type AC');
		const cards = [cardOf('CAROUSEL_FEED'), cardOf('CAROUSEL_FEED', { buttons: [add] })];
		expect(told(carousel('CAROUSEL_FEED', { cards }), strict)).toEqual(['card 2: button 1 has type AC']);
	});
});

describe('what a dealer has no field for', () => {
	const form: Button = { type: 'BF', name: '톡에서 예약하기', extra: { bizFormKey: 'k' } };
	const bot: Button = { type: 'BT', name: '상담', extra: { chatEvent: 'sale', chatExtra: 'summer' } };
	const strict = (...buttonExtras: ('chatEvent' | 'chatExtra' | 'bizFormKey')[]) => brandRules({ buttonExtras });

	test('is refused, not dropped', () => {
		expect(told(brand('TEXT', { buttons: [bot] }))).toEqual([]);
		expect(told(brand('TEXT', { buttons: [bot] }), strict('chatExtra'))).toEqual([
			'button 1 bot event has no place at this dealer',
		]);
		expect(told(brand('TEXT', { buttons: [form] }), strict('chatExtra'))).toEqual([
			'button 1 business form key has no place at this dealer',
		]);
	});

	test('is not asked for either', () => {
		expect(told(brand('TEXT', { buttons: [{ ...form, extra: undefined }] }), strict('chatExtra'))).toEqual([]);
	});
});
