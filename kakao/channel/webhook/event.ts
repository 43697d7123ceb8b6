import { kstIso, parseKst } from '../../message/kst';
import { text, type JsonObject } from '../../partner/json';
import { payloadOf, type WebhookCall } from './call';

/** What happened between a user and a channel, or the app. */
export interface ChannelEvent {
	schema: 'kakao.channel/1';
	/** `unlinked`: the user has left the app; no channel is named then. */
	event: 'added' | 'blocked' | 'unlinked';
	/** Service user ID (회원번호), as the relationship check takes it; null for a user who has not consented to `plusfriends`. */
	userId: string | null;
	/** What Kakao calls such a user; no other call of Kakao takes it. Null where `userId` is known. */
	openId: string | null;
	/** `_ZeUTxl`. */
	channelId: string | null;
	/** `@name`. */
	searchId: string | null;
	/** ISO, Korean time; when it came in, where Kakao tells no time. */
	at: string;
	/** Kakao's number of this call, equal for repeats; null where it gives none. */
	resourceId: string | null;
	/** Equal for repeats; null where two calls cannot be told apart. */
	eventId: string | null;
	/** By what way the user left, in Kakao's word (`UNLINK_FROM_APPS`, `ACCOUNT_DELETE`, …); null for the others. */
	via: string | null;
	/** Of unlink: the app. */
	appId: string | null;
}

const EVENTS: ReadonlySet<string> = new Set(['added', 'blocked']);

/** Reads a call that has proved genuine; null for what is none of ours. @param now epoch milliseconds */
export function readWebhook(call: WebhookCall, now: number): ChannelEvent | null {
	const row = payloadOf(call);
	const resourceId = text(call.headers['x-kakao-resource-id']) ?? null;
	const word = text(row.event)?.toLowerCase() ?? '';
	if (EVENTS.has(word)) return channelEvent(row, word as 'added' | 'blocked', resourceId, now);
	return text(row.referrer_type) === undefined ? null : unlinkEvent(row, resourceId, now);
}

/** Old apps are still sent `plus_friend_*` and `timestamp` (facts kakao-developers §3.1). */
function channelEvent(
	row: JsonObject,
	event: 'added' | 'blocked',
	resourceId: string | null,
	now: number,
): ChannelEvent | null {
	const id = text(row.id);
	const channelId = text(row.channel_public_id) ?? text(row.plus_friend_public_id);
	if (id === undefined || channelId === undefined) return null;
	const time = text(row.updated_at) ?? text(row.timestamp);
	// Whoever is named an open_id is nobody to the other calls, and a number would pass for somebody else (trap 7).
	const isUserId = (text(row.id_type) ?? 'app_user_id') === 'app_user_id' && /^\d{1,19}$/.test(id);
	return {
		schema: 'kakao.channel/1',
		event,
		userId: isUserId ? id : null,
		openId: isUserId ? null : id,
		channelId,
		searchId: text(row.channel_uuid) ?? text(row.plus_friend_uuid) ?? null,
		at: kstIso(instantOf(time) ?? now),
		resourceId,
		eventId: resourceId ?? (time === undefined ? null : [channelId, id, event, time].join(':')),
		via: null,
		appId: null,
	};
}

/** Carries no time: the same user may link and leave again, so without Kakao's number repeats cannot be told. */
function unlinkEvent(row: JsonObject, resourceId: string | null, now: number): ChannelEvent | null {
	const userId = text(row.user_id);
	if (userId === undefined) return null;
	return {
		schema: 'kakao.channel/1',
		event: 'unlinked',
		userId,
		openId: null,
		channelId: null,
		searchId: null,
		at: kstIso(now),
		resourceId,
		eventId: resourceId,
		via: text(row.referrer_type) ?? null,
		appId: text(row.app_id) ?? null,
	};
}

/** RFC 3339, or a bare number of seconds or milliseconds, as `timestamp` may be. */
function instantOf(time: string | undefined): number | null {
	if (time === undefined) return null;
	if (/^\d{10}$/.test(time)) return Number(time) * 1000;
	return /^\d{13}$/.test(time) ? inCalendar(Number(time)) : parseKst(time);
}

const inCalendar = (instant: number): number | null => (instant < Date.UTC(9999, 11, 30) ? instant : null);
