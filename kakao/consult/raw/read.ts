import { object, text, type JsonObject } from '../../partner/json';
import type { Attachment, AttachmentKind, ConsultEvent, ConsultMessage, Entry } from '../event';
import { decodeMetadata } from '../metadata';
import { kstIso } from '../../message/kst';
import { billingDay } from '../billingDay';
import { isInstant } from '../instant';

/**
 * Kakao's own callbacks, as hubs without a format of their own hand them on (facts consulttalk §1.1). Fields come in
 * several spellings: `contents` is today's, `content` the older one, numbers may be quoted, and both may be there.
 */
export type RawCall = 'message' | 'reference' | 'expired_session';

export const RAW_CALLS: readonly RawCall[] = ['message', 'reference', 'expired_session'];

/** One callback as an event; null for a body that is none. @param now for callbacks that carry no time */
export function readRaw(call: RawCall, body: unknown, provider: string, now: number): ConsultEvent | null {
	const row = object(body);
	const userKey = text(row.user_key);
	const senderKey = text(row.sender_key);
	if (userKey === undefined || senderKey === undefined) return null;
	const time = Number(text(row.time));
	const at = isInstant(time) ? time : now;
	const sessionId = text(row.session_id) ?? null;
	const common = {
		schema: 'kakao.consult/1' as const,
		provider,
		alsoKnownAs: [],
		occurredAt: kstIso(at),
		channel: { senderKey, channelId: '', brandKey: '', name: '' },
		user: { userKey, appUserId: text(row.app_user_id) ?? null, memberId: null, mobileNumber: null },
		message: null,
		entry: null,
		reply: { canReply: true, provider, senderKey, userKey, chatId: '' },
	};
	const session = { id: sessionId, endedReason: null, billingDay: billingDay(at, '04:00') };
	switch (call) {
		case 'message': {
			const message = messageOf(row);
			if (message === null) return null;
			const eventId = `${senderKey}:${message.id || `${userKey}:${at}`}`;
			return { ...common, event: 'message.received', eventId, session: { ...session, state: 'open' }, message };
		}
		case 'reference': {
			const eventId = `${senderKey}:reference:${sessionId ?? userKey}:${at}`;
			const entry = entryOf(row);
			return {
				...common,
				event: 'session.started',
				eventId,
				// It may come again for the same consult with another time (facts §1.1, ordering and duplicates).
				alsoKnownAs: sessionId === null ? [] : [`${senderKey}:started:${sessionId}:${entry.extra ?? ''}`],
				session: { ...session, state: 'open' },
				entry,
			};
		}
		case 'expired_session': {
			const eventId = `${senderKey}:ended:${sessionId ?? `${userKey}:${at}`}`;
			const ended = { ...session, state: 'ended' as const, endedReason: text(row.end_type) ?? null };
			return {
				...common,
				event: 'session.ended',
				eventId,
				session: ended,
				reply: { ...common.reply, canReply: false },
			};
		}
	}
}

const KINDS: ReadonlyMap<string, AttachmentKind> = new Map(
	Object.entries({ photo: 'image', image: 'image', video: 'video', audio: 'audio', file: 'file' } as const),
);

/** Null for what no customer wrote: hubs send kinds of their own through the same address (facts §1.1, `custInfo`). */
function messageOf(row: JsonObject): ConsultMessage | null {
	const type = text(row.type) ?? 'text';
	const kind = KINDS.get(type);
	if (kind === undefined && type !== 'text') return null;
	// Above 1,000 characters only the beginning comes along; the whole is a text file.
	const longTextUrl = kind === undefined ? (text(object(row.attachment).url) ?? null) : null;
	return {
		id: text(row.serial_number) ?? '',
		type: kind ?? 'text',
		text: textsOf(row).join('\n'),
		truncated: longTextUrl !== null,
		longTextUrl,
		attachments: kind === undefined ? [] : attachmentsOf(row, kind),
		sentBy: 'customer',
		button: { extra: text(row.extra) ?? null, label: null },
	};
}

/** `contents` wins where both are there and it holds something; each may be a list or the thing itself (facts, trap 2). */
function contentsOf<T>(row: JsonObject, pick: (each: unknown) => T | undefined): T[] {
	const picked = (value: unknown) => [value].flat().flatMap((each) => pick(each) ?? []);
	const current = picked(row.contents);
	return current.length > 0 ? current : picked(row.content);
}

const textsOf = (row: JsonObject): string[] => contentsOf(row, text);

const attachmentsOf = (row: JsonObject, type: AttachmentKind): Attachment[] =>
	contentsOf(row, (each): Attachment | undefined => {
		const { url, comment, name, size } = object(each);
		const address = text(url);
		if (address === undefined) return undefined;
		const bytes = Number(text(size));
		return {
			type,
			url: address,
			comment: text(comment) ?? null,
			fileName: text(name) ?? null,
			size: Number.isFinite(bytes) ? bytes : null,
		};
	});

/** What the consult button carried. `last_reference` tells of an earlier consult and never counts as this one's entry. */
function entryOf(row: JsonObject): Entry {
	const reference = object(row.reference);
	const last = object(row.last_reference);
	const extra = text(reference.extra) ?? text(reference.text) ?? null;
	const bot = text(last.bot) ?? (typeof last.bot === 'boolean' ? String(last.bot) : undefined);
	return {
		extra,
		params: decodeMetadata(extra),
		startedByBot: bot === 'true' ? true : bot === 'false' ? false : null,
		botEvent: text(last.bot_event) ?? null,
		carriedOver: extra === null && text(last.extra) !== undefined,
	};
}
