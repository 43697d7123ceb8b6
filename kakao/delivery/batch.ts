/** How messages may travel together. */
export interface BatchRule<M> {
	/** What must be equal in one request, as one text. */
	groupOf(message: M): string;
	/** Recipients in one request. */
	maxRecipients: number;
	/** Bytes of a request's body that messages may fill, with the weight of each; absent = no limit known. */
	maxBytes?: number;
	weightOf?(message: M): number;
}

/** Cuts messages into as few batches as the dealer allows, in input order. */
export function toBatches<M>(messages: readonly M[], rule: BatchRule<M>): M[][] {
	const groups = new Map<string, M[][]>();
	const weights = new Map<string, number>();
	for (const message of messages) {
		const group = rule.groupOf(message);
		const weight = rule.maxBytes === undefined ? 0 : (rule.weightOf?.(message) ?? 0);
		const batches = groups.get(group) ?? [];
		if (!groups.has(group)) groups.set(group, batches);
		const current = batches.at(-1);
		const filled = (weights.get(group) ?? 0) + weight;
		if (current && current.length < rule.maxRecipients && filled <= (rule.maxBytes ?? Infinity)) {
			current.push(message);
			weights.set(group, filled);
		} else {
			batches.push([message]);
			weights.set(group, weight);
		}
	}
	return [...groups.values()].flat();
}
