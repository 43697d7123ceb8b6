import type { Shape } from '../dealers/shape.mts';

/** What Kakao Developers does where the documents leave a choice, and how its webhooks misbehave. */
export interface DevelopersBehaviour {
	/** So many copies more of each webhook, with the same `X-Kakao-Resource-ID`. */
	duplicates: number;
	/** Webhooks carry a key that is not the app's. */
	wrongKey: boolean;
	/** Before each webhook. */
	delayMs: number;
	/** `old`: `plus_friend_public_id`, `plus_friend_uuid` as in 2020; `both`: old and new, with `timestamp`. */
	fieldNames: 'new' | 'old' | 'both';
	/** Pauses before further tries. None: no version of Kakao's page names a retry (facts 3.1, [U]). */
	retryPausesMs: number[];
	/** How long a customer's server may take: 3 s (facts 3.1). */
	answerWithinMs: number;
	/** What `/multi` does with somebody who is no user of the app (facts 9.6, [U]). */
	multiUnlinked: 'omit' | 'bare' | 'error';
	/** What `/multi` does with somebody who has not consented; `bare`: an element without `channels` (facts 1.2). */
	multiUnconsented: 'omit' | 'bare' | 'error';
	/** What `user_ids` of the disputed delete may be: `["1"]` or `[1]`, `[{"id":"1"}]`, or either (facts 2.4). */
	deleteFormat: 'any' | 'plain' | 'objects';
	/** How the list shows `schema` (facts 2.2). */
	schemaAs: 'string' | 'object';
	/** When a refresh answers with a new refresh token; `auto`: only with less than a month left (facts 4). */
	refreshToken: 'auto' | 'always' | 'never';
}

const DEFAULTS: DevelopersBehaviour = {
	duplicates: 0, wrongKey: false, delayMs: 0, fieldNames: 'new', retryPausesMs: [], answerWithinMs: 3000, multiUnlinked: 'omit',
	multiUnconsented: 'bare', deleteFormat: 'any', schemaAs: 'string', refreshToken: 'auto',
};

/** Body of `POST /api/developers/behaviour`. */
export const DEVELOPERS_BEHAVIOUR_SHAPE = {
	duplicates: 'number', wrongKey: 'boolean', delayMs: 'number', fieldNames: 'string', retryPausesMs: ['number'], answerWithinMs: 'number',
	multiUnlinked: 'string', multiUnconsented: 'string', deleteFormat: 'string', schemaAs: 'string', refreshToken: 'string',
} as const satisfies Shape;

const MULTI = ['omit', 'bare', 'error'] as const;

/** The words that each text field may hold. */
export const DEVELOPERS_CHOICES = {
	fieldNames: ['new', 'old', 'both'], multiUnlinked: MULTI, multiUnconsented: MULTI, deleteFormat: ['any', 'plain', 'objects'],
	schemaAs: ['string', 'object'], refreshToken: ['auto', 'always', 'never'],
} as const satisfies { [Field in keyof DevelopersBehaviour]?: readonly DevelopersBehaviour[Field][] };

export class DevelopersBehaviours {
	#now = DEFAULTS;

	get now(): DevelopersBehaviour {
		return this.#now;
	}

	set(changes: Partial<DevelopersBehaviour>): void {
		this.#now = { ...this.#now, ...changes };
	}

	clear(): void {
		this.#now = DEFAULTS;
	}
}
