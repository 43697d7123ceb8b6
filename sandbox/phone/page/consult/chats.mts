import type { News } from '../news.mts';
import { keepKnown, Pages } from '../pages.mts';
import { consultApi, type ConsultChannel, type ConsultChat, type ConsultMessage, type RoomHead } from './api.mts';

/** The consult rooms of all phones, and what was said in those of the open ones, the most recent first. */
export class ConsultChats extends Pages<ConsultChat> {
	/** Which channels there are, and where their ConsultTalk goes. */
	channels: ConsultChannel[] = [];
	/** The server sends the most recent first, and of very many not all. */
	private heads = new Map<string, RoomHead[]>();

	async loadHeads(): Promise<News> {
		const [rooms, channels] = await Promise.all([consultApi.rooms(), consultApi.channels()]);
		return () => {
			this.channels = channels;
			this.heads = new Map();
			for (const room of rooms) this.heads.set(room.number, [...(this.heads.get(room.number) ?? []), room]);
		};
	}

	/** Phones that have said or heard something in a consult. */
	get numbers(): string[] {
		return [...this.heads.keys()];
	}

	get all(): RoomHead[] {
		return [...this.heads.values()].flat();
	}

	/** The room in which something happened last. */
	newest(number: string): RoomHead | undefined {
		return this.heads.get(number)?.[0];
	}

	/** Of an open phone. @param channel without one, the room with an open consult in which something happened last */
	find(number: string, channel?: string): ConsultChat | undefined {
		const chats = this.of(number) ?? [];
		return channel ? chats.find((chat) => chat.channel === channel) : chats.find(({ state }) => state === 'consult');
	}

	/** Messages of agents and bots. */
	incoming(number: string): number {
		return (this.heads.get(number) ?? []).reduce((sum, { incoming }) => sum + incoming, 0);
	}

	override clear(): void {
		super.clear();
		this.heads.clear();
	}

	protected read(number: string, limit: number): Promise<ConsultChat[]> {
		return consultApi.chatsOf(number, limit);
	}

	protected merge(known: readonly ConsultChat[], fresh: ConsultChat[]): ConsultChat[] {
		return fresh.map((chat) => {
			const old = known.find(({ channel }) => channel === chat.channel)?.messages ?? [];
			return { ...chat, messages: keepKnown(old, chat.messages, ({ at, deletedAt }, message) => at === message.at && deletedAt === message.deletedAt) };
		});
	}

	protected lists(loaded: ConsultChat[]): ConsultMessage[][] {
		return loaded.map(({ messages }) => messages);
	}
}
