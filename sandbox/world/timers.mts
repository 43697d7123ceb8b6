/** setTimeout counts in 32 bits; reservations reach 180 days. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Timers for moments however far away, all of which can be stopped at once. */
export class Timers {
	readonly #running = new Set<NodeJS.Timeout>();

	/**
	 * @param when ms since the epoch; a moment that is past comes as soon as the running code is done
	 * @returns a function that stops the timer
	 */
	at(when: number, action: () => void): () => void {
		let timer: NodeJS.Timeout;
		const wind = () => {
			const wait = Math.max(0, when - Date.now());
			timer = setTimeout(() => {
				this.#running.delete(timer);
				if (wait > LONGEST_TIMER_MS) wind();
				else action();
			}, Math.min(wait, LONGEST_TIMER_MS));
			this.#running.add(timer);
		};
		wind();
		return () => {
			clearTimeout(timer);
			this.#running.delete(timer);
		};
	}

	stopAll(): void {
		for (const timer of this.#running) clearTimeout(timer);
		this.#running.clear();
	}
}
