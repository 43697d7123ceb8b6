/** Runs tasks in their order, so many at once. What one task throws ends the whole. */
export async function inParallel<T>(
	tasks: Iterable<T>,
	atOnce: number,
	run: (task: T) => Promise<void>,
): Promise<void> {
	const waiting = [...tasks];
	const next = async (): Promise<void> => {
		for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await run(task);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, next));
}
