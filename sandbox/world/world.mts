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
import { Templates } from './templates.mts';
import type { Channel, OptOut, RefusedSend, SandboxMessage } from './types.mts';

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

/** What a dealer knows of a message before the world has taken it. */
export type Draft = Omit<
	SandboxMessage,
	'id' | 'channel' | 'channelName' | 'state' | 'resultCode' | 'reason' | 'finishedAt'
> & {
	channel: Channel;
	/** Brand Message: the opt-out number that the request names; the channel's own otherwise. */
	optOut?: OptOut | null;
};

/** Refused sends kept for the phone page. */
const REFUSED_KEPT = 10_000;
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
	#messages: SandboxMessage[] = [];
	#byId = new Map<string, SandboxMessage>();
	#refused: RefusedSend[] = [];
	#resetAt = 0;
	#lastId = 0;

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
	draft({ channel, optOut, ...draft }: Draft): SandboxMessage {
		const message: SandboxMessage = {
			id: `m${++this.#lastId}`, ...draft, channel: channel.searchId, channelName: channel.name,
			state: 'processing', resultCode: null, reason: null, finishedAt: null,
		};
		if (optOut) this.#brand.note(message, optOut);
		return message;
	}

	/** Takes the messages of one request for delivery at `due` (ms since the epoch; null = now). */
	accept(messages: SandboxMessage[], due: number | null = null, verdicts = NO_VERDICTS): void {
		this.delivery.start({ messages, verdicts, due: due ?? 0 });
		for (const message of messages) {
			this.#messages.push(message);
			this.#byId.set(message.id, message);
			this.phones.received(message);
			this.journal.accepted(message);
			this.bus.emit({ type: 'message', message });
		}
	}

	/** Notes a send that a dealer refused. */
	refuse(refusal: Omit<RefusedSend, 'id' | 'at'>): void {
		const refused = { id: `r${++this.#lastId}`, at: new Date().toISOString(), ...refusal };
		this.#refused.push(refused);
		if (this.#refused.length >= 2 * REFUSED_KEPT) this.#refused = this.#refused.slice(-REFUSED_KEPT);
		this.phones.refused(refused.to, refused.at);
		this.bus.emit({ type: 'refused', refused });
	}

	/** All accepted messages, oldest first. */
	get messages(): readonly SandboxMessage[] {
		return this.#messages;
	}

	/** Refused sends, oldest first. */
	get refused(): readonly RefusedSend[] {
		return this.#refused.slice(-REFUSED_KEPT);
	}

	message(id: string): SandboxMessage | undefined {
		return this.#byId.get(id);
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
		this.#messages = [];
		this.#byId.clear();
		this.#refused = [];
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
