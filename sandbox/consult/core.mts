import type { EventBus } from '../world/events.mts';
import type { RandomText } from '../world/random.mts';
import type { Channel } from '../world/types.mts';
import { ConsultChannels } from './channels.mts';
import { Chat, Chats } from './chat.mts';
import { Clock } from './clock.mts';
import { Ids } from './ids.mts';
import { Media } from './media.mts';
import type { ConsultBubble, ConsultEntry, ConsultMessage, ConsultSession, EndReason, HubId } from './types.mts';

/** A consult was asked for. */
export interface Opened {
	type: 'opened';
	chat: Chat;
	session: ConsultSession;
	/** What came with the button; null when the customer just wrote in the room. */
	entry: ConsultEntry | null;
	/** The last metadata there was, of whichever session. */
	lastEntry: ConsultEntry | null;
	/** The customer's last words before it. */
	lastText: string;
	/** The button was tapped in an open consult. */
	again: boolean;
}

/** What a hub is told. */
export type Happening =
	| Opened
	| { type: 'message'; chat: Chat; session: ConsultSession; message: ConsultMessage }
	| { type: 'ended'; chat: Chat; session: ConsultSession; reason: EndReason }
	/** Bubbles of one send; `console`: an agent typed them into the hub's own screen. */
	| { type: 'answered'; chat: Chat; session: ConsultSession; messages: ConsultMessage[]; by: 'api' | 'console' }
	| { type: 'deleted'; chat: Chat; message: ConsultMessage };

export type HubListener = (happening: Happening) => void;

/** What the consult world needs of the rest of the sandbox. */
export interface Surroundings {
	bus: EventBus;
	channels: () => readonly Channel[];
	random: () => RandomText;
}

/** What customers' and agents' actions have in common: the chats, and whom to tell. */
export class ConsultCore {
	readonly clock = new Clock();
	readonly ids = new Ids();
	readonly chats = new Chats();
	readonly channels: ConsultChannels;
	readonly media: Media;
	readonly #bus: EventBus;
	readonly #hubs = new Map<HubId, HubListener>();

	constructor({ bus, channels, random }: Surroundings) {
		this.#bus = bus;
		this.channels = new ConsultChannels(channels);
		this.media = new Media(random, this.clock);
	}

	/** A hub listens to what happens in the channels that are connected to it. */
	on(hub: HubId, listener: HubListener): void {
		this.#hubs.set(hub, listener);
	}

	tell(happening: Happening): void {
		const hub = this.channels.find(happening.chat.channel)?.hub;
		if (hub) this.#hubs.get(hub)?.(happening);
	}

	/** Says to the phone page that it should look again. */
	changed(chat: Chat | null): void {
		this.#bus.emit({ type: 'consult', chat: chat?.head ?? null });
	}

	say(chat: Chat, from: ConsultMessage['from'], bubble: ConsultBubble, more: Partial<ConsultMessage> = {}): ConsultMessage {
		const message: ConsultMessage = {
			id: this.ids.message(), from, at: this.clock.iso(), sessionId: chat.open?.id ?? null, serial: '', bubble, extra: null,
			relayed: false, deletedAt: null, ...more,
		};
		chat.messages.push(message);
		chat.lastActivityAt = message.at;
		this.changed(chat);
		return message;
	}

	clear(): void {
		this.clock.reset();
		this.chats.clear();
		this.channels.clear();
		this.media.clear();
	}
}
