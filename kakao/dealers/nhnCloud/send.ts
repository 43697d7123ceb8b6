import { kstFormat, ceilMinute } from '../../message/kst';
import type { AlimTalkMessage } from '../../message/message';
import { accepted, rejected, rejectedTogether, type Outcome } from '../../message/outcome';
import { toMessageId } from '../../message/reference';
import type { Answer, Conversation, DealerRequest } from '../../delivery/conversation';
import { sendOnce, type Sighting } from '../../delivery/sendOnce';
import type { SendContext } from '../../delivery/service';
import { list, object, text, type JsonObject } from '../json';
import { pairUp } from '../matching';
import { DUPLICATE_REQUEST, nhnReason } from './codes';
import { readHeader } from './envelope';
import { listMessages, recipientNo } from './search';

/** How long an idempotency key guards a request (10 minutes, facts §1.2), less a margin. */
const GUARDED_FOR = 9 * 60_000;
/** One look is enough before sending again, because the key makes that harmless. */
const LOOKS = [1_500];
const LOOKS_WHEN_DUPLICATE = [1_000, 3_000, 8_000];

/** Each recipient failed for a reason of its own, which the answer does not tell (§1.2). */
const ALL_FAILED = '-1031';

/** Mismatches with the template: with the fallback on, the SMS goes out all the same (§1.7), so the message was accepted. */
const FALLBACK_ELIGIBLE = new Set(['-3010', '-3011', '-3042', '-3043', '-3046']);

/** One batch, substituted by NHN. Fallback is always explicit: left out, the console's setting would decide (§1.3). */
export function sendRequest(batch: readonly AlimTalkMessage[], batchKey: string): DealerRequest {
	const [first] = batch;
	const scheduled = first!.scheduleAt;
	return {
		method: 'POST',
		path: '/alimtalk/v2.3/appkeys/{appKey}/messages',
		headers: { 'X-NC-API-IDEMPOTENCY-KEY': batchKey },
		body: {
			senderKey: first!.senderProfile,
			templateCode: first!.template.code,
			// KST is not written in the guide; every sample is (facts §5, U).
			...(scheduled !== null && { requestDate: kstFormat(ceilMinute(scheduled), 'yyyy-MM-dd HH:mm') }),
			senderGroupingKey: batchKey,
			recipientList: batch.map((message) => ({
				recipientNo: recipientNo(message.to),
				templateParameter: message.variables,
				resendParameter: resendParameter(message),
				recipientGroupingKey: message.key,
			})),
		},
	};
}

function resendParameter({ fallback }: AlimTalkMessage) {
	if (!fallback) return { isResend: false };
	return {
		isResend: true,
		resendType: fallback.type,
		...(fallback.title && { resendTitle: fallback.title }),
		resendContent: fallback.text,
		...(fallback.from && { resendSendNo: fallback.from }),
	};
}

export function* send(batch: readonly AlimTalkMessage[], context: SendContext): Conversation<Outcome[]> {
	const request = sendRequest(batch, context.batchKey);
	const started = context.now();
	return yield* sendOnce({
		request,
		count: batch.length,
		read: (answer) => readSend(answer, batch, context.includeRaw),
		lookUp: () => lookUp(batch, context),
		looks: LOOKS,
		looksWhenDuplicate: LOOKS_WHEN_DUPLICATE,
		maySendAgain: () => context.now() - started < GUARDED_FOR,
	});
}

/** `sendResults` come in the order of the request; a recipient may fail under a successful header (§1.2). */
export function readSend(
	answer: Answer,
	batch: readonly AlimTalkMessage[],
	includeRaw: boolean,
): Outcome[] | 'duplicate' | 'unclear' {
	const header = readHeader(answer.body);
	if (!header)
		return answer.status === 401 || answer.status === 403 ? batch.map(() => rejected(nhnReason('-1001'))) : 'unclear';
	if (header.code === DUPLICATE_REQUEST) return 'duplicate';
	if (!header.isSuccessful) {
		const refuse = header.code === ALL_FAILED ? rejected : rejectedTogether;
		return batch.map(() => refuse(nhnReason(header.code, header.message), includeRaw ? answer.body : undefined));
	}
	const message = object(object(answer.body).message);
	const requestId = text(message.requestId);
	const results = list(message.sendResults);
	if (requestId === undefined || results.length !== batch.length) return 'unclear';
	return batch.map((sent, at) => readResult(requestId, results[at]!, sent, includeRaw));
}

function readResult(requestId: string, result: JsonObject, sent: AlimTalkMessage, includeRaw: boolean): Outcome {
	const raw = includeRaw ? { requestId, ...result } : undefined;
	const code = text(result.resultCode) ?? '';
	const goesBySms = sent.fallback !== null && FALLBACK_ELIGIBLE.has(code);
	if (code !== '0' && !goesBySms) return rejected(nhnReason(code, text(result.resultMessage)), raw);
	return accepted(toMessageId(requestId, text(result.recipientSeq) ?? ''), sent.scheduleAt, raw);
}

/** After a lost answer: the batch key is unique, so what is listed under it is this request. */
function* lookUp(batch: readonly AlimTalkMessage[], context: SendContext): Conversation<Sighting> {
	const now = context.now();
	const day = 24 * 60 * 60_000;
	const listing = yield* listMessages({
		senderGroupingKey: context.batchKey,
		created: { from: now - day, until: now + day },
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
