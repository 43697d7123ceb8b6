/** One delivery of a report to a customer's server. */
export interface Delivery {
	url: string;
	headers: Record<string, string>;
	body: unknown;
	/** How often it is tried before it is given up. */
	attempts: number;
	/** Pause before the second try; it doubles each time. */
	pauseMs: number;
}

const ANSWER_WITHIN_MS = 10_000;

/**
 * Posts reports until the customer's server says 2xx. Kept apart from the requests that caused them: a slow or dead
 * receiver must not slow the dealer down.
 */
export class WebhookSender {
	#stopping = new AbortController();

	send(delivery: Delivery): void {
		const { signal } = this.#stopping;
		void this.#try(delivery, 1, signal);
	}

	/** Gives up everything that is still waiting. */
	stop(): void {
		this.#stopping.abort();
		this.#stopping = new AbortController();
	}

	async #try(delivery: Delivery, attempt: number, signal: AbortSignal): Promise<void> {
		if (await this.#post(delivery, signal)) return;
		if (attempt >= delivery.attempts || signal.aborted) return;
		const timer = setTimeout(() => void this.#try(delivery, attempt + 1, signal), delivery.pauseMs * 2 ** (attempt - 1));
		signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
	}

	async #post({ url, headers, body }: Delivery, signal: AbortSignal): Promise<boolean> {
		try {
			const answer = await fetch(url, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers },
				body: JSON.stringify(body),
				signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
			});
			await answer.arrayBuffer();
			return answer.ok;
		} catch (error) {
			// Nobody listening is an answer too: it is what the retries are for.
			if (error instanceof TypeError || error instanceof DOMException) return false;
			throw error;
		}
	}
}
