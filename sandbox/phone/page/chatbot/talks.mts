import type { News } from '../news.mts';
import { keepKnown, Pages } from '../pages.mts';
import { botApi, type Bot, type Conversation, type ConversationEntry } from './api.mts';

/** The chatbots, who has talked with them, and what was said on the open phones. */
export class BotTalks extends Pages<Conversation> {
	bots: Bot[] = [];
	/** Of each phone the most recent conversation, with its last words. */
	private heads = new Map<string, Conversation>();

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

	find(number: string, channel: string): Conversation | undefined {
		return this.of(number)?.find((talk) => talk.channel === channel);
	}

	override clear(): void {
		super.clear();
		this.heads.clear();
	}

	protected read(number: string, limit: number): Promise<Conversation[]> {
		return botApi.talksOf(number, limit);
	}

	protected merge(known: readonly Conversation[], fresh: Conversation[]): Conversation[] {
		return fresh.map((talk) => {
			const old = known.find(({ botId }) => botId === talk.botId)?.entries ?? [];
			// Entries never change.
			return { ...talk, entries: keepKnown(old, talk.entries, ({ at }, entry) => at === entry.at) };
		});
	}

	protected lists(loaded: Conversation[]): (readonly ConversationEntry[])[] {
		return loaded.map(({ entries }) => entries);
	}
}
