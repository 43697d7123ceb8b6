import { startBot } from './bot.mts';
import type { Chat } from './chat.mts';
import { DAY_MS } from './clock.mts';
import type { ConsultCore } from './core.mts';
import { bill, currentSession, endSession } from './sessions.mts';
import type { ConsultBubble, ConsultMessage, ConsultSession } from './types.mts';

/** One bubble to be sent. */
export interface Answer {
	/** The sender's own number; must be new in this channel. */
	serial: string;
	bubble: ConsultBubble;
}

export type SendProblem = 'ended' | 'duplicate';

/** How long a bubble can be recalled (facts 2.6). */
const RECALL_MS = DAY_MS;

export type RecallProblem = 'notFound' | 'notDeletable' | 'expired';

/** What agents do, through a hub's API or in its own screen. */
export class Agents {
	/** By channel: the serial numbers used so far. */
	readonly #serials = new Map<string, Set<string>>();
	readonly #core: ConsultCore;

	constructor(core: ConsultCore) {
		this.#core = core;
	}

	/** Shows bubbles in the room. Agents cannot speak first: without an open session nothing goes out (facts 2.1). */
	send(chat: Chat, answers: readonly Answer[], by: 'api' | 'console' = 'api'): ConsultMessage[] | SendProblem {
		const core = this.#core;
		const session = currentSession(core, chat);
		if (!session) return 'ended';
		const used = this.#used(chat.channel);
		if (answers.some(({ serial }) => used.has(serial))) return 'duplicate';
		const messages = answers.map(({ serial, bubble }) => {
			used.add(serial);
			// Automatic notices are not billed (facts 2.4).
			if (bubble.kind !== 'notice') bill(core, chat);
			return core.say(chat, 'agent', bubble, { serial });
		});
		core.tell({ type: 'answered', chat, session, messages, by });
		return messages;
	}

	end(chat: Chat): ConsultSession | null {
		currentSession(this.#core, chat);
		return endSession(this.#core, chat, 'agent');
	}

	/** Hands the customer back to the bot; the block speaks whether or not a consult was still open. */
	endWithBot(chat: Chat, event: string | null): ConsultSession | null {
		currentSession(this.#core, chat);
		const session = endSession(this.#core, chat, 'agentToBot');
		startBot(this.#core, chat, event);
		return session;
	}

	block(chat: Chat, blocked: boolean): void {
		if (blocked) endSession(this.#core, chat, 'agentBlocked');
		chat.blockedByAgent = blocked;
		this.#core.changed(chat);
	}

	/** Recalls one bubble: it stays as "deleted" in the customer's room, and what was billed stays billed. */
	recall(chat: Chat, message: ConsultMessage | undefined): RecallProblem | null {
		if (!message || message.from !== 'agent' || message.deletedAt) return 'notFound';
		if (message.bubble.kind === 'notice') return 'notDeletable';
		if (this.#core.clock.now() - Date.parse(message.at) > RECALL_MS) return 'expired';
		message.deletedAt = this.#core.clock.iso();
		this.#core.tell({ type: 'deleted', chat, message });
		this.#core.changed(chat);
		return null;
	}

	clear(): void {
		this.#serials.clear();
	}

	#used(channel: string): Set<string> {
		let used = this.#serials.get(channel);
		if (!used) this.#serials.set(channel, (used = new Set()));
		return used;
	}
}
