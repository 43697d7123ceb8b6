import { consultApi } from '../consult/api.mts';
import type { Doing } from '../doing.mts';
import type { Words } from '../words.mts';
import { channelApi, type Relation } from './api.mts';

export interface ChannelDeeds {
	/** Adds, blocks or unblocks a channel. @returns whether it has been done */
	relate: (channel: string, relation: Relation) => Promise<boolean>;
}

/** Of one phone. */
export function channelDeeds({ did }: Doing, number: string, words: Words): ChannelDeeds {
	const done = { ADDED: words.channelAdded, BLOCKED: words.channelBlocked, NONE: words.channelUnblocked };
	const relate = async (channel: string, relation: Relation): Promise<void> => {
		// The consult's own switch can be set apart from the relation, by a test for one; then only it is left to change.
		if (!(await channelApi.relate(number, channel, relation))) await consultApi.block({ number, channel }, relation === 'BLOCKED');
	};
	return { relate: (channel, relation) => did(relate(channel, relation), done[relation]) };
}
