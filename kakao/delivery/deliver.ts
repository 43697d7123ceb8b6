import { randomUUID } from 'node:crypto';

import { rejected, unknownOutcome, type Outcome, type Reason } from '../message/outcome';
import type { Message } from '../message/message';
import type { SendContext, Service } from './service';
import { toBatches } from './batch';
import { converse } from './converse';
import { openGate, type Gate } from './gate';
import { inParallel } from './inParallel';
import { isolate } from './isolate';
import { batchKey } from './keys';
import { keepOutcomes, settleRepeats, type Ledger } from './ledger';
import { CLOSED, unknownReason } from './reasons';
import type { Wire } from './wire';

export interface DeliveryOptions<M extends Message> {
	includeRaw: boolean;
	/** Batches under way at once; requests are further bounded by the credential's pacer. */
	parallel: number;
	ledger: Ledger;
	/** Decides at the last moment; absent = everything may go at any time. */
	gate?: Gate<M>;
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
	options: DeliveryOptions<M>,
): Promise<Outcome[]> {
	const repeats = await settleRepeats(messages, service, options.ledger, wire);
	const outcomes = new Map(repeats.settled);
	const pending = messages.filter((message) => !outcomes.has(message));
	const batches = toBatches(pending, service.batch);
	const run: Run<M> = { service, wire, options, claimed: new Set(), id: randomUUID(), hopeless: undefined };

	await inParallel(batches, options.parallel, async (batch) => {
		const results = await sendAdmitted(batch, run);
		batch.forEach((message, at) => outcomes.set(message, results[at]!));
		run.hopeless ??= credentialRefusal(results);
	});

	await keepOutcomes(repeats, outcomes, options.ledger);
	return messages.map((message) => outcomes.get(message)!);
}

/** What all batches of one run share. */
interface Run<M extends Message> {
	service: Service<M>;
	wire: Wire;
	options: DeliveryOptions<M>;
	/** Requests that this run knows as its own. */
	claimed: Set<string>;
	id: string;
	/** Why nothing more can be sent. */
	hopeless: Reason | undefined;
}

/**
 * Lets through what the gate admits at this moment, and asks it again for what the closing of the gate kept back.
 * Members of a batch can part here: what the gate moves to one time travels together.
 */
async function sendAdmitted<M extends Message>(batch: readonly M[], run: Run<M>): Promise<Outcome[]> {
	if (run.hopeless) return batch.map(() => rejected(run.hopeless!));
	const { gate = openGate } = run.options;
	const now = run.wire.now();
	const admissions = batch.map((message) => gate(message, now));
	const results = admissions.map((each): Outcome | undefined => ('outcome' in each ? each.outcome : undefined));
	const admitted = admissions.flatMap((each, at) => ('message' in each ? [{ ...each, at }] : []));
	for (const part of Map.groupBy(admitted, (each) => `${each.message.scheduleAt ?? ''}|${each.until}`).values()) {
		const sent = await isolate(
			part.map(({ message }) => message),
			async (messages) => await sendBatch(messages, part[0]!.until, run),
		);
		const again = part.filter((_, place) => sent[place]!.reason?.code === CLOSED);
		part.forEach(({ at, held }, place) => {
			const outcome = sent[place]!;
			results[at] = held && outcome.outcome === 'scheduled' ? { ...outcome, outcome: 'held', reason: held } : outcome;
		});
		if (again.length === 0) continue;
		const second = await sendAdmitted(
			again.map(({ at }) => batch[at]!),
			run,
		);
		again.forEach(({ at }, place) => (results[at] = second[place]));
	}
	return results.map((each) => each!);
}

async function sendBatch<M extends Message>(batch: readonly M[], until: number, run: Run<M>): Promise<Outcome[]> {
	const { service, wire, options } = run;
	const context: SendContext = {
		batchKey: batchKey(batch, run.id),
		now: () => wire.now(),
		claimed: run.claimed,
		includeRaw: options.includeRaw,
	};
	try {
		return await converse(service.send(batch, context), { ...wire, closed: () => wire.now() >= until });
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
