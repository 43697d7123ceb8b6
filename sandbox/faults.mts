import type { GatewayStatus } from './dealers/contract.mts';
import { drawFor } from './world/random.mts';
import type { ServiceId } from './world/types.mts';

/**
 * How a request goes wrong.
 * `refuse` 503, `tooMany` 429, `serverError` 500, `reset` socket destroyed: nothing was accepted.
 * `lose` socket destroyed, `serverErrorAfter` 500, `slow` late answer: the request was wholly accepted before.
 */
export type FaultKind = 'refuse' | 'lose' | 'tooMany' | 'serverError' | 'serverErrorAfter' | 'slow' | 'reset';

export const FAULT_KINDS = [
	'refuse', 'lose', 'tooMany', 'serverError', 'serverErrorAfter', 'slow', 'reset',
] as const satisfies readonly FaultKind[];

/** Statuses of the faults that answer with one. */
export const FAULT_STATUS: Partial<Record<FaultKind, GatewayStatus>> = {
	refuse: 503, tooMany: 429, serverError: 500, serverErrorAfter: 500,
};

/** Body of `POST /api/faults`. Rates are probabilities between 0 and 1; their sum must not exceed 1. */
export interface FaultSettings {
	/** Only this dealer or hub misbehaves; absent = all. */
	dealer?: ServiceId;
	seed?: number;
	/** `send` (default): requests that send, add or commit messages; `all`: queries too. */
	scope?: 'send' | 'all';
	rates?: Partial<Record<FaultKind, number>>;
	/** The nth send request (1-based) of that dealer, or of all dealers together. */
	plan?: { dealer?: ServiceId; nth: number; kind: FaultKind }[];
	slowMs?: number;
	retryAfterSeconds?: number;
}

/**
 * Decides which request goes wrong. The decision depends on the seed, the dealer and the request's number at that
 * dealer and on nothing else, so a run can be repeated. Numbers count from the last settings or reset.
 */
export class Faults {
	#settings: FaultSettings = {};
	#sends = new Map<ServiceId | 'all', number>();
	#calls = new Map<ServiceId, number>();
	#injected = new Map<ServiceId, Map<FaultKind, number>>();
	readonly #seed: number;

	/** @param seed used when the settings name none */
	constructor(seed: number) {
		this.#seed = seed;
	}

	get slowMs(): number {
		return this.#settings.slowMs ?? 2000;
	}

	get retryAfterSeconds(): number {
		return this.#settings.retryAfterSeconds ?? 1;
	}

	configure(settings: FaultSettings): void {
		this.clear();
		this.#settings = settings;
	}

	/** No more faults; counts start again. */
	clear(): void {
		this.#settings = {};
		this.#sends.clear();
		this.#calls.clear();
		this.#injected.clear();
	}

	/** Called once per request, in order of arrival. */
	next(dealer: ServiceId, sends: boolean): FaultKind | null {
		const call = this.#count(this.#calls, dealer);
		const send = sends ? this.#count(this.#sends, dealer) : 0;
		const sendOfAll = sends ? this.#count(this.#sends, 'all') : 0;
		const planned = sends
			? this.#settings.plan?.find((step) => (step.dealer ? step.dealer === dealer && step.nth === send : step.nth === sendOfAll))
			: undefined;
		const kind = planned?.kind ?? this.#drawn(dealer, sends, sends ? `send ${send}` : `call ${call}`);
		if (kind) this.#note(dealer, kind);
		return kind;
	}

	/** `GET /api/faults` */
	get report() {
		return {
			settings: this.#settings,
			sends: Object.fromEntries(this.#sends),
			injected: Object.fromEntries([...this.#injected].map(([dealer, kinds]) => [dealer, Object.fromEntries(kinds)])),
		};
	}

	#drawn(dealer: ServiceId, sends: boolean, request: string): FaultKind | null {
		const { rates, dealer: only, scope = 'send', seed = this.#seed } = this.#settings;
		if (!rates || (only && only !== dealer) || (!sends && scope !== 'all')) return null;
		let draw = drawFor(`${seed} ${dealer} ${request}`);
		for (const kind of FAULT_KINDS) {
			draw -= rates[kind] ?? 0;
			if (draw < 0) return kind;
		}
		return null;
	}

	#count<Key>(counts: Map<Key, number>, key: Key): number {
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		return count;
	}

	#note(dealer: ServiceId, kind: FaultKind): void {
		let kinds = this.#injected.get(dealer);
		if (!kinds) this.#injected.set(dealer, (kinds = new Map()));
		this.#count(kinds, kind);
	}
}
