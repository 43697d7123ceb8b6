import type { IDataObject } from 'n8n-workflow';

import { liveMemory, trim, withStored } from '../shared/triggerMemory';

/** What the node keeps in the workflow's static data. Texts, because n8n wraps every object in it anew for each call. */
export interface TriggerMemory extends IDataObject {
	/** The hub whose calls are expected, and its channels, so that a call without proof costs no credential. */
	hub?: string;
	senderKeys?: string;
	/** Epoch milliseconds when both were read from the credential. */
	readAt?: number;
	/** Address that this node gave to the hub, and for which channels. */
	registeredUrl?: string;
	registeredFor?: string;
	known?: Known;
}

/** What is known of events and customers, as it is stored. */
interface Known extends IDataObject {
	/** Short hashes of the latest event ids, oldest first. */
	seen: string;
	/** Customers by short hash, least recently heard first. */
	customers: Record<string, string>;
	/** Executions that wait for a customer's answer, by the same hash; JSON. */
	waiting: Record<string, string>;
}

/** What one process knows of a trigger: what is stored, and what came in since. */
export interface Live {
	seen: Set<string>;
	customers: Map<string, string>;
	waiting: Map<string, string>;
	/** Notes that are done with: a call that has loaded the static data before must not bring them back. */
	over: Set<string>;
	/** One for all calls. */
	stored: Known;
}

/** Repeats come within minutes; these are the ids of the last thousand events. */
const SEEN = 1_000;
const CUSTOMERS = 1_000;
const WAITING = 500;

const nothingYet = (): Live => ({
	seen: new Set(),
	customers: new Map(),
	waiting: new Map(),
	over: new Set(),
	stored: { seen: '', customers: {}, waiting: {} },
});

const liveOf = liveMemory(nothingYet);

/**
 * What is known of a trigger: in the process, and from the static data what the process doesn't have.
 * @param trigger tells triggers of this n8n apart
 */
export function recall(trigger: string, memory: TriggerMemory): Live {
	const live = liveOf(trigger);
	const { known } = memory;
	if (known === undefined) return live;
	live.seen = withStored(live.seen, known.seen);
	const customers = Object.entries(known.customers).filter(([key]) => !live.customers.has(key));
	if (customers.length > 0) live.customers = new Map([...customers, ...live.customers]);
	for (const [key, note] of Object.entries(known.waiting))
		if (!live.waiting.has(key) && !live.over.has(note)) live.waiting.set(key, note);
	return live;
}

/** Nobody waits for this customer any more. */
export function stopWaiting(live: Live, key: string): void {
	const note = live.waiting.get(key);
	live.waiting.delete(key);
	if (note !== undefined) live.over.add(note);
	trim(live.over, WAITING);
}

/** Writes what this process knows into the static data; n8n saves it with the answer to the call. */
export function keep(live: Live, memory: TriggerMemory): void {
	trim(live.seen, SEEN);
	trim(live.customers, CUSTOMERS);
	trim(live.waiting, WAITING);
	live.stored.seen = [...live.seen].join(' ');
	live.stored.customers = Object.fromEntries(live.customers);
	live.stored.waiting = Object.fromEntries(live.waiting);
	memory.known = live.stored;
}
