import { createHash } from 'node:crypto';

import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

/** What a trigger remembers in the process, beside the static data. */

/** Tells triggers of this n8n apart, and a test listen from production. */
export const triggerName = (context: IWebhookFunctions): string =>
	[context.getWorkflow().id, context.getNode().id, context.getMode()].join('/');

/** The triggers heard last. */
const TRIGGERS = 200;

/**
 * n8n reads the static data at the beginning of a call and writes it whole at the end, without a lock: of two calls at
 * the same time one would forget what the other has learnt. So a process remembers by itself, and all its calls store one
 * and the same object: whichever is written last, it holds everything. Between several webhook processes this stays best
 * effort.
 * @returns what this process knows of a trigger, by its `triggerName`
 */
export function liveMemory<T>(nothingYet: () => T): (trigger: string) => T {
	const triggers = new Map<string, T>();
	return (trigger) => {
		const live = triggers.get(trigger) ?? nothingYet();
		triggers.delete(trigger);
		triggers.set(trigger, live);
		if (triggers.size > TRIGGERS) triggers.delete(triggers.keys().next().value!);
		return live;
	};
}

/** 72 bits: short enough to keep a thousand with each call, and no two of them meet by chance. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);

/** Short hashes of the latest ids, oldest first. A text, because n8n wraps every object in the static data anew. */
export interface StoredIds extends IDataObject {
	seen: string;
}

/** Ids of what has come in, as one process knows them. */
export interface Heard {
	seen: Set<string>;
	/** One for all calls. */
	stored: StoredIds;
}

export const nothingHeard = (): Heard => ({ seen: new Set(), stored: { seen: '' } });

/**
 * Notes what comes in, in the process and in the static data.
 * @param most ids that the process keeps, and those that are stored
 * @returns what is heard for the first time
 */
export function unheard<T extends { id: string }>(
	heard: Heard,
	memory: { known?: StoredIds },
	entries: readonly T[],
	most: { live: number; stored: number },
): T[] {
	heard.seen = withStored(heard.seen, memory.known?.seen ?? '');
	const fresh = entries.filter(({ id }) => {
		const before = heard.seen.size;
		return heard.seen.add(shortHash(id)).size > before;
	});
	if (fresh.length === 0) return fresh;
	trim(heard.seen, most.live);
	heard.stored.seen = [...heard.seen].slice(-most.stored).join(' ');
	memory.known = heard.stored;
	return fresh;
}

/** Ids that only the stored copy has come before the others: mostly they have just been dropped for their age. */
export function withStored(seen: Set<string>, stored: string): Set<string> {
	const older = stored.split(' ').filter((id) => id !== '' && !seen.has(id));
	return older.length > 0 ? new Set([...older, ...seen]) : seen;
}

/** Drops the oldest. */
export function trim(list: Set<string> | Map<string, unknown>, most: number): void {
	for (const oldest of list.keys()) {
		if (list.size <= most) return;
		list.delete(oldest);
	}
}
