import { kstIso, parseKst } from '../../message/kst';
import type { Reason } from '../../message/outcome';
import { reasonFor } from '../../partner/codes';
import { list, text, type JsonObject } from '../../partner/json';
import { codeOf, KAKAO_DEVELOPERS_CODES, refusalOf } from '../codes';
import type { ChannelRelation, Relation } from './relationship';

/** Upper case here, lower case in webhooks (facts kakao-developers, trap 6). */
const RELATIONS: ReadonlyMap<string, Relation> = new Map([
	['ADDED', 'added'],
	['BLOCKED', 'blocked'],
	['NONE', 'none'],
]);

/** What Kakao says about one user. `unclear`: neither relations nor a reason for having none. */
export type Told = { channels: ChannelRelation[] } | { reason: Reason } | 'unclear';

export const unclear: Reason = reasonFor(KAKAO_DEVELOPERS_CODES, 'unclear');

/**
 * One user's part of an answer. What Kakao writes for users who are not linked or have not consented is not documented
 * (facts §9.6): a code of their own, no `channels`, an empty list. Only what is certain is taken for an answer.
 */
export function readUser(row: JsonObject, asked: readonly string[]): Told {
	if (codeOf(row) !== undefined) return { reason: refusalOf({ status: 200, body: row }) };
	if (!Array.isArray(row.channels)) return 'unclear';
	const channels = list(row.channels).map(toRelation);
	if (asked.length === 0) return { channels };
	const byId = new Map(channels.map((channel) => [channel.publicId, channel]));
	const wanted = asked.flatMap((id) => byId.get(id) ?? []);
	return wanted.length === asked.length ? { channels: wanted } : 'unclear';
}

const toRelation = (row: JsonObject): ChannelRelation => ({
	publicId: text(row.channel_public_id) ?? '',
	searchId: text(row.channel_uuid) ?? null,
	relation: RELATIONS.get(text(row.relation)?.toUpperCase() ?? '') ?? 'unknown',
	addedAt: timeOf(row.created_at),
	changedAt: timeOf(row.updated_at),
});

function timeOf(value: unknown): string | null {
	const instant = parseKst(text(value));
	return instant === null ? null : kstIso(instant);
}
