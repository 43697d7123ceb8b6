import { skipped, unknownOutcome, type Outcome } from '../message/outcome';
import type { Message } from '../message/message';
import type { FindContext, Service } from './service';
import { converse } from './converse';
import { identityOf } from './keys';
import { alreadySentReason, duplicateInRunReason, unknownReason } from './reasons';
import type { Wire } from './wire';

/**
 * What earlier executions have left behind, in whatever storage the host has. Two marks per message: `intended` is
 * written before the first request, `accepted` after the answers. Intended without accepted is a run that broke off:
 * then the dealer is asked.
 */
export interface Ledger {
	/** Writes the marks and returns those that stood there before. Null = the storage is not available. */
	note(marks: readonly string[]): Promise<ReadonlySet<string> | null>;
	/** Takes marks back. */
	forget(marks: readonly string[]): Promise<void>;
}

const intended = (message: Message) => `intended\u001f${identityOf(message)}`;
const acceptedMark = (message: Message) => `accepted\u001f${identityOf(message)}`;

/** Messages with a key of the sender's own, seen before or twice in this run, with what became of them. */
export async function settleRepeats<M extends Message>(
	messages: readonly M[],
	service: Service<M>,
	ledger: Ledger,
	wire: Wire,
): Promise<Map<M, Outcome>> {
	const settled = new Map<M, Outcome>();
	const fresh = new Map<string, M>();
	for (const message of messages) {
		if (!message.keyGiven) continue;
		const identity = identityOf(message);
		if (fresh.has(identity)) settled.set(message, skipped(duplicateInRunReason));
		else fresh.set(identity, message);
	}
	const keyed = [...fresh.values()];
	if (keyed.length === 0) return settled;

	const before = await ledger.note(keyed.map(intended));
	const seen = before === null ? keyed : keyed.filter((message) => before.has(intended(message)));
	const finished = before === null ? new Set<string>() : await readFinished(seen, ledger);
	const open: M[] = [];
	for (const message of seen) {
		if (finished.has(acceptedMark(message)))
			settled.set(message, skipped(alreadySentReason('noted by this node in n8n')));
		else open.push(message);
	}
	await askDealer(open, service, wire, settled);
	return settled;
}

/** The storage cannot be read without writing, so marks that were not there before are taken back at once. */
async function readFinished(messages: readonly Message[], ledger: Ledger): Promise<ReadonlySet<string>> {
	const marks = messages.map(acceptedMark);
	if (marks.length === 0) return new Set();
	const finished = (await ledger.note(marks)) ?? new Set<string>();
	const written = marks.filter((mark) => !finished.has(mark));
	if (written.length > 0) await ledger.forget(written);
	return finished;
}

/** Broken-off messages: the dealer knows which of them it has. */
async function askDealer<M extends Message>(
	open: readonly M[],
	service: Service<M>,
	wire: Wire,
	settled: Map<M, Outcome>,
): Promise<void> {
	if (open.length === 0) return;
	const context: FindContext = { now: () => wire.now() };
	const found = await converse(service.find(open, context), wire);
	for (const message of open) {
		const messageId = found?.get(message);
		if (found === null)
			settled.set(
				message,
				unknownOutcome(unknownReason('an earlier execution broke off, and the dealer could not be asked what it has')),
			);
		else if (messageId !== undefined)
			settled.set(message, skipped(alreadySentReason('found at the dealer'), messageId));
	}
}

/** n8n's storage forgets one entry at a time. Above this it is cheaper to ask the dealer when the message comes again. */
const WORTH_FORGETTING = 500;

/** Writes down what became of a run. A message that was surely not accepted is free to be sent again. */
export async function keepOutcomes<M extends Message>(
	messages: readonly M[],
	outcomes: ReadonlyMap<M, Outcome>,
	ledger: Ledger,
): Promise<void> {
	const keyed = messages.filter(({ keyGiven }) => keyGiven);
	const having = (kinds: readonly Outcome['outcome'][]) =>
		keyed.filter((message) => kinds.includes(outcomes.get(message)?.outcome ?? 'unknown'));
	const taken = having(['accepted', 'scheduled']);
	const refused = having(['rejected']);
	if (taken.length > 0) await ledger.note(taken.map(acceptedMark));
	if (refused.length > 0 && refused.length <= WORTH_FORGETTING) await ledger.forget(refused.map(intended));
}
