/**
 * Pairs our messages with what a dealer lists, when several may look alike: each listed row is given away once.
 */
export function pairUp<M, R>(
	messages: readonly M[],
	rows: readonly R[],
	keyOfMessage: (message: M) => string,
	keyOfRow: (row: R) => string,
): Map<M, R> {
	const free = new Map<string, R[]>();
	for (const row of rows) {
		const key = keyOfRow(row);
		const same = free.get(key);
		if (same) same.push(row);
		else free.set(key, [row]);
	}
	const pairs = new Map<M, R>();
	for (const message of messages) {
		const row = free.get(keyOfMessage(message))?.shift();
		if (row !== undefined) pairs.set(message, row);
	}
	return pairs;
}
