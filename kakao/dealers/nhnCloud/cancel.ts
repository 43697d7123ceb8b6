import { withQuery, write, type Conversation } from '../../delivery/conversation';
import { refusedReason, unknownReason } from '../../delivery/reasons';
import type { CancelResult } from '../../delivery/service';
import { rejected, unknownOutcome } from '../../message/outcome';
import { nhnReason } from './codes';
import { readHeader } from './envelope';
import { messagesOf, type Lane } from './lane';
import { listMessages } from './search';

/** "There is nothing left to cancel." */
const NOTHING_LEFT = '-2029';

/** Cancels the named recipients, or all of the request. */
export function* cancel(lane: Lane, request: string, messages: readonly string[]): Conversation<CancelResult> {
	const path = withQuery(`${messagesOf(lane)}/${encodeURIComponent(request)}`, {
		recipientSeq: messages.length > 0 ? messages.join(',') : undefined,
	});
	const reply = yield* write({ method: 'DELETE', path });
	if (reply.kind === 'refused') return { cancelled: false, outcome: rejected(refusedReason(reply)) };
	const header = reply.kind === 'answer' ? readHeader(reply.body) : undefined;
	if (header && !header.isSuccessful)
		return { cancelled: false, outcome: rejected(nhnReason(header.code, header.message)) };
	// Success says that something was cancelled, not that each of these was; and a lost answer says nothing.
	return yield* stateOf(lane, request, messages, header !== undefined);
}

function* stateOf(
	lane: Lane,
	request: string,
	messages: readonly string[],
	confirmed: boolean,
): Conversation<CancelResult> {
	const listing = yield* listMessages(lane, { requestId: request });
	if (!Array.isArray(listing)) return { cancelled: false, outcome: unknownOutcome(unknownReason(listing.detail)) };
	const asked = messages.length > 0 ? messages : listing.map(({ recipientSeq }) => recipientSeq);
	// Where the list does not say CANCEL, success counts for what has not gone out.
	const trusted = confirmed && !lane.showsCancelled;
	const cancelled = new Set(
		listing.filter((row) => row.cancelled || (trusted && !row.finished)).map(({ recipientSeq }) => recipientSeq),
	);
	const missed = asked.filter((message) => !cancelled.has(message));
	if (missed.length === 0) return { cancelled: true };
	if (!confirmed && !lane.showsCancelled) {
		const detail = 'the answer to the cancel was lost, and its message list does not tell what is cancelled';
		return { cancelled: false, missed, outcome: unknownOutcome(unknownReason(detail)) };
	}
	return { cancelled: false, missed, outcome: rejected(nhnReason(NOTHING_LEFT)) };
}
