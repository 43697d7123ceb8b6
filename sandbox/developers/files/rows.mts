import { numberOf } from '../../world/kakaoIds.mts';
import type { Channel } from '../../world/types.mts';
import { badParameter } from '../errors.mts';
import type { Platform } from '../platform.mts';
import type { CustomerFile, Fields } from './customerFiles.mts';
import type { FileSchema } from './schema.mts';

export type UserType = 'app' | 'phone';

/** One of `users[]`. Any other name than `field` is not an error: the row is just not taken (trap 15). */
export interface NewUser { id?: unknown; field?: unknown }

/** @throws KapiError -2 */
export function userTypeIn(text: string | null | undefined): UserType {
	if (text !== 'app' && text !== 'phone') throw badParameter('user_type: app or phone');
	return text;
}

/** `821012345678`, as a live upload had it, or `01012345678`, as its comment says (facts 2.3). */
export function phoneOf(type: UserType, id: string): string | undefined {
	if (type === 'app') return numberOf(id);
	return /^(?:82|0)1\d{8,9}$/.test(id) ? id.replace(/^82/, '0') : undefined;
}

function fieldsOf(field: unknown, schema: FileSchema): Fields | null {
	if (typeof field !== 'object' || field === null || Array.isArray(field)) return null;
	const entries: [string, unknown][] = Object.entries(field);
	const fits = entries.every((entry): entry is [string, string | number] => typeof entry[1] === schema[entry[0]]);
	return fits ? Object.fromEntries(entries) : null;
}

/**
 * The row that becomes of a user; null for those whom `success_count` leaves out: strangers, people without KakaoTalk, rows
 * that do not fit the schema. @throws KapiError -2 for an id that is no text
 */
export function rowOf(
	{ world, users }: Platform, { searchId }: Channel, { schema }: CustomerFile, type: UserType, { id, field }: NewUser,
): { number: string; fields: Fields } | null {
	if (typeof id !== 'string' || id === '') throw badParameter('users.id: string');
	const number = phoneOf(type, id);
	const fields = fieldsOf(field, schema);
	if (number === undefined || !fields || !world.phones.get(number).kakaoUser) return null;
	if (type === 'app' && !users.of(number).linked) return null;
	return world.phones.relations.of(number, searchId).relation === 'ADDED' ? { number, fields } : null;
}

const isPlain = (id: unknown): id is string | number => typeof id === 'string' || typeof id === 'number';
const inside = (id: unknown): unknown => (typeof id === 'object' && id !== null && 'id' in id ? id.id : undefined);

/** Sources disagree about the elements of `user_ids` (facts 2.4). @throws KapiError -2 */
export function deletedIds(ids: unknown, format: 'any' | 'plain' | 'objects'): string[] {
	if (!Array.isArray(ids) || ids.length === 0) throw badParameter('user_ids: array');
	return ids.map((one: unknown) => {
		const id = format !== 'objects' && isPlain(one) ? one : format !== 'plain' ? inside(one) : undefined;
		if (!isPlain(id)) throw badParameter(`user_ids: ${format === 'objects' ? '[{"id":…}]' : 'ids'}`);
		return String(id);
	});
}
