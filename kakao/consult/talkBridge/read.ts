import { kstIso } from '../../message/kst';
import { object, text, type JsonObject } from '../../partner/json';
import { billingDay } from '../billingDay';
import type { Call } from '../contract';
import type { ConsultEvent, ConsultEventKind, ConsultMessage, Entry } from '../event';
import { parseExactJson } from '../../partner/exactJson';
import { decodeMetadata } from '../metadata';
import { isInstant } from '../instant';

const KINDS: ReadonlyMap<string, ConsultEventKind> = new Map([
	['message', 'message.received'],
	['reference', 'session.started'],
	['expired', 'session.ended'],
	['ended', 'session.ended'],
	['agent', 'message.echo'],
	['deleted', 'message.deleted'],
]);

/** Facts consulttalk §1.2: a signal without the text. Messages carry their number (`seq`), by which `complete` finds them. */
export function read({ headers, rawBody }: Call, now: number): ConsultEvent[] {
	const row = bodyOf(rawBody);
	const userKey = text(row.userKey);
	const brand = text(row.brand) ?? '';
	const test = row.test === true || userKey?.startsWith('tb-test-') === true;
	const kind = test ? 'test' : KINDS.get(text(row.kind) ?? '');
	if (userKey === undefined || kind === undefined) return [];
	const signed = Number(headers['x-bridge-timestamp']) * 1000;
	const at = isInstant(signed) ? signed : now;
	const numbered = numberedId(row, kind, brand, at);
	const eventId = idOf(row, kind, brand, text(headers['x-bridge-delivery-id']) ?? numbered);
	if (eventId === null) return [];
	const ended = kind === 'session.ended';
	return [
		{
			schema: 'kakao.consult/1',
			provider: 'talkBridge',
			event: kind,
			eventId,
			alsoKnownAs: numbered === null || numbered === eventId ? [] : [numbered],
			occurredAt: kstIso(at),
			channel: { senderKey: '', channelId: '', brandKey: brand, name: '' },
			user: { userKey, appUserId: null, memberId: null, mobileNumber: null },
			session: {
				id: null,
				state: ended ? 'ended' : kind === 'message.received' || kind === 'session.started' ? 'open' : 'unknown',
				endedReason: ended ? (text(row.kind) ?? null) : null,
				billingDay: billingDay(at, '00:00'),
			},
			message: kind.startsWith('message.') ? messageOf(row, kind) : null,
			entry: kind === 'session.started' ? entryOf(row) : null,
			reply: {
				canReply: !ended && kind !== 'test',
				provider: 'talkBridge',
				senderKey: brand,
				userKey,
				chatId: '',
			},
		},
	];
}

function bodyOf(rawBody: string): JsonObject {
	try {
		return object(parseExactJson(rawBody));
	} catch {
		return {};
	}
}

const serialOf = (row: JsonObject) =>
	text(row.serial) ?? (Array.isArray(row.serials) ? text(row.serials[0]) : undefined);

/**
 * An echo comes twice, when it is accepted and a second later from the journal; both name the same serial. An accepted
 * one without a serial is dropped: the journal's follows. `seq` begins anew after a journal reset, hence the delivery's
 * id first.
 */
function idOf(row: JsonObject, kind: ConsultEventKind, brand: string, delivery: string | null): string | null {
	const serial = serialOf(row);
	if (kind === 'message.echo' || kind === 'message.deleted') {
		const name = serial ?? text(row.seq);
		return name === undefined ? null : `${brand}:${kind === 'message.echo' ? 'echo' : 'deleted'}:${name}`;
	}
	return delivery ?? `${brand}:${kind}:${text(row.userKey)}:`;
}

/**
 * The delivery's id is not signed: a recorded call under another id would count as new. Brand and `seq` are (facts
 * §1.2). `seq` begins anew after a journal reset: kind, customer and day beside it keep a new message from being taken for
 * an old one. Test calls share `seq` 0.
 */
function numberedId(row: JsonObject, kind: ConsultEventKind, brand: string, at: number): string | null {
	const seq = text(row.seq);
	const named = kind === 'test' || kind === 'message.echo' || kind === 'message.deleted';
	return seq === undefined || named ? null : `${brand}:${kind}:${text(row.userKey)}:${seq}:${billingDay(at, '00:00')}`;
}

/** Until `complete` has read the room, a customer's message is named by its `seq`, one of ours by its serial. */
const messageOf = (row: JsonObject, kind: ConsultEventKind): ConsultMessage => ({
	id: (kind === 'message.received' ? text(row.seq) : (serialOf(row) ?? text(row.seq))) ?? '',
	type: 'text',
	text: '',
	truncated: false,
	longTextUrl: null,
	attachments: [],
	sentBy: kind === 'message.received' ? 'customer' : 'unknown',
	button: { extra: text(row.extra) ?? null, label: null },
});

/** `lastReference` tells of an earlier consult and never counts as this one's entry (facts §6 trap 3). */
function entryOf(row: JsonObject): Entry {
	const extra = text(object(row.reference).extra) ?? null;
	const last = object(row.lastReference);
	const bot = text(last.bot) ?? String(last.bot);
	return {
		extra,
		params: decodeMetadata(extra),
		startedByBot: bot === 'true' ? true : bot === 'false' ? false : null,
		botEvent: text(last.botEvent) ?? text(last.bot_event) ?? null,
		carriedOver: extra === null && (text(last.extra) ?? text(row.lastReference)) !== undefined,
	};
}
