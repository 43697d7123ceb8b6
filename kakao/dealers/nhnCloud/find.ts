import type { AlimTalkMessage } from '../../message/message';
import { toMessageId } from '../../message/reference';
import type { Conversation } from '../../delivery/conversation';
import type { FindContext } from '../../delivery/service';
import { pairUp } from '../matching';
import { listMessages, recipientNo } from './search';

/** One search may span 30 days (facts §1.5); a day less leaves room for the minutes that the search adds. */
const LOOK_BACK = 29 * 24 * 60 * 60_000;

/** Which messages an earlier execution has already handed over: by key and number, per channel and template. */
export function* find(
	messages: readonly AlimTalkMessage[],
	context: FindContext,
): Conversation<ReadonlyMap<AlimTalkMessage, string> | null> {
	const now = context.now();
	const found = new Map<AlimTalkMessage, string>();
	const groups = Map.groupBy(messages, (message) => `${message.senderProfile}|${message.template.code}`);
	for (const group of groups.values()) {
		const [first] = group;
		const listing = yield* listMessages({
			senderKey: first!.senderProfile,
			templateCode: first!.template.code,
			created: { from: now - LOOK_BACK, until: now },
		});
		if (!Array.isArray(listing)) return null;
		const rows = listing.filter((row) => !row.cancelled);
		const pairs = pairUp(
			group,
			rows,
			(message) => `${message.key}|${recipientNo(message.to)}`,
			(row) => `${row.key}|${row.to}`,
		);
		for (const [message, row] of pairs) found.set(message, toMessageId(row.requestId, row.recipientSeq));
	}
	return found;
}
