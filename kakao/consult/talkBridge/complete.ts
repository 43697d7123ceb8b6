import { pause, read, withQuery, type Conversation } from '../../delivery/conversation';
import { kstIso } from '../../message/kst';
import { answerBody } from '../../partner/failure';
import { list, object, text, type JsonObject } from '../../partner/json';
import { billingDay } from '../billingDay';
import type { Attachment, AttachmentKind, ConsultEvent, ConsultMessage } from '../event';
import { isLoopback } from '../../partner/baseUrl';
import { refusal } from './codes';
import { isInstant } from '../instant';

/** How many messages are asked for, newest first, and how long to wait before: the journal may lag behind the call. */
const TRIES = [
	{ after: 0, max: 100 },
	{ after: 700, max: 300 },
	{ after: 2_000, max: 300 },
] as const;

/**
 * The same events with what was said, read from the customer's room (facts consulttalk §1.2, §2.6).
 * @throws DealerFailure when the room cannot be read: TalkBridge calls again, and the message is not lost
 */
export function* complete(events: readonly ConsultEvent[]): Conversation<ConsultEvent[]> {
	const completed: ConsultEvent[] = [];
	// Of our own messages the journal tells no serial (measured): they cannot be found in it, and start no flow anyway.
	for (const event of events) completed.push(event.event === 'message.received' ? yield* withText(event) : event);
	return completed;
}

function* withText(event: ConsultEvent): Conversation<ConsultEvent> {
	for (const { after, max } of TRIES) {
		if (after > 0) yield* pause(after);
		const row = (yield* roomMessages(event, max)).find(({ seq }) => text(seq) === event.message?.id);
		if (row) return fill(event, row);
	}
	return event;
}

function* roomMessages({ user, channel }: ConsultEvent, max: number): Conversation<JsonObject[]> {
	const path = `/api/agent/rooms/${encodeURIComponent(user.userKey.toWellFormed())}/messages`;
	const reply = yield* read({ method: 'GET', path: withQuery(path, { brand: channel.brandKey.toWellFormed(), max }) });
	const body = answerBody(reply, 'the messages of the room', (answer) => {
		if (answer.status >= 300) return refusal(answer);
		const { ok, messages } = object(answer.body);
		if (ok === false) return refusal(answer);
		return Array.isArray(messages) ? null : undefined;
	});
	return list(body.messages);
}

function fill(event: ConsultEvent, row: JsonObject): ConsultEvent {
	const time = Number(text(row.timestampUnixMs));
	const known = isInstant(time);
	return {
		...event,
		occurredAt: known ? kstIso(time) : event.occurredAt,
		session: {
			...event.session,
			id: text(row.sessionId) ?? event.session.id,
			billingDay: known ? billingDay(time, '00:00') : event.session.billingDay,
		},
		message: { ...event.message!, ...contentOf(text(row.text) ?? '') },
	};
}

const KINDS: ReadonlyMap<string, AttachmentKind> = new Map([
	['photo', 'image'],
	['video', 'video'],
	['audio', 'audio'],
	['file', 'file'],
]);
const ATTACHMENT = /^\[(photo|video|audio|file)\] (https?:\/\/\S+)(?: (.*))?$/;
const KAKAO_FILES = 'talk.kakaocdn.net';

/** Attachments stand in the text, one a line. Only Kakao's own host counts: anything else a customer may have typed. */
export function contentOf(whole: string): Pick<ConsultMessage, 'type' | 'text' | 'attachments'> {
	const attachments: Attachment[] = [];
	const lines = whole.split('\n').filter((line) => {
		const attachment = attachmentOf(line.trimEnd());
		if (attachment) attachments.push(attachment);
		return attachment === null;
	});
	const words = lines.join('\n').trim() === '' && attachments.length > 0 ? '' : lines.join('\n');
	const kinds = new Set(attachments.map(({ type }) => type));
	const [kind] = kinds;
	return { type: kind === undefined ? 'text' : kinds.size > 1 || words ? 'mixed' : kind, text: words, attachments };
}

function attachmentOf(line: string): Attachment | null {
	const [, kind = '', url = '', comment] = ATTACHMENT.exec(line) ?? [];
	if (!URL.canParse(url)) return null;
	const { protocol, host, hostname, pathname, username, password } = new URL(url);
	const kakaos = protocol === 'https:' && host === KAKAO_FILES;
	// The sandbox's files; whether they may be fetched is decided by where the credential leads (files.ts).
	const local = isLoopback(hostname) && pathname.startsWith(`/${KAKAO_FILES}/`);
	if ((!kakaos && !local) || username || password) return null;
	return { type: KINDS.get(kind)!, url, comment: comment?.trim() || null, fileName: null, size: null };
}
