import { describe, expect, test } from 'vitest';

import { sendRequest as sensSend } from '../../../kakao/dealers/naverSens/send';
import { sendRequest as nhnSend } from '../../../kakao/dealers/nhnCloud/send';
import { toWire } from '../../../kakao/dealers/solapi/wire';
import { content, message, template } from '../support/make.mts';

const TO = { country: '82', national: '01012345678' };
const ABROAD = { country: '1', national: '2125550100' };
const LMS = { type: 'LMS' as const, from: '0212345678', title: '주문 안내', text: '홍길동님 완료' };
const HALF_PAST_NINE = Date.UTC(2026, 11, 1, 0, 30);
const order = template({
	code: 'ORDER',
	content: content({
		text: ' #{이름}님\n',
		title: '#{이름}',
		subtitle: '안내',
		header: '머리',
		highlight: { title: '강조', description: '설명', imageUrl: 'https://i' },
		items: [{ title: '이름', description: '#{이름}' }],
		summary: { title: '합계', description: '1원' },
		buttons: [{ type: 'WL', name: '확인', linkMobile: 'https://a.kr/#{이름}', linkPc: 'https://a.kr' }],
	}),
});
const one = message({ to: TO, key: 'order-1', template: order, variables: { 이름: '홍길동' } });
const inBody = (request: { body?: unknown }) => request.body as Record<string, unknown>;

describe('NHN Cloud gets', () => {
	test('bare variable names, our key, and the key that makes a repeat harmless', () => {
		const request = nhnSend([one], 'batch-key');
		expect(request.headers).toEqual({ 'X-NC-API-IDEMPOTENCY-KEY': 'batch-key' });
		expect(request.body).toEqual({
			senderKey: '@shop',
			templateCode: 'ORDER',
			senderGroupingKey: 'batch-key',
			recipientList: [
				{
					recipientNo: '01012345678',
					templateParameter: { 이름: '홍길동' },
					resendParameter: { isResend: false },
					recipientGroupingKey: 'order-1',
				},
			],
		});
	});

	test('the fallback with everything a person set, and nothing that was left to the console', () => {
		const resendOf = (fallback: typeof LMS) =>
			(inBody(nhnSend([{ ...one, fallback }], 'k')).recipientList as { resendParameter: unknown }[])[0]
				?.resendParameter;
		expect(resendOf(LMS)).toEqual({
			isResend: true,
			resendType: 'LMS',
			resendTitle: '주문 안내',
			resendContent: '홍길동님 완료',
			resendSendNo: '0212345678',
		});
		expect(resendOf({ ...LMS, title: '', from: '' })).toEqual({
			isResend: true,
			resendType: 'LMS',
			resendContent: '홍길동님 완료',
		});
	});

	test('Korean time to the minute, rounded up', () => {
		expect(inBody(nhnSend([{ ...one, scheduleAt: HALF_PAST_NINE - 1 }], 'k')).requestDate).toBe('2026-12-01 09:30');
		expect(inBody(nhnSend([one], 'k'))).not.toHaveProperty('requestDate');
	});
});

describe('SOLAPI gets', () => {
	test('variable names with #{}, our key, and an explicit no to the billed fallback', () => {
		expect(toWire(one)).toEqual({
			to: '01012345678',
			type: 'ATA',
			customFields: { messageKey: 'order-1' },
			kakaoOptions: { pfId: '@shop', templateId: 'ORDER', variables: { '#{이름}': '홍길동' }, disableSms: true },
		});
	});

	test('the fallback as sender, text and subject', () => {
		expect(toWire({ ...one, fallback: LMS })).toMatchObject({
			from: '0212345678',
			text: '홍길동님 완료',
			subject: '주문 안내',
			kakaoOptions: { disableSms: false },
		});
	});

	test('the country only where it is not Korea', () => {
		expect(toWire({ ...one, to: ABROAD })).toMatchObject({ to: '2125550100', country: '1' });
		expect(toWire(one)).not.toHaveProperty('country');
	});
});

describe('SENS gets', () => {
	const wireOf = (parts = {}) => (inBody(sensSend([{ ...one, ...parts }])).messages as Record<string, unknown>[])[0];

	test('the finished message with every part, blanks and line breaks as registered', () => {
		expect(wireOf()).toEqual({
			countryCode: '82',
			to: '01012345678',
			content: ' 홍길동님\n',
			title: '홍길동',
			headerContent: '머리',
			itemHighlight: { title: '강조', description: '설명' },
			item: { list: [{ title: '이름', description: '홍길동' }], summary: { title: '합계', description: '1원' } },
			buttons: [{ type: 'WL', name: '확인', linkMobile: 'https://a.kr/홍길동', linkPc: 'https://a.kr' }],
			useSmsFailover: false,
		});
	});

	test('the fallback switched on or off, never left to the channel', () => {
		expect(wireOf({ fallback: LMS })).toMatchObject({
			useSmsFailover: true,
			failoverConfig: { type: 'LMS', from: '0212345678', subject: '주문 안내', content: '홍길동님 완료' },
		});
	});

	test('the country of a customer abroad, and the schedule with its zone', () => {
		expect(wireOf({ to: ABROAD })).toMatchObject({ countryCode: '1', to: '2125550100' });
		expect(inBody(sensSend([{ ...one, scheduleAt: HALF_PAST_NINE }]))).toMatchObject({
			reserveTime: '2026-12-01 09:30',
			reserveTimeZone: 'Asia/Seoul',
		});
	});
});
