import { createHash } from 'node:crypto';

/** From the start: has not consented to `plusfriends` (Kakao Developers answers -402). See seed/phones.mts. */
export const UNCONSENTED_NUMBER = '01000000402';
/** From the start: no user of the app (-101). */
export const UNLINKED_NUMBER = '01000000101';

/**
 * Neighbours differ in the last digits only, and the number is far above 2^53: whoever reads these as doubles takes two
 * people for one (facts/kakao-developers.md, trap 5; the official fixtures have 19 digits).
 */
const LONG_HEAD = '12345678901';
const MOBILE = /^010(\d{8})$/;

/**
 * The app's user ID (회원번호) of the person with this phone: ten digits for a Korean mobile, nineteen from 010-9000-0000 on.
 * Every number of the country has one, so it is computed, not kept.
 */
export function userIdOf(number: string): string {
	const subscriber = MOBILE.exec(number)?.[1];
	if (subscriber === undefined) return `1${number}`;
	return subscriber.startsWith('9') ? LONG_HEAD + subscriber : `30${subscriber}`;
}

function decoded(userId: string): string | undefined {
	if (userId.startsWith(LONG_HEAD) && userId.length === 19) return `010${userId.slice(LONG_HEAD.length)}`;
	if (/^30\d{8}$/.test(userId)) return `010${userId.slice(2)}`;
	return /^1\d{8,15}$/.test(userId) ? userId.slice(1) : undefined;
}

/** Whose user ID it is; undefined when it is nobody's. */
export function numberOf(userId: string): string | undefined {
	const number = decoded(userId);
	return number !== undefined && userIdOf(number) === userId ? number : undefined;
}

/** What webhooks name somebody by who has not consented (`id_type: open_id`): it tells nothing about the user ID. */
export const openIdOf = (number: string): string => createHash('sha256').update(`open id\n${number}`).digest('base64url').slice(0, 22);
