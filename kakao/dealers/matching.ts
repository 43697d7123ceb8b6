import type { Conversation } from '../delivery/conversation';
import type { Message } from '../message/message';

/**
 * Pairs our messages with what a dealer lists, when several may look alike: each listed row is given away once.
 */
export function pairUp<M, R>(
	messages: readonly M[],
	rows: readonly R[],
	keyOfMessage: (message: M) => string,
	keyOfRow: (row: R) => string,
): Map<M, R> {
	const free = new Map<string, R[]>();
	for (const row of rows) {
		const key = keyOfRow(row);
		const same = free.get(key);
		if (same) same.push(row);
		else free.set(key, [row]);
	}
	const pairs = new Map<M, R>();
	for (const message of messages) {
		const row = free.get(keyOfMessage(message))?.shift();
		if (row !== undefined) pairs.set(message, row);
	}
	return pairs;
}

/** A message made from a template, or free-form. */
export type Templated = Message & { template: { code: string } | null };

/**
 * Looks for messages channel by channel and template by template, which is how dealers list them. Null as soon as one
 * list cannot be read.
 */
export function* findPerTemplate<M extends Templated, R>(
	messages: readonly M[],
	rules: {
		/** @param templateCode undefined for free-form messages */
		list(
			senderProfile: string,
			templateCode: string | undefined,
			group: readonly M[],
		): Conversation<readonly R[] | null>;
		keyOfMessage(message: M): string;
		keyOfRow(row: R): string;
		idOf(row: R): string;
	},
): Conversation<ReadonlyMap<M, string> | null> {
	const found = new Map<M, string>();
	const groups = Map.groupBy(messages, ({ senderProfile, template }) =>
		JSON.stringify([senderProfile, template?.code]),
	);
	for (const group of groups.values()) {
		const rows = yield* rules.list(group[0]!.senderProfile, group[0]!.template?.code, group);
		if (rows === null) return null;
		for (const [message, row] of pairUp(group, rows, rules.keyOfMessage, rules.keyOfRow))
			found.set(message, rules.idOf(row));
	}
	return found;
}
