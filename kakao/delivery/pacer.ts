/**
 * How fast one credential may talk to its dealer: so many requests under way at once, and none at all while the
 * dealer has asked to wait. Shared by all executions of a process, so that two flows don't push each other into 429.
 */
export class Pacer {
	private underWay = 0;
	private readonly waiting: (() => void)[] = [];
	private closedUntil = 0;

	constructor(private readonly parallel: number) {}

	/**
	 * Runs a task when there is a place for it and the dealer's door is open.
	 * @param clock `stopped`: nobody waits any more; the task runs at once and must see for itself that it sends nothing
	 */
	async run<T>(
		task: () => Promise<T>,
		clock: { now(): number; sleep(milliseconds: number): Promise<void>; stopped?(): boolean },
	): Promise<T> {
		await this.enter();
		try {
			for (let wait = this.wait(clock); wait > 0 && !clock.stopped?.(); wait = this.wait(clock))
				await clock.sleep(wait);
			return await task();
		} finally {
			this.leave();
		}
	}

	/** The dealer said 429: nobody asks again before this instant. */
	closeUntil(instant: number): void {
		this.closedUntil = Math.max(this.closedUntil, instant);
	}

	private wait(clock: { now(): number }): number {
		return this.closedUntil - clock.now();
	}

	private async enter(): Promise<void> {
		if (this.underWay < this.parallel) {
			this.underWay++;
			return;
		}
		await new Promise<void>((resolve) => this.waiting.push(resolve));
	}

	/** Hands the place on directly, so that it cannot be taken twice. */
	private leave(): void {
		const next = this.waiting.shift();
		if (next) next();
		else this.underWay--;
	}
}

const MAX_PACERS = 200;
const pacers = new Map<string, Pacer>();

/** The pacer of a credential. Only the most recent are kept: a forgotten one merely starts anew. */
export function pacerFor(credential: string, parallel: number): Pacer {
	const pacer = pacers.get(credential) ?? new Pacer(parallel);
	pacers.delete(credential);
	pacers.set(credential, pacer);
	if (pacers.size > MAX_PACERS) pacers.delete(pacers.keys().next().value!);
	return pacer;
}
