import { withQuery, type DealerRequest } from '../../delivery/conversation';

/** About one user; about several with `/multi` behind it. */
export const RELATIONSHIP = '/v2/api/talk/channels';
export const MULTI = `${RELATIONSHIP}/multi`;

/** Users in one call (facts kakao-developers §1.2). */
export const USERS_PER_CALL = 200;

/** Lists go with commas and without brackets here; other calls of Kakao want JSON (facts, trap 3). */
const channels = (channelIds: readonly string[]) =>
	channelIds.length === 0 ? {} : { channel_ids: channelIds.join(','), channel_id_type: 'channel_public_id' };

const get = (path: string, query: Parameters<typeof withQuery>[1]): DealerRequest => ({
	method: 'GET',
	path: withQuery(path, query),
});

export const askMany = (userIds: readonly string[], channelIds: readonly string[]): DealerRequest =>
	get(MULTI, { target_id_type: 'user_id', target_ids: userIds.join(','), ...channels(channelIds) });

export const askOne = (userId: string, channelIds: readonly string[]): DealerRequest =>
	get(RELATIONSHIP, { target_id_type: 'user_id', target_id: userId, ...channels(channelIds) });

/** About the user whose token signs the request. */
export const askSelf = (channelIds: readonly string[]): DealerRequest => get(RELATIONSHIP, channels(channelIds));
