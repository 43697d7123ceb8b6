import { describe, expect, test } from 'vitest';

import { brandStage } from './brandKakao.mts';
import { DEALERS, outcomesOf } from './helpers.mts';

const kakao = brandStage();

const TO = '01011110001';

const FEED = { 이름: '홍길동', 쿠폰기한: '일요일', 상품명: '머그컵' };

describe('a carousel whose cards share the names of their variables', () => {
	test('at NHN Cloud each card takes its own values', async () => {
		const values = {
			...FEED,
			'제목@1': '첫 소식',
			'제목@2': '둘째 소식',
			'내용@1': '하나',
			'내용@2': '둘',
			'번호@1': '1',
			'번호@2': '2',
		};
		const run = await kakao.brand([{ to: TO, ...values }], { template: 'brand-feed' });
		expect(run.error?.description ?? run.error?.message).toBeUndefined();
		expect((await kakao.shown())[TO]!.bubble.carousel?.cards).toMatchObject([
			{ header: '첫 소식', message: '홍길동님, 하나', buttons: [{ linkMobile: 'https://shop.example.com/news/1' }] },
			{ header: '둘째 소식', message: '둘', coupon: { title: '머그컵 무료 쿠폰', description: '일요일까지' } },
		]);
	});

	test('behind an intro they are counted from the first card as well, prices included', async () => {
		const offer = (at: number) => ({
			[`상품@${at}`]: `상품 ${at}`,
			[`정상가격@${at}`]: `${at}0000`,
			[`할인가격@${at}`]: `${at}000`,
			[`할인율@${at}`]: '90',
			[`정액할인가격@${at}`]: '',
			[`상품번호@${at}`]: `${at}`,
		});
		const run = await kakao.brand([{ to: TO, 이름: '홍길동', ...offer(1), ...offer(2) }], {
			template: 'brand-carousel-shop',
			parameters: { options: { allowEmptyVariables: true } },
		});
		expect(run.error?.description ?? run.error?.message).toBeUndefined();
		expect(outcomesOf(run)).toEqual(['accepted']);
		const { carousel } = (await kakao.shown())[TO]!.bubble;
		expect(carousel?.head?.header).toBe('홍길동님의 취향');
		expect(carousel?.cards).toMatchObject([
			{
				commerce: { title: '상품 1', regularPrice: 10_000, discountPrice: 1000 },
				buttons: [{ linkMobile: 'https://shop.example.com/items/1' }],
			},
			{
				commerce: { title: '상품 2', regularPrice: 20_000, discountPrice: 2000 },
				buttons: [{ linkMobile: 'https://shop.example.com/items/2' }],
			},
		]);
	});

	test.each(DEALERS)('at %s one value serves all cards where only one is given', async (dealer) => {
		const run = await kakao.brand([{ to: TO, ...FEED, 제목: '소식', 내용: '본문', 번호: '3' }], {
			dealer,
			template: 'brand-feed',
		});
		expect(run.error?.description ?? run.error?.message).toBeUndefined();
		expect((await kakao.shown())[TO]!.bubble.carousel?.cards).toMatchObject([
			{ header: '소식', message: '홍길동님, 본문' },
			{ header: '소식', message: '본문' },
		]);
	});
});
