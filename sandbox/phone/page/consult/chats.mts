import type { News } from '../news.mts';
import { consultApi, type ConsultChannel, type ConsultChat, type RoomHead } from './api.mts';

const PAGE = 200;

/** The consult rooms of all phones, and what was said in those of the open ones. */
export class ConsultChats {
	/** Which channels there are, and where their ConsultTalk goes. */
	channels: ConsultChannel[] = [];
	/** The server sends the most recent first, and of very many not all. */
	private heads = new Map<string, RoomHead[]>();
	private loaded = new Map<string, ConsultChat[]>();
	private pages = new Map<string, number>();

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
		const chats = this.loaded.get(number) ?? [];
		return channel ? chats.find((chat) => chat.channel === channel) : chats.find(({ state }) => state === 'consult');
	}

	/** Messages of agents and bots. */
	incoming(number: string): number {
		return (this.heads.get(number) ?? []).reduce((sum, { incoming }) => sum + incoming, 0);
	}

	/** The most recent first; undefined before they have been loaded. */
	of(number: string): ConsultChat[] | undefined {
		return this.loaded.get(number);
	}

	async load(number: string): Promise<News> {
		const fresh = await consultApi.chatsOf(number, this.limitOf(number));
		return () => this.merge(number, fresh);
	}

	private merge(number: string, fresh: ConsultChat[]): void {
		const known = new Map(this.loaded.get(number)?.flatMap(({ messages }) => messages.map((message) => [message.id, message])));
		// Unchanged messages keep their object, so their bubbles need no redraw. After a reset, ids may come back in use.
		const kept = fresh.map((chat) => ({
			...chat,
			messages: chat.messages.map((message) => {
				const old = known.get(message.id);
				return old?.at === message.at && old.deletedAt === message.deletedAt ? old : message;
			}),
		}));
		this.loaded.set(number, kept);
	}

	hasEarlier(number: string): boolean {
		return (this.loaded.get(number) ?? []).some(({ messages }) => messages.length >= this.limitOf(number));
	}

	/** The next load brings one page more. */
	wantEarlier(number: string): void {
		this.pages.set(number, (this.pages.get(number) ?? 1) + 1);
	}

	forget(number: string): void {
		this.loaded.delete(number);
		this.pages.delete(number);
	}

	clear(): void {
		this.heads.clear();
		this.loaded.clear();
		this.pages.clear();
	}

	private limitOf(number: string): number {
		return (this.pages.get(number) ?? 1) * PAGE;
	}
}
