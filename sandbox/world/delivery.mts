import { KAKAO_RESULTS, type KakaoCode } from './codes.mts';
import { SENDER_NUMBERS } from './credentials.mts';
import type { EventBus } from './events.mts';
import type { Phones } from './phones.mts';
import type { DealerId, SandboxMessage } from './types.mts';

/** Receives messages of one dealer as soon as their end is known, in batches. */
export type ReportListener = (messages: SandboxMessage[]) => void;

interface Batch {
	messages: SandboxMessage[];
	/** By message id: what Kakao will answer for messages that do not match their template. */
	verdicts: ReadonlyMap<string, KakaoCode>;
	/** When it goes out: ms since the epoch. */
	due: number;
}

/** setTimeout counts in 32 bits; reservations reach 180 days. */
const LONGEST_TIMER_MS = 2_147_483_647;
/** A batch's ends are decided in slices, so that a 10,000-message report does not hold up the answers meanwhile. */
const SLICE = 2000;

/** Carries accepted messages to their end: scheduled -> processing -> delivered, fallbackDelivered or failed. */
export class Delivery {
	readonly #timers = new Set<NodeJS.Timeout>();
	readonly #reports = new Map<DealerId, ReportListener>();
	readonly #phones: Phones;
	readonly #bus: EventBus;
	readonly #reportDelayMs: number;

	constructor(phones: Phones, bus: EventBus, reportDelayMs: number) {
		this.#phones = phones;
		this.#bus = bus;
		this.#reportDelayMs = reportDelayMs;
	}

	onReport(dealer: DealerId, listener: ReportListener): void {
		this.#reports.set(dealer, listener);
	}

	/** Takes messages of one request over; all share one due time. */
	start(batch: Batch): void {
		const scheduled = batch.due > Date.now();
		for (const message of batch.messages) message.state = scheduled ? 'scheduled' : 'processing';
		if (scheduled) this.#at(batch.due, () => this.#release(batch));
		else this.#at(Date.now() + this.#reportDelayMs, () => this.#finish(batch, 0));
	}

	/** Cancels those that have not gone out yet. @returns the cancelled ones */
	cancel(messages: readonly SandboxMessage[]): SandboxMessage[] {
		const now = new Date().toISOString();
		const canceled = messages.filter((message) => message.state === 'scheduled');
		for (const message of canceled) {
			message.state = 'canceled';
			message.finishedAt = now;
			this.#bus.emit({ type: 'message', message });
		}
		return canceled;
	}

	/** Forgets everything under way. */
	stop(): void {
		for (const timer of this.#timers) clearTimeout(timer);
		this.#timers.clear();
	}

	#release(batch: Batch): void {
		const live = batch.messages.filter((message) => message.state === 'scheduled');
		for (const message of live) message.state = 'processing';
		this.#at(Date.now() + this.#reportDelayMs, () => this.#finish({ ...batch, messages: live }, 0));
	}

	#finish(batch: Batch, from: number): void {
		const slice = batch.messages.slice(from, from + SLICE);
		const now = new Date().toISOString();
		for (const message of slice) this.#end(message, batch.verdicts.get(message.id), now);
		const first = slice[0];
		if (first) this.#reports.get(first.dealer)?.(slice);
		if (from + SLICE < batch.messages.length) this.#at(Date.now(), () => this.#finish(batch, from + SLICE));
	}

	#end(message: SandboxMessage, verdict: KakaoCode | undefined, now: string): void {
		const code = verdict ?? this.#phones.kakaoCode(message.to);
		message.resultCode = code;
		message.finishedAt = now;
		message.reason = code === '1000' ? null : KAKAO_RESULTS[code];
		message.state = code === '1000' ? 'delivered' : this.#fallbackArrives(message) ? 'fallbackDelivered' : 'failed';
		this.#bus.emit({ type: 'message', message });
	}

	/** A text message needs a phone in service and a registered sender number. */
	#fallbackArrives(message: SandboxMessage): boolean {
		return message.fallback !== null && SENDER_NUMBERS.has(message.fallback.from) && !this.#phones.get(message.to).dead;
	}

	#at(when: number, action: () => void): void {
		const wait = Math.max(0, when - Date.now());
		const timer = setTimeout(() => {
			this.#timers.delete(timer);
			if (wait > LONGEST_TIMER_MS) this.#at(when, action);
			else action();
		}, Math.min(wait, LONGEST_TIMER_MS));
		this.#timers.add(timer);
	}
}
