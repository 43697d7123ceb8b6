import type { Answer, Conversation } from '../../delivery/conversation';
import type { Sighting } from '../../delivery/sendOnce';
import type { SendContext } from '../../delivery/service';
import type { Message } from '../../message/message';
import { accepted, rejected, rejectedTogether, type Outcome } from '../../message/outcome';
import { toMessageId } from '../../message/reference';
import { list, object, text, type JsonObject } from '../../partner/json';
import { pairUp } from '../matching';
import { DUPLICATE_REQUEST, nhnReason } from './codes';
import { readHeader } from './envelope';
import type { Lane } from './lane';
import { listMessages, recipientNo } from './search';

/** Each recipient failed for a reason of its own, which the answer does not tell (§1.2). */
const ALL_FAILED = '-1031';

/** Mismatches with the template: with the fallback on, the SMS goes out all the same (§1.7), so the message was accepted. */
const FALLBACK_ELIGIBLE = new Set(['-3010', '-3011', '-3042', '-3043', '-3046']);

/**
 * `sendResults` come in the order of the request; a recipient may fail under a successful header (§1.2).
 * @param concernsAll codes of a refusal that would come for any part of the batch, too
 */
export function readSend(
	answer: Answer,
	batch: readonly Message[],
	includeRaw: boolean,
	concernsAll: (code: string) => boolean = () => false,
): Outcome[] | 'duplicate' | 'unclear' {
	const header = readHeader(answer.body);
	if (!header)
		return answer.status === 401 || answer.status === 403 ? batch.map(() => rejected(nhnReason('-1001'))) : 'unclear';
	if (header.code === DUPLICATE_REQUEST) return 'duplicate';
	if (!header.isSuccessful) {
		const refuse = header.code === ALL_FAILED || concernsAll(header.code) ? rejected : rejectedTogether;
		return batch.map(() => refuse(nhnReason(header.code, header.message), includeRaw ? answer.body : undefined));
	}
	const message = object(object(answer.body).message);
	const requestId = text(message.requestId);
	const results = list(message.sendResults);
	if (requestId === undefined || results.length !== batch.length) return 'unclear';
	return batch.map((sent, at) => readResult(requestId, results[at]!, sent, includeRaw));
}

function readResult(requestId: string, result: JsonObject, sent: Message, includeRaw: boolean): Outcome {
	const raw = includeRaw ? { requestId, ...result } : undefined;
	const code = text(result.resultCode) ?? '';
	const goesBySms = sent.fallback !== null && FALLBACK_ELIGIBLE.has(code);
	if (code !== '0' && !goesBySms) return rejected(nhnReason(code, text(result.resultMessage)), raw);
	return accepted(toMessageId(requestId, text(result.recipientSeq) ?? ''), sent.scheduleAt, raw);
}

const DAY = 24 * 60 * 60_000;

/** After a lost answer: the batch key is unique, so what is listed under it is this request. */
export function* lookUp(lane: Lane, batch: readonly Message[], context: SendContext): Conversation<Sighting> {
	const now = context.now();
	const last = lane.searchedBy === 'Request' ? Math.max(now, batch[0]!.scheduleAt ?? now) : now;
	const listing = yield* listMessages(lane, {
		senderGroupingKey: context.batchKey,
		span: { from: now - DAY, until: last + DAY },
	});
	if (!Array.isArray(listing)) return { found: 'noAnswer', detail: listing.detail };
	if (listing.length === 0) return { found: 'nothing' };
	const pairs = pairUp(
		batch,
		listing,
		(message) => `${message.key}|${recipientNo(message.to)}`,
		(row) => `${row.key}|${row.to}`,
	);
	return {
		found: batch.map((message) => {
			const row = pairs.get(message);
			return row
				? accepted(toMessageId(row.requestId, row.recipientSeq), message.scheduleAt)
				: rejected({
						...nhnReason(ALL_FAILED),
						code: 'notListed',
						text: 'NHN Cloud accepted the rest of this request, but not this recipient; its answer with the reason was lost.',
					});
		}),
	};
}
