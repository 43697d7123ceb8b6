import type { Chat } from '../../consult/chat.mts';
import type { Happening } from '../../consult/core.mts';
import type { HubId } from '../../world/types.mts';
import type { HubTools } from '../contract.mts';
import { expiredBody, messageBody, referenceBody } from './callbackBodies.mts';

/** How long a `/reference` that shall come late waits for the message that is to pass it. */
const HELD_BACK_MS = 300;

/** Posts Kakao's raw callbacks below a receive domain: `/message`, `/reference`, `/expired_session` (facts 1.1). No signature. */
export class KakaoRelay {
	readonly #hub: HubId;
	readonly #tools: HubTools;
	readonly #domainOf: (senderKey: string) => string | null;
	/** References that wait for a message to pass them. */
	#held = new Map<Chat, () => void>();

	/** @param domainOf where a sender key's callbacks go; null = nobody listens */
	constructor(hub: HubId, tools: HubTools, domainOf: (senderKey: string) => string | null) {
		this.#hub = hub;
		this.#tools = tools;
		this.#domainOf = domainOf;
		tools.world.consult.on(hub, (happening) => this.#happened(happening));
	}

	reset(): void {
		this.#held.clear();
	}

	#happened(happening: Happening): void {
		const { chat } = happening;
		const { consult } = this.#tools.world;
		const senderKey = consult.channels.find(chat.channel)?.senderKey ?? '';
		const behaviour = this.#tools.behaviours.of(this.#hub);
		switch (happening.type) {
			case 'opened':
				this.#reference(chat, senderKey, referenceBody(happening, senderKey, consult.clock.now(), behaviour));
				break;
			case 'message':
				this.#post(chat, senderKey, 'message', messageBody(happening, senderKey, behaviour));
				this.#release(chat);
				break;
			case 'ended':
				this.#release(chat);
				this.#post(chat, senderKey, 'expired_session', expiredBody(happening, senderKey, behaviour));
				break;
			// Kakao tells nothing of what agents do.
			case 'answered':
			case 'deleted':
		}
	}

	#reference(chat: Chat, senderKey: string, body: string): void {
		const { repeatReference, messageBeforeReference } = this.#tools.behaviours.of(this.#hub);
		const post = () => {
			for (let copy = 0; copy <= repeatReference; copy++) this.#post(chat, senderKey, 'reference', body);
		};
		this.#release(chat);
		if (!messageBeforeReference) return post();
		this.#held.set(chat, post);
		this.#tools.callbacks.later(HELD_BACK_MS, () => {
			if (this.#held.get(chat) === post) this.#release(chat);
		});
	}

	#release(chat: Chat): void {
		const post = this.#held.get(chat);
		this.#held.delete(chat);
		post?.();
	}

	#post(chat: Chat, senderKey: string, kind: string, body: string): void {
		const domain = this.#domainOf(senderKey);
		if (!domain) return;
		this.#tools.callbacks.send({
			hub: this.#hub, kind, number: chat.number, channel: chat.channel, url: `${domain.replace(/\/+$/, '')}/${kind}`, body,
			// Timeout, retries and back-off are not public; one try is the strictest reading (facts 1.1).
			headers: () => ({}), failed: () => false, retryPausesMs: [],
		});
	}
}
