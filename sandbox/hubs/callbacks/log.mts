import type { HubId } from '../../world/types.mts';

/** One post to a customer's server and what came of it, as `GET /api/hubs/callbacks` shows it. */
export interface CallbackRecord {
	id: number;
	hub: HubId;
	/** `message`, `reference`, … in the hub's own words. */
	kind: string;
	number: string;
	channel: string;
	/** Token masked. */
	url: string;
	/** 1 = the first try. */
	attempt: number;
	at: string;
	/** 0 = no answer. */
	status: number;
	/** From sending to the end of the answer. */
	ms: number;
	/** As it went out, byte for byte. */
	body: string;
}

const KEPT = 20_000;

export class CallbackLog {
	#records: CallbackRecord[] = [];
	#lastId = 0;

	add(record: Omit<CallbackRecord, 'id'>): void {
		this.#records.push({ id: ++this.#lastId, ...record, url: record.url.replace(/([?&]token=)[^&]*/, '$1***') });
		if (this.#records.length >= 2 * KEPT) this.#records = this.#records.slice(-KEPT);
	}

	/** Oldest first. */
	get all(): readonly CallbackRecord[] {
		return this.#records.slice(-KEPT);
	}

	clear(): void {
		this.#records = [];
	}
}
