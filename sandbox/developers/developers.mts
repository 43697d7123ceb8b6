import { ConsultRefusal } from '../consult/refusal.mts';
import type { Served } from '../frontDoor.mts';
import type { ChannelRelation, Channel, Relation } from '../world/types.mts';
import type { World } from '../world/world.mts';
import { DevelopersBehaviours } from './behaviour.mts';
import { AppChannels } from './channels.mts';
import { CustomerFiles } from './files/customerFiles.mts';
import { createKapi } from './kapi/kapi.mts';
import { Grants } from './kauth/grants.mts';
import { createKauth } from './kauth/kauth.mts';
import { Keys } from './keys.mts';
import type { Platform } from './platform.mts';
import { Refusals } from './refusals.mts';
import { Tokens } from './tokens.mts';
import { AppUsers, type AppUser } from './users.mts';
import type { ChannelEvent, ReferrerType } from './webhooks/bodies.mts';
import { Webhooks } from './webhooks/webhooks.mts';

/** An unblock or a friend who removes the channel is told to nobody (facts 3.1). */
const EVENTS: Readonly<Record<Relation, ChannelEvent | null>> = { ADDED: 'added', BLOCKED: 'blocked', NONE: null };

/** Kakao Developers: the app, its two API servers and its webhooks. */
export class Developers {
	readonly platform: Platform;
	readonly grants = new Grants();
	readonly webhooks: Webhooks;
	readonly served: readonly Served[];
	readonly #resetKauth: () => void;

	constructor(world: World) {
		const behaviours = new DevelopersBehaviours();
		const changed = () => world.bus.emit({ type: 'developers' });
		this.platform = {
			world, behaviours, keys: new Keys(), users: new AppUsers(world), channels: new AppChannels(world),
			files: new CustomerFiles(changed), tokens: new Tokens(), refusals: new Refusals(),
		};
		this.webhooks = new Webhooks(behaviours, changed);
		const kauth = createKauth(this.platform, this.grants);
		this.served = [createKapi(this.platform), kauth];
		this.#resetKauth = kauth.reset;
	}

	/**
	 * A person adds or blocks a channel in KakaoTalk.
	 * @returns null when it changes nothing
	 * @throws ConsultRefusal for a person without KakaoTalk
	 */
	relate(number: string, channel: Channel, relation: Relation): ChannelRelation | null {
		const { world, users, channels } = this.platform;
		if (!world.phones.get(number).kakaoUser) throw new ConsultRefusal(`${number} has no KakaoTalk`);
		const at = new Date().toISOString();
		const changed = world.phones.relations.set(number, channel.searchId, relation, at);
		if (!changed) return null;
		// The room knows of a block as well; a room that nobody has opened needs no word.
		const chat = world.consult.chats.find(channel.searchId, number);
		if (chat && chat.blockedByCustomer !== (relation === 'BLOCKED')) world.consult.block(number, channel.searchId, relation === 'BLOCKED');
		world.bus.emit({ type: 'relation', relation: changed });
		const event = EVENTS[relation];
		if (event && channels.isConnected(channel)) this.webhooks.channel(event, users.of(number), channel, at);
		return changed;
	}

	/** A person cuts the tie to the app, not the app itself: then nothing would be told (facts 3.2). */
	unlink(number: string, referrer: ReferrerType): AppUser {
		const { world, users, tokens } = this.platform;
		const before = users.of(number);
		if (!before.linked) throw new ConsultRefusal(`${number} is not linked to the app`);
		tokens.revoke(number);
		const after = users.set(number, { linked: false });
		world.bus.emit({ type: 'developers' });
		this.webhooks.unlink(before, referrer);
		return after;
	}

	reset(): void {
		const { keys, users, channels, files, tokens, behaviours, refusals } = this.platform;
		for (const part of [keys, users, channels, files, tokens, behaviours, refusals, this.grants, this.webhooks]) part.clear();
		this.#resetKauth();
	}
}
