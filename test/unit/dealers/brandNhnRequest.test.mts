import { describe, expect, test } from 'vitest';

import { sendRequest } from '../../../kakao/dealers/nhnCloud/brand/send';
import { toBatches } from '../../../kakao/delivery/batch';
import type { BrandContent } from '../../../kakao/message/brand/content';
import type { BrandMessage } from '../../../kakao/message/brand/message';
import { brand, brandMessage, brandTemplate, cards, inBody, text } from './brandNhnSupport.mts';

const LMS = { type: 'LMS' as const, from: '0212345678', title: '할인', text: '(광고) 할인' };
const UNSUBSCRIBE = { number: '0801234567', authNumber: '1234' };
const first = (request: ReturnType<typeof sendRequest>) =>
	(inBody(request).recipientList as Record<string, unknown>[])[0];

describe('NHN Cloud gets', () => {
	test('everything that a free-form request decides, said aloud', () => {
		const request = sendRequest([brandMessage({ targeting: 'M', adult: true, pushAlarm: false })], 'batch-key');
		expect(request).toEqual({
			method: 'POST',
			path: '/brand-message/v1.0/appkeys/{appKey}/freestyle-messages',
			body: {
				senderKey: 'key',
				adult: true,
				chatBubbleType: 'TEXT',
				content: '주말 할인',
				pushAlarm: false,
				senderGroupingKey: 'batch-key',
				recipientList: [
					{
						recipientNo: '01020000000',
						targeting: 'M',
						resendParameter: { isResend: false },
						recipientGroupingKey: 'order-0',
					},
				],
			},
		});
	});

	test('the fallback with its own opt-out number, so that the SMS is lawful advertising, too', () => {
		const message = brandMessage({
			fallback: LMS,
			unsubscribe: UNSUBSCRIBE,
			scheduleAt: Date.UTC(2026, 11, 2, 0, 30) - 1,
		});
		const request = sendRequest([message], 'k');
		expect(inBody(request)).toMatchObject({
			unsubscribeNo: '0801234567',
			unsubscribeAuthNo: '1234',
			requestDate: '2026-12-02 09:30',
		});
		expect(first(request)?.resendParameter).toEqual({
			isResend: true,
			resendType: 'LMS',
			resendTitle: '할인',
			resendContent: '(광고) 할인',
			resendSendNo: '0212345678',
			resendUnsubscribeNo: '0801234567',
		});
	});

	test('nothing of the opt-out that was left to the channel', () => {
		const number = sendRequest([brandMessage({ unsubscribe: { ...UNSUBSCRIBE, authNumber: '' } })], 'k');
		expect(inBody(number)).not.toHaveProperty('unsubscribeAuthNo');
		expect(first(number)?.resendParameter).toEqual({ isResend: false });
		expect(first(sendRequest([brandMessage({ fallback: LMS })], 'k'))?.resendParameter).not.toHaveProperty(
			'resendUnsubscribeNo',
		);
	});
});

describe('a template gets each card its own value', () => {
	const carousel = (intro: boolean): BrandContent => ({
		kind: 'CAROUSEL_COMMERCE',
		carousel: { ...(intro && { intro: { header: '#{제목}', text: '글', image: 'https://h' } }), cards: cards(2) },
		buttons: [],
	});
	const parametersOf = (content: BrandContent, variables: Record<string, string>) => {
		const request = sendRequest([brandMessage({ template: brandTemplate(content), content, variables })], 'k');
		expect(request.path).toMatch(/basic-messages$/);
		expect(inBody(request)).toMatchObject({ templateCode: 'SALE' });
		expect(inBody(request)).not.toHaveProperty('chatBubbleType');
		expect(inBody(request)).not.toHaveProperty('adult');
		return first(request)?.templateParameter;
	};

	test('counted from 0', () => {
		expect(parametersOf(carousel(false), { 이름: '홍', '상품@1': '사과', '상품@2': '배' })).toEqual({
			이름: '홍',
			'상품@$.carousel.list[0]': '사과',
			'상품@$.carousel.list[1]': '배',
		});
	});

	test('and from 1 behind an intro, or the first card would get no value and all others a wrong one', () => {
		expect(parametersOf(carousel(true), { 제목: '신상', '상품@1': '사과', '상품@2': '배' })).toEqual({
			제목: '신상',
			'상품@$.carousel.list[1]': '사과',
			'상품@$.carousel.list[2]': '배',
		});
	});

	test('by the common name where all cards say the same: that works in every place, prices included', () => {
		expect(parametersOf(carousel(true), { '정상가격@1': '9900', '정상가격@2': '9900' })).toEqual({ 정상가격: '9900' });
	});

	test('and of the fixed prices only those that were given: all four together are refused', () => {
		const values = { 정상가격: '9900', 할인가격: '8900', 할인율: '', 정액할인가격: '1000', 문구: '' };
		expect(parametersOf(carousel(false), values)).toEqual({
			정상가격: '9900',
			할인가격: '8900',
			정액할인가격: '1000',
			문구: '',
		});
	});
});

describe('messages share a request only if nobody gets what another was meant to get', () => {
	const together = (...parts: Partial<BrandMessage>[]) =>
		toBatches(
			parts.map((part, index) => brandMessage({ ...part, index })),
			brand.batch,
		).length === 1;

	test('targeting, number, key and fallback are each recipient’s own', () => {
		expect(together({ targeting: 'M' }, { targeting: 'N', key: 'other', fallback: LMS })).toBe(true);
		expect(together({ content: text }, { content: { ...text } })).toBe(true);
	});

	test.each<[string, Partial<BrandMessage>]>([
		['text', { content: { ...text, text: '다른 글' } }],
		['channel', { senderProfile: 'other' }],
		['time', { scheduleAt: 1 }],
		['sound', { pushAlarm: false }],
		['age', { adult: true }],
		['opt-out number', { unsubscribe: UNSUBSCRIBE }],
		['template', { template: brandTemplate(text) }],
	])('another %s is another request', (_, parts) => {
		expect(together({}, parts)).toBe(false);
	});

	test('values of a template may differ, so that a campaign stays a few requests', () => {
		const template = brandTemplate(text);
		expect(together({ template, content: text }, { template, content: { ...text, text: '홍길동님' } })).toBe(true);
	});

	test('ten thousand of one text go out in ten requests', () => {
		const many = Array.from({ length: 10_000 }, (_, index) => brandMessage({ index }));
		expect(toBatches(many, brand.batch).map(({ length }) => length)).toEqual(Array(10).fill(1000));
	});
});
