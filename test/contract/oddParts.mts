import fc from 'fast-check';

import type { Commerce, Coupon, Links } from '../../kakao/message/brand/content';
import type { Button } from '../../kakao/message/template';

/** Parts of an advertisement as a person may write them, allowed or not. */

const long = (length: number) => 'https://shop.example.com/'.padEnd(length, 'x');
export const link = fc.constantFrom(
	undefined,
	'https://shop.example.com/a?b=1&c=%20#d',
	'http://shop.example.com',
	'https://shop.example.com/검색',
	'https://shop.example.com/1,2',
	'https://shop.example.com/a b',
	'shop://sale',
	'https://',
	long(1000),
	long(1001),
);
const app = fc.constantFrom(undefined, 'shop://sale', 'alimtalk=coupon://sale', long(1001));
export const links: fc.Arbitrary<Links> = fc.record({
	linkMobile: link,
	linkPc: link,
	schemeAndroid: app,
	schemeIos: app,
});

const LENGTHS = [0, 1, 7, 8, 9, 12, 13, 14, 15, 18, 19, 20, 21, 25, 26, 30, 31, 34, 35, 50, 51, 76, 77, 180, 181, 1300];
export const text = fc
	.tuple(fc.constantFrom(...LENGTHS), fc.constantFrom('', '\n', '\r\n', '\n\n', '\n\n\n', '🎉'))
	.map(([length, more]) => '가'.repeat(length) + more);

const anyButton: fc.Arbitrary<Button> = fc
	.tuple(
		fc.constantFrom<Button['type']>('WL', 'AL', 'BK', 'MD', 'AC', 'BT', 'BF', 'BC'),
		fc.constantFrom('보기', '가'.repeat(8), '가'.repeat(9), '가'.repeat(15), '톡에서 예약하기'),
		links,
		fc.constantFrom<Record<string, string>>(
			{},
			{},
			{ bizFormKey: 'form-1' },
			{ chatEvent: 'sale' },
			{ chatExtra: 'summer' },
		),
	)
	.map(([type, name, leads, extra]) => ({
		type,
		name: type === 'AC' ? '채널 추가' : name,
		...leads,
		extra,
	}));
/** Those that have a place of their own. */
const placed = fc.constantFrom<Button>(
	{ type: 'AC', name: '채널 추가' },
	{ type: 'BF', name: '톡에서 예약하기', extra: { bizFormKey: 'form-1' } },
);
export const button = fc.oneof({ weight: 3, arbitrary: anyButton }, { weight: 1, arbitrary: placed });
export const buttons = fc.array(button, { maxLength: 6 });

const title = fc.constantFrom(
	'20% 할인 쿠폰',
	'101% 할인 쿠폰',
	'99999999원 할인 쿠폰',
	'배송비 할인 쿠폰',
	'가 나 무료 쿠폰',
	'첫 구매 UP 쿠폰',
);
export const coupon: fc.Arbitrary<Coupon> = fc
	.tuple(title, text, links)
	.map(([titled, description, leads]) => ({ title: titled, description, ...leads }));

const price = fc.constantFrom(
	undefined,
	'0',
	'100',
	'101',
	'999999',
	'1000000',
	'99999999',
	'100000000',
	'1,000',
	'1.5',
);
export const commerce: fc.Arbitrary<Commerce> = fc
	.tuple(text, price, price, price, price)
	.map(([titled, regularPrice = '', discountPrice, discountRate, discountFixed]) => ({
		title: titled,
		regularPrice,
		...(discountPrice && { discountPrice }),
		...(discountRate && { discountRate }),
		...(discountFixed && { discountFixed }),
	}));
