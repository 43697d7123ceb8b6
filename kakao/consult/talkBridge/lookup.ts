import { read, withQuery, type Conversation } from '../../delivery/conversation';
import { kstIso } from '../../message/kst';
import { answerBody } from '../../partner/failure';
import { list, object, text, type JsonObject } from '../../partner/json';
import type { ReplyTarget } from '../event';
import { isInstant } from '../instant';
import { lastSpoken, type ChannelProfile, type ConsultLine, type SessionState } from '../lookup';
import { refusal } from './codes';

/** Facts consulttalk §2.6: the brand's rooms and the newest messages of one. @throws DealerFailure */
export function* session({ senderKey, userKey }: ReplyTarget): Conversation<SessionState> {
	const brand = senderKey.toWellFormed();
	const rooms = yield* ask(withQuery('/api/agent/rooms', { brand }), 'the rooms');
	const path = `/api/agent/rooms/${encodeURIComponent(userKey.toWellFormed())}/messages`;
	const said = yield* ask(withQuery(path, { brand, max: 100 }), 'the messages of the room');
	const room = list(rooms.rooms).find((each) => text(each.userKey) === userKey) ?? {};
	const rows = list(said.messages);
	const sessionId = rows.map((row) => text(row.sessionId)).find((id) => id !== undefined) ?? null;
	const opened = rows.find(({ kind, sessionId: id }) => kind === 'reference' && (text(id) ?? sessionId) === sessionId);
	const messages = rows.flatMap(lineOf);
	return {
		sessionId,
		state: stateOf(room, rows),
		startedAt: opened ? timeOf(opened) : null,
		...lastSpoken(messages),
		readByCustomerAt: null,
		followedUpAt: null,
		user: { userKey, memberId: null, mobileNumber: null, name: null, advertisingRefused: null },
		messages,
		raw: { room, messages: rows },
	};
}

/** The list of rooms may not reach back to this one; then the newest row tells. */
function stateOf({ ended }: JsonObject, [newest]: readonly JsonObject[]): SessionState['state'] {
	if (typeof ended === 'boolean') return ended ? 'ended' : 'open';
	if (newest === undefined) return 'unknown';
	return newest.kind === 'expired' || newest.kind === 'ended' ? 'ended' : 'open';
}

/** Rows of other kinds are no words; of ours nobody can tell who wrote them. */
function lineOf(row: JsonObject): ConsultLine[] {
	if ((row.kind !== 'message' && row.kind !== 'agent') || row.deleted === true) return [];
	const from = row.kind === 'message' ? 'customer' : 'unknown';
	return [{ id: text(row.serial) ?? text(row.seq) ?? '', from, text: text(row.text) ?? '', at: timeOf(row) }];
}

function timeOf({ timestampUnixMs }: JsonObject): string | null {
	const time = Number(text(timestampUnixMs));
	return isInstant(time) ? kstIso(time) : null;
}

/** Facts §2.6 name the call, not its fields: Kakao's own names are looked for, and the whole answer goes along. */
export function* profile(brand: string): Conversation<ChannelProfile> {
	const raw = yield* ask(withQuery('/api/agent/profile', { brand: brand.toWellFormed() }), 'the channel profile');
	const data = [raw.profile, raw.data].map(object).find((each) => Object.keys(each).length > 0) ?? raw;
	return {
		senderKey: brand,
		searchId: text(data.uuid) ?? null,
		name: text(data.name) ?? null,
		status: text(data.status) ?? null,
		consultTalk: typeof data.bizchat === 'boolean' ? data.bizchat : null,
		raw,
	};
}

function* ask(path: string, what: string): Conversation<JsonObject> {
	return answerBody(yield* read({ method: 'GET', path }), what, (answer) => {
		if (answer.status >= 300 || object(answer.body).ok === false) return refusal(answer);
		return Object.keys(object(answer.body)).length > 0 ? null : undefined;
	});
}
