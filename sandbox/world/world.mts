import { Consult } from '../consult/consult.mts';
import { BrandDelivery } from './brandDelivery.mts';
import { BrandTemplates } from './brandTemplates.mts';
import type { KakaoCode } from './codes.mts';
import { Delivery } from './delivery.mts';
import { EventBus } from './events.mts';
import { Images } from './images.mts';
import { Journal } from './journal.mts';
import { Night, type NightMode } from './night.mts';
import { Phones } from './phones.mts';
import { type RandomText, seededText } from './random.mts';
import { DEMO_CHANNELS, DEMO_CONSULT } from './seed/channels.mts';
import { seedDemo, seedDemoPictures } from './seed/demo.mts';
import { type Draft, type RefusedDraft, Sends } from './sends.mts';
import { Templates } from './templates.mts';
import type { Channel, RefusedSend, SandboxMessage } from './types.mts';

/** How the local Kakao behaves. All times in milliseconds. */
export interface WorldOptions {
	/** Makes ids and injected faults repeatable. */
	seed: number;
	/** From acceptance (or the reserved time) to the delivery report. */
	reportDelayMs: number;
	/** How long a new message stays invisible to the dealers' list queries. */
	listLagMs: number;
	/** Whether the demo channels, templates and phones exist. */
	demo: boolean;
	/** Whether it is night for advertising, until the control API says otherwise. */
	night: NightMode;
}

const NO_VERDICTS: ReadonlyMap<string, KakaoCode> = new Map();

/** The shared Kakao behind all dealers: channels, templates, phones and every message. */
export class World {
	readonly options: WorldOptions;
	readonly bus = new EventBus();
	readonly phones = new Phones();
	readonly templates = new Templates();
	readonly brandTemplates = new BrandTemplates();
	readonly images = new Images(() => this.randomText);
	readonly night: Night;
	readonly journal = new Journal();
	readonly consult = new Consult({ bus: this.bus, channels: () => this.channels, random: () => this.randomText });
	readonly delivery: Delivery;
	channels: Channel[] = [];
	randomText: RandomText;
	readonly #brand: BrandDelivery;
	readonly #sends = new Sends();
	#resetAt = 0;

	constructor(options: WorldOptions) {
		this.options = options;
		this.randomText = seededText(options.seed);
		this.night = new Night(options.night);
		this.#brand = new BrandDelivery(this.phones, this.night, (searchId) => this.channels.find((channel) => channel.searchId === searchId));
		this.delivery = new Delivery(this.phones, this.#brand, this.bus, options.reportDelayMs);
		this.#seed();
	}

	/** Tells where `GET /images/:id` is served. Pictures, and the templates that show them, exist only from then on. */
	servePicturesAt(base: string): void {
		this.images.base = base;
		this.consult.media.base = base;
		if (this.options.demo) seedDemoPictures(this);
	}

	/** A message that exists but is not sent yet (SOLAPI groups hold such for a while). */
	draft({ optOut, ...draft }: Draft): SandboxMessage {
		const message = this.#sends.draft(draft);
		if (optOut) this.#brand.note(message, optOut);
		return message;
	}

	/** Takes the messages of one request for delivery at `due` (ms since the epoch; null = now). */
	accept(messages: SandboxMessage[], due: number | null = null, verdicts = NO_VERDICTS): void {
		this.delivery.start({ messages, verdicts, due: due ?? 0 });
		for (const message of messages) {
			this.#sends.accept(message);
			this.phones.received(message);
			this.journal.accepted(message);
			this.bus.emit({ type: 'message', message });
		}
	}

	/** Notes a send that a dealer refused. */
	refuse(refusal: RefusedDraft): void {
		const refused = this.#sends.refuse(refusal);
		this.phones.refused(refused.to, refused.at);
		this.bus.emit({ type: 'refused', refused });
	}

	/** All accepted messages, oldest first. */
	get messages(): readonly SandboxMessage[] {
		return this.#sends.messages;
	}

	/** Refused sends, oldest first. */
	get refused(): readonly RefusedSend[] {
		return this.#sends.refused;
	}

	message(id: string): SandboxMessage | undefined {
		return this.#sends.message(id);
	}

	/** Whether list queries show it already. @param acceptedAt ISO 8601 */
	isListed(acceptedAt: string): boolean {
		return this.options.listLagMs === 0 || Date.parse(acceptedAt) + this.options.listLagMs <= Date.now();
	}

	/**
	 * Back to the first moment.
	 * @returns when, in epoch milliseconds; later than any reset before
	 */
	reset(): number {
		this.delivery.stop();
		this.phones.clear();
		this.templates.clear();
		this.brandTemplates.clear();
		this.images.clear();
		this.night.mode = this.options.night;
		this.journal.clear();
		this.consult.clear();
		this.#sends.clear();
		this.randomText = seededText(this.options.seed);
		this.#seed();
		this.#resetAt = Math.max(Date.now(), this.#resetAt + 1);
		this.bus.emit({ type: 'reset', at: this.#resetAt });
		return this.#resetAt;
	}

	#seed(): void {
		this.channels = this.options.demo ? DEMO_CHANNELS.map((channel) => ({ ...channel })) : [];
		if (!this.options.demo) return;
		seedDemo(this);
		for (const [searchId, hub] of DEMO_CONSULT) this.consult.connect(searchId, { hub });
	}
}
