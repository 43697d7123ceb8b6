import { randomUUID } from 'node:crypto';

import { rejected, unknownOutcome, type Outcome, type Reason } from '../message/outcome';
import type { Message } from '../message/message';
import type { SendContext, Service } from './service';
import { toBatches } from './batch';
import { converse } from './converse';
import { isolate } from './isolate';
import { batchKey } from './keys';
import { keepOutcomes, settleRepeats, type Ledger } from './ledger';
import { unknownReason } from './reasons';
import type { Wire } from './wire';

export interface DeliveryOptions {
	includeRaw: boolean;
	/** Batches under way at once; requests are further bounded by the credential's pacer. */
	parallel: number;
	ledger: Ledger;
	/** Told what an adapter threw; its batch is unknown, and the run goes on. */
	onUnexpected(error: unknown): void;
}

/**
 * Sends messages in as few requests as the dealer allows and returns what became of each, in the order given.
 * Never throws for what happens at the dealer: once something may have been sent, an exception would hide it.
 */
export async function deliver<M extends Message>(
	messages: readonly M[],
	service: Service<M>,
	wire: Wire,
	options: DeliveryOptions,
): Promise<Outcome[]> {
	const repeats = await settleRepeats(messages, service, options.ledger, wire);
	const outcomes = new Map(repeats.settled);
	const pending = messages.filter((message) => !outcomes.has(message));
	const batches = toBatches(pending, service.batch);
	const claimed = new Set<string>();
	const run = randomUUID();
	let hopeless: Reason | undefined;

	const sendNext = async (): Promise<void> => {
		for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
			const sendPart = async (part: readonly M[]) => {
				const context: SendContext = {
					batchKey: batchKey(part, run),
					now: () => wire.now(),
					claimed,
					includeRaw: options.includeRaw,
				};
				return await sendBatch(part, service, context, wire, options);
			};
			const results = hopeless ? batch.map(() => rejected(hopeless!)) : await isolate(batch, sendPart);
			batch.forEach((message, at) => outcomes.set(message, results[at]!));
			hopeless ??= credentialRefusal(results);
		}
	};
	await Promise.all(Array.from({ length: Math.min(options.parallel, batches.length) }, sendNext));

	await keepOutcomes(repeats, outcomes, options.ledger);
	return messages.map((message) => outcomes.get(message)!);
}

async function sendBatch<M extends Message>(
	batch: readonly M[],
	service: Service<M>,
	context: SendContext,
	wire: Wire,
	options: DeliveryOptions,
): Promise<Outcome[]> {
	try {
		return await converse(service.send(batch, context), wire);
	} catch (error) {
		options.onUnexpected(error);
		const outcome = unknownOutcome(unknownReason('the node itself met an unexpected situation; see the log'));
		return batch.map(() => outcome);
	}
}

/** Wrong keys stay wrong: the rest of the run is refused without troubling the dealer. */
function credentialRefusal(results: readonly Outcome[]): Reason | undefined {
	const reasons = results.map(({ reason }) => reason);
	return reasons.every((reason) => reason?.kind === 'credential') ? (reasons[0] ?? undefined) : undefined;
}
