import type { Channel } from '../world/types.mts';
import type { ConsultChannel, HubId } from './types.mts';

type Setting = Pick<ConsultChannel, 'hub' | 'chatActive' | 'bot'>;

/** Before anybody has connected a channel. */
const UNTOUCHED: Setting = { hub: null, chatActive: true, bot: true };

/** Which hub each channel's ConsultTalk goes to. A channel has one at a time: connecting takes it from the other (facts 6.4). */
export class ConsultChannels {
	#settings = new Map<string, Setting>();
	readonly #channels: () => readonly Channel[];

	constructor(channels: () => readonly Channel[]) {
		this.#channels = channels;
	}

	all(): ConsultChannel[] {
		return this.#channels().map((channel) => this.#shown(channel));
	}

	find(searchId: string): ConsultChannel | undefined {
		const channel = this.#channels().find((candidate) => candidate.searchId === searchId);
		return channel && this.#shown(channel);
	}

	bySenderKey(senderKey: string): ConsultChannel | undefined {
		const channel = this.#channels().find((candidate) => candidate.senderKey === senderKey);
		return channel && this.#shown(channel);
	}

	/** The hub's channels. */
	of(hub: HubId): ConsultChannel[] {
		return this.all().filter((channel) => channel.hub === hub);
	}

	/** The channel as the rest of the sandbox knows it. */
	channel(searchId: string): Channel | undefined {
		return this.#channels().find((candidate) => candidate.searchId === searchId);
	}

	set(searchId: string, changes: Partial<Setting>): void {
		this.#settings.set(searchId, { ...(this.#settings.get(searchId) ?? UNTOUCHED), ...changes });
	}

	clear(): void {
		this.#settings.clear();
	}

	#shown({ searchId, name, senderKey }: Channel): ConsultChannel {
		return { channel: searchId, channelName: name, senderKey, ...(this.#settings.get(searchId) ?? UNTOUCHED) };
	}
}
