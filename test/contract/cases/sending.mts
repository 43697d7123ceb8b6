import { expect, test } from 'vitest';

import type { Bench } from '../bench.mts';
import { THREE } from '../lanes.mts';

const ORDER = { 고객명: '홍길동', 주문번호: 'A-100', 상품명: '머그컵', 결제금액: 12000 };

/** What goes out, to whom, and in how many requests. */
export function sending(bench: Bench): void {
	const { dealer, alimTalk } = bench;

	test('an AlimTalk reaches the phone with text, values and button link filled in', async () => {
		const [outcome] = await alimTalk.send(
			await alimTalk.messages('order-confirmed', [{ to: '010-1234-5678', values: ORDER }]),
		);
		expect(outcome).toMatchObject({ outcome: 'accepted', reason: null });
		const [message] = await bench.accepted();
		expect(message).toMatchObject({ to: '01012345678', templateCode: 'order-confirmed' });
		expect(message?.bubble.text).toContain('홍길동님');
		expect(message?.bubble.text).toContain('12000원');
		expect(message?.bubble.buttons[0]?.linkMobile).toBe('https://shop.example.com/orders/A-100');
	});

	test('titles, item lists, highlights and extra texts arrive as the template defines them', async () => {
		const shipping = { 고객명: '홍길동', 상품명: '머그컵', 택배사: '한진택배', 송장번호: '123-456', 주문번호: 'A-1' };
		const reservation = {
			고객명: '홍길동',
			매장명: '강남점',
			예약번호: 'R-7',
			예약일시: '12월 1일 오후 6시',
			인원: 2,
			메뉴: '코스 A',
			결제금액: '88,000',
		};
		const outcomes = await alimTalk.send([
			...(await alimTalk.messages('shipping-started', [{ to: '01011110001', values: shipping }])),
			...(await alimTalk.messages('reservation', [{ to: '01011110002', values: reservation }])),
		]);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
		await expect
			.poll(async () => (await bench.accepted()).map(({ state }) => state))
			.toEqual(['delivered', 'delivered']);
		const messages = await bench.accepted();
		const bubbleOf = (number: string) => messages.find(({ to }) => to === number)?.bubble;
		expect(bubbleOf('01011110001')).toMatchObject({ title: '한진택배 배송 시작' });
		expect(bubbleOf('01011110002')?.items[1]).toEqual({ title: '인원', description: '2명' });
	});

	test('a refused recipient does not stop the others, and results stay in order', async () => {
		const good = await alimTalk.messages(
			'bench-three',
			['01011110001', '01011110002', '01011110003'].map((to) => ({ to, values: THREE })),
		);
		const messages = good.map((message, at) =>
			at === 1 ? { ...message, to: { country: '82', national: '123' } } : message,
		);
		const outcomes = await alimTalk.send(messages);
		expect(outcomes[0]).toMatchObject({ outcome: 'accepted' });
		expect(outcomes[1]).toMatchObject({ outcome: 'rejected', reason: { retryable: false } });
		expect(outcomes[2]).toMatchObject({ outcome: 'accepted' });
		expect((await bench.accepted()).map(({ to }) => to).sort()).toEqual(['01011110001', '01011110003']);
	});

	test('one message that makes the dealer refuse a whole request takes nobody else with it', async () => {
		const asks = Array.from({ length: 30 }, (_, at) => ({ to: `010${String(20000000 + at)}`, values: THREE }));
		const good = await alimTalk.messages('bench-three', asks);
		const messages = good.map((message, at) =>
			at === 17 ? { ...message, to: { country: '82', national: '010-x' } } : message,
		);
		const outcomes = await alimTalk.send(messages);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(good.map((_, at) => (at === 17 ? 'rejected' : 'accepted')));
		expect(await bench.accepted()).toHaveLength(29);
	});

	test('thousands travel in as few requests as the dealer takes, each with its own values', async () => {
		const count = 2500;
		const asks = Array.from({ length: count }, (_, at) => ({
			to: `010${String(20000000 + at)}`,
			values: { ...THREE, 번호: `N-${at}` },
		}));
		const outcomes = await alimTalk.send(await alimTalk.messages('bench-three', asks));
		expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
		const messages = await bench.accepted();
		expect(messages).toHaveLength(count);
		const byNumber = new Map(messages.map((message) => [message.to, message]));
		for (const { to, values } of asks) expect(byNumber.get(to)?.bubble.text).toContain(`접수번호: ${values.번호}`);
		expect(await bench.largestBatch()).toBe(Math.min(count, dealer.alimTalk.batch.maxRecipients));
	});
}
