import { read, write, type Conversation } from '../../delivery/conversation';
import { refusedReason, unknownReason } from '../../delivery/reasons';
import { kstIso, parseKst } from '../../message/kst';
import { rejected, unknownOutcome, type Reason } from '../../message/outcome';
import { toMessageId, type MessageReference } from '../../message/reference';
import type { Report, ReportStatus } from '../../message/report';
import type { CancelResult } from '../../delivery/service';
import { answerBody, DealerFailure } from '../failure';
import { list, object, text, type JsonObject } from '../json';
import { ACCEPTED, DELIVERED, refusal, sensReason } from './codes';
import { profiles } from './templates';
import { listMessages } from './search';

/** Kakao's part and the failover's part of one row make one status (facts §3.5). */
export function toReport(row: JsonObject): Report {
	const code = text(row.messageStatusCode);
	const requestCode = text(row.requestStatusCode);
	const failover = object(row.failover);
	const status = toStatus(row, code, requestCode, text(failover.messageStatusName) ?? text(row.failoverStatusName));
	const completed = status === 'pending' ? null : parseKst(text(row.completeTime));
	const failedCode = requestCode !== undefined && requestCode !== ACCEPTED ? requestCode : code;
	return {
		status,
		deliveredBy: status === 'delivered' ? 'alimtalk' : status === 'fallbackDelivered' ? 'sms' : null,
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

const MESSAGES = '/alimtalk/v2/services/{serviceId}/messages';

export function* results(references: readonly MessageReference[]): Conversation<(Report | null)[]> {
	const reports: (Report | null)[] = [];
	for (const { message } of references) {
		const reply = yield* read({ method: 'GET', path: `${MESSAGES}/${encodeURIComponent(message)}` });
		if (reply.kind === 'answer' && reply.status === 404) {
			reports.push(null);
			continue;
		}
		const body = answerBody(reply, 'the result', (answer) => (answer.status < 300 ? null : refusal(answer)));
		// One message comes bare or as a list of one, depending on the page of the documentation.
		const row = list(body.messages)[0] ?? body;
		reports.push({ ...toReport(row), raw: row });
	}
	return reports;
}

/** SENS pushes nothing: results are read by the time they were completed, channel by channel (facts §3.5). */
export function* reportsBetween(from: number, until: number): Conversation<Report[]> {
	const { entries } = yield* profiles();
	const reports: Report[] = [];
	for (const { id } of entries) {
		const rows = yield* listMessages({ plusFriendId: id, completed: { from, until } });
		if (rows === null)
			throw new DealerFailure('the reports', sensReason('list', 'SENS did not answer the message list.'));
		reports.push(...rows.map((row) => ({ ...toReport(row), raw: row })).filter(({ status }) => status !== 'pending'));
	}
	return reports;
}

/** SENS cancels a reservation as a whole. */
export function* cancel(request: string): Conversation<CancelResult> {
	const reply = yield* write({
		method: 'DELETE',
		path: `/alimtalk/v2/services/{serviceId}/reservations/${encodeURIComponent(request)}`,
	});
	if (reply.kind === 'refused') return { cancelled: false, outcome: rejected(refusedReason(reply)) };
	if (reply.kind === 'answer' && reply.status < 300) return { cancelled: true };
	if (reply.kind === 'answer') return { cancelled: false, outcome: rejected(refusal(reply)) };
	const state = yield* read({
		method: 'GET',
		path: `/alimtalk/v2/services/{serviceId}/reservations/${encodeURIComponent(request)}/reserve-status`,
	});
	const cancelled = state.kind === 'answer' && text(object(state.body).reserveStatus) === 'CANCELED';
	return cancelled
		? { cancelled }
		: { cancelled, outcome: unknownOutcome(unknownReason('the answer to the cancellation was lost')) };
}
