import { expect, test } from 'vitest';

import { converse } from '../../../kakao/delivery/converse';
import { parseMessageId } from '../../../kakao/message/reference';
import { THREE, type Bench } from '../bench.mts';

/** What becomes of a message: fallback, schedule, reports. */
export function afterwards(bench: Bench): void {
	const { dealer } = bench;

	test('the fallback text goes out as an SMS when the number has no KakaoTalk', async () => {
		const fallback = { from: '02-1234-5678', type: 'auto' as const, title: '', text: '#{이름}님 #{번호} 완료' };
		const [outcome] = await bench.send(
			await bench.messages('bench-three', [{ to: '01000003019', values: THREE, fallback }]),
		);
		expect(outcome?.outcome).toBe('accepted');
		await expect.poll(async () => (await bench.resultOf(outcome!.messageId!))?.status).toBe('fallbackDelivered');
		expect(await bench.resultOf(outcome!.messageId!)).toMatchObject({ deliveredBy: 'sms' });
		expect((await bench.accepted())[0]).toMatchObject({
			state: 'fallbackDelivered',
			fallback: { type: 'SMS', text: '홍길동님 A-100 완료', from: '0212345678' },
		});
	});

	test('switched-off fallback stays off, whatever the console says', async () => {
		const [outcome] = await bench.send(await bench.messages('bench-three', [{ to: '01000003019', values: THREE }]));
		await expect.poll(async () => (await bench.resultOf(outcome!.messageId!))?.status).toBe('failed');
		expect(await bench.resultOf(outcome!.messageId!)).toMatchObject({
			deliveredBy: null,
			reason: { kind: 'recipient' },
		});
	});

	test('a scheduled message waits for its hour in Korean time and can be taken back', async () => {
		const scheduleAt = Math.ceil(Date.now() / 60_000) * 60_000 + 3 * 60 * 60_000;
		const [outcome] = await bench.send(
			await bench.messages('bench-three', [{ to: '01011110001', values: THREE, scheduleAt }]),
		);
		expect(outcome).toMatchObject({ outcome: 'scheduled', scheduledAt: scheduleAt });
		const [message] = await bench.accepted();
		expect(message?.state).toBe('scheduled');
		expect(Date.parse(message!.scheduledAt!)).toBe(scheduleAt);
		const { request, message: part } = parseMessageId(outcome!.messageId!);
		expect(
			await converse(
				dealer.alimTalk.cancel(request, dealer.capabilities.cancels === 'message' ? [part] : []),
				bench.wire(),
			),
		).toEqual({ cancelled: true });
		expect((await bench.accepted())[0]?.state).toBe('canceled');
		expect(await converse(dealer.alimTalk.cancel(request, []), bench.wire())).toMatchObject({ cancelled: false });
	});

	test('polling finds every report of a span of time once it is final', async () => {
		const before = Date.now() - 60_000;
		const outcomes = await bench.send(
			await bench.messages(
				'bench-three',
				['01011110001', '01000003020'].map((to) => ({ to, values: THREE })),
			),
		);
		await expect
			.poll(async () => (await bench.accepted()).every(({ state }) => state === 'delivered' || state === 'failed'))
			.toBe(true);
		const reports = await converse(dealer.alimTalk.reportsBetween(before, Date.now() + 60_000), bench.wire());
		expect(reports.map(({ messageId, status }) => [messageId, status]).sort()).toEqual(
			[
				[outcomes[0]!.messageId, 'delivered'],
				[outcomes[1]!.messageId, 'failed'],
			].sort(),
		);
		expect(reports[0]?.reportedAt).toMatch(/\+09:00$/);
	});
}
