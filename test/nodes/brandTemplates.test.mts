import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { brandCode, brandStage } from './brandKakao.mts';
import { DEALERS, outcomesOf, requests, settled } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();

const TO = '01011110001';
const BENCH = { 이름: '홍길동', 항목: '세일', 번호: 'B-1' };
const BENCH_TEXT = '홍길동님, 세일 소식을 전해 드립니다.\n번호: B-1';
const below = (value: IDataObject) => ({ variables: { mappingMode: 'defineBelow', value } });

describe.each(DEALERS)('at %s', (dealer) => {
	test('a template fills itself from columns of the same names', async () => {
		const run = await kakao.brand([{ to: TO, ...BENCH, more: 'ignored' }], { dealer, template: 'brand-bench' });
		expect(run.error?.message).toBeUndefined();
		expect(jsonOf(run.outputs[0])).toMatchObject([
			{ outcome: 'accepted', templateCode: brandCode(dealer, 'brand-bench'), provider: dealer },
		]);
		await settled(kakao);
		expect((await kakao.shown())[TO]).toMatchObject({
			state: 'delivered',
			templateCode: 'brand-bench',
			bubble: { kind: 'brand', layout: 'TEXT', text: BENCH_TEXT },
		});
	});

	test('or from what the form maps: constants, columns and formulas', async () => {
		const value = { 이름: '={{ $json.name }}', 항목: '교환', 번호: '={{ "B-" + $json.no }}' };
		const rows = ['홍길동', '성춘향'].map((name, at) => ({ to: `0101111000${at}`, name, no: at }));
		const run = await kakao.brand(rows, { dealer, template: 'brand-bench', parameters: below(value) });
		expect(outcomesOf(run)).toEqual(['accepted', 'accepted']);
		const shown = await kakao.shown();
		expect(['01011110000', '01011110001'].map((to) => shown[to]!.bubble.text)).toEqual([
			'홍길동님, 교환 소식을 전해 드립니다.\n번호: B-0',
			'성춘향님, 교환 소식을 전해 드립니다.\n번호: B-1',
		]);
	});

	test('values in buttons, links and coupons arrive there', async () => {
		const sale = { 이름: '홍길동', 기간: '주말', 최대할인: '50%', 회원번호: '7', 할인금액: '5000', 쿠폰기한: '일요일' };
		const run = await kakao.brand([{ to: TO, ...sale }], { dealer, template: 'brand-text-sale' });
		expect(outcomesOf(run)).toEqual(['accepted']);
		expect((await kakao.shown())[TO]!.bubble).toMatchObject({
			buttons: expect.arrayContaining([
				expect.objectContaining({ linkMobile: 'https://shop.example.com/sale?member=7' }),
			]),
			coupon: { title: '5000원 할인 쿠폰', linkMobile: 'https://shop.example.com/coupons/7' },
		});
	});

	test('of prices that a template leaves open, rate or amount may stay empty', async () => {
		const prices = { 정상가격: '30000', 할인가격: '24000', 할인율: '20', 정액할인가격: '' };
		const run = await kakao.brand([{ to: TO, 상품: '무드등', ...prices, 도착일: '내일', 상품번호: '9' }], {
			dealer,
			template: 'brand-commerce',
			parameters: { options: { allowEmptyVariables: true } },
		});
		expect(run.error?.message).toBeUndefined();
		expect((await kakao.shown())[TO]!.bubble).toMatchObject({
			commerce: {
				title: '무드등',
				regularPrice: 30_000,
				discountPrice: 24_000,
				discountRate: 20,
				discountFixed: null,
			},
		});
	});

	test('a video template wants the switch, because Kakao TV is closed', async () => {
		const options = { dealer, template: 'brand-video' };
		const { error } = await kakao.brand([{ to: TO, ...BENCH }], options);
		expect(error?.message).toContain('Item 0: Template is a premium video');
		const run = await kakao.brand([{ to: TO, ...BENCH }], { ...options, parameters: { premiumVideo: true } });
		expect(outcomesOf(run)).toEqual(['accepted']);
	});

	test('a missing value, a null and an unfilled expression are named before anything is sent', async () => {
		const rows = [
			{ to: TO, ...BENCH, 항목: null },
			{ to: '01011110002', 이름: '홍', 번호: '1' },
			{ to: '01011110003', ...BENCH, 이름: '{{ $json.name }}' },
		];
		const { error } = await kakao.brand(rows, { dealer, template: 'brand-bench' });
		expect(error?.description).toContain('Item 0: variable #{항목} is null');
		expect(error?.description).toContain('Item 1: variable #{항목} is missing');
		expect(error?.description).toContain('Item 2: variable #{이름}');
		expect(await kakao.messages()).toEqual([]);
	});

	test.each([
		['brand-stopped', 'is stopped'],
		['gone', 'does not exist for this sender profile'],
		['brand-cs-notice', 'does not exist for this sender profile'],
	])('the template "%s" %s', async (template, why) => {
		const { error } = await kakao.brand([{ to: TO, ...BENCH }], { dealer, template });
		expect(error?.message).toContain(`Item 0: Template "${brandCode(dealer, template)}" ${why}`);
		expect(await kakao.messages()).toEqual([]);
	});

	test('a thousand rows of one template ask for it once', async () => {
		const rows = Array.from({ length: 1000 }, (_, at) => ({ to: `010${20_000_000 + at}`, ...BENCH }));
		expect(new Set(outcomesOf(await kakao.brand(rows, { dealer, template: 'brand-bench' })))).toEqual(
			new Set(['accepted']),
		);
		expect(
			(await requests(kakao)).filter(({ method, path }) => method === 'GET' && path.includes('templates')),
		).toHaveLength(1);
	});
});
