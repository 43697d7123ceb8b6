const WINDOW_MS = 60_000;

/** Counts requests per window; what the headers say is what will happen (developers.channel.io/docs/rate-limiting). */
export class RateLimit {
	#windowEnds = 0;
	#used = 0;

	/** Counts one request. */
	take(limit: number): { headers: Record<string, string>; allowed: boolean } {
		const now = Date.now();
		if (now >= this.#windowEnds) {
			this.#windowEnds = now + WINDOW_MS;
			this.#used = 0;
		}
		this.#used += 1;
		const allowed = this.#used <= limit;
		return {
			allowed,
			headers: {
				'x-ratelimit-limit': String(limit), 'x-ratelimit-remaining': String(Math.max(0, limit - this.#used)),
				// Epoch seconds.
				'x-ratelimit-reset': String(Math.ceil(this.#windowEnds / 1000)), ...(!allowed && { 'x-ratelimit-will-be-throttled': 'true' }),
			},
		};
	}

	clear(): void {
		this.#windowEnds = 0;
	}
}
