import { kstIso } from '../../message/kst';
import { list, object, text, type JsonObject } from '../../partner/json';
import { billingDay } from '../billingDay';
import type { Call } from '../contract';
import type { ConsultEvent, ConsultEventKind } from '../event';
import { parseExactJson } from '../../partner/exactJson';
import { messageOf } from './message';
import { isInstant } from '../instant';

/** Events that are of use; the rest (settings of the bot, every move within a flow) is nobody's business. */
const KINDS: ReadonlyMap<string, ConsultEventKind> = new Map([
	['bot.message.received', 'message.received'],
	['bot.message.sent', 'message.echo'],
	['bot.conversation.created', 'session.started'],
	['bot.conversation.deleted', 'session.ended'],
	['bot.conversation.agent_call_requested', 'agent.requested'],
	['bot.conversation.agent_call_connected', 'agent.started'],
	['bot.conversation.agent_call_cancelled', 'agent.ended'],
	['bot.conversation.agent_call_disconnected', 'agent.ended'],
	['bot.end_user.created', 'user.updated'],
	['bot.end_user.updated', 'user.updated'],
]);

/** ConsultTalk; CLOSER serves websites and other messengers by the same bot (facts consulttalk §1.4). */
const CONSULT_TALK = 'kakaobiz';
/** Several events come in one call. Messages name no platform: within the call their customer's is taken. */
export function read({ rawBody }: Call, now: number): ConsultEvent[] {
	const events = list(bodyOf(rawBody).messages);
	const told = events.map(subjectOf).filter(({ platform }) => text(platform) !== undefined);
	const platforms = new Map(told.map((subject) => [endUserOf(subject), text(subject.platform)]));
	return events.flatMap((event) => {
		const subject = subjectOf(event);
		const platform = text(subject.platform) ?? platforms.get(endUserOf(subject)) ?? CONSULT_TALK;
		return platform === CONSULT_TALK ? toEvent(event, subject, now) : [];
	});
}

function bodyOf(rawBody: string): JsonObject {
	try {
		return object(parseExactJson(rawBody));
	} catch {
		return {};
	}
}

/** What an event is about; a customer's own record names itself `id`. */
function subjectOf(event: JsonObject): JsonObject {
	const { message, conversation, endUser } = object(event.data);
	const found = [message, conversation].find((each) => Object.keys(object(each)).length > 0);
	if (found !== undefined) return object(found);
	const customer = object(endUser);
	return { ...customer, endUserId: customer.id };
}

const endUserOf = (subject: JsonObject) => text(subject.endUserId);

/** The customer is named by CLOSER's own id, because messages carry no other. */
function toEvent(event: JsonObject, subject: JsonObject, now: number): ConsultEvent[] {
	const name = text(event.event) ?? '';
	const kind = kindOf(name, subject);
	const userKey = endUserOf(subject);
	const eventId = text(event.id);
	if (kind === undefined || userKey === undefined || eventId === undefined) return [];
	const time = [event.timestamp, subject.timestamp].map((each) => Number(text(each)));
	const at = time.find(isInstant) ?? now;
	const botId = text(event.sourceId) ?? text(subject.botId) ?? '';
	return [
		{
			schema: 'kakao.consult/1',
			provider: 'closer',
			event: kind,
			eventId,
			alsoKnownAs: [],
			occurredAt: kstIso(at),
			channel: { senderKey: '', channelId: '', brandKey: botId, name: '' },
			user: { userKey, appUserId: null, memberId: null, mobileNumber: null },
			session: {
				id: sessionOf(name, subject),
				state: kind === 'session.ended' ? 'ended' : kind === 'user.updated' ? 'unknown' : 'open',
				endedReason: kind === 'agent.ended' ? name.slice(name.lastIndexOf('_') + 1) : null,
				billingDay: billingDay(at, '04:00'),
			},
			message: kind.startsWith('message.') ? messageOf(subject, kind === 'message.received') : null,
			entry:
				kind === 'session.started'
					? { extra: null, params: {}, startedByBot: null, botEvent: null, carriedOver: false }
					: null,
			reply: { canReply: false, provider: 'closer', senderKey: botId, userKey, chatId: '' },
		},
	];
}

/** Who wrote is said by `isUser` (facts §6 trap 10); the event's name only stands in for it. */
function kindOf(name: string, subject: JsonObject): ConsultEventKind | undefined {
	const kind = KINDS.get(name);
	if (!kind?.startsWith('message.') || typeof subject.isUser !== 'boolean') return kind;
	return subject.isUser ? 'message.received' : 'message.echo';
}

function sessionOf(name: string, subject: JsonObject): string | null {
	const id = name.startsWith('bot.conversation.') ? subject.id : (subject.conversationId ?? subject.lastConversationId);
	return text(id) ?? null;
}
