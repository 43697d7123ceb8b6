import type { News } from '../news.mts';
import { botApi, type Bot, type Conversation } from './api.mts';

const PAGE = 200;

/** The chatbots, who has talked with them, and what was said on the open phones. */
export class BotTalks {
	bots: Bot[] = [];
	/** Of each phone the most recent conversation, with its last words. */
	private heads = new Map<string, Conversation>();
	private loaded = new Map<string, Conversation[]>();
	private pages = new Map<string, number>();

	async loadHeads(): Promise<News> {
		const [bots, heads] = await Promise.all([botApi.bots(), botApi.heads()]);
		return () => {
			this.bots = bots;
			// The server sends the most recent first.
			this.heads = new Map(heads.reverse().map((head) => [head.number, head]));
		};
	}

	get all(): Conversation[] {
		return [...this.heads.values()];
	}

	get numbers(): string[] {
		return [...this.heads.keys()];
	}

	/** With whichever bot they talked last. */
	newest(number: string): Conversation | undefined {
		return this.heads.get(number);
	}

	botOf(channel: string): Bot | undefined {
		return this.bots.find((bot) => bot.channel === channel);
	}

	/** Undefined before they have been loaded. */
	of(number: string): Conversation[] | undefined {
		return this.loaded.get(number);
	}

	find(number: string, channel: string): Conversation | undefined {
		return this.loaded.get(number)?.find((talk) => talk.channel === channel);
	}

	async load(number: string): Promise<News> {
		const fresh = await botApi.talksOf(number, this.limitOf(number));
		return () => this.merge(number, fresh);
	}

	private merge(number: string, fresh: Conversation[]): void {
		const old = this.loaded.get(number) ?? [];
		// Entries never change: known ones keep their object, so their bubbles need no redraw. After a reset ids come back in use.
		const kept = fresh.map((talk) => {
			const known = new Map(old.find(({ botId }) => botId === talk.botId)?.entries.map((entry) => [entry.id, entry]));
			const entries = talk.entries.map((entry) => {
				const same = known.get(entry.id);
				return same?.at === entry.at ? same : entry;
			});
			return { ...talk, entries };
		});
		this.loaded.set(number, kept);
	}

	hasEarlier(number: string): boolean {
		return (this.loaded.get(number) ?? []).some(({ entries }) => entries.length >= this.limitOf(number));
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
