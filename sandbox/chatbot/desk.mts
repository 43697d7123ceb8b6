import type { Bots } from './bots.mts';
import type { Talk } from './conversation.mts';
import type { Engine } from './engine.mts';
import type { People } from './people.mts';
import type { CallbackUrls } from './skill/callbacks.mts';
import type { Bot } from './types.mts';

/** What the Bot Event API and callbacks need of the chatbot. */
export interface BotDesk {
	readonly bots: Bots;
	readonly people: People;
	readonly engine: Engine;
	readonly callbacks: CallbackUrls;
	talk(number: string, bot: Bot): Talk;
}
