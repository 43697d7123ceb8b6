import type { IDataObject } from 'n8n-workflow';

/** What the node keeps in the workflow's static data, so that a webhook call needs no credential. */
export interface TriggerMemory extends IDataObject {
	/** The dealer whose calls are expected. */
	dealer?: string;
	/** What the dealer's header must hold. Derived from the secret, never the secret itself where it is hashed. */
	proof?: string;
	/** The registration that this node made at the dealer, and for which URL. */
	registrationId?: string;
	url?: string;
	seen?: string[];
	/** Reports up to this instant (epoch milliseconds) have been polled. */
	polledUntil?: number;
}
