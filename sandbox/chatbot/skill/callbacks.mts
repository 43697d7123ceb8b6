import { randomBytes } from 'node:crypto';
import type { BotBlock } from '../types.mts';
import type { Talk } from '../conversation.mts';

/** A callback URL that was given to a skill. */
export interface CallbackSlot {
	token: string;
	talk: Talk;
	block: BotBlock;
	endsAt: number;
}

/** Callback URLs: each works for a minute and once (facts 7.3). */
export class CallbackUrls {
	/** Where bot-api listens; known only then. */
	base = '';
	#slots = new Map<string, CallbackSlot>();
	readonly #timers = new Map<string, NodeJS.Timeout>();

	/** @param expired the minute is over and nobody came, though the skill had promised it */
	offer(talk: Talk, block: BotBlock, liveMs: number, expired: (slot: CallbackSlot) => void): CallbackSlot {
		const token = randomBytes(24).toString('base64url');
		const slot = { token, talk, block, endsAt: Date.now() + liveMs };
		this.#slots.set(token, slot);
		this.#timers.set(token, setTimeout(() => {
			if (this.take(token) && talk.awaited.has(token)) expired(slot);
		}, liveMs));
		return slot;
	}

	urlOf({ token }: CallbackSlot): string {
		return `${this.base}/v1/callback/${token}`;
	}

	isOpen({ token }: CallbackSlot): boolean {
		return this.#slots.has(token);
	}

	/** Used up from now on, whatever comes of it. Undefined when it is unknown, used or too old. */
	take(token: string): CallbackSlot | undefined {
		const slot = this.#slots.get(token);
		this.#slots.delete(token);
		clearTimeout(this.#timers.get(token));
		this.#timers.delete(token);
		return slot;
	}

	clear(): void {
		for (const timer of this.#timers.values()) clearTimeout(timer);
		this.#timers.clear();
		this.#slots.clear();
	}
}
