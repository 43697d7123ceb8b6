import { withQuery, write, type Conversation } from '../../delivery/conversation';
import { refusedReason, unknownReason } from '../../delivery/reasons';
import type { CancelResult } from '../../delivery/service';
import { rejected, unknownOutcome } from '../../message/outcome';
import { nhnReason } from './codes';
import { readHeader } from './envelope';
import { listMessages, MESSAGES } from './search';

/** "There is nothing left to cancel." */
const NOTHING_LEFT = '-2029';

/** Cancels the named recipients, or all of the request. */
export function* cancel(request: string, messages: readonly string[]): Conversation<CancelResult> {
	const path = withQuery(`${MESSAGES}/${encodeURIComponent(request)}`, {
		recipientSeq: messages.length > 0 ? messages.join(',') : undefined,
	});
	const reply = yield* write({ method: 'DELETE', path });
	if (reply.kind === 'refused') return { cancelled: false, outcome: rejected(refusedReason(reply)) };
	const header = reply.kind === 'answer' ? readHeader(reply.body) : undefined;
	if (header && !header.isSuccessful)
		return { cancelled: false, outcome: rejected(nhnReason(header.code, header.message)) };
	// Success says that something was cancelled, not that each of these was; and a lost answer says nothing.
	return yield* stateOf(request, messages);
}

function* stateOf(request: string, messages: readonly string[]): Conversation<CancelResult> {
	const listing = yield* listMessages({ requestId: request });
	if (!Array.isArray(listing)) return { cancelled: false, outcome: unknownOutcome(unknownReason(listing.detail)) };
	const asked = messages.length > 0 ? messages : listing.map(({ recipientSeq }) => recipientSeq);
	const cancelled = new Set(listing.filter((row) => row.cancelled).map(({ recipientSeq }) => recipientSeq));
	const missed = asked.filter((message) => !cancelled.has(message));
	if (missed.length === 0) return { cancelled: true };
	return { cancelled: false, missed, outcome: rejected(nhnReason(NOTHING_LEFT)) };
}
