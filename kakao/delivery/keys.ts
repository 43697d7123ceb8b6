import { createHash } from 'node:crypto';

import type { Message } from '../message/message';
import { formatRecipient } from '../message/phone';

/** Longest key that every dealer carries (NHN recipientGroupingKey 100, SOLAPI custom field values 100). */
export const MAX_KEY_LENGTH = 100;

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** A key for a message whose sender gave none: the same for a retry inside one execution, another in every other. */
export function derivedKey(parts: {
	execution: string;
	node: string;
	run: number;
	item: number;
	recipient: number;
}): string {
	const { execution, node, run, item, recipient } = parts;
	return `n8n-${hash(`${execution}|${node}`).slice(0, 16)}-${run}-${item}-${recipient}`;
}

/**
 * What makes a message the same message in another execution: its key, to whom, and what. One order number may go
 * with several templates (ordered, shipped) and several people (buyer, receiver).
 */
export function identityOf(message: Message & { template?: { code: string } | null }): string {
	return [message.key, formatRecipient(message.to), message.template?.code ?? ''].join('\u001f');
}

/**
 * A key for a whole batch. With keys of the sender's own it is equal exactly when the batch holds the same messages in
 * the same order, whichever execution sends it; derived keys belong to one run, and so does their batch.
 */
export function batchKey(messages: readonly Message[], run: string): string {
	const salt = messages.every(({ keyGiven }) => keyGiven) ? '' : run;
	return `n8n-${hash([salt, ...messages.map(identityOf)].join('\u001e'))}`;
}
