import type { ChannelRelation, Relation } from './types.mts';

/** Since when people are friends of whom nobody has said more than that they are. */
const BEFORE_ALL = '2026-01-05T01:00:00.000Z';

/** What each person is to each channel. Where nothing was said of a single channel, the phone's `friend` switch decides. */
export class Relations {
	#own = new Map<string, Map<string, ChannelRelation>>();
	readonly #isFriend: (number: string) => boolean;

	constructor(isFriend: (number: string) => boolean) {
		this.#isFriend = isFriend;
	}

	of(number: string, channel: string): ChannelRelation {
		const own = this.#own.get(number)?.get(channel);
		if (own) return own;
		return this.#isFriend(number)
			? { number, channel, relation: 'ADDED', createdAt: BEFORE_ALL, updatedAt: BEFORE_ALL }
			: { number, channel, relation: 'NONE', createdAt: null, updatedAt: null };
	}

	/** @returns null when nothing changes by it */
	set(number: string, channel: string, relation: Relation, at: string): ChannelRelation | null {
		const before = this.of(number, channel);
		if (before.relation === relation) return null;
		const createdAt = relation === 'NONE' ? null : (before.createdAt ?? (relation === 'ADDED' ? at : null));
		const after = { number, channel, relation, createdAt, updatedAt: relation === 'NONE' ? null : at };
		let channels = this.#own.get(number);
		if (!channels) this.#own.set(number, (channels = new Map()));
		channels.set(channel, after);
		return after;
	}

	/** Leaves all channels to the `friend` switch again. */
	forget(number: string): void {
		this.#own.delete(number);
	}

	clear(): void {
		this.#own.clear();
	}
}
