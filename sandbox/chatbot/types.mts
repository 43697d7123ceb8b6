import type { BotOutput, BotQuickReply } from './content.mts';

export type * from './content.mts';

/** A block (블록) of the bot as it is set up in the Chatbot Admin Center. */
export interface BotBlock {
	id: string;
	name: string;
	/** What customers say to reach it; one that none of them matches reaches the fallback block. */
	utterances: readonly string[];
	/** The event that reaches it through the Bot Event API. */
	event: string | null;
	/** Whether it asks the skill server. */
	skill: boolean;
	/** Callback is switched on; works only in a bot that is an AI chatbot. */
	callback: boolean;
	/** Without a skill: what it says. Holds `{{#webhook.key}}` and `{{#current.event.data.key}}`. */
	text: string;
	/** What customers see while a callback is awaited, unless the skill says something else. */
	waiting: string;
}

export interface Bot {
	/** 24 hexadecimal digits; skill calls of the dev channel add a `!`. */
	id: string;
	name: string;
	/** The channel's `@name`. */
	channel: string;
	/** Null: no skill registered; blocks answer with their text. */
	skillUrl: string | null;
	/** Sent along with each skill call, as typed into the skill. */
	skillHeaders: Readonly<Record<string, string>>;
	/** Kakao has switched the bot to AI chatbot: callbacks work. */
	aiChatbot: boolean;
	/** Said when nothing matches and when the skill fails. */
	fallbackText: string;
	blocks: readonly BotBlock[];
}

/** What the Admin Center would say of a skill's answer. An error: the customer gets the fallback answer; a warning: something is cut. */
export interface SkillProblem {
	severity: 'error' | 'warning';
	/** `template.outputs[0].basicCard.title`; empty for the answer as a whole. */
	path: string;
	message: { ko: string; en: string };
}

/** One call to the skill server. */
export interface SkillCall {
	url: string;
	/** 0 = none in time. */
	status: number;
	ms: number;
	request: string;
	response: string;
}

export interface ConversationEntry {
	id: string;
	at: string;
	from: 'customer' | 'bot' | 'system';
	/** Words of the customer, a block's own text, or a notice. */
	text: string | null;
	outputs: readonly BotOutput[];
	quickReplies: readonly BotQuickReply[];
	/** Where a bot's words come from; null for the others. */
	source: 'skill' | 'callback' | 'block' | 'waiting' | 'event' | 'fallback' | null;
	block: Pick<BotBlock, 'id' | 'name'> | null;
	problems: readonly SkillProblem[];
	skill: SkillCall | null;
}

/** One person with one bot, without what was said. */
export interface ConversationHead {
	number: string;
	channel: string;
	botId: string;
	/** What skills know the person by. */
	botUserKey: string;
	/** A callback is awaited. */
	waiting: boolean;
	entries: number;
	lastEntry: ConversationEntry | null;
	lastActivityAt: string;
}

export type Conversation = Omit<ConversationHead, 'entries'> & { entries: readonly ConversationEntry[] };
