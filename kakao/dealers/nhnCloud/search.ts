import { kstFormat } from '../../message/kst';
import { formatRecipient, type Recipient } from '../../message/phone';
import { read, withQuery, type Conversation } from '../../delivery/conversation';
import { DealerFailure } from '../../partner/failure';
import { list, object, text, type JsonObject } from '../../partner/json';
import { messagesOf, type Lane } from './lane';
import { goodBody, PAGE } from './read';

/** How foreign numbers are written is not documented (facts §4.2, U): country code and number, without a plus. */
export const recipientNo = (to: Recipient): string => formatRecipient(to).replace('+', '');

/** A row of NHN's message list, as far as we need it. */
export interface ListedMessage {
	requestId: string;
	recipientSeq: string;
	to: string;
	key: string;
	cancelled: boolean;
	/** It has gone out, or failed. */
	finished: boolean;
	row: JsonObject;
}

export interface ListFilter {
	/** Epoch milliseconds, by the date that the lane searches by. Needed unless a request is named. */
	span?: Span;
	requestId?: string;
	senderGroupingKey?: string;
	senderKey?: string;
	templateCode?: string;
}

interface Span {
	from: number;
	until: number;
}

const MAX_PAGES = 1000;
const MINUTE = 60_000;
/** One search may span 30 days (facts §1.5); a day less leaves room for the minute that the search adds. */
export const LONGEST_SPAN = 29 * 24 * 60 * MINUTE;
/** Of query windows: minutes, whole. */
export const TIME = 'yyyy-MM-dd HH:mm';

/** All messages that match, or why they could not be read. */
export function* listMessages(lane: Lane, filter: ListFilter): Conversation<ListedMessage[] | { detail: string }> {
	try {
		return yield* readMessages(lane, filter);
	} catch (error) {
		// Whatever kept the list from being read, nothing is proven by it.
		return { detail: (error as Error).message };
	}
}

/** All messages that match, over all pages. @throws DealerFailure */
export function* readMessages(lane: Lane, { span, ...rest }: ListFilter): Conversation<ListedMessage[]> {
	// By id: a row can come twice when the list grows between two pages, or at the seam of two spans.
	const found = new Map<string, ListedMessage>();
	for (const dates of span ? datesOf(lane, span) : [{}]) {
		for (let pageNum = 1; ; pageNum++) {
			if (pageNum > MAX_PAGES) throw new DealerFailure('the message list', tooMany);
			const path = withQuery(messagesOf(lane), { ...dates, ...rest, pageNum, pageSize: PAGE });
			const body = goodBody(yield* read({ method: 'GET', path }), 'the message list');
			const rows = list(object(body.messageSearchResultResponse).messages).map(toListed);
			for (const row of rows) found.set(`${row.requestId}/${row.recipientSeq}`, row);
			if (rows.length < PAGE) break;
		}
	}
	return [...found.values()];
}

/** A span as query parameters, in pieces that NHN takes. */
function* datesOf({ searchedBy }: Lane, { from, until }: Span): Generator<Record<string, string>> {
	for (let start = from; start < until; start += LONGEST_SPAN)
		yield {
			[`start${searchedBy}Date`]: kstFormat(start, TIME),
			[`end${searchedBy}Date`]: kstFormat(Math.min(start + LONGEST_SPAN, until) + MINUTE, TIME),
		};
}

const tooMany = {
	code: 'tooMany',
	codeSpace: 'delivery' as const,
	kind: 'message' as const,
	text: `There are more than ${PAGE * MAX_PAGES} messages to search.`,
	advice: "Look it up in NHN Cloud's console.",
	retryable: false,
};

const toListed = (row: JsonObject): ListedMessage => ({
	requestId: text(row.requestId) ?? '',
	recipientSeq: text(row.recipientSeq) ?? '',
	to: text(row.recipientNo) ?? '',
	key: text(row.recipientGroupingKey) ?? '',
	cancelled: row.messageStatus === 'CANCEL',
	finished: text(row.resultCode) !== undefined || row.messageStatus === 'COMPLETED' || row.messageStatus === 'FAILED',
	row,
});
