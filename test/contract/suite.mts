import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { CredentialValues, Dealer } from '../../kakao/dealers/contract';
import { converse } from '../../kakao/delivery/converse';
import { deliver } from '../../kakao/delivery/deliver';
import { unknownReason } from '../../kakao/delivery/reasons';
import type { AlimTalkMessage } from '../../kakao/message/message';
import { unknownOutcome } from '../../kakao/message/outcome';
import { parseMessageId } from '../../kakao/message/reference';
import type { Report } from '../../kakao/message/report';
import type { Template } from '../../kakao/message/template';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { DealerId, SandboxMessage } from '../../sandbox/world/types.mts';
import { fetchWire } from './fetchWire.mts';
import { compose, memoryLedger, templateOf, type Ask } from './messages.mts';

/** What differs between dealers and that the suite must know. */
export interface DealerUnderTest {
	dealer: Dealer;
	/** The main channel and how template codes look at this dealer. */
	senderProfile: string;
	code(name: string): string;
}

export interface Bench extends DealerUnderTest {
	sandbox(): Sandbox;
	wire(): ReturnType<typeof fetchWire>;
	credential(): CredentialValues;
	template(name: string): Promise<Template>;
	messages(name: string, asks: readonly Ask[]): Promise<AlimTalkMessage[]>;
	send(messages: readonly AlimTalkMessage[], ledger?: ReturnType<typeof memoryLedger>): ReturnType<typeof deliver>;
	accepted(): Promise<SandboxMessage[]>;
	post(path: string, body: unknown): Promise<void>;
	resultOf(messageId: string): Promise<Report | null>;
}

const THREE = { 이름: '홍길동', 항목: '환불', 번호: 'A-100' };
const ORDER = { 고객명: '홍길동', 주문번호: 'A-100', 상품명: '머그컵', 결제금액: 12000 };

/** The one contract: whatever the dealer, a flow sees the same. `additional` is for what is a dealer's own. */
export function dealerContract(under: DealerUnderTest, additional?: (bench: Bench) => void): void {
	const { dealer, senderProfile, code } = under;
	const id = dealer.id as DealerId;
	let sandbox: Sandbox;

	const bench: Bench = {
		...under,
		sandbox: () => sandbox,
		credential: () => ({ ...DEMO_CREDENTIALS[id], baseUrl: sandbox.urls[id] }),
		wire: () => fetchWire(dealer, bench.credential(), { haste: 20 }),
		template: async (name) => await templateOf(dealer, bench.wire(), senderProfile, code(name)),
		messages: async (name, asks) => compose(dealer, senderProfile, await bench.template(name), asks),
		send: async (messages, ledger = memoryLedger()) =>
			await deliver(messages, dealer.alimTalk, bench.wire(), {
				includeRaw: false,
				parallel: dealer.capabilities.parallelRequests,
				ledger,
				onUnexpected: (error) => {
					throw error;
				},
			}),
		accepted: async () =>
			(await (await fetch(`${sandbox.urls.phone}/api/messages?limit=100000&dealer=${id}`)).json()) as SandboxMessage[],
		post: async (path, body) => {
			const answer = await fetch(`${sandbox.urls.phone}${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
			if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		},
		resultOf: async (messageId) =>
			(await converse(dealer.alimTalk.results([parseMessageId(messageId)]), bench.wire()))[0]!,
	};

	describe(`${dealer.name} keeps the contract`, () => {
		beforeAll(async () => {
			sandbox = await startSandbox({ reportDelayMs: 30 });
		});
		afterAll(async () => await sandbox.close());
		beforeEach(async () => {
			await bench.post('/api/reset', {});
			await bench.post('/api/faults', { rates: {}, plan: [] });
		});

		test('a channel picked from the list is one that may send', async () => {
			const { entries } = await converse(dealer.profiles(undefined), bench.wire());
			expect(entries.find((entry) => entry.id === senderProfile)).toMatchObject({ usable: true });
			expect(entries.find(({ id: other }) => other === senderProfile)?.name).toContain('@kakaoshop');
		});

		test('templates beyond the first page can be chosen, unapproved ones cannot', async () => {
			await bench.post('/api/templates/bulk', { count: 1205 });
			const codes: string[] = [];
			let cursor: string | undefined;
			do {
				const page = await converse(dealer.templates(senderProfile, cursor), bench.wire());
				codes.push(...page.entries.map((entry) => entry.code));
				cursor = page.next;
			} while (cursor !== undefined);
			expect(codes.length).toBeGreaterThan(1205);
			expect(new Set(codes).size).toBe(codes.length);
			expect(codes).toContain(code('order-confirmed'));
			expect(codes).not.toContain(code('coupon-event'));
		});

		test('a typed-in code that does not exist is told, not sent', async () => {
			expect(await converse(dealer.template(senderProfile, code('no-such-template')), bench.wire())).toBeNull();
			expect((await bench.template('coupon-event')).status).toBe('rejected');
		});

		test('an AlimTalk reaches the phone with text, values and button link filled in', async () => {
			const [outcome] = await bench.send(
				await bench.messages('order-confirmed', [{ to: '010-1234-5678', values: ORDER }]),
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
			const outcomes = await bench.send([
				...(await bench.messages('shipping-started', [{ to: '01011110001', values: shipping }])),
				...(await bench.messages('reservation', [{ to: '01011110002', values: reservation }])),
			]);
			expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
			await expect
				.poll(async () => (await bench.accepted()).map(({ state }) => state))
				.toEqual(['delivered', 'delivered']);
			const messages = await bench.accepted();
			expect(messages.find(({ to }) => to === '01011110001')?.bubble.title).toBe('한진택배 배송 시작');
			expect(messages.find(({ to }) => to === '01011110002')?.bubble.items[1]).toEqual({
				title: '인원',
				description: '2명',
			});
		});

		test('a refused recipient does not stop the others, and results stay in order', async () => {
			const good = await bench.messages(
				'bench-three',
				['01011110001', '01011110002', '01011110003'].map((to) => ({ to, values: THREE })),
			);
			const messages = good.map((message, at) =>
				at === 1 ? { ...message, to: { country: '82', national: '123' } } : message,
			);
			const outcomes = await bench.send(messages);
			expect(outcomes[0]).toMatchObject({ outcome: 'accepted' });
			expect(outcomes[1]).toMatchObject({ outcome: 'rejected', reason: { retryable: false } });
			expect(outcomes[2]).toMatchObject({ outcome: 'accepted' });
			expect((await bench.accepted()).map(({ to }) => to).sort()).toEqual(['01011110001', '01011110003']);
		});

		test('one message that makes the dealer refuse a whole request takes nobody else with it', async () => {
			const asks = Array.from({ length: 30 }, (_, at) => ({ to: `010${String(20000000 + at)}`, values: THREE }));
			const good = await bench.messages('bench-three', asks);
			const messages = good.map((message, at) =>
				at === 17 ? { ...message, to: { country: '82', national: '010-x' } } : message,
			);
			const outcomes = await bench.send(messages);
			expect(outcomes.map(({ outcome }) => outcome)).toEqual(
				good.map((_, at) => (at === 17 ? 'rejected' : 'accepted')),
			);
			expect(await bench.accepted()).toHaveLength(29);
		});

		test('thousands travel in as few requests as the dealer takes, each with its own values', async () => {
			const count = 2500;
			const asks = Array.from({ length: count }, (_, at) => ({
				to: `010${String(20000000 + at)}`,
				values: { ...THREE, 번호: `N-${at}` },
			}));
			const outcomes = await bench.send(await bench.messages('bench-three', asks));
			expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
			const messages = await bench.accepted();
			expect(messages).toHaveLength(count);
			const byNumber = new Map(messages.map((message) => [message.to, message]));
			for (const { to, values } of asks) expect(byNumber.get(to)?.bubble.text).toContain(`접수번호: ${values.번호}`);
			const stats = (await (await fetch(`${sandbox.urls.phone}/api/stats`)).json()) as {
				dealers: Record<string, { largestBatch: number }>;
			};
			expect(stats.dealers[id]?.largestBatch).toBe(Math.min(count, dealer.alimTalk.batch.maxRecipients));
		});

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

		test.each([
			['lose', [1]],
			['lose', [1, 2]],
			['lose', [2, 3]],
			['serverErrorAfter', [1, 2]],
			['slow', [1]],
			['slow', [2]],
		] as const)(
			'a lost answer (%s at request %j) is settled by asking, and nobody gets the message twice',
			async (kind, requests) => {
				await bench.post('/api/faults', {
					dealer: id,
					plan: requests.map((nth) => ({ dealer: id, nth, kind })),
					slowMs: 6_000,
				});
				const asks = Array.from({ length: 40 }, (_, at) => ({
					to: `010${String(30000000 + at)}`,
					values: { ...THREE, 번호: `N-${at}` },
				}));
				const outcomes = await bench.send(await bench.messages('bench-three', asks));
				expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
				const released = (await bench.accepted()).filter(({ state }) => state !== 'scheduled');
				expect(released.map(({ to }) => to).sort()).toEqual(asks.map(({ to }) => to).sort());
			},
			60_000,
		);

		test.each(['refuse', 'serverError', 'reset', 'tooMany'] as const)(
			'a message that never arrived (%s) is sent again, once',
			async (kind) => {
				await bench.post('/api/faults', {
					dealer: id,
					plan: [1, 2].map((nth) => ({ dealer: id, nth, kind })),
					retryAfterSeconds: 1,
				});
				const outcomes = await bench.send(await bench.messages('bench-three', [{ to: '01011110001', values: THREE }]));
				expect(outcomes[0]?.outcome).toBe('accepted');
				expect(await bench.accepted()).toHaveLength(1);
			},
			60_000,
		);

		test('a second execution with the same message keys sends nothing', async () => {
			const ledger = memoryLedger();
			const messages = await bench.messages(
				'bench-three',
				[1, 2, 3].map((at) => ({ to: `0101111000${at}`, values: THREE, key: `order-${at}` })),
			);
			expect((await bench.send(messages, ledger)).map(({ outcome }) => outcome)).toEqual([
				'accepted',
				'accepted',
				'accepted',
			]);
			expect((await bench.send(messages, ledger)).map(({ outcome }) => outcome)).toEqual([
				'skipped',
				'skipped',
				'skipped',
			]);
			expect(await bench.accepted()).toHaveLength(3);
		});

		test('after a crash in mid-run the rest is sent, and what the dealer has is not sent again', async () => {
			const ledger = memoryLedger();
			const messages = await bench.messages(
				'bench-three',
				[1, 2, 3, 4].map((at) => ({ to: `0101111000${at}`, values: THREE, key: `order-${at}` })),
			);
			await bench.send(messages.slice(0, 2), memoryLedger());
			// What a killed n8n leaves behind: marks written before the first request, and never taken back.
			const killed = { ...ledger, forget: async () => {} };
			const refuse = {
				...dealer.alimTalk,
				*send() {
					return messages.map(() => unknownOutcome(unknownReason('n8n was killed')));
				},
			};
			await deliver(messages, refuse, bench.wire(), {
				includeRaw: false,
				parallel: 1,
				ledger: killed,
				onUnexpected: () => {},
			});
			const outcomes = await bench.send(messages, ledger);
			expect(outcomes.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'accepted', 'accepted']);
			expect(await bench.accepted()).toHaveLength(4);
		});

		test('two items with the same key, number and template are one message', async () => {
			const messages = await bench.messages(
				'bench-three',
				[1, 2].map(() => ({ to: '01011110001', values: THREE, key: 'order-1' })),
			);
			expect((await bench.send(messages)).map(({ outcome }) => outcome)).toEqual(['accepted', 'skipped']);
		});

		test('a wrong key is said in a sentence', async () => {
			const wrong = { ...bench.credential(), [dealer.credentialFields[1]!.name]: 'wrong' };
			const answer = await fetchWire(dealer, wrong).exchange(dealer.probe.request);
			if (answer.kind !== 'answer') throw new Error('no answer');
			expect(dealer.probe.explain(answer, Date.now())).toMatch(/secret|key/i);
			const right = await bench.wire().exchange(dealer.probe.request);
			if (right.kind !== 'answer') throw new Error('no answer');
			expect(dealer.probe.explain(right, Date.now())).toBeNull();
		});

		additional?.(bench);
	});
}
