import type { BrandDelivery } from './brandDelivery.mts';
import { KAKAO_RESULTS, type KakaoCode } from './codes.mts';
import { SENDER_NUMBERS } from './credentials.mts';
import type { EventBus } from './events.mts';
import type { Phones } from './phones.mts';
import { Timers } from './timers.mts';
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

/** A batch that has gone out. */
interface Departed extends Batch {
	/** Whether it left in the hours in which advertising may not be sent. */
	night: boolean;
}

/** A batch's ends are decided in slices, so that a 10,000-message report does not hold up the answers meanwhile. */
const SLICE = 2000;

/** Carries accepted messages to their end: scheduled -> processing -> delivered, fallbackDelivered or failed. */
export class Delivery {
	readonly #timers = new Timers();
	readonly #reports = new Map<DealerId, ReportListener>();
	/** Reserved batches with the timer that lets them go. */
	readonly #reserved = new Map<Batch, () => void>();
	readonly #phones: Phones;
	readonly #brand: BrandDelivery;
	readonly #bus: EventBus;
	readonly #reportDelayMs: number;

	constructor(phones: Phones, brand: BrandDelivery, bus: EventBus, reportDelayMs: number) {
		this.#phones = phones;
		this.#brand = brand;
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
		if (scheduled) this.#reserved.set(batch, this.#timers.at(batch.due, () => this.#leave(batch)));
		else this.#leave(batch);
	}

	/** Delivers everything reserved now, whatever the hour. @returns how many messages that were */
	releaseAll(): number {
		let released = 0;
		for (const [batch, stopTimer] of [...this.#reserved]) {
			stopTimer();
			const messages = this.#departing(batch);
			released += messages.length;
			for (let from = 0; from < messages.length; from += SLICE) this.#finishSlice({ ...batch, messages, night: false }, from);
		}
		return released;
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
		this.#timers.stopAll();
		this.#reserved.clear();
	}

	/** Takes a batch out of the reservations. @returns those that nobody has cancelled */
	#departing(batch: Batch): SandboxMessage[] {
		if (!this.#reserved.delete(batch)) return batch.messages;
		const live = batch.messages.filter((message) => message.state === 'scheduled');
		for (const message of live) message.state = 'processing';
		return live;
	}

	#leave(batch: Batch): void {
		const departed = { ...batch, messages: this.#departing(batch), night: this.#brand.isNight };
		this.#timers.at(Date.now() + this.#reportDelayMs, () => this.#finish(departed, 0));
	}

	#finish(batch: Departed, from: number): void {
		this.#finishSlice(batch, from);
		if (from + SLICE < batch.messages.length) this.#timers.at(Date.now(), () => this.#finish(batch, from + SLICE));
	}

	#finishSlice(batch: Departed, from: number): void {
		const slice = batch.messages.slice(from, from + SLICE);
		const now = new Date().toISOString();
		for (const message of slice) this.#end(message, batch, now);
		const first = slice[0];
		if (first) this.#reports.get(first.dealer)?.(slice);
	}

	#end(message: SandboxMessage, { verdicts, night }: Departed, now: string): void {
		const advertising = message.bubble.kind === 'brand';
		const code = verdicts.get(message.id) ?? (advertising ? this.#brand.code(message, night) : this.#phones.kakaoCode(message.to));
		message.resultCode = code;
		message.finishedAt = now;
		message.reason = code === '1000' ? null : KAKAO_RESULTS[code];
		message.state = code === '1000' ? 'delivered' : this.#fallbackArrives(message, code) ? 'fallbackDelivered' : 'failed';
		if (advertising && code === '1000') this.#brand.delivered(message);
		this.#bus.emit({ type: 'message', message });
	}

	/** A text message needs a phone in service and a registered sender number; at night advertising is banned by SMS too. */
	#fallbackArrives({ fallback, to }: SandboxMessage, code: KakaoCode): boolean {
		return code !== '3022' && fallback !== null && !fallback.faulty && SENDER_NUMBERS.has(fallback.from) && !this.#phones.get(to).dead;
	}
}
