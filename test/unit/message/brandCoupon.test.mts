import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { COUPON_KINDS, couponTitle, couponTitleProblem } from '../../../kakao/message/brand/coupon';

/** The table of SOLAPI's SDK (facts §2.8). */
describe('a coupon whose title KakaoTalk takes', () => {
	test.each([
		['1000원 할인 쿠폰'],
		['99999999원 할인 쿠폰'],
		['50% 할인 쿠폰'],
		['100% 할인 쿠폰'],
		['배송비 할인 쿠폰'],
		['신규가입 무료 쿠폰'],
		['포인트 UP 쿠폰'],
		['1원 할인 쿠폰'],
		['1% 할인 쿠폰'],
		['1234567 무료 쿠폰'],
		['1234567 UP 쿠폰'],
		['가 무료 쿠폰'],
	])('%s', (title) => expect(couponTitleProblem(title)).toBeUndefined());
});

describe('a coupon that KakaoTalk would refuse, with the reason', () => {
	test.each([
		['잘못된 쿠폰', /none of Kakao's five patterns/],
		['0원 할인 쿠폰', /allowed are 1 to 99,999,999/],
		['100000000원 할인 쿠폰', /allowed are 1 to 99,999,999/],
		['0% 할인 쿠폰', /allowed are 1 to 100/],
		['101% 할인 쿠폰', /allowed are 1 to 100/],
		['12345678 무료 쿠폰', /8 characters, at most 7/],
		['12345678 UP 쿠폰', /8 characters, at most 7/],
		['신규 가입 무료 쿠폰', /holds a blank/],
		['내 폰 UP 쿠폰', /holds a blank/],
		['', /none of/],
		['1,000원 할인 쿠폰', /none of/],
		['1000 원 할인 쿠폰', /none of/],
		['1000원할인쿠폰', /none of/],
		['1000원 할인 쿠폰 ', /none of/],
		[' 1000원 할인 쿠폰', /none of/],
		['-5% 할인 쿠폰', /none of/],
		['1.5% 할인 쿠폰', /none of/],
		['007% 할인 쿠폰', /gives 007%/],
		['배송비할인 쿠폰', /none of/],
		[' 무료 쿠폰', /none of/],
		['포인트 up 쿠폰', /none of/],
		['1000원 할인 쿠폰\n', /none of/],
		['포\n인트 UP 쿠폰', /none of/],
	])('%j', (title, why) => expect(couponTitleProblem(title)).toMatch(why));
});

test('a title made from its parts is one of the five, exactly as Kakao spells it', () => {
	const made = COUPON_KINDS.map((kind) => couponTitle(kind, { amount: '30', name: '포인트' }));
	expect(made).toEqual(['30원 할인 쿠폰', '30% 할인 쿠폰', '배송비 할인 쿠폰', '포인트 무료 쿠폰', '포인트 UP 쿠폰']);
	for (const title of made) expect(couponTitleProblem(title)).toBeUndefined();
});

test('with nothing filled in, a title is refused, never sent as "원 할인 쿠폰"', () => {
	for (const kind of ['won', 'percent', 'free', 'up'] as const)
		expect(couponTitleProblem(couponTitle(kind, {}))).toBeDefined();
});

test('every amount and every name: allowed exactly within Kakao’s bounds', () => {
	fc.assert(
		fc.property(fc.integer({ min: -10, max: 200_000_000 }), (amount) => {
			const told = (kind: 'won' | 'percent') => couponTitleProblem(couponTitle(kind, { amount: String(amount) }));
			expect(told('won') === undefined).toBe(amount >= 1 && amount <= 99_999_999);
			expect(told('percent') === undefined).toBe(amount >= 1 && amount <= 100);
		}),
	);
	const name = fc.string({ unit: fc.constantFrom('가', 'A', '1', ' ', '\t', '-', '%', '원'), maxLength: 10 });
	fc.assert(
		fc.property(name, fc.constantFrom('free', 'up'), (given, kind) => {
			const good = given.length >= 1 && given.length <= 7 && !/\s/.test(given);
			expect(couponTitleProblem(couponTitle(kind, { name: given })) === undefined).toBe(good);
		}),
	);
});
