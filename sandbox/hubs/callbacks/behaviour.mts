import type { Shape } from '../../dealers/shape.mts';
import type { HubId } from '../../world/types.mts';

/** How a hub's callbacks misbehave. Everything off: as documented, once each, at once. */
export interface Behaviour {
	/** So many copies more of each callback. */
	duplicates: number;
	/** `/message` arrives before the `/reference` of the same consult (facts 1.1, Palette). */
	messageBeforeReference: boolean;
	/** So many times more the same `/reference` (facts 1.1, Palette). */
	repeatReference: number;
	/** Bodies from before Kakao's change: `content` beside `contents`, or alone. */
	legacyContent: 'off' | 'both' | 'only';
	/** `time` and `serial_number` in quotes (F3). */
	quotedNumbers: boolean;
	/** A signature (TalkBridge) or token (Channel Talk) that is wrong. */
	badSignature: boolean;
	/** Added to the time that a signature names; negative = an old one. */
	timestampOffsetSeconds: number;
	/** Before each callback. */
	delayMs: number;
	/** Pauses before the second, third, … try; null = as this hub does it. */
	retryPausesMs: number[] | null;
	/** Callbacks of one customer leave together instead of one after another. */
	unordered: boolean;
	/** Put into `/expired_session`; its values are not public (facts 1.1). */
	endType: string | null;
	/** Channel Talk: "Message" instead of "message" (facts 6.12). */
	upperCaseType: boolean;
	/** Channel Talk: requests per minute. */
	rateLimit: number;
	/** CLOSER: how long events are gathered. */
	batchMs: number;
	/** TalkBridge: from a send to its second echo. */
	echoMs: number;
	/** TalkBridge: consults of the plan; null = no end. */
	quota: number | null;
	/** TalkBridge: 503 NO_PERSISTENCE on every query. */
	noPersistence: boolean;
	/** TalkBridge: `serial` and `deleted` in the journal as the manual promises; the measured service leaves them out. */
	journalSerials: boolean;
}

const DEFAULTS: Behaviour = {
	duplicates: 0, messageBeforeReference: false, repeatReference: 0, legacyContent: 'off', quotedNumbers: false, badSignature: false,
	timestampOffsetSeconds: 0, delayMs: 0, retryPausesMs: null, unordered: false, endType: null, upperCaseType: false, rateLimit: 1000,
	batchMs: 200, echoMs: 1000, quota: null, noPersistence: false, journalSerials: false,
};

/** Body of `POST /api/hubs/behaviour`. */
export const BEHAVIOUR_SHAPE = {
	hub: 'string', duplicates: 'number', messageBeforeReference: 'boolean', repeatReference: 'number', legacyContent: 'string',
	quotedNumbers: 'boolean', badSignature: 'boolean', timestampOffsetSeconds: 'number', delayMs: 'number', retryPausesMs: ['number'],
	unordered: 'boolean', endType: 'string', upperCaseType: 'boolean', rateLimit: 'number', batchMs: 'number', echoMs: 'number',
	quota: 'number', noPersistence: 'boolean', journalSerials: 'boolean',
} as const satisfies Shape;

/** Every hub's behaviour; the control API changes it. */
export class Behaviours {
	#all: Partial<Behaviour> = {};
	#own = new Map<HubId, Partial<Behaviour>>();

	/** What was set for one hub goes before what was set for all. */
	of(hub: HubId): Behaviour {
		return { ...DEFAULTS, ...this.#all, ...this.#own.get(hub) };
	}

	/** @param hub absent = all hubs */
	set(changes: Partial<Behaviour>, hub?: HubId): void {
		if (hub) this.#own.set(hub, { ...this.#own.get(hub), ...changes });
		else this.#all = { ...this.#all, ...changes };
	}

	clear(): void {
		this.#all = {};
		this.#own.clear();
	}
}
