import type { IDataObject } from 'n8n-workflow';

/** What the node keeps in the workflow's static data, so that a webhook call needs no credential. */
export interface TriggerMemory extends IDataObject {
	/** The dealer whose calls are expected. */
	dealer?: string;
	/** SHA-256 of what the dealer's header must hold: the secret itself is not kept here. */
	proofHash?: string;
	/** The registration that this node made at the dealer, and for which URL. */
	registrationId?: string;
	url?: string;
	seen?: string[];
	/** Reports up to this instant (epoch milliseconds) have been polled. */
	polledUntil?: number;
}
