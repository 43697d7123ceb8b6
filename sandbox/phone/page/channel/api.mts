import type { ChannelRelation, Relation } from '../../../world/types.mts';
import { ask, read } from '../calls.mts';

export type { ChannelRelation, Relation } from '../../../world/types.mts';

export const channelApi = {
	relationsOf: (number: string) => read<ChannelRelation[]>(`/api/channel/relations?number=${encodeURIComponent(number)}`),
	/** @returns whether that was a change */
	relate: async (number: string, channel: string, relation: Relation): Promise<boolean> =>
		(await ask<{ changed: boolean }>('POST', '/api/channel/relation', { number, channel, relation })).changed,
};
