import type { Conversation } from '../../../delivery/conversation';
import { parseKst } from '../../../message/kst';
import type { Report } from '../../../message/report';
import { text, type JsonObject } from '../../../partner/json';
import { BRAND } from '../lane';
import { toReport } from '../reports';
import { readMessages } from '../search';

const HOUR = 60 * 60_000;
/**
 * How long after its request date a message is still looked for. Where the console says so, night advertising waits
 * until 08:00 (11 hours and 10 minutes).
 */
const LATE = 12 * HOUR;
/** A fallback ends after Kakao's refusal, whose time its row keeps: shown again for a while, dropped as a repeat. */
const FALLBACK_LATE = HOUR;
/** "Not a target": no SMS was wanted. */
const NO_FALLBACK = 'RSC01';

/**
 * Brand has no query for what has changed (`message-results` is AlimTalk's alone), and its list is searched by request
 * date: so the messages of the last hours are read, and those kept whose result came in the span.
 */
export function* reportsBetween(from: number, until: number): Conversation<Report[]> {
	const rows = yield* readMessages(BRAND, { span: { from: from - LATE, until } });
	return rows
		.map(({ row }) => ({ ...toReport(row, BRAND), raw: row }))
		.filter(({ status, raw }) => status !== 'pending' && cameBetween(raw, from, until));
}

function cameBetween(row: JsonObject, from: number, until: number): boolean {
	// What failed before Kakao has no time of receipt.
	const at = parseKst(text(row.receiveDate)) ?? parseKst(text(row.requestDate));
	const fallback = (text(row.resendStatusCode) ?? NO_FALLBACK) !== NO_FALLBACK;
	return at === null || (at >= from - (fallback ? FALLBACK_LATE : 0) && at <= until);
}
