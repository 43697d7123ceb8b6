import { read, withQuery, type Conversation, type DealerRequest } from '../../delivery/conversation';
import { kstFormat } from '../../message/kst';
import { list, object, text, type JsonObject } from '../../partner/json';
import type { Lane } from './lane';

const PAGE = 100;
const MAX_PAGES = 3000;
const TIME = 'yyyy-MM-dd HH:mm:ss';

export interface ListFilter {
	plusFriendId?: string;
	templateCode?: string;
	/** Time of the request, epoch milliseconds; at most 31 days apart (facts §3.5). */
	requested?: { from: number; until: number };
	/** Time of the result; at most 24 hours apart. */
	completed?: { from: number; until: number };
}

/** Messages that match, over all pages; null = could not be read. */
export function* listMessages(lane: Lane, filter: ListFilter): Conversation<JsonObject[] | null> {
	const { requested, completed, plusFriendId, templateCode } = filter;
	const found: JsonObject[] = [];
	let nextToken: string | undefined;
	for (let page = 0; page < MAX_PAGES; page++) {
		const reply = yield* read({
			method: 'GET',
			path: withQuery(`${lane.base}/messages`, {
				requestStartTime: requested && kstFormat(requested.from, TIME),
				requestEndTime: requested && kstFormat(requested.until, TIME),
				completeStartTime: completed && kstFormat(completed.from, TIME),
				completeEndTime: completed && kstFormat(completed.until, TIME),
				plusFriendId,
				templateCode,
				nextToken,
				pageSize: PAGE,
			}),
		});
		if (reply.kind !== 'answer') return null;
		// An empty 404 means "no rows", one with a body means "no such service" (facts §3.5).
		if (reply.status === 404 && isEmpty(reply.body)) return found;
		if (reply.status >= 300) return null;
		const body = object(reply.body);
		found.push(...list(body.messages));
		nextToken = text(body.nextToken);
		if (nextToken === undefined) return found;
	}
	return null;
}

const isEmpty = (body: unknown) =>
	body === undefined || body === null || body === '' || Object.keys(object(body)).length === 0;

/** Asks for one message. */
export const messageRequest = (lane: Lane, messageId: string): DealerRequest => ({
	method: 'GET',
	path: `${lane.base}/messages/${encodeURIComponent(messageId)}`,
});

/** One message comes bare or as a list of one, depending on the page of the documentation. */
export function soleMessage(body: unknown): JsonObject {
	const whole = object(body);
	return list(whole.messages)[0] ?? whole;
}
