import type { KakaoCode } from './codes.mts';
import { userIdOf } from './kakaoIds.mts';
import { Relations } from './relations.mts';
import type { PhoneSettings, SandboxMessage } from './types.mts';

/** A phone with what has come in on it, as `GET /api/phones` shows it. */
export interface PhoneSummary extends PhoneSettings {
	/** The person's user ID at the app of Kakao Developers, in digits. */
	userId: string;
	/** Accepted messages of all dealers, whatever became of them. */
	messages: number;
	refused: number;
	/** ISO 8601; null when nothing ever came. */
	lastActivityAt: string | null;
}

/** How a number behaves before anybody has touched its settings. */
const untouched = (number: string): PhoneSettings => ({
	number, label: null, kakaoUser: true, blocksAlimTalk: false, friend: true, consents: true, dead: false,
});

/** The number whose KakaoTalk never receives (Kakao 3018); its text messages do arrive. See seed/phones.mts. */
export const UNDELIVERABLE_NUMBER = '01000003018';

/** The customer to whom Channel Talk itself sends a follow-up alarm as soon as an agent has answered. See seed/phones.mts. */
export const FOLLOWED_UP_NUMBER = '01000004001';

/** All phones of the country. Every number exists; only those with settings or messages are remembered. */
export class Phones {
	readonly relations = new Relations((number) => this.get(number).friend);
	#settings = new Map<string, PhoneSettings>();
	/** Insertion order is activity order: the last one is the newest. */
	#activity = new Map<string, { messages: SandboxMessage[]; refused: number; at: string }>();

	get(number: string): PhoneSettings {
		return this.#settings.get(number) ?? untouched(number);
	}

	/** Flipping `friend` speaks of all channels at once: what was said of single ones is forgotten. */
	set(settings: PhoneSettings): void {
		if (settings.friend !== this.get(settings.number).friend) this.relations.forget(settings.number);
		this.#settings.set(settings.number, settings);
	}

	/** What Kakao answers for an AlimTalk to this number when the message itself is in order. */
	kakaoCode(number: string): KakaoCode {
		const settings = this.#settings.get(number);
		if (!settings) return '1000';
		if (number === UNDELIVERABLE_NUMBER) return '3018';
		if (!settings.kakaoUser || settings.dead) return '3019';
		return settings.blocksAlimTalk ? '3020' : '1000';
	}

	received(message: SandboxMessage): void {
		this.#touch(message.to, message.acceptedAt).messages.push(message);
	}

	refused(number: string, at: string): void {
		this.#touch(number, at).refused += 1;
	}

	/** Messages to one number, oldest first. */
	messagesTo(number: string): readonly SandboxMessage[] {
		return this.#activity.get(number)?.messages ?? [];
	}

	/** Newest activity first; numbers that only have settings come last. */
	list(limit: number): PhoneSummary[] {
		const numbers = [...this.#activity.keys()].reverse();
		const quiet = [...this.#settings.keys()].filter((number) => !this.#activity.has(number));
		return [...numbers.slice(0, limit), ...quiet].map((number) => this.summary(number));
	}

	summary(number: string): PhoneSummary {
		const activity = this.#activity.get(number);
		return {
			...this.get(number),
			userId: userIdOf(number),
			messages: activity?.messages.length ?? 0,
			refused: activity?.refused ?? 0,
			lastActivityAt: activity?.at ?? null,
		};
	}

	clear(): void {
		this.#settings.clear();
		this.relations.clear();
		this.#activity.clear();
	}

	#touch(number: string, at: string) {
		const activity = this.#activity.get(number) ?? { messages: [], refused: 0, at };
		activity.at = at;
		this.#activity.delete(number);
		this.#activity.set(number, activity);
		return activity;
	}
}
