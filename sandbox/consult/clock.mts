import { kstSeconds } from '../world/kst.mts';

export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;

/** The consult world's time. It can be put forward, because nobody waits 30 days for a session to end. */
export class Clock {
	#ahead = 0;

	now(): number {
		return Date.now() + this.#ahead;
	}

	iso(): string {
		return new Date(this.now()).toISOString();
	}

	pass(ms: number): void {
		this.#ahead += ms;
	}

	reset(): void {
		this.#ahead = 0;
	}
}

/** Kakao counts one consult per customer and day, and its day begins at 04:00 Korean time (facts 2.1). `2026-12-01` */
export const billingDay = (ms: number): string => kstSeconds(ms - 4 * HOUR_MS).slice(0, 10);

/** TalkBridge counts the same by midnight (facts 2.1). */
export const calendarDay = (ms: number): string => kstSeconds(ms).slice(0, 10);
