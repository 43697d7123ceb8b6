import { describe, expect, test } from 'vitest';

import { sendRequest } from '../../../kakao/dealers/naverSens/brand/send';
import { toBatches } from '../../../kakao/delivery/batch';
import type { BrandContent } from '../../../kakao/message/brand/content';
import { brand, brandMessage, fromTemplate, inBody, PATH, plain, product } from './brandSensSupport.mts';

const WEB = { type: 'WL' as const, name: '보기', linkMobile: 'https://m.shop.kr', linkPc: 'https://shop.kr' };
const body = (...batch: Parameters<typeof sendRequest>[0]) => inBody(sendRequest(batch));
const firstOf = (...batch: Parameters<typeof sendRequest>[0]) =>
	(body(...batch).messages as Record<string, unknown>[])[0]!;

describe('a template', () => {
	const sale: BrandContent = { kind: 'WIDE', text: '#{이름}님 할인', image: 'img', buttons: [WEB] };

	test('is named by its code and type, and SENS gets the values under bare names instead of a text', () => {
		const message = fromTemplate(sale, { 이름: '홍길동' });
		expect(body(message)).toMatchObject({ templateCode: 'SALE', messageType: 'WIDE_IMAGE' });
		expect(firstOf(message)).toEqual({
			countryCode: '82',
			to: '01020000000',
			templateParameters: { 이름: '홍길동' },
			useSmsFailover: false,
		});
	});

	test('for adults stays so: the request says nothing of age beside it', () => {
		expect(body(fromTemplate(plain, {}))).not.toHaveProperty('isAdult');
	});

	test('without variables sends none, and a free-form message names no template', () => {
		expect(firstOf(fromTemplate(plain, {}))).not.toHaveProperty('templateParameters');
		expect(body(brandMessage())).not.toHaveProperty('templateCode');
	});
});

describe('a request says', () => {
	test('channel, people reached, age and hour for everybody in it', () => {
		const scheduleAt = Date.UTC(2026, 11, 1, 0, 29, 30);
		const request = sendRequest([brandMessage({ targeting: 'N', adult: true, scheduleAt })]);
		expect([request.method, request.path]).toEqual(['POST', `${PATH}/messages`]);
		expect(inBody(request)).toMatchObject({
			plusFriendId: '@shop',
			messageType: 'TEXT',
			targeting: 'N',
			isAdult: true,
			reserveTime: '2026-12-01 09:30',
			reserveTimeZone: 'Asia/Seoul',
		});
		expect(body(brandMessage())).not.toHaveProperty('reserveTime');
		expect(body(brandMessage())).toMatchObject({ isAdult: false });
	});

	test('the SMS fallback on or off, never left to the channel’s setting', () => {
		const fallback = { type: 'LMS' as const, from: '0212345678', title: '할인', text: '(광고) 할인' };
		expect(firstOf(brandMessage({ fallback }))).toMatchObject({
			useSmsFailover: true,
			failoverConfig: { type: 'LMS', from: '0212345678', subject: '할인', content: '(광고) 할인' },
		});
		expect(firstOf(brandMessage())).toMatchObject({ useSmsFailover: false });
		expect(firstOf(brandMessage())).not.toHaveProperty('failoverConfig');
	});
});

test('nobody gets another’s channel, template, kind, targeting, age or hour by travelling together', () => {
	const batchesOf = (...parts: Parameters<typeof brandMessage>) =>
		toBatches([brandMessage(), brandMessage(...parts)], brand.batch).length;
	expect(batchesOf({ content: { ...plain, text: '다른 글' }, to: { country: '1', national: '2125550100' } })).toBe(1);
	expect(batchesOf({ senderProfile: '@other' })).toBe(2);
	expect(batchesOf({ content: product })).toBe(2);
	expect(batchesOf({ targeting: 'M' })).toBe(2);
	expect(batchesOf({ adult: true })).toBe(2);
	expect(batchesOf({ scheduleAt: 1 })).toBe(2);
	expect(toBatches([brandMessage(), fromTemplate(plain, {})], brand.batch)).toHaveLength(2);
	const many = Array.from({ length: 250 }, (_, index) => brandMessage({ index }));
	expect(toBatches(many, brand.batch).map(({ length }) => length)).toEqual([100, 100, 50]);
});
