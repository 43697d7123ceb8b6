import { read, withQuery, write, type Conversation } from '../../delivery/conversation';
import { refusedReason, unknownReason } from '../../delivery/reasons';
import { eucKrBytes, SMS_BYTES } from '../../message/bytes';
import { kstIso, parseKst } from '../../message/kst';
import { rejected, unknownOutcome } from '../../message/outcome';
import { toMessageId, type MessageReference } from '../../message/reference';
import type { DeliveredBy, Report, ReportStatus } from '../../message/report';
import type { CancelResult } from '../../delivery/service';
import { answerBody, DealerFailure } from '../../partner/failure';
import { flag, object, text, type JsonObject } from '../../partner/json';
import { judge, refusalOf, solapiReason } from './codes';
import { groupState, GROUPS } from './groups';
import { isBrand } from './kinds';
import { listMessages } from './search';
import { KEY_FIELD } from './wire';

const DELIVERED = '4000';
const PENDING = /^[23]000$/;

export function toReport(row: JsonObject): Report {
	const code = text(row.statusCode) ?? '';
	const replaced = flag(row.replacement);
	const status = toStatus(row, code, replaced);
	const reported = text(row.dateReported) ?? text(row.dateReceived) ?? text(row.dateProcessed);
	const instant = status === 'pending' ? null : parseKst(reported);
	return {
		status,
		deliveredBy: code === DELIVERED ? deliveredBy(row, replaced) : null,
		messageId: toMessageId(text(row.groupId) ?? '', text(row.messageId) ?? ''),
		messageKey: text(object(row.customFields)[KEY_FIELD]) ?? null,
		to: text(row.to) ?? '',
		templateCode: text(object(row.kakaoOptions).templateId) ?? null,
		reportedAt: instant === null ? null : kstIso(instant),
		billed: null,
		reason: status === 'failed' ? solapiReason(code, text(row.reason) ?? text(row.statusMessage)) : null,
	};
}

/** A cancelled message keeps its code 2000 and has status FAILED (U). */
function toStatus(row: JsonObject, code: string, replaced: boolean): ReportStatus {
	if (code === DELIVERED) return replaced ? 'fallbackDelivered' : 'delivered';
	return PENDING.test(code) && row.status !== 'FAILED' ? 'pending' : 'failed';
}

/** A replaced message keeps its type in some answers (U): then the text's length tells SMS from LMS. */
function deliveredBy(row: JsonObject, replaced: boolean): DeliveredBy {
	const type = text(row.type)?.toLowerCase();
	if (type === 'sms' || type === 'lms' || type === 'mms') return type;
	if (!replaced) return isBrand(row) ? 'brandMessage' : 'alimtalk';
	return eucKrBytes(text(row.text) ?? '') <= SMS_BYTES ? 'sms' : 'lms';
}

/** As many ids as fit in one query string. */
export const RESULTS_PER_CALL = 100;

export function* results(references: readonly MessageReference[]): Conversation<(Report | null)[]> {
	const path = withQuery('/messages/v4/list', {
		'messageIds[]': references.map(({ message }) => message),
		limit: RESULTS_PER_CALL,
	});
	const body = answerBody(yield* read({ method: 'GET', path }), 'the results', judge);
	const found = object(body.messageList);
	return references.map(({ message }) => {
		const row = object(found[message]);
		return text(row.messageId) === undefined ? null : { ...toReport(row), raw: row };
	});
}

export function* reportsBetween(
	from: number,
	until: number,
	owns: (row: JsonObject) => boolean,
): Conversation<Report[]> {
	const rows = yield* listMessages({ dateType: 'UPDATED', startDate: kstIso(from), endDate: kstIso(until) }, owns);
	if (rows === null)
		throw new DealerFailure('the reports', solapiReason('list', 'SOLAPI did not answer the message list.'));
	return rows.map((row) => ({ ...toReport(row), raw: row })).filter(({ status }) => status !== 'pending');
}

/** SOLAPI cancels a group as a whole (facts §2.5). */
export function* cancel(request: string): Conversation<CancelResult> {
	const reply = yield* write({ method: 'DELETE', path: `${GROUPS}/${encodeURIComponent(request)}/schedule` });
	if (reply.kind === 'refused') return { cancelled: false, outcome: rejected(refusedReason(reply)) };
	if (reply.kind === 'answer' && reply.status < 300) return { cancelled: true };
	if (reply.kind === 'answer') return { cancelled: false, outcome: rejected(refusalOf(reply)) };
	const state = yield* groupState(request);
	return state === 'unsent'
		? { cancelled: true }
		: { cancelled: false, outcome: unknownOutcome(unknownReason('the answer to the cancellation was lost')) };
}
