import { describe, expect, test } from 'vitest';

import { composeBrand, type BrandInput } from '../../../kakao/message/brand/compose';
import { BRAND_KINDS } from '../../../kakao/message/brand/content';
import type { BrandCapabilities } from '../../../kakao/message/capabilities';
import {
	BRAND,
	brand,
	brandTemplate,
	CAPABILITIES,
	cards,
	carousel,
	commerce,
	coupon,
	feedCard,
	web,
} from '../support/makeBrand.mts';
import { kst } from '../support/seoul.mts';

const NOW = kst('2026-12-01', '09:00');
const SALE = brand('TEXT', {
	text: '#{이름}님, #{상품} 할인',
	buttons: [web({ linkMobile: 'https://a.kr/#{상품}' })],
});
const FALLBACK = { from: '02-1234-5678', type: 'auto' as const, title: '', text: '' };

function compose(parts: Partial<BrandInput> = {}, abilities: Partial<BrandCapabilities> = {}, capabilities = {}) {
	const input: BrandInput = {
		to: '010-1234-5678',
		senderProfile: '@shop',
		template: null,
		content: SALE,
		values: { 이름: '홍길동', 상품: 'cap' },
		targeting: 'I',
		adult: false,
		pushAlarm: true,
		unsubscribe: { number: '', authNumber: '' },
		fallback: null,
		scheduleAt: null,
		allowEmpty: false,
		requireHttps: false,
		...parts,
	};
	return composeBrand(input, { ...CAPABILITIES, ...capabilities }, { ...BRAND, ...abilities }, NOW);
}
type Composition = ReturnType<typeof compose>;
const told = ({ problems }: Composition) => problems.map(({ field, text }) => `${field} ${text}`);

test('a good row becomes the advertisement that the customer reads', () => {
	const { draft, problems, recipients, warnings } = compose({
		targeting: 'N',
		adult: true,
		pushAlarm: false,
		unsubscribe: { number: '080-123-4567', authNumber: 77 },
		scheduleAt: '2026-12-02 10:00',
	});
	expect([problems, warnings]).toEqual([[], []]);
	expect(recipients).toEqual([{ recipient: { country: '82', national: '01012345678' } }]);
	expect(draft).toEqual({
		senderProfile: '@shop',
		template: null,
		variables: { 이름: '홍길동', 상품: 'cap' },
		content: { ...SALE, text: '홍길동님, cap 할인', buttons: [web({ linkMobile: 'https://a.kr/cap' })] },
		targeting: 'N',
		adult: true,
		pushAlarm: false,
		unsubscribe: { number: '0801234567', authNumber: '77' },
		fallback: null,
		scheduleAt: kst('2026-12-02', '10:00'),
	});
});

test.each(BRAND_KINDS)('a whole %s passes, free-form and from a template', (kind) => {
	const content = brand(kind);
	expect(told(compose({ content }))).toEqual([]);
	expect(told(compose({ content, template: brandTemplate(content) }))).toEqual([]);
});

describe('values', () => {
	test('that are missing stop the message and name the variable', () => {
		const { problems, draft } = compose({ values: { 이름: '홍길동' } });
		expect(problems.map(({ field }) => field)).toEqual(['variable #{상품}']);
		expect(draft).toBeNull();
	});

	test.each<[unknown, boolean]>([
		[null, true],
		['', true],
		['', false],
		[{ a: 1 }, true],
		['#{x}', true],
	])('%j (empty refused: %j) is told or let through, never sent as "undefined"', (value, strict) => {
		const { problems, draft } = compose({
			values: { 이름: '홍길동', 상품: value },
			allowEmpty: !strict,
			content: brand('TEXT', { text: '#{상품}!' }),
		});
		const good = value === '' && !strict;
		expect(problems.length === 0).toBe(good);
		expect(draft?.content.text).toBe(good ? '!' : undefined);
	});

	test('find their variable however the column is written', () => {
		const values = { ['이름'.normalize('NFD')]: '홍길동', '#{상품}': 'cap' };
		expect(compose({ values }).draft?.content.text).toBe('홍길동님, cap 할인');
	});

	test('are measured where the customer reads them', () => {
		const content = brand('WIDE', { text: '#{본문}' });
		expect(told(compose({ content, values: { 본문: '가'.repeat(76) } }))).toEqual([]);
		expect(compose({ content, values: { 본문: '가'.repeat(76) } }).warnings).toEqual(['text: 76 of 76 characters']);
		expect(told(compose({ content, values: { 본문: '가'.repeat(77) } }))).toEqual([
			'text has 77 characters as the customer gets it, the limit is 76',
		]);
		expect(told(compose({ content, values: { 본문: '가\n'.repeat(6) } }))).toEqual([
			'text has 6 line breaks, at most 5 are allowed',
		]);
	});

	test('that are too long for any place are told at once', () => {
		expect(told(compose({ values: { 이름: '가'.repeat(1301), 상품: 'cap' } }))).toEqual([
			'variable #{이름} has 1301 characters, the limit is 1300',
		]);
	});

	test('may make a price or a coupon: the finished one is judged', () => {
		const content = brand('COMMERCE', {
			commerce: commerce({ regularPrice: '#{값}' }),
			coupon: coupon({ title: '#{율}% 할인 쿠폰' }),
		});
		expect(told(compose({ content, values: { 값: 299000, 율: 30 } }))).toEqual([]);
		expect(told(compose({ content, values: { 값: '299,000', 율: 130 } }))).toEqual([
			'regular price is "299,000"',
			'coupon title gives 130%, allowed are 1 to 100',
		]);
	});
});

describe('values card by card', () => {
	const content = carousel('CAROUSEL_FEED', { cards: [feedCard({ text: '#{상품}' }), feedCard({ text: '#{상품}' })] });
	const inTemplate = { content, template: brandTemplate(content) };
	const texts = ({ draft }: Composition) => draft?.content.carousel?.cards.map(({ text }) => text);

	test('each card’s own', () => {
		const composition = compose({ ...inTemplate, values: { '상품@1': '모자', '상품@2': '신발' } });
		expect(texts(composition)).toEqual(['모자', '신발']);
		expect(composition.draft?.variables).toEqual({ '상품@1': '모자', '상품@2': '신발' });
	});

	test('or the common one where a card has none', () => {
		expect(texts(compose({ ...inTemplate, values: { 상품: '모자' } }))).toEqual(['모자', '모자']);
		expect(texts(compose({ ...inTemplate, values: { 상품: '모자', '#{상품@2}': '신발' } }))).toEqual(['모자', '신발']);
		expect(
			texts(compose({ ...inTemplate, values: { [`${'상품'.normalize('NFD')}@1`]: '신발', 상품: '모자' } })),
		).toEqual(['신발', '모자']);
	});

	test('neither: the card is named', () => {
		expect(told(compose({ ...inTemplate, values: { '상품@1': '모자' } }))).toEqual([
			'variable #{상품@2} is missing: the item has no such column',
		]);
	});

	test('in a free-form message all cards share one value', () => {
		expect(texts(compose({ content, values: { 상품: '모자', '상품@2': '신발' } }))).toEqual(['모자', '모자']);
		expect(compose({ content, values: { 상품: '모자' } }).draft?.variables).toEqual({ 상품: '모자' });
	});

	test('and where the dealer cannot tell cards apart', () => {
		const composition = compose({ ...inTemplate, values: { 상품: '모자' } }, { valuesPerCard: false });
		expect(composition.draft?.variables).toEqual({ 상품: '모자' });
		expect(texts(composition)).toEqual(['모자', '모자']);
	});
});

describe('a template', () => {
	test('that was stopped sends nothing, and is named', () => {
		const { problems, draft } = compose({ template: brandTemplate(SALE, { status: 'stopped' }) });
		expect(problems).toMatchObject([{ field: 'Template', text: '"SPRING" is stopped' }]);
		expect(draft).toBeNull();
	});

	test('is taken as its owner registered it: only lengths and links are looked at', () => {
		const content = { ...carousel('CAROUSEL_FEED', { cards: cards('CAROUSEL_FEED', 1) }) };
		expect(told(compose({ content, template: brandTemplate(content) }))).toEqual([]);
		expect(told(compose({ content }))).toEqual(['cards are 1, allowed are 2 to 6']);
	});

	test.each<[string, Record<string, string>, string[]]>([
		['a rate', { 정상가격: '30000', 할인가격: '24000', 할인율: '20', 정액할인가격: '' }, []],
		['no discount', { 정상가격: '30000', 할인가격: '', 할인율: '', 정액할인가격: '' }, []],
		[
			'both discounts',
			{ 정상가격: '30000', 할인가격: '24000', 할인율: '20', 정액할인가격: '6000' },
			['discount is incomplete'],
		],
		['a sign', { 정상가격: '₩30,000', 할인가격: '', 할인율: '', 정액할인가격: '' }, ['regular price is "₩30,000"']],
		['101 percent', { 정상가격: '30000', 할인가격: '1', 할인율: '101', 정액할인가격: '' }, ['discount rate is "101"']],
	])('with open prices is refused before the send when its values are none: %s', (_, values, problems) => {
		const open = {
			regularPrice: '#{정상가격}',
			discountPrice: '#{할인가격}',
			discountRate: '#{할인율}',
			discountFixed: '#{정액할인가격}',
		};
		const content = brand('COMMERCE', { commerce: commerce(open) });
		const row = { content, template: brandTemplate(content), values, allowEmpty: true };
		expect(told(compose(row))).toEqual(problems);
	});

	test('with a coupon that its value spoils is refused before the send, on a card as well', () => {
		const offer = coupon({ title: '#{할인금액}원 할인 쿠폰' });
		const content = carousel('CAROUSEL_FEED', { cards: [feedCard(), feedCard({ coupon: offer })] });
		const row = (할인금액: string) => compose({ content, template: brandTemplate(content), values: { 할인금액 } });
		expect(told(row('3000'))).toEqual([]);
		expect(told(row('0'))).toEqual([expect.stringContaining('card 2: coupon title')]);
		expect(told(row('3,000'))).toEqual([expect.stringContaining('card 2: coupon title')]);
	});

	test('has the dealer’s limits for templates, a free-form message its own', () => {
		const strict = { template: { ...BRAND.template, link: 20 } };
		const content = brand('TEXT', { buttons: [web({ linkMobile: 'https://a.kr/0123456789' })] });
		expect(told(compose({ content }, strict))).toEqual([]);
		expect(told(compose({ content, template: brandTemplate(content) }, strict))).toHaveLength(1);
	});

	test('with a link that its value leaves empty would be a button that leads nowhere', () => {
		const content = brand('TEXT', { buttons: [web({ linkMobile: '#{링크}' })] });
		const row = { content, template: brandTemplate(content), values: { 링크: '' }, allowEmpty: true };
		expect(told(compose(row))).toHaveLength(1);
	});
});

describe('links', () => {
	const linking = (linkMobile: string, requireHttps = false) =>
		told(compose({ content: brand('TEXT', { buttons: [web({ linkMobile })] }), requireHttps }));

	test.each([['a.kr'], ['https://'], ['https://https://a.kr'], ['https://a.kr/가 나'], ['javascript:alert(1)']])(
		'%j leads nowhere, and its button is named',
		(link) => expect(linking(link)[0]).toMatch(/^button 1 "자세히" leads to/),
	);

	test('without encryption are let through unless somebody asked for it', () => {
		expect(linking('http://a.kr')).toEqual([]);
		expect(linking('http://a.kr', true)).toHaveLength(1);
	});

	test('of pictures, coupons, rows, cards and "see more" are looked at as well', () => {
		const bad = 'a.kr';
		expect(
			told(compose({ content: brand('IMAGE', { imageLink: bad, coupon: coupon({ linkPc: bad }) }) })),
		).toHaveLength(2);
		const items = brand('WIDE_ITEM_LIST').items!.map((each) => ({ ...each, linkMobile: bad }));
		expect(told(compose({ content: brand('WIDE_ITEM_LIST', { items }) }))).toHaveLength(3);
		const content = carousel('CAROUSEL_FEED', {
			cards: [feedCard(), feedCard({ imageLink: bad, buttons: [web({ linkMobile: bad })] })],
			more: { linkMobile: bad },
		});
		expect(told(compose({ content })).map((each) => each.replace(/ leads to.*/, ''))).toEqual([
			'card 2: image link',
			'card 2: button 1 "자세히"',
			'see more',
		]);
	});
});

describe('a text that n8n or this node did not fill in', () => {
	test.each([['안녕하세요 {{ $json.name }}님'], ['안녕하세요 #{이름'], ['#{}님']])(
		'%j is not sent to thousands as it stands',
		(text) => expect(told(compose({ content: brand('TEXT', { text }) }))).toHaveLength(1),
	);

	test('nor in a button, a card or a link', () => {
		const open = '{{ $json.x }}';
		expect(told(compose({ content: brand('TEXT', { buttons: [web({ name: open })] }) }))).toHaveLength(1);
		const card = feedCard({ text: open });
		expect(told(compose({ content: carousel('CAROUSEL_FEED', { cards: [feedCard(), card] }) }))).toHaveLength(1);
		const more = { linkMobile: 'https://a.kr/#{코드}' };
		expect(told(compose({ content: carousel('CAROUSEL_FEED', { more }), values: {} }))).toHaveLength(1);
	});
});

describe('the text message for those who cannot be reached', () => {
	test('is the advertisement’s own text, or one that was written for it, both filled in', () => {
		expect(compose({ fallback: FALLBACK }).draft?.fallback).toEqual({
			type: 'SMS',
			from: '0212345678',
			title: '',
			text: '홍길동님, cap 할인',
		});
		const written = { ...FALLBACK, type: 'LMS' as const, title: '#{상품}', text: '(광고)#{이름}님' };
		expect(compose({ fallback: written }).draft?.fallback).toMatchObject({
			type: 'LMS',
			title: 'cap',
			text: '(광고)홍길동님',
		});
	});

	test.each(['WIDE_ITEM_LIST', 'COMMERCE', 'CAROUSEL_FEED', 'CAROUSEL_COMMERCE', 'PREMIUM_VIDEO'] as const)(
		'must be written for a %s, which has no text of its own',
		(kind) => {
			expect(told(compose({ content: brand(kind), fallback: FALLBACK }))).toEqual([
				'fallback text is empty, and this kind of message has no text of its own',
			]);
			expect(told(compose({ content: brand(kind), fallback: { ...FALLBACK, text: '(광고)특가' } }))).toEqual([]);
		},
	);

	test('is refused where the dealer has none, for just that form', () => {
		const only = { fallback: { freeForm: false, template: true } };
		expect(told(compose({ fallback: FALLBACK }, only))).toEqual([
			'SMS fallback is not offered by this dealer for free-form Brand Messages',
		]);
		expect(told(compose({ fallback: FALLBACK, template: brandTemplate(SALE) }, only))).toEqual([]);
		const neither = { fallback: { freeForm: true, template: false } };
		expect(told(compose({ fallback: FALLBACK, template: brandTemplate(SALE) }, neither))).toEqual([
			'SMS fallback is not offered by this dealer for template Brand Messages',
		]);
		expect(told(compose({ fallback: null }, { fallback: { freeForm: false, template: false } }))).toEqual([]);
	});

	test('never holds a name that nobody filled in, an emoji, or more than fits', () => {
		expect(told(compose({ fallback: { ...FALLBACK, text: '#{없음}' } }))).toHaveLength(1);
		expect(told(compose({ fallback: { ...FALLBACK, type: 'LMS', title: '{{ $json.a }}', text: '가' } }))).toHaveLength(
			1,
		);
		expect(told(compose({ fallback: { ...FALLBACK, text: '🎁' } }))).toHaveLength(1);
		expect(told(compose({ fallback: { ...FALLBACK, type: 'SMS', text: '가'.repeat(46) } }))).toHaveLength(1);
	});

	test('needs its sender where the dealer wants one', () => {
		const strict = { fallback: { senderRequired: true } };
		expect(told(compose({ fallback: { ...FALLBACK, from: '' } }, {}, strict))).toEqual([
			'fallback sender number is empty',
		]);
	});

	test('as an LMS is not sent abroad', () => {
		const abroad = { to: '+1 212 555 0100', fallback: { ...FALLBACK, type: 'LMS' as const } };
		expect(compose(abroad).recipients).toMatchObject([{ problem: { field: 'fallback text' } }]);
		expect(compose({ ...abroad, fallback: null }).recipients).toMatchObject([{ recipient: { country: '1' } }]);
	});
});

describe('the free opt-out number', () => {
	const given = (number: unknown, authNumber: unknown = '', unsubscribe = true) =>
		compose({ unsubscribe: { number, authNumber } }, { unsubscribe });

	test.each<[unknown]>([['080-123-4567'], ['080-1234-5678'], ['0801234567'], ['08012345678'], [' 080 123 4567 ']])(
		'%j is sent as digits',
		(number) => {
			expect(told(given(number))).toEqual([]);
			expect(given(number).draft?.unsubscribe?.number).toMatch(/^080\d{7,8}$/);
		},
	);

	test.each<[unknown]>([
		['02-123-4567'],
		['080-12-4567'],
		['080-12345-6789'],
		['070-1234-5678'],
		['없음'],
		['1588-1234'],
	])('%j is none, and is told before the dealer refuses all (-3340)', (number) => {
		expect(told(given(number))).toEqual(['Opt-Out Number (080) is not a 080 number']);
		expect(given(number).draft).toBeNull();
	});

	test.each<[unknown]>([[''], [null], [undefined]])('%j leaves it to the channel', (number) => {
		expect(given(number).draft?.unsubscribe).toBeNull();
	});

	test('its code: at most nine digits, and never without the number', () => {
		expect(given('080-123-4567', '123456789').draft?.unsubscribe?.authNumber).toBe('123456789');
		expect(told(given('080-123-4567', '1234567890'))).toEqual(['Opt-Out Code is not a code']);
		expect(told(given('', '77'))).toEqual(['Opt-Out Number (080) is empty although its code is set']);
	});

	test('is refused where a dealer would drop it without a word', () => {
		expect(told(given('080-123-4567', '', false))).toEqual([
			'Opt-Out Number (080) cannot be given with a message at this dealer',
		]);
		expect(told(given('', '', false))).toEqual([]);
	});
});

test('a silent message is refused where the dealer cannot send one: it would ring at five thousand people’s', () => {
	expect(told(compose({ pushAlarm: false }, { silent: false }))).toEqual(['Silent is not offered by this dealer']);
	expect(told(compose({ pushAlarm: true }, { silent: false }))).toEqual([]);
	expect(compose({ pushAlarm: false }).draft?.pushAlarm).toBe(false);
});

test('a time that the dealer would refuse is refused here', () => {
	expect(told(compose({ scheduleAt: '2026-12-01 08:59' }))[0]).toMatch(/^Send At is past/);
	expect(told(compose({ scheduleAt: 'soon' }))).toEqual(['Send At is not a date and time']);
});

test('everything that is wrong with a row is told at once, not one after the other', () => {
	const { problems } = compose({
		template: brandTemplate(SALE, { status: 'stopped' }),
		values: {},
		scheduleAt: 'soon',
		unsubscribe: { number: '1', authNumber: '' },
	});
	expect(problems.map(({ field }) => field)).toEqual([
		'Template',
		'variable #{이름}',
		'variable #{상품}',
		'Send At',
		'Opt-Out Number (080)',
	]);
});
