import type { Conversation } from '../../delivery/conversation';
import type { FindContext } from '../../delivery/service';
import type { AlimTalkMessage } from '../../message/message';
import { toMessageId } from '../../message/reference';
import { findPerTemplate } from '../matching';
import { listMessages, recipientNo, type ListedMessage } from './search';

/** One search may span 30 days (facts §1.5); a day less leaves room for the minutes that the search adds. */
const LOOK_BACK = 29 * 24 * 60 * 60_000;

/** Which messages an earlier execution has already handed over: by key and number. Cancelled ones don't count. */
export function* find(
	messages: readonly AlimTalkMessage[],
	context: FindContext,
): Conversation<ReadonlyMap<AlimTalkMessage, string> | null> {
	const now = context.now();
	return yield* findPerTemplate<AlimTalkMessage, ListedMessage>(messages, {
		*list(senderKey, templateCode) {
			const listing = yield* listMessages({ senderKey, templateCode, created: { from: now - LOOK_BACK, until: now } });
			return Array.isArray(listing) ? listing.filter(({ cancelled }) => !cancelled) : null;
		},
		keyOfMessage: (message) => `${message.key}|${recipientNo(message.to)}`,
		keyOfRow: (row) => `${row.key}|${row.to}`,
		idOf: (row) => toMessageId(row.requestId, row.recipientSeq),
	});
}
