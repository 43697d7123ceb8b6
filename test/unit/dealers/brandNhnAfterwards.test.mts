import { describe, expect, test } from 'vitest';

import { nhnCloud } from '../../../kakao/dealers/nhnCloud';
import type { Reply } from '../../../kakao/delivery/conversation';
import { lost, requestsOf, talk } from '../support/wires.mts';
import { brand, good, listed, NOW, queryOf, refused } from './brandNhnSupport.mts';

const MESSAGES = '/brand-message/v1.0/appkeys/{appKey}/messages';
const row = (recipientSeq: number, parts: object = {}) => ({ requestId: 'R', recipientSeq, ...parts });

describe('taking back Brand Messages', () => {
	const cancel = (messages: string[], replies: readonly Reply[]) => talk(brand.cancel('R', messages), replies);

	test('goes to Brand’s own address, or nothing would be taken back', () => {
		const { result, wishes } = cancel(['1', '2'], [good(), listed([row(1), row(2)])]);
		expect(result).toEqual({ cancelled: true });
		expect(requestsOf(wishes)[0]).toMatchObject({ method: 'DELETE', path: `${MESSAGES}/R?recipientSeq=1%2C2` });
		expect(requestsOf(wishes)[1]?.path).toBe(`${MESSAGES}?requestId=R&pageNum=1&pageSize=1000`);
	});

	test('tells which have gone out already', () => {
		const { result } = cancel([], [good(), listed([row(1, { messageStatus: 'COMPLETED' }), row(2)])]);
		expect(result).toMatchObject({ cancelled: false, missed: ['1'], outcome: { reason: { code: '-2029' } } });
	});

	test('a lost answer is never called cancelled', () => {
		expect(cancel(['1'], [lost, listed([row(1)])]).result).toMatchObject({
			cancelled: false,
			outcome: { outcome: 'unknown' },
		});
		expect(cancel(['1'], [lost, listed([row(1, { messageStatus: 'CANCEL' })])]).result).toEqual({ cancelled: true });
		expect(cancel(['1'], [refused(-2029)]).result).toMatchObject({ outcome: { reason: { code: '-2029' } } });
	});

	test('AlimTalk, whose list tells, still wants to see it there', () => {
		const { result, wishes } = talk(nhnCloud.alimTalk.cancel('R', ['1']), [good(), listed([row(1)])]);
		expect(result).toMatchObject({ cancelled: false, missed: ['1'] });
		expect(requestsOf(wishes)[0]?.path).toMatch(/^\/alimtalk\/v2\.3\//);
	});
});

describe('what became of Brand Messages', () => {
	const DONE = { resultCode: '1000', receiveDate: '2026-12-01 11:30:00.0' };

	test('is asked at Brand’s own address and told as such', () => {
		const reference = { request: 'R', message: '1' };
		const message = row(1, { ...DONE, recipientGroupingKey: 'order-1', recipientNo: '01020000000' });
		const { result, wishes } = talk(brand.results([reference, reference]), [good({ message }), refused(-1016)]);
		expect(requestsOf(wishes)[0]?.path).toBe(`${MESSAGES}/R/1`);
		expect(result[0]).toMatchObject({ status: 'delivered', deliveredBy: 'brandMessage', messageKey: 'order-1' });
		expect(result[1]).toBeNull();
	});

	test('by SMS is called so under Brand’s name for it', () => {
		const message = row(1, { resultCode: '3019', resendStatusCode: 'RSC04' });
		const { result } = talk(brand.results([{ request: 'R', message: '1' }]), [good({ message })]);
		expect(result[0]).toMatchObject({ status: 'fallbackDelivered', deliveredBy: 'sms' });
	});

	test('polling finds what came in the span, also of messages that were asked for the evening before', () => {
		const from = NOW - 60 * 60_000;
		const rows = [
			row(1, { ...DONE, requestDate: '2026-11-30 23:40' }),
			row(2, { ...DONE, receiveDate: '2026-12-01 10:59:00.0' }),
			row(3, { requestDate: '2026-12-01 11:30' }),
			row(4, { messageStatus: 'FAILED', resultCode: '-5000', requestDate: '2026-12-01 11:30' }),
			row(5, { resultCode: '3019', resendStatusCode: 'RSC04', receiveDate: '2026-12-01 10:59:00.0' }),
		];
		const { result, wishes } = talk(brand.reportsBetween(from, NOW), [listed(rows)]);
		expect(result.map(({ messageId, status }) => [messageId, status])).toEqual([
			['R/1', 'delivered'],
			['R/4', 'failed'],
			['R/5', 'fallbackDelivered'],
		]);
		expect(queryOf(requestsOf(wishes)[0])).toMatchObject({
			startRequestDate: '2026-11-30 23:00',
			endRequestDate: '2026-12-01 12:01',
		});
	});

	test('an unreadable list stops the polling there, so that the span is asked for again', () => {
		expect(() => talk(brand.reportsBetween(NOW - 1000, NOW), [refused(-1001)])).toThrow(/message list/);
	});

	test('pushed by webhook starts the flow just as an AlimTalk does, and nothing is called by the other’s name', () => {
		const hook = (kakaoMessageType: string) => ({ ...row(1, DONE), hookId: kakaoMessageType, kakaoMessageType });
		const types = ['BRAND_MESSAGE_NORMAL', 'BRAND_MESSAGE_MASS', 'ALIMTALK_NORMAL', 'FRIENDTALK_NORMAL'];
		const calls = nhnCloud.webhook!.reports({ event: 'MESSAGE_RESULT_UPDATE', hooks: types.map(hook) });
		expect(calls.map(({ id, report }) => [id, report.deliveredBy])).toEqual([
			['BRAND_MESSAGE_NORMAL', 'brandMessage'],
			['BRAND_MESSAGE_MASS', 'brandMessage'],
			['ALIMTALK_NORMAL', 'alimtalk'],
		]);
	});
});
