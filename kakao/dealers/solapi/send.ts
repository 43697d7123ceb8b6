import { pause, write, type Conversation, type Reply } from '../../delivery/conversation';
import { refusedReason, unknownReason } from '../../delivery/reasons';
import { kstIso } from '../../message/kst';
import type { Message } from '../../message/message';
import { accepted, rejected, rejectedTogether, unknownOutcome, type Outcome, type Reason } from '../../message/outcome';
import { toMessageId } from '../../message/reference';
import type { SendContext } from '../../delivery/service';
import { list, object, text, type JsonObject } from '../../partner/json';
import { refusalOf, REGISTERED, solapiReason } from './codes';
import { groupState, GROUPS, type GroupState } from './groups';
import { KEY_FIELD } from './wire';

/** Before the last step nothing can go out, so patience is free. */
const TRIES = 10;
const BACKOFF = 500;

/**
 * SOLAPI has no idempotency key, but a group is one: made empty, filled, and only then sent. Until the last step
 * nothing can go out, so a lost answer there costs a new group; at the last step the group's state tells whether it
 * was sent, and a group cannot be sent twice (facts §2.2).
 */
export function* send<M extends Message>(
	batch: readonly M[],
	context: SendContext,
	toWire: (message: M) => object,
): Conversation<Outcome[]> {
	const all = (outcome: Outcome) => batch.map(() => outcome);
	for (let attempt = 1; ; attempt++) {
		const filled = yield* fill(batch.map(toWire));
		if ('lost' in filled) {
			if (attempt === TRIES) return all(rejected(notReached(filled.lost)));
			yield* pause(BACKOFF * attempt);
			continue;
		}
		if ('refused' in filled) return all(rejectedTogether(filled.refused, context.includeRaw ? filled.raw : undefined));
		const outcomes = outcomesOf(filled.groupId, filled.results, batch, context.includeRaw);
		if (outcomes.every(({ outcome }) => outcome === 'rejected')) {
			yield* write({ method: 'DELETE', path: `${GROUPS}/${filled.groupId}` });
			return outcomes;
		}
		const failure = yield* release(filled.groupId, batch[0]!.scheduleAt);
		return failure ? outcomes.map((outcome) => (outcome.outcome === 'rejected' ? outcome : failure)) : outcomes;
	}
}

type Filled = { groupId: string; results: JsonObject[] } | { lost: string } | { refused: Reason; raw?: unknown };

/** An unsent group with all messages in it. A group left behind by a lost answer is never sent. */
function* fill(messages: readonly object[]): Conversation<Filled> {
	const created = yield* write({
		method: 'POST',
		path: GROUPS,
		body: { allowDuplicates: true, sdkVersion: 'n8n-nodes-kakao-business' },
	});
	const group = readStep(created);
	if (!('body' in group)) return group;
	const groupId = text(group.body.groupId);
	if (groupId === undefined) return { lost: 'the answer names no group' };

	const added = readStep(yield* write({ method: 'PUT', path: `${GROUPS}/${groupId}/messages`, body: { messages } }));
	if (!('body' in added)) return added;
	const results = list(added.body.resultList);
	return results.length === messages.length
		? { groupId, results }
		: { lost: `the answer lists ${results.length} of ${messages.length} messages` };
}

function readStep(reply: Reply): { body: JsonObject } | { lost: string } | { refused: Reason; raw?: unknown } {
	if (reply.kind === 'refused') return { refused: refusedReason(reply) };
	if (reply.kind === 'lost') return { lost: reply.detail };
	return reply.status < 300 ? { body: object(reply.body) } : { refused: refusalOf(reply), raw: reply.body };
}

const notReached = (detail: string): Reason => ({
	code: 'notAccepted',
	codeSpace: 'transport',
	kind: 'service',
	text: `Not sent: SOLAPI's answers were lost ${TRIES} times, and nothing was released (${detail}).`,
	advice: 'SOLAPI has trouble. Send these again later.',
	retryable: true,
});

/** Results carry our key; their order is not promised (facts §2.2, U), so equal keys are handed out in order. */
function outcomesOf(
	groupId: string,
	results: readonly JsonObject[],
	batch: readonly Message[],
	includeRaw: boolean,
): Outcome[] {
	const byKey = Map.groupBy(
		results,
		(result) => `${text(object(result.customFields)[KEY_FIELD]) ?? ''}|${text(result.to) ?? ''}`,
	);
	return batch.map((message, at) => {
		const result = byKey.get(`${message.key}|${message.to.national}`)?.shift() ?? results[at]!;
		const code = text(result.statusCode) ?? '';
		const raw = includeRaw ? { groupId, ...result } : undefined;
		if (code !== REGISTERED) return rejected(solapiReason(code, text(result.statusMessage)), raw);
		return accepted(toMessageId(groupId, text(result.messageId) ?? ''), message.scheduleAt, raw);
	});
}

/** Trying again changes nothing: the run was stopped, or its time is over. */
const NO_USE: ReadonlySet<string> = new Set(['stopped', 'closed']);

/** Sends or schedules the group; null = done. A lost answer is settled by the group's own state. */
function* release(groupId: string, scheduleAt: number | null): Conversation<Outcome | null> {
	const request =
		scheduleAt === null
			? ({ method: 'POST', path: `${GROUPS}/${groupId}/send` } as const)
			: ({
					method: 'POST',
					path: `${GROUPS}/${groupId}/schedule`,
					body: { scheduledDate: kstIso(scheduleAt) },
				} as const);
	let detail = '';
	for (let attempt = 1; attempt <= TRIES; attempt++) {
		const reply = yield* write(request);
		if (reply.kind === 'answer' && reply.status < 300) return null;
		if (reply.kind === 'refused' && attempt === 1) return rejected(refusedReason(reply));
		const state: GroupState = yield* groupState(groupId);
		if (state === 'released') return null;
		if (state === 'cannotTell')
			return unknownOutcome(unknownReason('its state could not be read after the answer to "send" was lost'));
		// Not sent, and SOLAPI said why: no use in asking again.
		if (reply.kind === 'answer') return rejected(refusalOf(reply));
		if (reply.kind === 'refused' && NO_USE.has(reply.why)) return rejected(refusedReason(reply));
		detail = reply.detail;
		yield* pause(BACKOFF * attempt);
	}
	// A deleted group can never be sent: that proves what waiting cannot.
	const removed = yield* write({ method: 'DELETE', path: `${GROUPS}/${groupId}` });
	const proven = removed.kind === 'answer' && removed.status < 300;
	return proven ? rejected(notReached(detail)) : unknownOutcome(unknownReason(detail));
}
