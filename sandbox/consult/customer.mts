import { botAnswers, startBot } from './bot.mts';
import { Chat } from './chat.mts';
import type { ConsultCore } from './core.mts';
import { notice } from './notices.mts';
import { ConsultRefusal } from './refusal.mts';
import { currentSession, endSession, extendSession, openSession } from './sessions.mts';
import type { ConsultBubble, ConsultChannel, ConsultEntry, ConsultMessage } from './types.mts';

/** What the customer types to end a consult (CLOSER platform/plan-settings/payment.md). */
export const END_COMMAND = '!종료';

/** The consult button's form (HappyTalk startPostMethod): `extra` up to 50 characters, `event` up to 100. */
export interface ButtonWish {
	extra?: string | null | undefined;
	bot?: ConsultEntry['bot'] | undefined;
	event?: string | null | undefined;
}

/** What customers do. */
export class Customers {
	readonly #core: ConsultCore;

	constructor(core: ConsultCore) {
		this.#core = core;
	}

	/** @throws ConsultRefusal for an unknown channel */
	chat(number: string, searchId: string): Chat {
		const known = this.#core.chats.find(searchId, number);
		if (known) return known;
		const channel = this.#core.channels.channel(searchId);
		if (!channel) throw new ConsultRefusal(`channel: ${searchId} does not exist`);
		return this.#core.chats.add(new Chat(number, channel, this.#core.clock.iso()));
	}

	/** Taps a consult button. @throws ConsultRefusal when that leads nowhere */
	open(number: string, searchId: string, { extra = null, bot = 'false', event = null }: ButtonWish = {}): Chat {
		const core = this.#core;
		const chat = this.chat(number, searchId);
		if (chat.blockedByCustomer) throw new ConsultRefusal('the customer has blocked this channel');
		const { hub, chatActive, bot: hasBot } = this.#settings(chat);
		if (!hub) throw new ConsultRefusal('the button works only while ConsultTalk is contracted: connect the channel to a hub');
		const session = currentSession(core, chat);
		if (bot === 'true' || (bot === 'auto' && !session && hasBot)) {
			if (session) endSession(core, chat, 'customerToBot');
			startBot(core, chat, event ?? 'welcome');
			return chat;
		}
		if (chat.blockedByAgent || !chatActive) {
			core.say(chat, 'system', notice(chat.blockedByAgent ? 'BL' : 'S1'));
			return chat;
		}
		openSession(core, chat, { extra, bot, event, at: core.clock.iso() });
		return chat;
	}

	/** Says something in the room. Whether a hub hears of it, the message's `relayed` tells. */
	say(chat: Chat, bubble: ConsultBubble, extra: string | null = null): ConsultMessage {
		const core = this.#core;
		if (chat.blockedByCustomer) throw new ConsultRefusal('the customer has blocked this channel');
		const session = currentSession(core, chat);
		if (session && bubble.kind === 'text' && bubble.text.trim() === END_COMMAND) {
			const message = core.say(chat, 'customer', bubble, { serial: core.ids.serial() });
			endSession(core, chat, 'customerCommand');
			return message;
		}
		if (!session && !this.#mayBegin(chat)) return this.#unheard(chat, bubble, extra);
		const open = session ?? openSession(core, chat, null);
		extendSession(core, chat, open);
		const message = core.say(chat, 'customer', bubble, { serial: core.ids.serial(), extra, relayed: true });
		core.tell({ type: 'message', chat, session: open, message });
		return message;
	}

	/** Leaves the room: the consult ends, and there is no event of its own for it (facts 1.1). */
	leave(chat: Chat): void {
		chat.withBot = false;
		endSession(this.#core, chat, 'customerLeft');
		this.#core.changed(chat);
	}

	block(chat: Chat, blocked: boolean): void {
		if (blocked) endSession(this.#core, chat, 'customerBlocked');
		chat.blockedByCustomer = blocked;
		if (blocked) chat.withBot = false;
		this.#core.changed(chat);
	}

	#settings(chat: Chat): ConsultChannel {
		const channel = this.#core.channels.find(chat.channel);
		if (!channel) throw new ConsultRefusal(`channel: ${chat.channel} does not exist`);
		return channel;
	}

	#mayBegin(chat: Chat): boolean {
		const { hub, chatActive } = this.#settings(chat);
		return hub !== null && chatActive && !chat.blockedByAgent && !chat.withBot;
	}

	#unheard(chat: Chat, bubble: ConsultBubble, extra: string | null): ConsultMessage {
		const core = this.#core;
		const message = core.say(chat, 'customer', bubble, { serial: core.ids.serial(), extra });
		if (chat.blockedByAgent) core.say(chat, 'system', notice('BL'));
		else if (chat.withBot) botAnswers(core, chat);
		else if (this.#settings(chat).hub) core.say(chat, 'system', notice('S1'));
		return message;
	}
}
