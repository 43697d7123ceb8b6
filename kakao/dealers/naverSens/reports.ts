import { read, write, type Conversation } from '../../delivery/conversation';
import { refusedReason, unknownReason } from '../../delivery/reasons';
import { kstIso, parseKst } from '../../message/kst';
import { rejected, unknownOutcome, type Reason } from '../../message/outcome';
import { toMessageId, type MessageReference } from '../../message/reference';
import type { DeliveredBy, Report, ReportStatus } from '../../message/report';
import type { CancelResult } from '../../delivery/service';
import { answerBody, DealerFailure } from '../../partner/failure';
import { object, text, type JsonObject } from '../../partner/json';
import { ACCEPTED, DELIVERED, NO_RESERVATION, refusal, sensReason } from './codes';
import type { Lane } from './lane';
import { profiles } from './templates';
import { listMessages, messageRequest, soleMessage } from './search';

/** Kakao's part and the failover's part of one row make one status (facts §3.5). */
export function toReport(row: JsonObject, deliveredBy: DeliveredBy = 'alimtalk'): Report {
	const code = text(row.messageStatusCode);
	const requestCode = text(row.requestStatusCode);
	const failover = object(row.failover);
	const status = toStatus(row, code, requestCode, text(failover.messageStatusName) ?? text(row.failoverStatusName));
	const completed = status === 'pending' ? null : parseKst(text(row.completeTime));
	const failedCode = requestCode !== undefined && requestCode !== ACCEPTED ? requestCode : code;
	return {
		status,
		deliveredBy: status === 'delivered' ? deliveredBy : status === 'fallbackDelivered' ? 'sms' : null,
		messageId: toMessageId(text(row.requestId) ?? '', text(row.messageId) ?? ''),
		messageKey: null,
		to: text(row.to) ?? '',
		templateCode: text(row.templateCode) ?? null,
		reportedAt: completed === null ? null : kstIso(completed),
		billed: null,
		reason: reasonOf(row, status, failedCode),
	};
}

function reasonOf(row: JsonObject, status: ReportStatus, code: string | undefined): Reason | null {
	const said = text(row.messageStatusDesc) ?? text(row.requestStatusDesc);
	if (code !== undefined && code !== DELIVERED && code !== ACCEPTED) return sensReason(code, said);
	return status === 'failed' ? sensReason('none', said ?? 'SENS reports a failure without a code.') : null;
}

function toStatus(
	row: JsonObject,
	code: string | undefined,
	requestCode: string | undefined,
	failover: string | undefined,
): ReportStatus {
	if (requestCode !== undefined && requestCode !== ACCEPTED) return 'failed';
	if (code === DELIVERED || row.messageStatusName === 'success') return 'delivered';
	if (failover === 'success') return 'fallbackDelivered';
	if (failover === 'processing') return 'pending';
	return row.messageStatusName === 'fail' ? 'failed' : 'pending';
}

export function* results(lane: Lane, references: readonly MessageReference[]): Conversation<(Report | null)[]> {
	const reports: (Report | null)[] = [];
	for (const { message } of references) {
		const reply = yield* read(messageRequest(lane, message));
		if (reply.kind === 'answer' && reply.status === 404) {
			reports.push(null);
			continue;
		}
		const body = answerBody(reply, 'the result', (answer) => (answer.status < 300 ? null : refusal(answer)));
		const row = soleMessage(body);
		reports.push({ ...toReport(row, lane.deliveredBy), raw: row });
	}
	return reports;
}

/** SENS pushes nothing: results are read by the time they were completed, channel by channel (facts §3.5). */
export function* reportsBetween(lane: Lane, from: number, until: number): Conversation<Report[]> {
	const { entries } = yield* profiles();
	const reports: Report[] = [];
	for (const { id } of entries) {
		const rows = yield* listMessages(lane, { plusFriendId: id, completed: { from, until } });
		if (rows === null)
			throw new DealerFailure('the reports', sensReason('list', 'SENS did not answer the message list.'));
		const theirs = rows.map((row) => ({ ...toReport(row, lane.deliveredBy), raw: row }));
		reports.push(...theirs.filter(({ status }) => status !== 'pending'));
	}
	return reports;
}

/**
 * SENS cancels a reservation as a whole. For Brand Messages only the console's way is documented (guide
 * sens-bmreservation); the path is that of AlimTalk (U).
 */
export function* cancel(lane: Lane, request: string): Conversation<CancelResult> {
	const path = `${lane.base}/reservations/${encodeURIComponent(request)}`;
	const reply = yield* write({ method: 'DELETE', path });
	if (reply.kind === 'refused') return { cancelled: false, outcome: rejected(refusedReason(reply)) };
	if (reply.kind === 'answer' && reply.status < 300) return { cancelled: true };
	if (reply.kind === 'answer') {
		const reason = reply.status === 404 ? sensReason(NO_RESERVATION) : refusal(reply);
		return { cancelled: false, outcome: rejected(reason) };
	}
	const state = yield* read({ method: 'GET', path: `${path}/reserve-status` });
	const cancelled = state.kind === 'answer' && text(object(state.body).reserveStatus) === 'CANCELED';
	return cancelled
		? { cancelled }
		: { cancelled, outcome: unknownOutcome(unknownReason('the answer to the cancellation was lost')) };
}
