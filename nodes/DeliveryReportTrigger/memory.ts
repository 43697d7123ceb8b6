import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { liveMemory, nothingHeard, type StoredIds, triggerName, unheard } from '../shared/triggerMemory';

/** What the node keeps in the workflow's static data, so that a webhook call needs no credential. */
export interface TriggerMemory extends IDataObject {
	/** The dealer whose calls are expected. */
	dealer?: string;
	/** SHA-256 of what the dealer's header must hold: the secret itself is not kept here. */
	proofHash?: string;
	/** The registration that this node made at the dealer, and for which URL. */
	registrationId?: string;
	url?: string;
	/** The latest reports that came by webhook. */
	known?: StoredIds;
	/** How far each kind of message has been polled. */
	alimTalkPolled?: Polled;
	brandPolled?: Polled;
}

/** How far reports have been read. Replaced as a whole: n8n does not notice a change inside of a new object. */
interface Polled extends IDataObject {
	/** Reports up to this instant (epoch milliseconds) have been handed on. */
	until: number;
	/** Short hashes of those in the span read last. */
	seen: string;
}

/**
 * A dealer calls again within minutes, in which a campaign may bring thousands of other reports. Fewer outlive the process:
 * n8n writes them with each call.
 */
const SEEN = { live: 20_000, stored: 2_000 };

const liveOf = liveMemory(nothingHeard);

/** Drops the reports that came before, and notes the others. */
export function dropSeen<T extends { id: string }>(
	context: IWebhookFunctions,
	memory: TriggerMemory,
	entries: readonly T[],
): T[] {
	// A test listen ends with its first call; whoever listens once more may well send the same again.
	if (context.getMode() === 'manual') return unheard(nothingHeard(), {}, entries, SEEN);
	return unheard(liveOf(triggerName(context)), memory, entries, SEEN);
}
