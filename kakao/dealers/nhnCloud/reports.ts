import { read, withQuery, type Conversation } from '../../delivery/conversation';
import { kstFormat, kstIso, parseKst } from '../../message/kst';
import { toMessageId, type MessageReference } from '../../message/reference';
import type { Report, ReportStatus } from '../../message/report';
import { KAKAO_CODES } from '../codes/kakao';
import { reasonFor } from '../../partner/codes';
import { answerBody } from '../../partner/failure';
import { list, object, text, type JsonObject } from '../../partner/json';
import { nhnReason } from './codes';
import { readHeader } from './envelope';
import { ALIMTALK, messagesOf, type Lane } from './lane';
import { goodBody, PAGE } from './read';
import { readMessages, TIME } from './search';

const DELIVERED = '1000';

/** Kakao's verdict and the state of the fallback (RSC01 none … RSC05 failed, facts §1.3) make one status. */
export function toReport(row: JsonObject, lane: Lane = ALIMTALK): Report {
	const code = text(row.resultCode);
	// AlimTalk's name for it, and Brand's (facts §1.5).
	const fallback = text(row.resendStatus) ?? text(row.resendStatusCode);
	const status = toStatus(code, fallback, text(row.messageStatus));
	const received = parseKst(text(row.receiveDate));
	return {
		status,
		deliveredBy: status === 'delivered' ? lane.deliveredBy : status === 'fallbackDelivered' ? 'sms' : null,
		messageId: toMessageId(text(row.requestId) ?? '', text(row.recipientSeq) ?? ''),
		messageKey: text(row.recipientGroupingKey) ?? null,
		to: text(row.recipientNo) ?? '',
		templateCode: text(row.templateCode) ?? null,
		reportedAt: received === null ? null : kstIso(received),
		billed: null,
		reason: reasonOf(row, code),
	};
}

function toStatus(code: string | undefined, fallback: string | undefined, state: string | undefined): ReportStatus {
	if (code === DELIVERED) return 'delivered';
	if (fallback === 'RSC04') return 'fallbackDelivered';
	if (fallback === 'RSC02' || fallback === 'RSC03') return 'pending';
	if (state === 'CANCEL' || code !== undefined) return 'failed';
	return 'pending';
}

function reasonOf(row: JsonObject, code: string | undefined) {
	if (row.messageStatus === 'CANCEL')
		return {
			...nhnReason('-2029'),
			code: 'cancelled',
			text: 'Cancelled before it was sent.',
			advice: 'Nothing to do.',
		};
	if (code === undefined || code === DELIVERED) return null;
	return code.startsWith('-')
		? nhnReason(code, text(row.resultCodeName))
		: reasonFor(KAKAO_CODES, code, text(row.resultCodeName));
}

export function* results(lane: Lane, references: readonly MessageReference[]): Conversation<(Report | null)[]> {
	const reports: (Report | null)[] = [];
	for (const { request, message } of references) {
		if (request === '') {
			reports.push(null);
			continue;
		}
		const reply = yield* read({
			method: 'GET',
			path: `${messagesOf(lane)}/${encodeURIComponent(request)}/${encodeURIComponent(message)}`,
		});
		const body = answerBody(reply, 'the result', (answer) => {
			const header = readHeader(answer.body);
			if (!header) return undefined;
			const reason = nhnReason(header.code, header.message);
			// Any other refusal means that there is no such message.
			return !header.isSuccessful && reason.kind === 'credential' ? reason : null;
		});
		const row = object(body.message);
		reports.push(text(row.requestId) ? { ...toReport(row, lane), raw: row } : null);
	}
	return reports;
}

const MINUTE = 60_000;

/**
 * AlimTalk's delta polling by the minute of the last change (facts §1.5). Its rows name neither recipient nor key: those are
 * read per request.
 * @throws DealerFailure
 */
export function* reportsBetween(from: number, until: number): Conversation<Report[]> {
	const updated: JsonObject[] = [];
	for (let pageNum = 1; ; pageNum++) {
		const path = withQuery(`${ALIMTALK.base}/message-results`, {
			startUpdateDate: kstFormat(from, TIME),
			endUpdateDate: kstFormat(until + MINUTE, TIME),
			alimtalkMessageType: 'NORMAL',
			pageNum,
			pageSize: PAGE,
		});
		const body = goodBody(yield* read({ method: 'GET', path }), 'the reports');
		const rows = list(body.messages);
		updated.push(...rows);
		if (rows.length < PAGE) break;
	}
	const known = new Map<string, JsonObject>();
	// A list that cannot be read fails the whole: without template and number a report would be taken for another one.
	for (const requestId of new Set(updated.map((row) => text(row.requestId) ?? '')))
		for (const { recipientSeq, row } of yield* readMessages(ALIMTALK, { requestId }))
			known.set(`${requestId}/${recipientSeq}`, row);
	return (
		updated
			.map((row) => ({ ...known.get(`${text(row.requestId)}/${text(row.recipientSeq)}`), ...row }))
			.map((row) => ({ ...toReport(row), raw: row }))
			// What only waits for its SMS has changed as well.
			.filter(({ status }) => status !== 'pending')
	);
}
