import { kstIso } from '../../message/kst';
import { object, text, type JsonObject } from '../../partner/json';
import { billingDay } from '../billingDay';
import type { Call } from '../contract';
import type { ConsultEvent, ConsultEventKind } from '../event';
import { parseExactJson } from '../../partner/exactJson';
import { messageOf } from './message';
import { isInstant } from '../instant';

/** Ways of reaching a shop that are not KakaoTalk (facts consulttalk §4.2); one inbox has them all. */
const OTHER_MEDIA = new Set(['inappchat', 'appline', 'appnavertalk', 'appinstagrammessenger', 'call', 'email']);

/** What one call is about. Names come in both casings (facts §1.3), so they are compared in lower case. */
interface Subject {
	event: ConsultEventKind;
	eventId: string;
	at: number | undefined;
	chatId: string;
	userId: string | undefined;
}

export function read({ rawBody }: Call, now: number): ConsultEvent[] {
	const call = bodyOf(rawBody);
	const entity = object(call.entity);
	const refers = object(call.refers);
	const type = lower(call.type);
	const chat = type === 'userchat' ? entity : object(refers.userChat);
	const user = type === 'user' ? entity : object(refers.user);
	const messenger = object(object(chat.source).appMessenger);
	const medium = lower(messenger.mediumType) || lower(chat.contactMediumType);
	const subject = subjectOf(type, lower(call.event), entity, chat);
	const userKey = subject?.userId ?? text(user.id) ?? text(chat.userId);
	if (!subject || userKey === undefined || OTHER_MEDIA.has(medium)) return [];
	const { event, eventId, chatId } = subject;
	const at = subject.at ?? now;
	const closed = lower(chat.state) === 'closed' && event !== 'message.received';
	return [
		{
			schema: 'kakao.consult/1',
			provider: 'channelTalk',
			event,
			eventId,
			alsoKnownAs: [],
			occurredAt: kstIso(at),
			channel: {
				senderKey: '',
				channelId: text(entity.channelId) ?? '',
				brandKey: '',
				name: text(messenger.displayName) ?? '',
			},
			user: {
				userKey,
				appUserId: null,
				memberId: text(user.memberId) ?? null,
				mobileNumber: text(user.mobileNumber) ?? text(object(user.profile).mobileNumber) ?? null,
			},
			session: {
				id: chatId || null,
				state: chatId === '' ? 'unknown' : closed ? 'ended' : 'open',
				endedReason: null,
				billingDay: billingDay(at, '04:00'),
			},
			message: event.startsWith('message.') ? messageOf(entity, chatId) : null,
			entry:
				event === 'session.started'
					? { extra: null, params: {}, startedByBot: null, botEvent: null, carriedOver: false }
					: null,
			reply: { canReply: chatId !== '' && !closed, provider: 'channelTalk', senderKey: '', userKey, chatId },
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

const lower = (value: unknown) => (text(value) ?? '').toLowerCase();

/** `appKakao`, milliseconds; absent where it is no time. */
function instant(...values: unknown[]): number | undefined {
	return values.map((value) => Number(text(value))).find(isInstant);
}

function subjectOf(type: string, change: string, entity: JsonObject, chat: JsonObject): Subject | null {
	const id = text(entity.id);
	if (id === undefined) return null;
	if (type === 'message') return messageSubject(id, change, entity);
	const version = text(entity.version) ?? text(entity.updatedAt) ?? '';
	if (type === 'user') {
		const at = instant(entity.updatedAt, entity.createdAt);
		return { event: 'user.updated', eventId: `user:${id}:${version}`, at, chatId: '', userId: id };
	}
	if (type !== 'userchat') return null;
	const common = { chatId: id, userId: text(chat.userId) };
	// Every change of a chat is called in anew; by the time it was opened or closed repeats are known.
	if (lower(entity.state) === 'opened') {
		const at = instant(entity.openedAt, entity.createdAt);
		return { ...common, event: 'session.started', eventId: `userChat:${id}:opened:${at ?? version}`, at };
	}
	if (lower(entity.state) === 'closed') {
		const at = instant(entity.closedAt);
		const eventId = `userChat:${id}:closed:${at ?? version}`;
		return { ...common, event: 'session.ended', eventId, at: at ?? instant(entity.updatedAt) };
	}
	return null;
}

/** Team chats, internal notes and log lines are nobody's words to or from a customer. */
function messageSubject(id: string, change: string, entity: JsonObject): Subject | null {
	const person = lower(entity.personType);
	const options = Array.isArray(entity.options) ? entity.options.map(lower) : [];
	if (lower(entity.chatType) !== 'userchat' || options.includes('private') || text(object(entity.log).action))
		return null;
	const common = {
		chatId: text(entity.chatId) ?? '',
		userId: person === 'user' ? text(entity.personId) : undefined,
	};
	if (lower(entity.state) === 'removed') {
		const at = instant(entity.updatedAt, entity.createdAt);
		return { ...common, event: 'message.deleted', eventId: `message:${id}:removed`, at };
	}
	// An update is a reaction or a correction: to say it again would have the customer answered twice.
	if (change === 'update' || !['user', 'manager', 'bot'].includes(person)) return null;
	const event = person === 'user' ? 'message.received' : 'message.echo';
	return { ...common, event, eventId: `message:${id}`, at: instant(entity.createdAt) };
}
