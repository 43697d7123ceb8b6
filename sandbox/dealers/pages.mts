/** Reads a whole number from a query; null when it is something else or outside the range. */
export function wholeNumber(text: string | undefined, fallback: number, min: number, max: number): number | null {
	if (text === undefined || text === '') return fallback;
	if (!/^\d+$/.test(text)) return null;
	const number = Number(text);
	return number >= min && number <= max ? number : null;
}

/** One page of a list that starts at `startKey`, and the key of the next page (null on the last). */
export function keyedPage<Row>(rows: readonly Row[], keyOf: (row: Row) => string, startKey: string | undefined, limit: number) {
	const start = startKey ? rows.findIndex((row) => keyOf(row) === startKey) : 0;
	const page = start < 0 ? [] : rows.slice(start, start + limit);
	const next = start < 0 ? undefined : rows[start + limit];
	return { page, startKey: startKey ?? null, nextKey: next === undefined ? null : keyOf(next) };
}
