/** Ids kept per node: dealers repeat within minutes, not after thousands of other reports. */
const KEPT = 2000;

/**
 * Drops what came before. The list lives in the workflow's static data, which n8n reads and writes without a lock:
 * two deliveries at the same instant can both pass. A flow that must not run twice keys on `messageId`.
 */
export function dropSeen<T extends { id: string }>(memory: { seen?: string[] }, entries: readonly T[]): T[] {
	const seen = new Set(memory.seen ?? []);
	const fresh = entries.filter(({ id }) => {
		if (seen.has(id)) return false;
		seen.add(id);
		return true;
	});
	if (fresh.length > 0) memory.seen = [...seen].slice(-KEPT);
	return fresh;
}
