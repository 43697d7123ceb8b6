import { read, withQuery, type Conversation } from '../../delivery/conversation';
import { object, text, type JsonObject } from '../../partner/json';

const PAGE = 500;
const MAX_PAGES = 1000;

/**
 * Messages of one kind that match, over all pages. The type is no filter for the query, see kinds.ts. The list is an
 * object by message id, not an array (facts §6.12).
 * Null = could not be read.
 */
export function* listMessages(
	filter: Readonly<Record<string, string | readonly string[] | undefined>>,
	owns: (row: JsonObject) => boolean,
): Conversation<JsonObject[] | null> {
	const found: JsonObject[] = [];
	let startKey: string | undefined;
	for (let page = 0; page < MAX_PAGES; page++) {
		const reply = yield* read({
			method: 'GET',
			path: withQuery('/messages/v4/list', { ...filter, startKey, limit: PAGE }),
		});
		if (reply.kind !== 'answer' || reply.status >= 300) return null;
		const body = object(reply.body);
		const rows = Object.values(object(body.messageList)).map(object);
		found.push(...rows.filter(owns));
		startKey = text(body.nextKey);
		if (startKey === undefined) return found;
	}
	return null;
}
