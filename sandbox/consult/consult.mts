import { Agents } from './agent.mts';
import type { Chat } from './chat.mts';
import { DAY_MS } from './clock.mts';
import { ConsultCore, type HubListener, type Surroundings } from './core.mts';
import { Customers, type ButtonWish } from './customer.mts';
import { fileBubble, findTapped, photosBubble, tapText, textBubble, type Tap, type Upload } from './customerContent.mts';
import { ConsultRefusal } from './refusal.mts';
import { currentSession, endSession } from './sessions.mts';
import type { ConsultChannel, ConsultMessage, HubId } from './types.mts';

/** What a customer writes; several parts become several messages. */
export interface Writing {
	text?: string | null;
	photos?: Upload[] | null;
	file?: Upload | null;
	/** As if it came from a button. */
	extra?: string | null;
}

/** ConsultTalk: customers and agents of all channels, behind whichever hub. */
export class Consult {
	readonly agents: Agents;
	readonly #core: ConsultCore;
	readonly #customers: Customers;

	constructor(surroundings: Surroundings) {
		this.#core = new ConsultCore(surroundings);
		this.#customers = new Customers(this.#core);
		this.agents = new Agents(this.#core);
	}

	get clock() { return this.#core.clock; }
	get chats() { return this.#core.chats; }
	get channels() { return this.#core.channels; }
	get media() { return this.#core.media; }

	on(hub: HubId, listener: HubListener): void {
		this.#core.on(hub, listener);
	}

	/** Connects a channel; what was open with the hub before ends there. @throws ConsultRefusal for an unknown channel */
	connect(searchId: string, changes: Partial<Pick<ConsultChannel, 'hub' | 'chatActive' | 'bot'>>): ConsultChannel {
		const before = this.#core.channels.find(searchId);
		if (!before) throw new ConsultRefusal(`channel: ${searchId} does not exist`);
		if (changes.hub !== undefined && changes.hub !== before.hub) {
			for (const chat of this.#core.chats.in(searchId)) endSession(this.#core, chat, 'disconnected');
		}
		this.#core.channels.set(searchId, changes);
		this.#core.changed(null);
		return { ...before, ...changes };
	}

	open(number: string, channel: string, wish: ButtonWish): Chat {
		return this.#customers.open(number, channel, wish);
	}

	write(number: string, channel: string, { text, photos, file, extra }: Writing): ConsultMessage[] {
		const chat = this.#customers.chat(number, channel);
		const { media } = this.#core;
		const bubbles = [
			...(text ? [textBubble(media, text)] : []), ...(photos ? [photosBubble(media, photos)] : []), ...(file ? [fileBubble(media, file)] : []),
		];
		return bubbles.map((bubble) => this.#customers.say(chat, bubble, extra || null));
	}

	/** @returns the message that the tap sent, if any, and the button */
	tap(number: string, channel: string, tap: Tap) {
		const chat = this.#customers.chat(number, channel);
		const tapped = findTapped(chat, tap);
		const { button } = tapped;
		const text = tapText(tapped);
		if (button.type === 'BC') this.#customers.open(number, channel, { bot: 'false', extra: button.extra ?? null });
		if (button.type === 'BT') this.#customers.open(number, channel, { bot: 'true', event: button.event ?? null });
		const message = text === null ? null : this.#customers.say(chat, textBubble(this.#core.media, text), button.extra ?? null);
		return { message, button };
	}

	leave(number: string, channel: string): Chat {
		const chat = this.#customers.chat(number, channel);
		this.#customers.leave(chat);
		return chat;
	}

	block(number: string, channel: string, blocked: boolean): Chat {
		const chat = this.#customers.chat(number, channel);
		this.#customers.block(chat, blocked);
		return chat;
	}

	/** Lets days go by. @returns how many sessions have ended of it */
	age(days: number): number {
		this.#core.clock.pass(days * DAY_MS);
		const open = this.#core.chats.all().filter((chat) => chat.open);
		return open.filter((chat) => currentSession(this.#core, chat) === null).length;
	}

	clear(): void {
		this.#core.clear();
		this.agents.clear();
	}
}
