const turns = new Map<string, Promise<void>>();

/** Whether a task of one of these customers is under way. */
export const mustWait = (customers: readonly string[]): boolean => customers.some((customer) => turns.has(customer));

/**
 * Runs a task after the earlier ones of the same customers: hubs call in the order in which people wrote, and what takes
 * longer for the first message must not let the second one past.
 * @throws whatever the task throws; the next one's turn comes all the same
 */
export async function inTurn<T>(customers: readonly string[], task: () => Promise<T>): Promise<T> {
	const before = customers.map((customer) => turns.get(customer));
	const result = Promise.all(before).then(task);
	const over = result.then(nothing, nothing);
	for (const customer of customers) turns.set(customer, over);
	try {
		return await result;
	} finally {
		for (const customer of customers) if (turns.get(customer) === over) turns.delete(customer);
	}
}

const nothing = (): void => undefined;
