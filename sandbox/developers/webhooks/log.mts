/** Why a customer's server gave no status. */
export type WebhookProblem = 'late' | 'unreachable' | 'redirect' | 'refused';

/** One webhook and what came of it, as `GET /api/developers/webhooks` shows it. The key that it carried is not kept. */
export interface WebhookRecord {
	id: number;
	/** `added`, `blocked` or `unlink`. */
	kind: string;
	/** `X-Kakao-Resource-ID`; null where the documents name none. */
	resourceId: string | null;
	number: string;
	/** The channel's `@name`; null for unlink. */
	channel: string | null;
	method: 'GET' | 'POST';
	url: string;
	/** 1 = the first try. */
	attempt: number;
	at: string;
	/** 0 = no answer within the time. */
	status: number;
	ms: number;
	/** Null when the answer was the one that Kakao wants. */
	problem: WebhookProblem | null;
	/** As it went out, byte for byte; null for GET. */
	body: string | null;
	/** How the receiver's answer begins. */
	answer: string;
}

const KEPT = 10_000;

export class WebhookLog {
	#records: WebhookRecord[] = [];
	#lastId = 0;

	add(record: Omit<WebhookRecord, 'id'>): void {
		this.#records.push({ id: ++this.#lastId, ...record });
		if (this.#records.length >= 2 * KEPT) this.#records = this.#records.slice(-KEPT);
	}

	/** Oldest first. */
	get all(): readonly WebhookRecord[] {
		return this.#records.slice(-KEPT);
	}

	clear(): void {
		this.#records = [];
	}
}
