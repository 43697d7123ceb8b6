import { kstFormat } from '../../message/kst';
import { formatRecipient, type Recipient } from '../../message/phone';
import { read, withQuery, type Conversation } from '../../delivery/conversation';
import { list, object, text, type JsonObject } from '../json';
import { readHeader } from './envelope';

export const MESSAGES = '/alimtalk/v2.3/appkeys/{appKey}/messages';

/** How foreign numbers are written is not documented (facts §4.2, U): country code and number, without a plus. */
export const recipientNo = (to: Recipient): string => formatRecipient(to).replace('+', '');

/** A row of NHN's message list, as far as we need it. */
export interface ListedMessage {
	requestId: string;
	recipientSeq: string;
	to: string;
	key: string;
	cancelled: boolean;
	row: JsonObject;
}

export interface ListFilter {
	/** Creation time, epoch milliseconds; at most 30 days apart (§1.5). Needed unless a request is named. */
	created?: { from: number; until: number };
	requestId?: string;
	senderGroupingKey?: string;
	senderKey?: string;
	templateCode?: string;
}

const PAGE = 1000;
const MAX_PAGES = 1000;
const MINUTE = 60_000;
/** Of query windows: minutes, whole. */
export const TIME = 'yyyy-MM-dd HH:mm';

/** All messages that match, over all pages; or why they could not be read. */
export function* listMessages(filter: ListFilter): Conversation<ListedMessage[] | { detail: string }> {
	const { created, ...rest } = filter;
	const found: ListedMessage[] = [];
	for (let pageNum = 1; pageNum <= MAX_PAGES; pageNum++) {
		const reply = yield* read({
			method: 'GET',
			path: withQuery(MESSAGES, {
				startCreateDate: created && kstFormat(created.from, TIME),
				endCreateDate: created && kstFormat(created.until + MINUTE, TIME),
				...rest,
				pageNum,
				pageSize: PAGE,
			}),
		});
		if (reply.kind !== 'answer') return { detail: `the message list could not be read: ${reply.detail}` };
		const header = readHeader(reply.body);
		if (!header?.isSuccessful)
			return {
				detail: `the message list could not be read: NHN Cloud answered ${header?.code ?? `HTTP ${reply.status}`}`,
			};
		const page = object(object(reply.body).messageSearchResultResponse);
		const rows = list(page.messages);
		found.push(...rows.map(toListed));
		if (rows.length < PAGE) return found;
	}
	return { detail: `there are more than ${PAGE * MAX_PAGES} messages to search` };
}

const toListed = (row: JsonObject): ListedMessage => ({
	requestId: text(row.requestId) ?? '',
	recipientSeq: text(row.recipientSeq) ?? '',
	to: text(row.recipientNo) ?? '',
	key: text(row.recipientGroupingKey) ?? '',
	cancelled: row.messageStatus === 'CANCEL',
	row,
});
