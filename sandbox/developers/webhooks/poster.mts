import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Slots } from '../../hubs/callbacks/slots.mts';
import type { DevelopersBehaviours } from '../behaviour.mts';
import type { WebhookLog, WebhookProblem, WebhookRecord } from './log.mts';

/** One thing that Kakao tells the app's server. */
export interface Webhook extends Pick<WebhookRecord, 'kind' | 'resourceId' | 'number' | 'channel' | 'method' | 'url' | 'body'> {
	headers: Record<string, string>;
	/** Which answer is the right one. */
	accepted(status: number): boolean;
}

interface Outcome { status: number; problem: WebhookProblem | null; answer: string }

/** A burst must not open thousands of connections. */
const AT_ONCE = 64;
const ANSWER_SHOWN = 500;

function stopper(): AbortController {
	const controller = new AbortController();
	setMaxListeners(0, controller.signal);
	return controller;
}

/** Sends webhooks, apart from what caused them, and notes what each was answered. */
export class Poster {
	#stopping = stopper();
	readonly #slots = new Slots(AT_ONCE);
	readonly #behaviours: DevelopersBehaviours;
	readonly #log: WebhookLog;
	readonly #answered: () => void;

	constructor(behaviours: DevelopersBehaviours, log: WebhookLog, answered: () => void) {
		this.#behaviours = behaviours;
		this.#log = log;
		this.#answered = answered;
	}

	send(webhook: Webhook): void {
		const { signal } = this.#stopping;
		for (let copy = 0; copy <= this.#behaviours.now.duplicates; copy++) void this.#slots.use(() => this.#try(webhook, 1, signal));
	}

	/** Gives up everything that is still waiting. */
	stop(): void {
		this.#stopping.abort();
		this.#stopping = stopper();
	}

	async #try(webhook: Webhook, attempt: number, signal: AbortSignal): Promise<void> {
		const { delayMs, retryPausesMs } = this.#behaviours.now;
		if (!(await this.#waited(delayMs, signal))) return;
		const at = new Date().toISOString();
		const started = performance.now();
		const outcome = await this.#post(webhook, signal);
		if (signal.aborted) return;
		const { kind, resourceId, number, channel, method, url, body } = webhook;
		this.#log.add({ kind, resourceId, number, channel, method, url, body, attempt, at, ms: Math.round(performance.now() - started), ...outcome });
		this.#answered();
		const pauseMs = outcome.problem ? retryPausesMs[attempt - 1] : undefined;
		if (pauseMs !== undefined) void this.#later(pauseMs, webhook, attempt + 1, signal);
	}

	async #later(ms: number, webhook: Webhook, attempt: number, signal: AbortSignal): Promise<void> {
		if (await this.#waited(ms, signal)) await this.#slots.use(() => this.#try(webhook, attempt, signal));
	}

	async #post({ url, method, headers, body, accepted }: Webhook, signal: AbortSignal): Promise<Outcome> {
		const late = AbortSignal.timeout(this.#behaviours.now.answerWithinMs);
		try {
			// "Redirects not followed" (facts 3.1).
			const response = await fetch(url, { method, headers, body, redirect: 'manual', signal: AbortSignal.any([signal, late]) });
			const answer = (await response.text()).slice(0, ANSWER_SHOWN);
			const { status } = response;
			const problem = accepted(status) ? null : status >= 300 && status <= 399 ? 'redirect' : 'refused';
			return { status, problem, answer };
		} catch (error) {
			// Nobody listening, or nobody quick enough, is an answer too.
			if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
			return { status: 0, problem: late.aborted ? 'late' : 'unreachable', answer: '' };
		}
	}

	/** @returns false when everything was stopped meanwhile */
	async #waited(ms: number, signal: AbortSignal): Promise<boolean> {
		if (ms <= 0) return !signal.aborted;
		try {
			await pause(ms, undefined, { signal });
			return true;
		} catch (error) {
			if (signal.aborted) return false;
			throw error;
		}
	}
}
