import { userKeyOf } from './ids.mts';
import type { ConsultChat, ConsultChatHead, ConsultEntry, ConsultMessage, ConsultSession } from './types.mts';

/** One customer in one channel's room, from the first word on. */
export class Chat {
	readonly number: string;
	/** The channel's `@name`. */
	readonly channel: string;
	readonly channelName: string;
	readonly userKey: string;
	/** Oldest first; only the last one can be open. */
	sessions: ConsultSession[] = [];
	withBot = false;
	blockedByCustomer = false;
	blockedByAgent = false;
	readonly billedDays = new Set<string>();
	messages: ConsultMessage[] = [];
	/** The last metadata that came with a consult button. */
	lastEntry: ConsultEntry | null = null;
	lastActivityAt: string;

	constructor(number: string, { searchId, name }: { searchId: string; name: string }, at: string) {
		this.number = number;
		this.channel = searchId;
		this.channelName = name;
		this.userKey = userKeyOf(searchId, number);
		this.lastActivityAt = at;
	}

	/** Null when none is open. Ask `currentSession`, which also looks at the clock. */
	get open(): ConsultSession | null {
		const last = this.sessions.at(-1);
		return last && last.endedAt === null ? last : null;
	}

	get head(): ConsultChatHead {
		return {
			number: this.number, channel: this.channel, channelName: this.channelName, userKey: this.userKey,
			state: this.open ? 'consult' : this.withBot ? 'bot' : 'closed', session: this.sessions.at(-1) ?? null,
			sessions: this.sessions.length, blockedByCustomer: this.blockedByCustomer, blockedByAgent: this.blockedByAgent,
			billedDays: [...this.billedDays], messages: this.messages.length, lastMessage: this.messages.at(-1) ?? null,
			lastActivityAt: this.lastActivityAt,
		};
	}

	/** With what was said. @param limit newest messages kept */
	whole(limit: number): ConsultChat {
		return { ...this.head, messages: limit === 0 ? [] : this.messages.slice(-limit) };
	}
}

/** All chats of the country. */
export class Chats {
	#byPlace = new Map<string, Chat>();
	#byUserKey = new Map<string, Chat>();
	#byNumber = new Map<string, Chat[]>();

	find(channel: string, number: string): Chat | undefined {
		return this.#byPlace.get(`${channel}\n${number}`);
	}

	byUserKey(channel: string, userKey: string): Chat | undefined {
		return this.#byUserKey.get(`${channel}\n${userKey}`);
	}

	add(chat: Chat): Chat {
		this.#byPlace.set(`${chat.channel}\n${chat.number}`, chat);
		this.#byUserKey.set(`${chat.channel}\n${chat.userKey}`, chat);
		this.#byNumber.set(chat.number, [...(this.#byNumber.get(chat.number) ?? []), chat]);
		return chat;
	}

	/** In the order of the first contact. */
	all(): Chat[] {
		return [...this.#byPlace.values()];
	}

	of(number: string): readonly Chat[] {
		return this.#byNumber.get(number) ?? [];
	}

	in(channel: string): Chat[] {
		return this.all().filter((chat) => chat.channel === channel);
	}

	clear(): void {
		this.#byPlace.clear();
		this.#byUserKey.clear();
		this.#byNumber.clear();
	}
}
