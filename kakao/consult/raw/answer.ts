import type { Answer, Reply } from '../../delivery/conversation';
import { refusedReason } from '../../delivery/reasons';
import type { Reason } from '../../message/outcome';
import { reasonFor, type CodeTable } from '../../partner/codes';
import { object, text } from '../../partner/json';
import type { ConsultOutcome } from '../contract';
import { failed } from '../failed';
import { SESSION_ENDED } from './codes';

/** The result code under all its spellings: 0, "0", "0000", 200, "200" (facts consulttalk §2.3); null where there is none. */
export function codeOf(body: unknown): number | null {
	const code = text(object(body).code)?.trim();
	return code !== undefined && /^-?\d+$/.test(code) ? Number(code) : null;
}

/** Null when the hub took it, the reason when it says no, undefined when the answer is not in the hub's form. */
export const judgeBy =
	(table: CodeTable) =>
	({ status, body }: Pick<Answer, 'status' | 'body'>): Reason | null | undefined => {
		const said = text(object(body).message);
		const code = codeOf(body);
		const good = code === 0 || code === 200;
		if (code !== null && !good && status !== 401 && status !== 403) return reasonFor(table, String(code), said);
		if (status >= 300) return reasonFor(table, `HTTP ${status}`, said);
		return good ? null : undefined;
	};

export const refused = (reason: Reason, raw?: unknown): ConsultOutcome => failed('rejected', reason, raw);

/**
 * Never repeated by us: serial numbers are unique for each send, but no document says what becomes of a repeated one
 * (facts §2.2), and the customer could read the same answer twice.
 */
const lostReason = (detail: string): Reason => ({
	code: 'noAnswer',
	codeSpace: 'transport',
	kind: 'unknown',
	text: `The hub may or may not have done it (${detail}).`,
	advice: 'Look at the conversation in KakaoTalk before you do it again.',
	retryable: false,
});

/** What became of something said or done. @param serial the message's own number; null for what is no message */
export function readOutcome(reply: Reply, table: CodeTable, serial: string | null): ConsultOutcome {
	if (reply.kind === 'refused') return refused(refusedReason(reply));
	if (reply.kind === 'lost') return failed('unknown', lostReason(reply.detail));
	const reason = judgeBy(table)(reply);
	if (reason === undefined)
		return failed('unknown', lostReason(`HTTP ${reply.status} without a result code`), reply.body);
	if (reason !== null) return failed(reason.code === SESSION_ENDED ? 'sessionEnded' : 'rejected', reason, reply.body);
	return {
		outcome: serial === null ? 'done' : 'sent',
		messageId: serial,
		sessionId: sessionOf(reply.body),
		reason: null,
		raw: reply.body,
	};
}

/** A consult that was over already answers without an id, or with "ended" (facts §2.4, F6): what was wanted is so. */
export function readEnd(reply: Reply, table: CodeTable): ConsultOutcome {
	const read = readOutcome(reply, table, null);
	return read.outcome === 'sessionEnded'
		? { outcome: 'done', messageId: null, sessionId: null, reason: null, raw: read.raw }
		: read;
}

/** v1 writes `sessionId`, v3 `session_id`. */
function sessionOf(body: unknown): string | null {
	const { session_id: current, sessionId: older } = object(body);
	return text(current) ?? text(older) ?? null;
}
