import { expect, test } from 'vitest';

import { converse } from '../../../kakao/delivery/converse';
import { toMessageId } from '../../../kakao/message/reference';
import type { Bench } from '../bench.mts';
import { deskOf } from '../desk.mts';
import { THREE, type Lane } from '../lanes.mts';

/** Milliseconds after which a slow answer counts as lost. */
const PATIENCE = 600;

/** So many people, each with a number of their own in the text. */
const many = (count: number) =>
	Array.from({ length: count }, (_, at) => ({
		to: `010${String(30000000 + at)}`,
		values: { ...THREE, 번호: `N-${at}.` },
	}));

/** Lost answers and refusals: nobody twice, nobody left out. */
export function trouble(bench: Bench, lane: Lane): void {
	const { id, dealer } = bench;
	const { service } = lane;
	const { parallelRequests } = dealer.capabilities;
	const impatient = deskOf(parallelRequests, service, () => bench.wire({ patience: PATIENCE }));
	const small = { ...service, batch: { ...service.batch, maxRecipients: 10 } };
	const inTens = deskOf(parallelRequests, small, bench.wire);

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
				slowMs: 2 * PATIENCE,
			});
			const asks = many(40);
			const outcomes = await impatient.send(await lane.plain(asks));
			expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
			const messages = await bench.accepted();
			expect(messages.map(({ to }) => to).sort()).toEqual(asks.map(({ to }) => to).sort());
			const byNumber = new Map(messages.map((message) => [message.to, message]));
			asks.forEach(({ to, values }, at) => {
				const { requestId, messageId, bubble } = byNumber.get(to)!;
				expect(outcomes[at]!.messageId).toBe(toMessageId(requestId, messageId));
				expect(bubble.text).toContain(`번호: ${values.번호}`);
			});
		},
		60_000,
	);

	test.each([1, 2, 3])(
		'in a bad hour (seed %i) everybody gets it once or not at all, and each outcome is true',
		async (seed) => {
			const rates = { lose: 0.15, serverErrorAfter: 0.1, reset: 0.1, refuse: 0.05, serverError: 0.05 };
			await bench.post('/api/faults', { dealer: id, seed, rates });
			const asks = many(60);
			const outcomes = await inTens.send(await lane.plain(asks));
			const phones = Map.groupBy(await bench.accepted(), ({ to }) => to);
			expect([...phones.values()].filter((messages) => messages.length > 1)).toEqual([]);
			const untrue = asks.filter(({ to }, at) => {
				const { outcome } = outcomes[at]!;
				return outcome === 'unknown' || (outcome === 'accepted') !== phones.has(to);
			});
			expect(untrue).toEqual([]);
			expect(phones.size).toBeGreaterThan(asks.length / 2);
		},
		60_000,
	);

	test('scheduled ones are found again as well: after a lost answer, and by their keys in a later run', async () => {
		const scheduleAt = Date.now() + 3 * 24 * 60 * 60_000;
		const asks = [1, 2, 3].map((at) => ({ to: `0101111000${at}`, values: THREE, key: `order-${at}`, scheduleAt }));
		const messages = await lane.plain(asks);
		await bench.post('/api/faults', { dealer: id, plan: [1, 2, 3].map((nth) => ({ dealer: id, nth, kind: 'lose' })) });
		const outcomes = await lane.send(messages);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['scheduled', 'scheduled', 'scheduled']);
		expect(await bench.accepted()).toHaveLength(3);
		const found = await converse(service.find(messages, { now: () => Date.now() }), bench.wire());
		expect(messages.map((message) => found?.get(message))).toEqual(outcomes.map(({ messageId }) => messageId));
	});

	test.each(['refuse', 'serverError', 'reset', 'tooMany'] as const)(
		'a message that never arrived (%s) is sent again, once',
		async (kind) => {
			await bench.post('/api/faults', {
				dealer: id,
				plan: [1, 2].map((nth) => ({ dealer: id, nth, kind })),
				retryAfterSeconds: 1,
			});
			const outcomes = await lane.send(await lane.plain([{ to: '01011110001', values: THREE }]));
			expect(outcomes[0]?.outcome).toBe('accepted');
			expect(await bench.accepted()).toHaveLength(1);
		},
		60_000,
	);
}
