import { type News, noNews } from '../news.mts';
import { channelApi, type ChannelRelation, type Relation } from './api.mts';

/** A refused send may have been meant for anything; only people with a number have relations. */
const NUMBER = /^\d{8,15}$/;

const isSame = (a: ChannelRelation[], b: ChannelRelation[]): boolean =>
	a.length === b.length && a.every(({ channel, relation }, place) => channel === b[place]?.channel && relation === b[place].relation);

/** What the owners of the open phones are to each channel. */
export class Relations {
	private loaded = new Map<string, ChannelRelation[]>();

	/** The same array as long as nothing has changed; undefined before they have been loaded. */
	all(number: string): ChannelRelation[] | undefined {
		return this.loaded.get(number);
	}

	of(number: string, channel: string): Relation | undefined {
		return this.loaded.get(number)?.find((relation) => relation.channel === channel)?.relation;
	}

	async load(number: string): Promise<News> {
		if (!NUMBER.test(number)) return noNews;
		const fresh = await channelApi.relationsOf(number);
		return () => {
			const known = this.loaded.get(number);
			if (!known || !isSame(known, fresh)) this.loaded.set(number, fresh);
		};
	}

	forget(number: string): void {
		this.loaded.delete(number);
	}

	clear(): void {
		this.loaded.clear();
	}
}
