import { read, type Conversation } from '../../delivery/conversation';
import type { Sighting } from '../../delivery/sendOnce';
import type { AlimTalkMessage } from '../../message/message';
import { accepted, rejected, type Outcome } from '../../message/outcome';
import { toMessageId } from '../../message/reference';
import type { FindContext, SendContext } from '../../delivery/service';
import { object, text, type JsonObject } from '../json';
import { ACCEPTED, sensReason } from './codes';
import { findPerTemplate, pairUp } from '../matching';
import { listMessages } from './search';

/** Clocks differ: SENS allows 5 minutes, so its request time may lie that far from ours. */
const SKEW = 5 * 60_000;

/**
 * SENS carries no key of ours. A lost request is known again as the one request in the time window, not yet claimed
 * by this run, that went to exactly the same numbers with the same texts.
 */
export function* lookUp(
	batch: readonly AlimTalkMessage[],
	started: number,
	context: SendContext,
): Conversation<Sighting> {
	const [first] = batch;
	const rows = yield* listMessages({
		plusFriendId: first!.senderProfile,
		templateCode: first!.template.code,
		requested: { from: started - SKEW, until: context.now() + SKEW },
	});
	if (rows === null) return { found: 'noAnswer', detail: 'the message list could not be read' };
	const requests = Map.groupBy(rows, (row) => text(row.requestId) ?? '');
	for (const [requestId, members] of requests) {
		if (context.claimed.has(requestId) || members.length !== batch.length) continue;
		const texts = yield* withTexts(members);
		const pairs = pairUp(batch, texts, identity, rowIdentity);
		if (pairs.size !== batch.length) continue;
		// Another batch of this run may have claimed it while the texts were read.
		if (context.claimed.has(requestId)) continue;
		context.claimed.add(requestId);
		return { found: batch.map((message) => toOutcome(requestId, pairs.get(message)!, message.scheduleAt)) };
	}
	return { found: 'nothing' };
}

function toOutcome(requestId: string, row: JsonObject, scheduleAt: number | null): Outcome {
	if (!wasAccepted(row)) return rejected(sensReason(text(row.requestStatusCode)!, text(row.requestStatusDesc)));
	return accepted(toMessageId(requestId, text(row.messageId) ?? ''), scheduleAt);
}

/** SENS also lists what it refused. */
const wasAccepted = (row: JsonObject) => (text(row.requestStatusCode) ?? ACCEPTED) === ACCEPTED;

/** Whether the list carries the texts is not documented; where it doesn't, each message is asked for its own. */
function* withTexts(rows: readonly JsonObject[]): Conversation<JsonObject[]> {
	const complete: JsonObject[] = [];
	for (const row of rows) {
		if (text(row.content) !== undefined) {
			complete.push(row);
			continue;
		}
		const reply = yield* read({
			method: 'GET',
			path: `/alimtalk/v2/services/{serviceId}/messages/${encodeURIComponent(text(row.messageId) ?? '')}`,
		});
		complete.push(reply.kind === 'answer' && reply.status < 300 ? { ...row, ...object(reply.body) } : row);
	}
	return complete;
}

const identity = (message: AlimTalkMessage) =>
	[message.to.national, message.template.code, message.content.text].join('|');
const rowIdentity = (row: JsonObject) => [text(row.to), text(row.templateCode), text(row.content)].join('|');

/** A run that broke off is repeated within a day; a longer look back would take last week's equal notice for this one. */
const LOOK_BACK = 24 * 60 * 60_000;

/** Without keys the same number, template and text within a day counts as the same message. */
export function* find(
	messages: readonly AlimTalkMessage[],
	context: FindContext,
): Conversation<ReadonlyMap<AlimTalkMessage, string> | null> {
	const now = context.now();
	return yield* findPerTemplate<AlimTalkMessage, JsonObject>(messages, {
		*list(plusFriendId, templateCode, group) {
			const requested = { from: now - LOOK_BACK, until: now + SKEW };
			const rows = yield* listMessages({ plusFriendId, templateCode, requested });
			if (rows === null) return null;
			const numbers = new Set(group.map(({ to }) => to.national));
			return yield* withTexts(rows.filter((row) => numbers.has(text(row.to) ?? '') && wasAccepted(row)));
		},
		keyOfMessage: identity,
		keyOfRow: rowIdentity,
		idOf: (row) => toMessageId(text(row.requestId) ?? '', text(row.messageId) ?? ''),
	});
}
