import type { Message } from '../message/message';
import type { Outcome } from '../message/outcome';
import type { MessageReference } from '../message/reference';
import type { Report } from '../message/report';
import type { BatchRule } from './batch';
import type { Conversation } from './conversation';

/** One kind of message at one dealer. */
export interface Service<M extends Message> {
	batch: BatchRule<M>;
	/** Sends one batch and finds out what became of each message, also when an answer is lost. Outcomes in batch order. */
	send(batch: readonly M[], context: SendContext): Conversation<Outcome[]>;
	/**
	 * Which of these the dealer already has, from an earlier execution that broke off: message id by message.
	 * Null when the dealer cannot be asked.
	 */
	find(messages: readonly M[], context: FindContext): Conversation<ReadonlyMap<M, string> | null>;
	/** Results by reference, in the order asked; a message the dealer doesn't know is null. */
	results(references: readonly MessageReference[]): Conversation<(Report | null)[]>;
	/** References in one call of `results`. */
	resultsPerCall: number;
	/**
	 * Everything that came to its end in a span of time (epoch milliseconds); what is still pending comes later.
	 * @throws DealerFailure when a part of it cannot be read
	 */
	reportsBetween(from: number, until: number): Conversation<Report[]>;
	/** Takes back scheduled messages of one request. An empty list means all of the request. */
	cancel(request: string, messages: readonly string[]): Conversation<CancelResult>;
}

export interface SendContext {
	/** Equal for the same messages in the same order, whichever execution sends them. */
	batchKey: string;
	now(): number;
	/** Requests that this run already knows as its own: a look-up by number and time must not take them for another. */
	claimed: Set<string>;
	/** Adds the dealer's raw answers to outcomes. */
	includeRaw: boolean;
}

export interface FindContext {
	now(): number;
}

export type CancelResult =
	| { cancelled: true }
	| {
			cancelled: false;
			/** Which of those asked for were not cancelled; absent = none was. */ missed?: readonly string[];
			outcome: Outcome;
	  };
