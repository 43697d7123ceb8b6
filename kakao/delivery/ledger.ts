import { skipped, unknownOutcome, type Outcome } from '../message/outcome';
import type { Message } from '../message/message';
import { converse } from './converse';
import { identityOf } from './keys';
import { alreadySentReason, duplicateInRunReason, unknownReason } from './reasons';
import type { FindContext, Service } from './service';
import type { Wire } from './wire';

/**
 * What earlier executions have left behind, in whatever storage the host has. It cannot be read without writing, so
 * each message has two marks, and every state that a crash can leave errs on the side of asking the dealer:
 * `seen` and `open` are written together before the first request, and `open` is taken back once the outcome is known.
 */
export interface Ledger {
	/** Writes the marks in one go, oldest first to be forgotten; returns those that stood there. Null = not available. */
	note(marks: readonly string[]): Promise<ReadonlySet<string> | null>;
	/** Takes marks back. */
	forget(marks: readonly string[]): Promise<void>;
}

const seen = (message: Message) => `seen\u001f${identityOf(message)}`;
const open = (message: Message) => `open\u001f${identityOf(message)}`;

/** What settleRepeats found, and what keepOutcomes needs to know of it. */
export interface Repeats<M> {
	settled: Map<M, Outcome>;
	/** Messages whose marks were written, each identity once. */
	marked: readonly M[];
	/** False when the storage could not be read. */
	available: boolean;
}

/** Settles messages with a key of the sender's own that came before, or twice in this run. */
export async function settleRepeats<M extends Message>(
	messages: readonly M[],
	service: Service<M>,
	ledger: Ledger,
	wire: Wire,
): Promise<Repeats<M>> {
	const settled = new Map<M, Outcome>();
	const marked: M[] = [];
	const identities = new Set<string>();
	for (const message of messages) {
		if (!message.keyGiven) continue;
		const identity = identityOf(message);
		if (identities.has(identity)) settled.set(message, skipped(duplicateInRunReason));
		else marked.push(message);
		identities.add(identity);
	}
	if (marked.length === 0) return { settled, marked, available: true };

	const before = await ledger.note([...marked.map(seen), ...marked.map(open)]);
	const brokenOff: M[] = [];
	for (const message of marked) {
		if (before === null || before.has(open(message))) brokenOff.push(message);
		else if (before.has(seen(message))) settled.set(message, skipped(alreadySentReason('noted by this node in n8n')));
	}
	await askDealer(brokenOff, service, wire, settled);
	return { settled, marked, available: before !== null };
}

/** Messages of a run that broke off: the dealer knows which of them it has. */
async function askDealer<M extends Message>(
	messages: readonly M[],
	service: Service<M>,
	wire: Wire,
	settled: Map<M, Outcome>,
): Promise<void> {
	if (messages.length === 0) return;
	const context: FindContext = { now: () => wire.now() };
	const found = await converse(service.find(messages, context), wire);
	for (const message of messages) {
		const messageId = found?.get(message);
		if (found === null) settled.set(message, unknownOutcome(unknownReason(NOT_ASKED)));
		else if (messageId !== undefined)
			settled.set(message, skipped(alreadySentReason('found at the dealer'), messageId));
	}
}

const NOT_ASKED = 'an earlier execution broke off, and the dealer could not be asked what it has';

/**
 * Writes down what became of a run: settled messages are closed, surely refused ones are free to be sent again, and
 * what is unknown stays open, so that the dealer is asked when it comes again.
 */
export async function keepOutcomes<M extends Message>(
	{ settled, marked, available }: Repeats<M>,
	outcomes: ReadonlyMap<M, Outcome>,
	ledger: Ledger,
): Promise<void> {
	const kindOf = (message: M) => outcomes.get(message)!.outcome;
	// Skipped here means sent before; skipped by the gate means never sent, and free to come again.
	const stays = (message: M) =>
		kindOf(message) === 'rejected' || (kindOf(message) === 'skipped' && !settled.has(message));
	const refused = marked.filter(stays);
	const taken = marked.filter((message) => !stays(message) && kindOf(message) !== 'unknown');
	// What could not be written before is written now: the messages are out.
	if (!available && taken.length > 0) await ledger.note(taken.map(seen));
	const closed = [...taken.map(open), ...refused.flatMap((message) => [seen(message), open(message)])];
	if (closed.length > 0) await ledger.forget(closed);
}
