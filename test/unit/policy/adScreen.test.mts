import { describe, expect, test } from 'vitest';

import { advertisingWords } from '../../../kakao/policy/adScreen';

describe('a notice that turns into advertising is noticed before Kakao sanctions the channel', () => {
	test.each([
		['여름 세일 50%', ['세일']],
		['특 가 상품', ['특가']],
		['1 + 1 행사', ['1+1']],
		['할인 쿠폰 증정', ['할인', '쿠폰', '증정']],
		['COUPON', ['coupon']],
	])('%s', (value, words) => expect(advertisingWords({ 상품명: value })).toEqual(words));

	test('an ordinary order raises no alarm', () => {
		expect(
			advertisingWords({ 고객명: '홍길동', 상품명: '국내산 들기름 300ml', 결제금액: '18,500', 주문번호: 'A-1' }),
		).toEqual([]);
	});

	test('two values side by side do not make a word between them', () => {
		expect(advertisingWords({ a: '행사할', b: '인원 3명' })).toEqual([]);
	});
});
