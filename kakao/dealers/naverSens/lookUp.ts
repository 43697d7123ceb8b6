import { read, type Conversation } from '../../delivery/conversation';
import type { Sighting } from '../../delivery/sendOnce';
import { accepted, rejected, type Outcome } from '../../message/outcome';
import { toMessageId } from '../../message/reference';
import type { FindContext, SendContext } from '../../delivery/service';
import { text, type JsonObject } from '../../partner/json';
import { findPerTemplate } from '../matching';
import { ACCEPTED, sensReason } from './codes';
import type { Lane, SensMessage } from './lane';
import { formOf, formOfRow, hasRival, match, sameRecipients, textOf, type Match } from './recognise';
import { listMessages, messageRequest, soleMessage } from './search';

/** Clocks differ: SENS allows 5 minutes, so its request time may lie that far from ours. */
const SKEW = 5 * 60_000;

/**
 * After a lost answer: the request in the time window, not yet claimed by this run, that went to exactly the same
 * recipients with the same texts. Where SENS tells no texts, recipients and form must do; then there must be one such
 * request only and nothing else of this run that it could be. Otherwise the outcome stays unknown: to claim another's
 * request would leave these people without their message, to send again might give it to them twice.
 */
export function* lookUp<M extends SensMessage>(
	lane: Lane,
	batch: readonly M[],
	started: number,
	context: SendContext,
): Conversation<Sighting> {
	const [first] = batch;
	const rows = yield* listMessages(lane, {
		plusFriendId: first!.senderProfile,
		templateCode: first!.template?.code,
		requested: { from: started - SKEW, until: context.now() + SKEW },
	});
	if (rows === null) return { found: 'noAnswer', detail: 'the message list could not be read' };
	const likely: [string, Match<M>][] = [];
	for (const [requestId, members] of Map.groupBy(rows, requestOf)) {
		if (context.claimed.has(requestId) || !sameRecipients(batch, members)) continue;
		const told = yield* withTexts(lane, members, batch);
		if (told === null) return { found: 'noAnswer', detail: 'a listed message could not be read' };
		const found = match(batch, told);
		if (found.pairs.size !== batch.length) continue;
		// Another batch of this run may have claimed it while the texts were read.
		if (found.proven && !context.claimed.has(requestId)) return claim(requestId, batch, found, context);
		likely.push([requestId, found]);
	}
	const [only, ...others] = likely.filter(([requestId]) => !context.claimed.has(requestId));
	if (only === undefined) return { found: 'nothing' };
	if (others.length > 0 || hasRival(batch, context.claimed))
		return { found: 'noAnswer', detail: 'SENS lists more than one request that it could be, without their texts' };
	return claim(only[0], batch, only[1], context);
}

const requestOf = (row: JsonObject) => text(row.requestId) ?? '';

function claim<M extends SensMessage>(
	requestId: string,
	batch: readonly M[],
	{ pairs }: Match<M>,
	{ claimed }: SendContext,
): Sighting {
	claimed.add(requestId);
	return { found: batch.map((message) => toOutcome(requestId, pairs.get(message)!, message.scheduleAt)) };
}

function toOutcome(requestId: string, row: JsonObject, scheduleAt: number | null): Outcome {
	if (!wasAccepted(row)) return rejected(sensReason(text(row.requestStatusCode)!, text(row.requestStatusDesc)));
	return accepted(toMessageId(requestId, text(row.messageId) ?? ''), scheduleAt);
}

/** SENS also lists what it refused. */
const wasAccepted = (row: JsonObject) => (text(row.requestStatusCode) ?? ACCEPTED) === ACCEPTED;

/**
 * Whether the list carries the texts is not documented; where it doesn't, messages are asked for their own, until one
 * of their form comes without. Null = one could not be read.
 */
function* withTexts(
	lane: Lane,
	rows: readonly JsonObject[],
	messages: readonly SensMessage[],
): Conversation<JsonObject[] | null> {
	const complete: JsonObject[] = [];
	const telling = new Set(messages.filter((message) => textOf(message) !== undefined).map(formOf));
	for (const row of rows) {
		const form = formOfRow(row);
		if (text(row.content) !== undefined || !telling.has(form)) {
			complete.push(row);
			continue;
		}
		const reply = yield* read(messageRequest(lane, text(row.messageId) ?? ''));
		if (reply.kind !== 'answer' || reply.status >= 300) return null;
		const whole = { ...row, ...soleMessage(reply.body) };
		if (text(whole.content) === undefined) telling.delete(form);
		complete.push(whole);
	}
	return complete;
}

/** A run that broke off is repeated within a day; a longer look back would take last week's equal notice for this one. */
const LOOK_BACK = 24 * 60 * 60_000;

/**
 * Without keys the same recipient, template and text within a day counts as the same message; where SENS tells no
 * text, recipient and form do. Only messages of a run that broke off are asked for, so one that is listed is most
 * likely theirs, and an advertisement too few harms less than one twice.
 */
export function* find<M extends SensMessage>(
	lane: Lane,
	messages: readonly M[],
	context: FindContext,
): Conversation<ReadonlyMap<M, string> | null> {
	const now = context.now();
	const places = new Map(messages.map((message, at) => [message, String(at)]));
	return yield* findPerTemplate<M, { message: M; row: JsonObject }>(messages, {
		*list(plusFriendId, templateCode, group) {
			const requested = { from: now - LOOK_BACK, until: now + SKEW };
			const rows = yield* listMessages(lane, { plusFriendId, templateCode, requested });
			if (rows === null) return null;
			const numbers = new Set(group.map(({ to }) => to.national));
			const theirs = rows.filter((row) => numbers.has(text(row.to) ?? '') && wasAccepted(row));
			const told = yield* withTexts(lane, theirs, group);
			return told && [...match(group, told).pairs].map(([message, row]) => ({ message, row }));
		},
		keyOfMessage: (message) => places.get(message)!,
		keyOfRow: ({ message }) => places.get(message)!,
		idOf: ({ row }) => toMessageId(requestOf(row), text(row.messageId) ?? ''),
	});
}
