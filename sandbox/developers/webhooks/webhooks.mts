import { randomBytes } from 'node:crypto';
import { DEMO_DEVELOPERS_CREDENTIALS } from '../../world/credentials.mts';
import type { Channel } from '../../world/types.mts';
import type { DevelopersBehaviours } from '../behaviour.mts';
import type { AppUser } from '../users.mts';
import { channelBody, unlinkFields, type ChannelEvent, type ReferrerType } from './bodies.mts';
import { WebhookLog } from './log.mts';
import { Poster } from './poster.mts';

/** What is typed into App > Webhook. One URL per app for all its channels; there is no API for it. */
export interface WebhookSettings {
	channel: { url: string } | null;
	unlink: { url: string; method: 'GET' | 'POST' } | null;
}

const NONE: WebhookSettings = { channel: null, unlink: null };
const AGENT = { 'User-Agent': 'KakaoOpenAPI/1.0' } as const;

export class Webhooks {
	settings = NONE;
	readonly log = new WebhookLog();
	readonly #behaviours: DevelopersBehaviours;
	readonly #poster: Poster;

	constructor(behaviours: DevelopersBehaviours, answered: () => void) {
		this.#behaviours = behaviours;
		this.#poster = new Poster(behaviours, this.log, answered);
	}

	/** Somebody added or blocked a channel. Any 2xx will do (facts 3.1). */
	channel(event: ChannelEvent, user: AppUser, channel: Channel, at: string): void {
		if (!this.settings.channel) return;
		const resourceId = randomBytes(18).toString('base64url');
		this.#poster.send({
			kind: event, resourceId, number: user.number, channel: channel.searchId, method: 'POST', url: this.settings.channel.url,
			body: channelBody(event, user, channel, at, this.#behaviours.now.fieldNames),
			headers: { ...this.#authorization(), ...AGENT, 'X-Kakao-Resource-ID': resourceId, 'Content-Type': 'application/json;charset=UTF-8' },
			accepted: (status) => status >= 200 && status <= 299,
		});
	}

	/** Must be answered with exactly 200 (facts 3.2). */
	unlink(user: AppUser, referrer: ReferrerType): void {
		if (!this.settings.unlink) return;
		const { url, method } = this.settings.unlink;
		const fields = unlinkFields(user, referrer);
		const inUrl = method === 'GET';
		this.#poster.send({
			kind: 'unlink', resourceId: null, number: user.number, channel: null, method, body: inUrl ? null : fields,
			url: inUrl ? `${url}${url.includes('?') ? '&' : '?'}${fields}` : url,
			headers: { ...this.#authorization(), ...AGENT, ...(!inUrl && { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' }) },
			accepted: (status) => status === 200,
		});
	}

	clear(): void {
		this.#poster.stop();
		this.settings = NONE;
		this.log.clear();
	}

	/** There is no signature: the primary admin key itself is the proof (trap 8). */
	#authorization(): { Authorization: string } {
		const { primaryAdminKey } = DEMO_DEVELOPERS_CREDENTIALS;
		return { Authorization: `KakaoAK ${this.#behaviours.now.wrongKey ? 'f'.repeat(primaryAdminKey.length) : primaryAdminKey}` };
	}
}
