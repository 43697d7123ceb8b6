import type { Conversation } from '../../delivery/conversation';
import type { FindContext } from '../../delivery/service';
import { toMessageId } from '../../message/reference';
import { findPerTemplate, type Templated } from '../matching';
import type { Lane } from './lane';
import { listMessages, LONGEST_SPAN, recipientNo, type ListedMessage } from './search';

/** Which messages an earlier execution has already handed over: by key and number. Cancelled ones don't count. */
export function* find<M extends Templated>(
	lane: Lane,
	messages: readonly M[],
	context: FindContext,
): Conversation<ReadonlyMap<M, string> | null> {
	const now = context.now();
	const span = { from: now - LONGEST_SPAN, until: now + lane.ahead };
	return yield* findPerTemplate<M, ListedMessage>(messages, {
		*list(senderKey, templateCode) {
			const listing = yield* listMessages(lane, { senderKey, templateCode, span });
			if (!Array.isArray(listing)) return null;
			// Without a template code NHN lists everything of the channel.
			const freeForm = templateCode === undefined;
			return listing.filter(({ cancelled, row }) => !cancelled && !(freeForm && row.templateCode));
		},
		keyOfMessage: (message) => `${message.key}|${recipientNo(message.to)}`,
		keyOfRow: (row) => `${row.key}|${row.to}`,
		idOf: (row) => toMessageId(row.requestId, row.recipientSeq),
	});
}
