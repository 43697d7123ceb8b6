import type { Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { rfc3339 } from '../../world/kst.mts';
import type { Channel } from '../../world/types.mts';
import { KapiError, badParameter } from '../errors.mts';
import { credentialsIn } from '../keys.mts';
import type { Platform } from '../platform.mts';
import { requireScope, type AppUser } from '../users.mts';
import { answer } from './answer.mts';

const PATH = '/v2/api/talk/channels';
/** [S2] public code; the official page shows the call and not its limit. */
const TARGETS_MAX = 200;
/** Name unseen; the fixture shows TALK_MEMO_DEFAULT_SEND for another call. */
const API_TYPE = 'TALK_CHANNELS';

type Query = Readonly<Record<string, string | undefined>>;

/** Comma-separated here, unlike elsewhere (trap 3). */
const list = (text: string): string[] => text.split(',').map((part) => part.trim());

/** Channels asked for, else all that are connected and not banned. @throws KapiError */
function channelsIn({ channels }: Platform, { channel_ids: ids, channel_id_type: type }: Query): Channel[] {
	if (ids === undefined) return channels.connected().filter(({ status }) => status !== 'blocked');
	if (type !== 'channel_public_id') throw badParameter('channel_id_type must be channel_public_id');
	return [...new Set(list(ids))].map((id) => channels.byPublicId(id));
}

/** @throws KapiError -2 for anything but whole numbers, as `[1,2]` */
function userIdsIn({ target_id_type: type }: Query, ids: string | undefined, max: number): string[] {
	if (type !== 'user_id') throw badParameter('target_id_type must be user_id');
	const found = [...new Set(list(ids ?? ''))];
	if (found.some((id) => !/^\d{1,19}$/.test(id))) throw badParameter('target ids must be numbers, separated by commas');
	if (found.length > max) throw badParameter(`more than ${max} target ids`);
	return found;
}

/** `updated_at` is absent for NONE; `created_at` wherever nobody ever added the channel (facts 1.1). */
function shown({ world }: Platform, { number, userId }: AppUser, channels: readonly Channel[]): object {
	return {
		user_id: BigInt(userId),
		channels: channels.map(({ searchId, publicId }) => {
			const { relation, createdAt, updatedAt } = world.phones.relations.of(number, searchId);
			return {
				channel_uuid: searchId, channel_public_id: publicId, relation,
				...(createdAt && { created_at: rfc3339(createdAt) }), ...(updatedAt && { updated_at: rfc3339(updatedAt) }),
			};
		}),
	};
}

/** The token's own person, or the one that an admin key names. */
function target(platform: Platform, header: string | undefined, query: Query): AppUser {
	const { scheme, value } = credentialsIn(header);
	if (scheme === 'Bearer') return platform.users.of(platform.tokens.access(value).number);
	platform.keys.requireAdmin(header, 'channelLookup');
	const [id = ''] = userIdsIn(query, query['target_id'], 1);
	return platform.users.linked(id);
}

/** One of many: what becomes of those who are missing is undocumented (facts 9.6), so the control API chooses. */
function oneOfMany(platform: Platform, userId: string, channels: readonly Channel[]): object[] {
	const { multiUnlinked, multiUnconsented } = platform.behaviours.now;
	try {
		const user = platform.users.linked(userId);
		requireScope(user, 'plusfriends', API_TYPE);
		return [shown(platform, user, channels)];
	} catch (error) {
		if (!(error instanceof KapiError)) throw error;
		const way = error.code === -402 ? multiUnconsented : multiUnlinked;
		if (way === 'error') throw error;
		return way === 'bare' ? [{ user_id: BigInt(userId) }] : [];
	}
}

/** 카카오톡 채널 관계 확인 (facts 1). */
export function relationRoutes(app: Hono<DealerEnv>, platform: Platform): void {
	app.get(PATH, (c) => {
		const user = target(platform, c.req.header('Authorization'), c.req.query());
		requireScope(user, 'plusfriends', API_TYPE);
		return answer(c, shown(platform, user, channelsIn(platform, c.req.query())));
	});
	app.get(`${PATH}/multi`, (c) => {
		platform.keys.requireAdmin(c.req.header('Authorization'), 'channelLookup');
		const ids = userIdsIn(c.req.query(), c.req.query('target_ids'), TARGETS_MAX);
		const channels = channelsIn(platform, c.req.query());
		c.set('recipients', ids.length);
		return answer(c, ids.flatMap((id) => oneOfMany(platform, id, channels)));
	});
}
