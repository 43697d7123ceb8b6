import { kstMillis, parseKst } from '../../world/kst.mts';
import { wholeNumber } from '../pages.mts';
import type { Lane, Row, SensAccount } from './account.mts';
import { SensError, badRequest } from './errors.mts';

type Query = Record<string, string>;

const DAY_MS = 86_400_000;
const KNOWN = [
	'requestId', 'requestStartTime', 'requestEndTime', 'completeStartTime', 'completeEndTime', 'plusFriendId', 'templateCode', 'to',
	'messageId', 'requestStatusName', 'messageStatusName', 'nextToken', 'pageSize',
];

/** The text message of a row that Kakao did not deliver. */
function wireFailover({ message, messageId }: Row) {
	const arrived = message.state === 'fallbackDelivered';
	// At night (3022) the text message is not even tried.
	if (!message.fallback || message.resultCode === '3022' || (!arrived && message.state !== 'failed')) return undefined;
	return {
		requestId: `SMS-${messageId}`, messageId: `0-${messageId}`, requestStatusCode: '202', requestStatusName: 'success',
		requestStatusDesc: '성공', messageStatusCode: arrived ? '0' : '3003', messageStatusName: arrived ? 'success' : 'fail',
		messageStatusDesc: arrived ? '성공' : '수신번호 오류',
	};
}

function statusOf({ message }: Row) {
	if (message.resultCode === null) return { messageStatusCode: null, messageStatusName: 'processing', messageStatusDesc: '발송 처리 중' };
	const delivered = message.state === 'delivered';
	return {
		messageStatusCode: delivered ? '0000' : message.resultCode, messageStatusName: delivered ? 'success' : 'fail',
		messageStatusDesc: message.reason?.ko ?? '성공',
	};
}

/** A message as `GET …/messages` and `GET …/messages/{messageId}` show it. */
function wireRow(row: Row) {
	const { message, request } = row;
	const failover = wireFailover(row);
	return {
		requestId: request.requestId, messageId: row.messageId, requestTime: kstMillis(request.requestMs),
		completeTime: message.resultCode !== null && message.finishedAt ? kstMillis(Date.parse(message.finishedAt)) : null,
		plusFriendId: request.channel.searchId, ...(request.messageType && { messageType: request.messageType }),
		// Free-form Brand Messages have no template, some layouts no text (E-BM: both Optional).
		...(message.templateCode && { templateCode: message.templateCode }), countryCode: row.countryCode, to: message.to,
		...(message.bubble.text !== null && { content: message.bubble.text }), requestStatusCode: 'A000', requestStatusName: 'success',
		requestStatusDesc: '성공', ...statusOf(row), useSmsFailover: row.useSmsFailover, ...(failover && { failover }),
	};
}

interface Window {
	from: number;
	to: number;
}

/** Korean local seconds, both ends inclusive. */
function window(query: Query, start: string, end: string, longestMs: number): Window | null {
	if (query[start] === undefined && query[end] === undefined) return null;
	const from = parseKst(query[start] ?? '', 'seconds');
	const to = parseKst(query[end] ?? '', 'seconds');
	if (from === null || to === null) throw badRequest(`${start}, ${end}: must both be YYYY-MM-DD HH:mm:ss`);
	if (to < from || to - from > longestMs) throw badRequest(`${start}, ${end}: at most ${longestMs / DAY_MS} day(s)`);
	return { from, to: to + 999 };
}

const within = ({ from, to }: Window, ms: number) => ms >= from && ms <= to;

/**
 * `GET …/messages`. @returns null when nothing fits: SENS answers that with an empty 404 (facts 3.5)
 * @throws SensError 400 when the query names too little or too wide a window
 */
export function listMessages(account: SensAccount, lane: Lane, query: Query) {
	const unknown = Object.keys(query).find((name) => !KNOWN.includes(name));
	if (unknown) throw badRequest(`${unknown}: unknown parameter`);
	const size = wholeNumber(query['pageSize'], 20, 1, 100);
	if (size === null) throw badRequest('pageSize: 1 to 100');
	const requested = window(query, 'requestStartTime', 'requestEndTime', 31 * DAY_MS);
	const completed = window(query, 'completeStartTime', 'completeEndTime', DAY_MS);
	const { requestId, plusFriendId } = query;
	if (requestId === undefined && !requested && !completed) throw badRequest('requestId, a request window or a complete window is required');
	if (requestId === undefined && !plusFriendId) throw badRequest('plusFriendId: required unless requestId is given');
	const candidates = requestId === undefined ? account.rows : (account.requests.get(requestId)?.rows ?? []);
	const equals = (name: string, value: string) => query[name] === undefined || query[name] === value;
	const rows = candidates.filter((row) => {
		const { message, request, messageId } = row;
		return request.lane === lane && account.world.isListed(new Date(request.requestMs).toISOString()) &&
			equals('plusFriendId', request.channel.searchId) && equals('templateCode', message.templateCode) && equals('to', message.to) && equals('messageId', messageId) &&
			// Refused recipients are told in the answer to the request and kept nowhere.
			equals('requestStatusName', 'success') && equals('messageStatusName', statusOf(row).messageStatusName) &&
			(!requested || within(requested, request.requestMs)) &&
			(!completed || (message.finishedAt !== null && within(completed, Date.parse(message.finishedAt))));
	});
	const from = wholeNumber(query['nextToken'], 0, 0, Number.MAX_SAFE_INTEGER);
	if (from === null) throw badRequest('nextToken: invalid');
	const page = rows.slice(from, from + size);
	if (page.length === 0) return null;
	const hasMore = rows.length > from + size;
	return {
		statusCode: '200', statusName: 'success', pageSize: size, itemCount: page.length, hasMore,
		...(hasMore && { nextToken: String(from + size) }), messages: page.map(wireRow),
	};
}

/** `GET …/messages/{messageId}` */
export function oneMessage(account: SensAccount, lane: Lane, messageId: string) {
	const row = account.byMessageId.get(messageId);
	if (row?.request.lane !== lane) throw new SensError(404, 'Not Found', ['messageId: not found']);
	return wireRow(row);
}

function reserved(account: SensAccount, lane: Lane, requestId: string) {
	const request = account.requests.get(requestId);
	if (!request?.reserve || request.lane !== lane) throw new SensError(404, 'Not Found', ['requestId: no such reservation']);
	return { request, reserve: request.reserve };
}

/** `GET …/reservations/{requestId}/reserve-status` */
export function reserveStatus(account: SensAccount, lane: Lane, requestId: string) {
	const { request, reserve } = reserved(account, lane, requestId);
	const state = request.rows[0]?.message.state;
	const reserveStatus = state === 'scheduled' ? 'READY' : state === 'canceled' ? 'CANCELED' : state === 'processing' ? 'PROCESSING' : 'DONE';
	return { reserveId: requestId, reserveTimeZone: reserve.timeZone, reserveTime: reserve.time, reserveStatus };
}

/** `DELETE …/reservations/{requestId}` */
export function cancelReservation(account: SensAccount, lane: Lane, requestId: string): void {
	const { request } = reserved(account, lane, requestId);
	const canceled = account.world.delivery.cancel(request.rows.map((row) => row.message));
	if (canceled.length === 0) throw badRequest('requestId: only a READY reservation can be cancelled');
}
