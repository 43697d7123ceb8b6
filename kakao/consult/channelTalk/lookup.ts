import { read, withQuery, type Conversation } from '../../delivery/conversation';
import { kstIso } from '../../message/kst';
import { answerBody, DealerFailure } from '../../partner/failure';
import { list, object, text, type JsonObject } from '../../partner/json';
import type { ReplyTarget } from '../event';
import { isInstant } from '../instant';
import { lastSpoken, type ChannelProfile, type ConsultLine, type SessionState } from '../lookup';
import { NO_CHAT, ownReason, refusal } from './codes';
import { messageOf } from './message';

/** Facts consulttalk §4.1, §4.2: the chat, its newest messages and who it is with. @throws DealerFailure */
export function* session({ chatId, userKey }: ReplyTarget): Conversation<SessionState> {
	if (chatId === '') throw new DealerFailure('the chat', ownReason(NO_CHAT));
	const path = `/user-chats/${encodeURIComponent(chatId.toWellFormed())}`;
	const found = yield* ask(path, 'the chat', 'userChat');
	const said = yield* ask(withQuery(`${path}/messages`, { sortOrder: 'desc', limit: 100 }), 'the messages', 'messages');
	const chat = object(found.userChat);
	const messages = list(said.messages).flatMap((entity) => lineOf(entity, chatId));
	return {
		sessionId: chatId,
		state: stateOf(chat),
		startedAt: timeOf(chat.openedAt) ?? timeOf(chat.createdAt),
		...lastSpoken(messages),
		readByCustomerAt: null,
		followedUpAt: timeOf(chat.followUpTriggeredAt),
		user: userOf(customerIn(found, text(chat.userId)), text(chat.userId) ?? userKey),
		messages,
		raw: found,
	};
}

function stateOf(chat: JsonObject): SessionState['state'] {
	const state = (text(chat.state) ?? '').toLowerCase();
	if (state === 'closed') return 'ended';
	return state === 'opened' || state === 'snoozed' ? 'open' : 'unknown';
}

/** The customer comes along as `user`, in `users`, or under `refers`. */
function customerIn({ user, users, refers }: JsonObject, id: string | undefined): JsonObject {
	const all = [object(user), object(object(refers).user), ...list(users), ...list(object(refers).users)];
	return all.find((each) => text(each.id) !== undefined && (id === undefined || text(each.id) === id)) ?? {};
}

function userOf(user: JsonObject, userKey: string): SessionState['user'] {
	const profile = object(user.profile);
	const refused = user.unsubscribeTexting ?? profile.unsubscribeTexting;
	return {
		userKey,
		memberId: text(user.memberId) ?? null,
		mobileNumber: text(user.mobileNumber) ?? text(profile.mobileNumber) ?? null,
		name: text(user.name) ?? text(profile.name) ?? null,
		advertisingRefused: typeof refused === 'boolean' ? refused : null,
	};
}

/** Internal notes, log lines and removed words were never before the customer, or no longer are. */
function lineOf(entity: JsonObject, chatId: string): ConsultLine[] {
	const hidden = Array.isArray(entity.options) && entity.options.includes('private');
	if (hidden || text(object(entity.log).action) || entity.state === 'removed') return [];
	const { id, sentBy, text: words } = messageOf(entity, chatId);
	return [{ id, from: sentBy, text: words, at: timeOf(entity.createdAt) }];
}

function timeOf(value: unknown): string | null {
	const time = Number(text(value));
	return isInstant(time) ? kstIso(time) : null;
}

/** The workspace ("channel"): Channel Talk tells no sender key. @throws DealerFailure */
export function* profile(senderKey: string): Conversation<ChannelProfile> {
	const raw = yield* ask('/channel', 'the workspace', 'channel');
	const { name, state } = object(raw.channel);
	return {
		senderKey,
		searchId: null,
		name: text(name) ?? null,
		status: text(state) ?? null,
		consultTalk: null,
		raw,
	};
}

function* ask(path: string, what: string, field: string): Conversation<JsonObject> {
	return answerBody(yield* read({ method: 'GET', path }), what, (answer) => {
		if (answer.status >= 300) return refusal(answer);
		return object(answer.body)[field] === undefined ? undefined : null;
	});
}
