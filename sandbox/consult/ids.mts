import { createHash } from 'node:crypto';

const KEY_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_';

/** The customer's name in one channel: 12 letters, stable, and telling nothing about the phone number (facts 2.1). */
export function userKeyOf(channel: string, number: string): string {
	const digest = createHash('sha256').update(`${channel}\n${number}`).digest();
	return [...digest.subarray(0, 12)].map((byte) => KEY_LETTERS[byte % KEY_LETTERS.length]).join('');
}

const FIRST_MOMENT_MS = Date.UTC(2026, 0, 1);

/**
 * Numbers that Kakao hands out. They begin at the hour of the start and are not set back by a reset: a receiver that
 * remembers what it has seen would otherwise take tomorrow's messages for yesterday's.
 */
export class Ids {
	#message = 0;
	#session = 163_000_000 + Math.floor((Date.now() - FIRST_MOMENT_MS) / 1000);
	// About 2.9e18, as in a public sample: far above 2^53.
	#serial = BigInt(Date.now()) * 1_600_000n;

	message(): string {
		return `c${++this.#message}`;
	}

	session(): string {
		return String(++this.#session);
	}

	/** Neighbours differ in the last digit only, so whoever reads them as doubles sees the same number many times (facts 6.1). */
	serial(): string {
		return String(++this.#serial);
	}
}
