import type { Reset } from './api.mts';

const RETRY_MS = 2000;
const EVENTS = ['message', 'refused', 'consult', 'phone', 'relation', 'chatbot', 'developers'];

/**
 * Runs `job` at once when idle; calls during a run or in the pause after it become one more run.
 * The pause grows with the duration of the job, so a campaign of 10,000 messages can't drown the browser.
 */
export function throttled(job: () => Promise<void>, pauseMs: number): () => void {
	let busy = false;
	let again = false;
	const run = async (): Promise<void> => {
		busy = true;
		again = false;
		const started = performance.now();
		await job();
		const pause = Math.max(pauseMs, 2 * (performance.now() - started));
		setTimeout(() => {
			busy = false;
			if (again) void run();
		}, pause);
	};
	return () => {
		if (busy) again = true;
		else void run();
	};
}

interface Hearers {
	/** Something happened (or may have, while the connection was lost): look again. */
	onChange: () => void;
	/** Everything was cleared, here or from elsewhere. */
	onReset: (reset: Reset) => void;
	onLink: (online: boolean) => void;
}

export function listen({ onChange, onReset, onLink }: Hearers): void {
	const connect = (): void => {
		const source = new EventSource('/api/events');
		source.onopen = () => {
			onLink(true);
			onChange();
		};
		// Of many changes the server tells only some: an event says "look again", it is not a log.
		for (const name of EVENTS) source.addEventListener(name, onChange);
		source.addEventListener('reset', ({ data }: MessageEvent<string>) => onReset(JSON.parse(data) as Reset));
		source.onerror = () => {
			onLink(false);
			// The browser reconnects by itself after a lost connection, but not after an error status.
			if (source.readyState === EventSource.CLOSED) setTimeout(connect, RETRY_MS);
		};
	};
	connect();
}
