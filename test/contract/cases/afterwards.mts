import { expect, test } from 'vitest';

import { converse } from '../../../kakao/delivery/converse';
import { parseMessageId } from '../../../kakao/message/reference';
import type { Bench } from '../bench.mts';
import { THREE, type Lane } from '../lanes.mts';

const NO_KAKAOTALK = '01000003019';

/** What becomes of a message: fallback, schedule, reports. */
export function afterwards(bench: Bench, lane: Lane): void {
	const { dealer } = bench;
	const { service, fallback } = lane;

	test.runIf(fallback)('the fallback text goes out as an SMS when the number has no KakaoTalk', async () => {
		const before = Date.now() - 60_000;
		const [outcome] = await lane.send(await lane.plain([{ to: NO_KAKAOTALK, values: THREE, fallback }]));
		expect(outcome?.outcome).toBe('accepted');
		await expect.poll(async () => (await lane.resultOf(outcome!.messageId!))?.status).toBe('fallbackDelivered');
		expect(await lane.resultOf(outcome!.messageId!)).toMatchObject({ deliveredBy: 'sms' });
		const text = fallback!.text.replace('#{이름}', THREE.이름).replace('#{번호}', THREE.번호);
		expect((await bench.accepted())[0]).toMatchObject({
			state: 'fallbackDelivered',
			fallback: { type: 'SMS', text, from: '0212345678' },
		});
		const reports = await converse(service.reportsBetween(before, Date.now() + 60_000), bench.wire());
		expect(reports).toMatchObject([{ status: 'fallbackDelivered', messageId: outcome!.messageId }]);
	});

	test('switched-off fallback stays off, whatever the console says', async () => {
		const [outcome] = await lane.send(await lane.plain([{ to: NO_KAKAOTALK, values: THREE }]));
		await expect.poll(async () => (await lane.resultOf(outcome!.messageId!))?.status).toBe('failed');
		expect(await lane.resultOf(outcome!.messageId!)).toMatchObject({
			deliveredBy: null,
			reason: { kind: 'recipient' },
		});
		expect((await bench.accepted())[0]).toMatchObject({ state: 'failed', fallback: null });
	});

	test('a scheduled message waits for its hour in Korean time and can be taken back', async () => {
		const scheduleAt = Math.ceil(Date.now() / 60_000) * 60_000 + 3 * 60 * 60_000;
		const [outcome] = await lane.send(await lane.plain([{ to: '01011110001', values: THREE, scheduleAt }]));
		expect(outcome).toMatchObject({ outcome: 'scheduled', scheduledAt: scheduleAt });
		const [message] = await bench.accepted();
		expect(message?.state).toBe('scheduled');
		expect(Date.parse(message!.scheduledAt!)).toBe(scheduleAt);
		expect(await lane.resultOf(outcome!.messageId!)).toMatchObject({ status: 'pending' });
		const { request, message: part } = parseMessageId(outcome!.messageId!);
		const cancel = async (parts: string[]) => await converse(service.cancel(request, parts), bench.wire());
		expect(await cancel(dealer.capabilities.cancels === 'message' ? [part] : [])).toEqual({ cancelled: true });
		expect((await bench.accepted())[0]?.state).toBe('canceled');
		expect(await cancel([])).toMatchObject({ cancelled: false });
	});

	test('taking one back takes back what the dealer says it does, and nothing more', async () => {
		const scheduleAt = Date.now() + 3 * 60 * 60_000;
		const asks = ['01011110001', '01011110002'].map((to) => ({ to, values: THREE, scheduleAt }));
		const outcomes = await lane.send(await lane.plain(asks));
		const { request, message } = parseMessageId(outcomes[0]!.messageId!);
		expect(await converse(service.cancel(request, [message]), bench.wire())).toEqual({ cancelled: true });
		const states = new Map((await bench.accepted()).map(({ to, state }) => [to, state]));
		expect(states.get('01011110001')).toBe('canceled');
		expect(states.get('01011110002')).toBe(dealer.capabilities.cancels === 'message' ? 'scheduled' : 'canceled');
		await bench.post('/api/scheduled/release', {});
		expect((await lane.resultOf(outcomes[0]!.messageId!))?.status).not.toBe('delivered');
	});

	test('what has gone out cannot be taken back, and nobody is told that it was', async () => {
		const [outcome] = await lane.send(await lane.plain([{ to: '01011110001', values: THREE }]));
		await expect.poll(async () => (await bench.accepted())[0]?.state).toBe('delivered');
		const { request } = parseMessageId(outcome!.messageId!);
		expect(await converse(service.cancel(request, []), bench.wire())).toMatchObject({
			cancelled: false,
			outcome: { outcome: 'rejected', reason: { advice: expect.stringMatching(/\S/) as unknown } },
		});
	});

	test('polling finds every report of a span of time once it is final', async () => {
		const before = Date.now() - 60_000;
		const outcomes = await lane.send(
			await lane.plain(['01011110001', '01000003020'].map((to) => ({ to, values: THREE }))),
		);
		await expect
			.poll(async () => (await bench.accepted()).every(({ state }) => state === 'delivered' || state === 'failed'))
			.toBe(true);
		const reports = await converse(service.reportsBetween(before, Date.now() + 60_000), bench.wire());
		expect(reports.map(({ messageId, status, deliveredBy }) => [messageId, status, deliveredBy]).sort()).toEqual(
			[
				[outcomes[0]!.messageId, 'delivered', lane.deliveredBy],
				[outcomes[1]!.messageId, 'failed', null],
			].sort(),
		);
		for (const { reportedAt } of reports) expect(reportedAt).toMatch(/\+09:00$/);
	});

	test('results of many messages come in the order asked, and an unknown one as unknown', async () => {
		const asks = ['01011110001', '01000003019', '01011110002'].map((to) => ({ to, values: THREE }));
		const outcomes = await lane.send(await lane.plain(asks));
		await expect
			.poll(async () => (await bench.accepted()).every(({ state }) => state === 'delivered' || state === 'failed'))
			.toBe(true);
		const known = outcomes.map(({ messageId }) => parseMessageId(messageId!)).reverse();
		const reports = await converse(service.results([...known, { request: 'R', message: '1' }]), bench.wire());
		expect(reports.map((report) => report && [report.to, report.status])).toEqual([
			['01011110002', 'delivered'],
			['01000003019', 'failed'],
			['01011110001', 'delivered'],
			null,
		]);
		if (dealer.capabilities.carriesKey)
			expect(reports.slice(0, 3).map((report) => report?.messageKey)).toEqual(['test-2', 'test-1', 'test-0']);
	});
}
