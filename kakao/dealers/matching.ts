import type { Conversation } from '../delivery/conversation';
import type { AlimTalkMessage } from '../message/message';

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

/**
 * Looks for messages channel by channel and template by template, which is how dealers list them. Null as soon as one
 * list cannot be read.
 */
export function* findPerTemplate<R>(
	messages: readonly AlimTalkMessage[],
	rules: {
		list(
			senderProfile: string,
			templateCode: string,
			group: readonly AlimTalkMessage[],
		): Conversation<readonly R[] | null>;
		keyOfMessage(message: AlimTalkMessage): string;
		keyOfRow(row: R): string;
		idOf(row: R): string;
	},
): Conversation<ReadonlyMap<AlimTalkMessage, string> | null> {
	const found = new Map<AlimTalkMessage, string>();
	const groups = Map.groupBy(messages, ({ senderProfile, template }) => JSON.stringify([senderProfile, template.code]));
	for (const group of groups.values()) {
		const rows = yield* rules.list(group[0]!.senderProfile, group[0]!.template.code, group);
		if (rows === null) return null;
		for (const [message, row] of pairUp(group, rows, rules.keyOfMessage, rules.keyOfRow))
			found.set(message, rules.idOf(row));
	}
	return found;
}
