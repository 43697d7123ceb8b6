import { expect, test } from 'vitest';

import { unknownReason } from '../../../kakao/delivery/reasons';
import { unknownOutcome } from '../../../kakao/message/outcome';
import type { Bench } from '../bench.mts';
import { deskOf } from '../desk.mts';
import { THREE, type Lane } from '../lanes.mts';
import { memoryLedger } from '../messages.mts';

/** Crashes and repeats under keys of the sender's own: nobody twice, nobody left out. */
export function repeats(bench: Bench, lane: Lane): void {
	const { service } = lane;

	test('a second execution with the same message keys sends nothing', async () => {
		const ledger = memoryLedger();
		const messages = await lane.plain(
			[1, 2, 3].map((at) => ({ to: `0101111000${at}`, values: THREE, key: `order-${at}` })),
		);
		expect((await lane.send(messages, { ledger })).map(({ outcome }) => outcome)).toEqual([
			'accepted',
			'accepted',
			'accepted',
		]);
		expect((await lane.send(messages, { ledger })).map(({ outcome }) => outcome)).toEqual([
			'skipped',
			'skipped',
			'skipped',
		]);
		expect(await bench.accepted()).toHaveLength(3);
	});

	test('after a crash in mid-run the rest is sent, and what the dealer has is not sent again', async () => {
		const ledger = memoryLedger();
		const messages = await lane.plain(
			[1, 2, 3, 4].map((at) => ({ to: `0101111000${at}`, values: THREE, key: `order-${at}` })),
		);
		await lane.send(messages.slice(0, 2));
		// What a killed n8n leaves behind: marks written before the first request, and never taken back.
		const killed = { ...ledger, forget: async () => {} };
		const refuse = {
			...service,
			*send() {
				return messages.map(() => unknownOutcome(unknownReason('n8n was killed')));
			},
		};
		await deskOf(1, refuse, bench.wire).send(messages, { ledger: killed });
		const outcomes = await lane.send(messages, { ledger });
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'accepted', 'accepted']);
		expect(await bench.accepted()).toHaveLength(4);
	});

	test('two items with the same key, number and template are one message', async () => {
		const messages = await lane.plain([1, 2].map(() => ({ to: '01011110001', values: THREE, key: 'order-1' })));
		expect((await lane.send(messages)).map(({ outcome }) => outcome)).toEqual(['accepted', 'skipped']);
	});
}
