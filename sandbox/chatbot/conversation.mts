import type { ContextValue } from './answer/read.mts';
import type { Person } from './people.mts';
import type { Bot, Conversation, ConversationEntry, ConversationHead } from './types.mts';

interface KeptContext extends ContextValue { endsAt: number }

const NOTHING: Omit<ConversationEntry, 'id' | 'at' | 'from'> = {
	text: null, outputs: [], quickReplies: [], source: null, block: null, problems: [], skill: null,
};
const ENTRIES_KEPT = 2000;

/** One person's conversation with one bot. */
export class Talk {
	readonly #person: () => Person;
	readonly #botId: string;
	readonly #channel: string;
	readonly #changed: (head: ConversationHead) => void;
	/** Callbacks that skills have promised and not made yet, by their tokens. */
	readonly awaited = new Set<string>();
	#entries: ConversationEntry[] = [];
	#contexts = new Map<string, KeptContext>();
	#lastId = 0;
	#lastActivityAt = new Date().toISOString();

	/** @param person asked each time: friends come and go */
	constructor(person: () => Person, { id, channel }: Bot, changed: (head: ConversationHead) => void) {
		this.#person = person;
		this.#botId = id;
		this.#channel = channel;
		this.#changed = changed;
	}

	get person(): Person {
		return this.#person();
	}

	get head(): ConversationHead {
		const { number, botUserKey } = this.person;
		return {
			number, channel: this.#channel, botId: this.#botId, botUserKey, waiting: this.awaited.size > 0,
			entries: this.#entries.length, lastEntry: this.#entries.at(-1) ?? null, lastActivityAt: this.#lastActivityAt,
		};
	}

	/** @param limit newest entries kept */
	whole(limit: number): Conversation {
		return { ...this.head, entries: this.#entries.slice(-limit) };
	}

	entry(id: string): ConversationEntry | undefined {
		return this.#entries.find((candidate) => candidate.id === id);
	}

	add(from: ConversationEntry['from'], what: Partial<ConversationEntry>): ConversationEntry {
		this.#lastActivityAt = new Date().toISOString();
		const entry = { id: `b${++this.#lastId}`, at: this.#lastActivityAt, from, ...NOTHING, ...what };
		this.#entries.push(entry);
		if (this.#entries.length >= 2 * ENTRIES_KEPT) this.#entries = this.#entries.slice(-ENTRIES_KEPT);
		this.#changed(this.head);
		return entry;
	}

	/** What skills have set; `lifeSpan` counts down with each utterance. The inner shape is unconfirmed (facts 7.1). */
	get contexts(): object[] {
		return [...this.#contexts.values()].map(({ name, lifeSpan, ttl, params }) => ({
			name, lifeSpan, ttl,
			params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, { value: String(value), resolvedValue: String(value) }])),
		}));
	}

	countDown(): void {
		for (const [name, context] of this.#contexts) {
			context.lifeSpan -= 1;
			if (context.lifeSpan < 0 || context.endsAt < Date.now()) this.#contexts.delete(name);
		}
	}

	/** A `lifeSpan` of 0 deletes (facts 7.2). */
	remember(values: readonly ContextValue[]): void {
		for (const value of values) {
			if (value.lifeSpan === 0) this.#contexts.delete(value.name);
			else this.#contexts.set(value.name, { ...value, endsAt: value.ttl === null ? Infinity : Date.now() + value.ttl * 1000 });
		}
	}
}
