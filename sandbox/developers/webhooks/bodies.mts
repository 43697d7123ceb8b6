import { DEMO_DEVELOPERS_CREDENTIALS } from '../../world/credentials.mts';
import { rfc3339 } from '../../world/kst.mts';
import type { Channel } from '../../world/types.mts';
import type { DevelopersBehaviour } from '../behaviour.mts';
import type { AppUser } from '../users.mts';

export type ChannelEvent = 'added' | 'blocked';

/** Why a user was unlinked (facts 3.2). */
export const REFERRER_TYPES = ['ACCOUNT_DELETE', 'FORCED_ACCOUNT_DELETE', 'UNLINK_FROM_ADMIN', 'UNLINK_FROM_APPS', 'INCOMPLETE_SIGN_UP'] as const;
export type ReferrerType = (typeof REFERRER_TYPES)[number];

/**
 * The channel webhook's body (facts 3.1). Somebody who has not consented is named by an open_id, which is no user ID (trap 7).
 * @param at ISO 8601
 */
export function channelBody(
	event: ChannelEvent, user: AppUser, { publicId, searchId }: Channel, at: string, fieldNames: DevelopersBehaviour['fieldNames'],
): string {
	const isKnown = user.linked && user.scopes.includes('plusfriends');
	const updated = rfc3339(at);
	return JSON.stringify({
		event, id: isKnown ? user.userId : user.openId, id_type: isKnown ? 'app_user_id' : 'open_id',
		...(fieldNames !== 'new' && { plus_friend_public_id: publicId, plus_friend_uuid: searchId }),
		...(fieldNames !== 'old' && { channel_public_id: publicId, channel_uuid: searchId }),
		...(fieldNames === 'both' && { timestamp: updated }), updated_at: updated,
	});
}

/** All values are texts (facts 3.2). That a POST carries them as a form is a guess. */
export const unlinkFields = ({ userId }: AppUser, referrer: ReferrerType): string =>
	new URLSearchParams({ app_id: DEMO_DEVELOPERS_CREDENTIALS.appId, user_id: userId, referrer_type: referrer }).toString();
