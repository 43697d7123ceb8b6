import { expect, test } from 'vitest';

import { deliver } from '../../../kakao/delivery/deliver';
import { unknownReason } from '../../../kakao/delivery/reasons';
import { unknownOutcome } from '../../../kakao/message/outcome';
import { THREE, type Bench } from '../bench.mts';
import { memoryLedger } from '../messages.mts';

/** Lost answers, refusals, crashes and repeats: nobody twice, nobody left out. */
export function trouble(bench: Bench): void {
	const { dealer, id } = bench;

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
}
