import { randomUUID } from 'node:crypto';
import type { Chat } from '../../consult/chat.mts';
import { DEMO_HUB_CREDENTIALS } from '../../world/credentials.mts';
import type { CallbackAddress, HubTools } from '../contract.mts';

/** "30분간 최대 3회 재전송" (builder/manage/webhook.md); the pauses between them are not public. */
const RETRY_PAUSES_MS = [600_000, 600_000, 600_000];

/** Gathers events for a moment and posts them as one array (closer-webhook.md, DELIVERY). */
export class Deliveries {
	readonly #tools: HubTools;
	#address: CallbackAddress | null = null;
	#waiting: object[] = [];
	disabled = false;

	constructor(tools: HubTools) {
		this.#tools = tools;
	}

	get address() { return this.#address; }

	/** Registering it anew also switches it on again. */
	set address(address: CallbackAddress | null) {
		this.#address = address;
		this.disabled = false;
	}

	event(chat: Chat, name: string, data: object): void {
		if (!this.#address || this.disabled) return;
		const { botId } = DEMO_HUB_CREDENTIALS.closer;
		const timestamp = this.#tools.world.consult.clock.now();
		this.#waiting.push({ id: randomUUID(), sourceId: botId, sourceType: 'bot', event: name, data, timestamp });
		if (this.#waiting.length === 1) this.#tools.callbacks.later(this.#tools.behaviours.of('closer').batchMs, () => this.#post(chat));
	}

	reset(): void {
		this.#waiting = [];
		this.address = null;
	}

	#post({ channel }: Chat): void {
		const messages = this.#waiting;
		this.#waiting = [];
		if (!this.#address || messages.length === 0) return;
		const { url } = this.#address;
		this.#tools.callbacks.send({
			// One line for the whole bot: events of many customers travel together.
			hub: 'closer', kind: 'events', number: '', channel, url,
			body: JSON.stringify({ id: randomUUID(), webhookId: DEMO_HUB_CREDENTIALS.closer.webhookId, webhookUrl: url, messages }),
			headers: () => ({ 'User-Agent': 'CLOSER/webhook' }), failed: (status) => status !== 200, retryPausesMs: RETRY_PAUSES_MS,
			wanted: () => !this.disabled,
			answered: ({ status }, last) => {
				if (status !== 200 && last) this.disabled = true;
			},
		});
	}
}
