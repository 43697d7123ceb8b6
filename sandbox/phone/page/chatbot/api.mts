import type { Tap } from '../../../chatbot/tap.mts';
import type { Bot, BotButton, Conversation, ConversationEntry } from '../../../chatbot/types.mts';
import { ask, read } from '../calls.mts';

export type {
	Bot, BotBasicCard, BotButton, BotCommerceCard, BotItemCard, BotListCard, BotListItem, BotOutput, BotQuickReply, BotTextCard,
	BotThumbnail, CarouselType, Conversation, ConversationEntry, SkillProblem,
} from '../../../chatbot/types.mts';
export type { Tap } from '../../../chatbot/tap.mts';

/** The server gives no more of one conversation. */
export const MOST_ENTRIES = 2000;

export const botApi = {
	bots: () => read<Bot[]>('/api/chatbot/bots'),
	/** All conversations, with their last words only. */
	heads: () => read<Conversation[]>('/api/chatbot/conversations?limit=1'),
	/** @param limit newest entries of each conversation */
	talksOf: (number: string, limit: number) =>
		read<Conversation[]>(`/api/chatbot/conversations?number=${encodeURIComponent(number)}&limit=${Math.min(limit, MOST_ENTRIES)}`),
	/** Comes back when the bot has answered: up to five seconds later. */
	say: (number: string, channel: string, utterance: string) => ask<unknown>('POST', '/api/chatbot/say', { number, channel, utterance }),
	tap: (number: string, channel: string, tap: Tap) =>
		ask<{ button: BotButton; entries: ConversationEntry[] }>('POST', '/api/chatbot/tap', { number, channel, ...tap }),
	/** @param skillUrl null: no skill */
	setSkill: (bot: string, skillUrl: string | null) => ask<Bot>('PUT', `/api/chatbot/bots/${encodeURIComponent(bot)}`, { skillUrl }),
};
