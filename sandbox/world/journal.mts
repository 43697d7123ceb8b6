import type { SandboxMessage, ServiceId } from './types.mts';

/** One call to a dealer or a hub, as `GET /api/requests` shows it. */
export interface RequestRecord {
	at: string;
	dealer: ServiceId;
	method: string;
	/** Path and query, secrets masked. */
	path: string;
	status: number;
	/** Recipients named in the request; 0 for queries. */
	recipients: number;
	/** The fault injected into it, if any. */
	fault: string | null;
	ms: number;
}

interface DealerTotals {
	requests: number;
	/** Requests that send, add or commit messages. */
	sendRequests: number;
	/** Recipients that became messages. */
	accepted: number;
	/** Most recipients in one request. */
	largestBatch: number;
}

/** What makes two messages without a key the same: number and content. A Brand Message may have no text at all. */
function content({ bubble, messageKey, to }: SandboxMessage): string {
	if (messageKey !== null) return messageKey;
	return `${to}\n${bubble.kind === 'alimtalk' ? bubble.text : JSON.stringify(bubble)}`;
}

const KEPT = 1000;
const SECRET = /((?:secret|signature|token|api_?key|access_?key)[^=&]*=)[^&]*/gi;

/** What the dealers were asked and what they took, since the last reset. */
export class Journal {
	#requests: RequestRecord[] = [];
	#totals = new Map<ServiceId, DealerTotals>();
	#copies = new Map<string, number>();
	#duplicates = 0;
	#surplus = 0;
	#accepted = 0;

	request(record: RequestRecord, sends: boolean): void {
		const totals = this.#of(record.dealer);
		totals.requests += 1;
		if (sends) totals.sendRequests += 1;
		totals.largestBatch = Math.max(totals.largestBatch, record.recipients);
		this.#requests.push({ ...record, path: record.path.replace(/nextToken=/g, 'next=').replace(SECRET, '$1***') });
		if (this.#requests.length >= 2 * KEPT) this.#requests = this.#requests.slice(-KEPT);
	}

	/** Counts an accepted message, and notices when the same one was accepted before. */
	accepted(message: SandboxMessage): void {
		this.#of(message.dealer).accepted += 1;
		this.#accepted += 1;
		const key = `${message.dealer}\n${content(message)}`;
		const copies = (this.#copies.get(key) ?? 0) + 1;
		this.#copies.set(key, copies);
		if (copies === 2) this.#duplicates += 1;
		if (copies > 1) this.#surplus += 1;
	}

	/** Oldest first, at most 1,000. */
	get requests(): readonly RequestRecord[] {
		return this.#requests.slice(-KEPT);
	}

	/** `GET /api/stats` */
	get stats() {
		return {
			dealers: Object.fromEntries(this.#totals),
			accepted: this.#accepted,
			/** Messages (by key, else by number and text) that were accepted more than once. */
			duplicates: this.#duplicates,
			/** Copies beyond the first. */
			duplicateCopies: this.#surplus,
			largestBatch: Math.max(0, ...[...this.#totals.values()].map((totals) => totals.largestBatch)),
		};
	}

	clear(): void {
		this.#requests = [];
		this.#totals.clear();
		this.#copies.clear();
		this.#duplicates = this.#surplus = this.#accepted = 0;
	}

	#of(dealer: ServiceId): DealerTotals {
		let totals = this.#totals.get(dealer);
		if (!totals) this.#totals.set(dealer, (totals = { requests: 0, sendRequests: 0, accepted: 0, largestBatch: 0 }));
		return totals;
	}
}
