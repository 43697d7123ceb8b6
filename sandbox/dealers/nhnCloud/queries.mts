import { parseKst } from '../../world/kst.mts';
import { wholeNumber } from '../pages.mts';
import type { Lane, NhnAccount, Row } from './account.mts';
import { Refusal, SUCCESS } from './codes.mts';
import { brandDetailFields, brandListFields } from './brand/rows.mts';
import { detailFields, listFields, resultFields } from './rows.mts';

type Query = Record<string, string>;

const DAY_MS = 86_400_000;
/** The guide says 30 days, the refusal's text 31 (facts 1.5). */
const WINDOW_DAYS = 30;
const OLDEST_DAYS = 90;

const COMMON_PARAMETERS = [
	'requestId', 'startRequestDate', 'endRequestDate', 'recipientNo', 'senderKey', 'templateCode', 'senderGroupingKey',
	'recipientGroupingKey', 'messageStatus', 'resultCode', 'pageNum', 'pageSize',
];

/** How the messages of a lane are asked for and shown. Brand Messages cannot be searched by the date of their creation. */
const ALIMTALK = {
	parameters: [...COMMON_PARAMETERS, 'startCreateDate', 'endCreateDate', 'createUser'], list: listFields, detail: detailFields,
};
const VIEWS = {
	NORMAL: ALIMTALK, AUTH: ALIMTALK, BRAND: { parameters: COMMON_PARAMETERS, list: brandListFields, detail: brandDetailFields },
} as const satisfies Record<Lane, object>;

const UPDATE_PARAMETERS = ['startUpdateDate', 'endUpdateDate', 'alimtalkMessageType', 'pageNum', 'pageSize'];

/** @throws Refusal 4 naming the parameter that the document does not know */
export function refuseUnknown(query: Query, known: readonly string[]): void {
	for (const name of Object.keys(query)) if (!known.includes(name)) throw new Refusal('4', `${name}: unknown parameter`);
}

/** `pageNum` from 1, `pageSize` 15 unless given, at most 1,000. */
export function page(query: Query): { from: number; size: number } {
	const number = wholeNumber(query['pageNum'], 1, 1, Number.MAX_SAFE_INTEGER);
	const size = wholeNumber(query['pageSize'], 15, 1, 1000);
	if (number === null) throw new Refusal('-4000');
	if (size === null) throw new Refusal('-2004', 'pageSize', 1, 1000);
	return { from: (number - 1) * size, size };
}

/** A window of `yyyy-MM-dd HH:mm` Korean time, both ends inclusive to the instant: `12:30` ends at 12:30:00.000. */
function window(start: string | undefined, end: string | undefined): { from: number; to: number } | null {
	if (start === undefined && end === undefined) return null;
	const from = parseKst(start ?? '', 'minutes');
	const to = parseKst(end ?? '', 'minutes');
	if (from === null || to === null || to < from) throw new Refusal('-4000');
	if (to - from > WINDOW_DAYS * DAY_MS) throw new Refusal('-4003');
	if (from < Date.now() - OLDEST_DAYS * DAY_MS) throw new Refusal('-4017');
	return { from, to };
}

const within = (range: { from: number; to: number } | null, ms: number) => range === null || (ms >= range.from && ms <= range.to);

function rowFilter(query: Query): (row: Row) => boolean {
	const equals = (name: string, value: string | null) => query[name] === undefined || query[name] === value;
	return (row) =>
		equals('recipientNo', row.message.to) && equals('templateCode', row.message.templateCode) &&
		equals('recipientGroupingKey', row.recipientGroupingKey) && equals('messageStatus', resultFields(row).messageStatus) &&
		(query['resultCode'] === undefined || query['resultCode'] === (row.message.resultCode === '1000' ? 'MRC01' : row.message.resultCode && 'MRC02'));
}

/** `GET …/messages`: newest request first (release notes: requestDate, requestId, recipientSeq descending). */
export function listMessages(account: NhnAccount, lane: Lane, query: Query) {
	const { parameters, list } = VIEWS[lane];
	refuseUnknown(query, parameters);
	const requested = window(query['startRequestDate'], query['endRequestDate']);
	const created = window(query['startCreateDate'], query['endCreateDate']);
	const { requestId } = query;
	if (requestId === undefined && !requested && !created) throw new Refusal('-4000');
	const candidates = requestId === undefined ? [...account.requests.values()] : [account.requests.get(requestId)];
	const requests = candidates
		.filter((request) => request !== undefined)
		.filter((request) =>
			request.lane === lane && within(requested, request.requestMs) && within(created, request.createMs) &&
			(query['senderKey'] === undefined || query['senderKey'] === request.channel.senderKey) &&
			(query['senderGroupingKey'] === undefined || query['senderGroupingKey'] === request.senderGroupingKey) &&
			(query['createUser'] === undefined || query['createUser'] === request.createUser) &&
			account.world.isListed(new Date(request.createMs).toISOString()))
		.sort((a, b) => b.requestMs - a.requestMs || (a.requestId < b.requestId ? 1 : -1));
	const fits = rowFilter(query);
	const rows = requests.flatMap((request) => request.rows.filter((row): row is Row => row !== null && fits(row)).reverse());
	const { from, size } = page(query);
	return {
		header: SUCCESS,
		messageSearchResultResponse: { messages: rows.slice(from, from + size).map((row) => list(row, account)), totalCount: rows.length },
	};
}

/** `GET …/messages/{requestId}/{recipientSeq}` */
export function oneMessage(account: NhnAccount, lane: Lane, requestId: string, recipientSeq: string) {
	const request = account.requests.get(requestId);
	const row = request?.lane === lane ? request.rows[Number(recipientSeq) - 1] : undefined;
	if (!row) throw new Refusal('-1016');
	return { header: SUCCESS, message: VIEWS[lane].detail(row, account) };
}

function updated(account: NhnAccount, query: Query): Row[] {
	refuseUnknown(query, UPDATE_PARAMETERS);
	const range = window(query['startUpdateDate'], query['endUpdateDate']);
	if (!range) throw new Refusal('-4000');
	const lane = query['alimtalkMessageType'];
	if (lane !== undefined && lane !== 'NORMAL' && lane !== 'AUTH') throw new Refusal('-4000');
	return account.finished.filter(({ message, request }) =>
		(lane === undefined ? request.lane !== 'BRAND' : request.lane === lane) && message.finishedAt !== null && within(range, Date.parse(message.finishedAt)));
}

/** `GET …/message-results`: what has been decided in a window, oldest first. */
export function messageResults(account: NhnAccount, query: Query) {
	const rows = updated(account, query);
	const { from, size } = page(query);
	return { header: SUCCESS, messages: rows.slice(from, from + size).map(resultFields) };
}

/** `GET …/message-results/count` */
export const messageResultCount = (account: NhnAccount, query: Query) => ({
	header: SUCCESS, totalCount: updated(account, query).length,
});

/** `DELETE …/messages/{requestId}?recipientSeq=1,2,3`: reserved messages only. */
export function cancel(account: NhnAccount, lanes: readonly Lane[], requestId: string, recipientSeq: string | undefined) {
	const request = account.requests.get(requestId);
	const wanted = recipientSeq ? new Set(recipientSeq.split(',').map((part) => Number(part.trim()))) : null;
	const rows = (request && lanes.includes(request.lane) ? request.rows : []).filter((row) => row !== null).filter((row) => !wanted || wanted.has(row.seq));
	const canceled = new Set(account.world.delivery.cancel(rows.map((row) => row.message)));
	if (canceled.size === 0) throw new Refusal('-2029');
	account.finished.push(...rows.filter((row) => canceled.has(row.message)));
	return { header: SUCCESS };
}
