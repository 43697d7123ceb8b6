import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { HubId } from '../../world/types.mts';
import type { Behaviours } from './behaviour.mts';
import type { CallbackLog } from './log.mts';
import { Slots } from './slots.mts';

export interface CallbackAnswer {
	/** 0 = none. */
	status: number;
	headers: Headers;
	text: string;
}

/** One thing that a hub tells a customer's server. */
export interface Callback {
	hub: HubId;
	kind: string;
	/** Whose consult it is about; callbacks of one customer leave one after another. */
	number: string;
	channel: string;
	url: string;
	body: string;
	/** Made for each try: signatures are of their moment. */
	headers(): Record<string, string>;
	/** Which answers mean that it did not arrive. */
	failed(status: number): boolean;
	/** Pauses before further tries; empty = one try. */
	retryPausesMs: readonly number[];
	/** Asked before each try: a webhook may have been switched off meanwhile. */
	wanted?(): boolean;
	/** After each try. `last` = there will be no further one. */
	answered?(answer: CallbackAnswer, last: boolean): void;
}

const ANSWER_WITHIN_MS = 10_000;
/** Like a hub with a bounded pool of connections; a burst must not open thousands. */
const AT_ONCE = 64;

/** Thousands may wait for it without Node warning of a leak. */
function stopper(): AbortController {
	const controller = new AbortController();
	setMaxListeners(0, controller.signal);
	return controller;
}

/**
 * Posts callbacks, apart from the requests that caused them. The first tries of one customer's callbacks keep their order;
 * a retry does not hold up what follows, so with retries the order may change (facts 1.2).
 */
export class CallbackSender {
	#stopping = stopper();
	/** The end of each customer's line. */
	#lines = new Map<string, Promise<void>>();
	readonly #slots = new Slots(AT_ONCE);
	readonly #behaviours: Behaviours;
	readonly #log: CallbackLog;

	constructor(behaviours: Behaviours, log: CallbackLog) {
		this.#behaviours = behaviours;
		this.#log = log;
	}

	send(callback: Callback): void {
		const { duplicates } = this.#behaviours.of(callback.hub);
		for (let copy = 0; copy <= duplicates; copy++) this.#enqueue(callback);
	}

	/** Does something a little later, unless everything is stopped before. */
	later(ms: number, work: () => void): void {
		const { signal } = this.#stopping;
		void this.#wait(ms, signal).then(() => {
			if (!signal.aborted) work();
		});
	}

	/** Gives up everything that is still waiting. */
	stop(): void {
		this.#stopping.abort();
		this.#stopping = stopper();
		this.#lines.clear();
	}

	#enqueue(callback: Callback): void {
		const { signal } = this.#stopping;
		const first = () => this.#slots.use(() => this.#try(callback, 1, signal));
		if (this.#behaviours.of(callback.hub).unordered) return void first();
		const key = `${callback.hub}\n${callback.channel}\n${callback.number}`;
		const line = (this.#lines.get(key) ?? Promise.resolve()).then(first);
		this.#lines.set(key, line);
		void line.then(() => {
			if (this.#lines.get(key) === line) this.#lines.delete(key);
		});
	}

	async #try(callback: Callback, attempt: number, signal: AbortSignal): Promise<void> {
		const { delayMs, retryPausesMs } = this.#behaviours.of(callback.hub);
		if (delayMs > 0) await this.#wait(delayMs, signal);
		if (signal.aborted || callback.wanted?.() === false) return;
		const at = new Date().toISOString();
		const started = performance.now();
		const answer = await this.#post(callback, signal);
		if (signal.aborted) return;
		const { hub, kind, number, channel, url, body } = callback;
		this.#log.add({ hub, kind, number, channel, url, attempt, at, status: answer.status, ms: Math.round(performance.now() - started), body });
		const pauseMs = callback.failed(answer.status) ? (retryPausesMs ?? callback.retryPausesMs)[attempt - 1] : undefined;
		callback.answered?.(answer, pauseMs === undefined);
		if (pauseMs !== undefined) this.later(pauseMs, () => void this.#slots.use(() => this.#try(callback, attempt + 1, signal)));
	}

	async #post({ url, headers, body }: Callback, signal: AbortSignal): Promise<CallbackAnswer> {
		try {
			const answer = await fetch(url, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers() },
				body,
				redirect: 'manual',
				signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
			});
			return { status: answer.status, headers: answer.headers, text: await answer.text() };
		} catch (error) {
			// Nobody listening is an answer too.
			if (error instanceof TypeError || error instanceof DOMException) return { status: 0, headers: new Headers(), text: '' };
			throw error;
		}
	}

	async #wait(ms: number, signal: AbortSignal): Promise<void> {
		try {
			await pause(ms, undefined, { signal });
		} catch (error) {
			// Stopped: whoever waited looks at the signal.
			if (!signal.aborted) throw error;
		}
	}
}
