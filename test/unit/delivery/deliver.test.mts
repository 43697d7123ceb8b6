import { describe, expect, test } from 'vitest';

import { deliver, type DeliveryOptions } from '../../../kakao/delivery/deliver';
import { unknownReason } from '../../../kakao/delivery/reasons';
import type { AlimTalkMessage } from '../../../kakao/message/message';
import { accepted, rejected, type Outcome, type ReasonKind } from '../../../kakao/message/outcome';
import { dealerModel, storage } from '../support/dealerModel.mts';
import { message } from '../support/make.mts';
import { answer, scriptedWire } from '../support/wires.mts';

const messages = (count: number) => Array.from({ length: count }, (_, index) => message({ index, keyGiven: false }));
const refusal = (kind: ReasonKind): Outcome => rejected({ ...unknownReason(''), kind });

/** Delivers with a dealer that answers each message by its place in the run. */
async function run(sent: readonly AlimTalkMessage[], outcomeOf: (index: number) => Outcome, parts = {}) {
	const { service } = dealerModel({ maxRecipients: 2 });
	const { wire, asked } = scriptedWire(({ body }) =>
		answer((body as AlimTalkMessage[]).map(({ index }) => outcomeOf(index))),
	);
	const options: DeliveryOptions<AlimTalkMessage> = {
		includeRaw: false,
		parallel: 3,
		ledger: storage().ledger,
		onUnexpected: (error) => {
			throw error;
		},
		...parts,
	};
	const outcomes = await deliver(sent, service, wire, options);
	return { outcomes, requests: asked.map(({ body }) => (body as AlimTalkMessage[]).map(({ index }) => index)) };
}

test('results come back in the order of the items, however requests overtake each other', async () => {
	const sent = messages(9);
	const { service } = dealerModel({ maxRecipients: 2 });
	service.batch = { groupOf: ({ index }) => String(index % 2), maxRecipients: 2 };
	const { wire } = scriptedWire(({ body }) =>
		answer((body as AlimTalkMessage[]).map(({ index }) => accepted(`R/${index}`, null))),
	);
	const exchange: typeof wire.exchange = async (request) => {
		const first = (request.body as AlimTalkMessage[])[0]!.index;
		await new Promise<void>((resolve) => setTimeout(resolve, 10 - first));
		return await wire.exchange(request);
	};
	const outcomes = await deliver(
		sent,
		service,
		{ ...wire, exchange },
		{ includeRaw: false, parallel: 5, ledger: storage().ledger, onUnexpected: () => undefined },
	);
	expect(outcomes.map(({ messageId }) => messageId)).toEqual(sent.map(({ index }) => `R/${index}`));
});

test('a refused recipient takes no other along', async () => {
	const { outcomes, requests } = await run(messages(5), (index) =>
		index === 2 ? refusal('recipient') : accepted(`R/${index}`, null),
	);
	expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'rejected', 'accepted', 'accepted']);
	expect(requests.flat().sort()).toEqual([0, 1, 2, 3, 4]);
});

describe('with wrong keys', () => {
	test('the dealer is not asked thousands of times, and everybody gets the reason', async () => {
		const { outcomes, requests } = await run(messages(1000), () => refusal('credential'), { parallel: 3 });
		expect(requests.length).toBeLessThanOrEqual(3);
		expect(outcomes).toHaveLength(1000);
		expect(outcomes.every(({ outcome, reason }) => outcome === 'rejected' && reason?.kind === 'credential')).toBe(true);
	});

	test('but one odd answer among good ones does not end the run', async () => {
		const { outcomes } = await run(messages(8), (index) =>
			index === 0 ? refusal('credential') : accepted(`R/${index}`, null),
		);
		expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(7);
	});

	test('nor do refusals of another kind', async () => {
		const { requests } = await run(messages(8), () => refusal('recipient'));
		expect(requests).toHaveLength(4);
	});
});

test('a fault of our own in one request is unknown there, told in the log, and the others go on', async () => {
	const told: unknown[] = [];
	const { outcomes } = await run(
		messages(4),
		(index) => {
			if (index === 1) throw new Error('our fault');
			return accepted(`R/${index}`, null);
		},
		{ onUnexpected: (error: unknown) => told.push(error) },
	);
	expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'accepted', 'accepted']);
	expect(told).toHaveLength(1);
});

test('nothing to send asks nobody', async () => {
	expect(await run([], () => accepted('R/1', null))).toEqual({ outcomes: [], requests: [] });
});
