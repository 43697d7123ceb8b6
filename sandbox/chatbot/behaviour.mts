import type { Shape } from '../dealers/shape.mts';

/** Which of the payloads of facts 8.2 a skill gets. `devChannel`: a `!` at the bot's id; `minimal`: without the optional fields. */
export type PayloadKind = 'talk' | 'tester' | 'devChannel' | 'minimal';

export interface ChatbotBehaviour {
	/** How long a skill may take: 5 s (facts 7.1). */
	timeoutMs: number;
	/** How long a callback URL lives: 1 minute (facts 7.3). */
	callbackMs: number;
	payload: PayloadKind;
}

const DEFAULTS: ChatbotBehaviour = { timeoutMs: 5000, callbackMs: 60_000, payload: 'talk' };

/** Body of `POST /api/chatbot/behaviour`. */
export const CHATBOT_BEHAVIOUR_SHAPE = { timeoutMs: 'number', callbackMs: 'number', payload: 'string' } as const satisfies Shape;
export const CHATBOT_CHOICES = { payload: ['talk', 'tester', 'devChannel', 'minimal'] } as const satisfies { payload: readonly PayloadKind[] };

export class ChatbotBehaviours {
	#now = DEFAULTS;

	get now(): ChatbotBehaviour {
		return this.#now;
	}

	set(changes: Partial<ChatbotBehaviour>): void {
		this.#now = { ...this.#now, ...changes };
	}

	clear(): void {
		this.#now = DEFAULTS;
	}
}
