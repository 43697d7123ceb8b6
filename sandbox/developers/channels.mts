import type { Channel } from '../world/types.mts';
import type { World } from '../world/world.mts';
import { KapiError } from './errors.mts';

/** A channel of somebody else's: it exists, and is connected to no app of ours (-819). */
export const FOREIGN_CHANNEL = '_xkElse';

/** Which channels are connected to the app (비즈니스 > 카카오톡 채널 > 연결). All of the demo's are. */
export class AppChannels {
	#disconnected = new Set<string>();
	readonly #world: World;

	constructor(world: World) {
		this.#world = world;
	}

	connected(): Channel[] {
		return this.#world.channels.filter(({ searchId }) => !this.#disconnected.has(searchId));
	}

	isConnected({ searchId }: Channel): boolean {
		return !this.#disconnected.has(searchId);
	}

	connect({ searchId }: Channel, connected: boolean): void {
		if (connected) this.#disconnected.delete(searchId);
		else this.#disconnected.add(searchId);
	}

	/**
	 * Only `_xkShop` is a channel_public_id: neither `@kakaoshop` nor the whole address (trap 17).
	 * @throws KapiError -541 for no channel, -544 for a banned one, -819 for one that is not connected
	 */
	byPublicId(publicId: string): Channel {
		if (publicId === FOREIGN_CHANNEL) throw new KapiError(-819);
		const channel = this.#world.channels.find((candidate) => candidate.publicId === publicId);
		if (!channel) throw new KapiError(-541);
		if (channel.status === 'blocked') throw new KapiError(-544);
		if (!this.isConnected(channel)) throw new KapiError(-819);
		return channel;
	}

	/** By any of its names, for whoever steers the sandbox. */
	byAnyName(name: string): Channel | undefined {
		return this.#world.channels.find(({ searchId, publicId }) => name === searchId || name === publicId);
	}

	clear(): void {
		this.#disconnected.clear();
	}
}
