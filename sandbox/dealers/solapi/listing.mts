import { keyedPage, wholeNumber } from '../pages.mts';
import { ACCOUNT_ID, type Entry, type Group, type SolapiAccount } from './account.mts';
import { STATUS_MESSAGES, invalid, stageOf } from './codes.mts';
import { wireGroup } from './groups.mts';

/** How a stored message keeps its options differs from how they were sent (S-SDK storedMessage.ts); only these are sure. */
const kakaoOptionsOf = ({ pfId, templateId, disableSms, bms, message }: Entry) => ({
	pfId, templateId, disableSms, title: message?.bubble.kind === 'alimtalk' ? message.bubble.title : null, buttons: [],
	...(bms && { bms }),
});

/** A message as the lists and the webhooks show it. */
export function wireMessage(entry: Entry) {
	const { message, group } = entry;
	const waiting = message !== null && group.status === 'PENDING';
	const stage = waiting ? { statusCode: '2000' as const, status: 'PENDING' }
		: message ? stageOf(message) : { statusCode: entry.registered, status: 'FAILED' };
	const replaced = message?.state === 'fallbackDelivered';
	const finishedAt = message?.finishedAt ?? null;
	return {
		_id: entry.messageId, messageId: entry.messageId, groupId: group.groupId, accountId: ACCOUNT_ID,
		kakaoOptions: kakaoOptionsOf(entry), type: replaced ? (message.fallback?.type ?? 'SMS') : entry.type, country: entry.country, subject: entry.subject, imageId: null,
		to: entry.to, from: entry.from, text: replaced ? message.fallback?.text : (message?.bubble.text ?? entry.text),
		status: stage.status, statusCode: stage.statusCode, reason: entry.detail ?? STATUS_MESSAGES[stage.statusCode],
		networkCode: null, networkName: replaced ? 'KT' : 'KAKAO', replacement: replaced, autoTypeDetect: true, resendCount: 0,
		customFields: entry.customFields ?? {}, replacements: [], log: [], queues: [], currentQueue: null,
		dateCreated: entry.dateCreated, dateUpdated: finishedAt ?? message?.acceptedAt ?? entry.dateCreated,
		dateProcessed: waiting ? null : (message?.acceptedAt ?? null), dateReported: finishedAt, dateReceived: finishedAt,
	};
}

/** `limit`: 20 unless given, at most 500. */
export function limitOf(text: string | null): number {
	const limit = wholeNumber(text ?? undefined, 20, 1, 500);
	if (limit === null) throw invalid('"limit" must be between 1 and 500');
	return limit;
}

/** Query names come as `messageIds`, `messageIds[]`, `messageIds[0]` or `messageIds[in]`. */
const plainName = (name: string) => name.replace(/\[(?:\d*|in|eq)\]$/, '');

/** The values of every known parameter. @throws ApiError naming a parameter the document does not know */
export function readQuery(query: URLSearchParams, known: readonly string[]): (name: string) => string[] {
	const values = new Map<string, string[]>();
	for (const [raw, value] of query) {
		const name = plainName(raw);
		if (!known.includes(name)) throw invalid(`"${raw}" is not allowed`);
		values.set(name, [...(values.get(name) ?? []), value]);
	}
	return (name) => values.get(name) ?? [];
}

const LIST = ['messageId', 'messageIds', 'groupId', 'to', 'from', 'type', 'statusCode', 'dateType', 'startDate', 'endDate', 'startKey', 'limit'];

function dateOf(text: string | undefined, name: string): string | null {
	if (text === undefined) return null;
	const ms = Date.parse(text);
	if (Number.isNaN(ms)) throw invalid(`"${name}" must be a valid ISO 8601 date`);
	return new Date(ms).toISOString();
}

/** `GET /messages/v4/list`: newest first; `messageList` is an object keyed by id. */
export function listMessages(account: SolapiAccount, query: URLSearchParams) {
	const values = readQuery(query, LIST);
	const limit = limitOf(values('limit')[0] ?? null);
	const [startDate, endDate] = [dateOf(values('startDate')[0], 'startDate'), dateOf(values('endDate')[0], 'endDate')];
	const [dateType] = values('dateType');
	if (dateType && dateType !== 'CREATED' && dateType !== 'UPDATED') throw invalid('"dateType" must be one of [CREATED, UPDATED]');
	if (dateType && !startDate && !endDate) throw invalid('"dateType" needs "startDate" or "endDate"');
	const ids = new Set([...values('messageId'), ...values('messageIds')]);
	const oneOf = (name: string, value: () => string | null) => values(name).length === 0 || values(name).includes(value() ?? '');
	const fits = (entry: Entry) => {
		if (ids.size > 0 && !ids.has(entry.messageId)) return false;
		if (!oneOf('groupId', () => entry.group.groupId) || !oneOf('to', () => entry.to) || !oneOf('from', () => entry.from)) return false;
		if (!account.world.isListed(entry.message?.acceptedAt ?? entry.dateCreated)) return false;
		const date = dateType === 'UPDATED' ? (entry.message?.finishedAt ?? entry.message?.acceptedAt ?? entry.dateCreated) : entry.dateCreated;
		if ((startDate && date < startDate) || (endDate && date > endDate)) return false;
		return oneOf('type', () => wireMessage(entry).type) && oneOf('statusCode', () => wireMessage(entry).statusCode);
	};
	const [startKey] = values('startKey');
	const start = startKey ? account.byMessageId.get(startKey)?.order : account.entries.length - 1;
	const found: Entry[] = [];
	// One more than asked for tells whether there is a next page.
	for (let i = start ?? -1; i >= 0 && found.length <= limit; i--) {
		const entry = account.entries[i];
		if (entry && fits(entry)) found.push(entry);
	}
	const page = found.slice(0, limit);
	return {
		startKey: startKey ?? null, nextKey: found[limit]?.messageId ?? null, limit,
		messageList: Object.fromEntries(page.map((entry) => [entry.messageId, wireMessage(entry)])),
	};
}

/** `GET groups/{id}/messages`: in the order they were added. */
export function listGroupMessages(group: Group, query: URLSearchParams) {
	const values = readQuery(query, ['startKey', 'limit']);
	const limit = limitOf(values('limit')[0] ?? null);
	const { page, ...keys } = keyedPage(group.entries, (entry) => entry.messageId, values('startKey')[0], limit);
	return { ...keys, limit, messageList: Object.fromEntries(page.map((entry) => [entry.messageId, wireMessage(entry)])) };
}

/** `GET groups`: newest first, keyed by id. The SDK asks for one group as `criteria=groupId&cond=eq&value=…`. */
export function listGroups(account: SolapiAccount, query: URLSearchParams) {
	const values = readQuery(query, ['criteria', 'cond', 'value', 'startKey', 'limit', 'dateType', 'startDate', 'endDate']);
	const limit = limitOf(values('limit')[0] ?? null);
	const [criteria] = values('criteria');
	if (criteria !== undefined && criteria !== 'groupId') throw invalid('"criteria" must be groupId');
	const [startDate, endDate] = [dateOf(values('startDate')[0], 'startDate'), dateOf(values('endDate')[0], 'endDate')];
	const groups = [...account.groups.values()].reverse().filter((group) =>
		(criteria === undefined || group.groupId === values('value')[0]) &&
		(!startDate || group.dateCreated >= startDate) && (!endDate || group.dateCreated <= endDate));
	const { page, ...keys } = keyedPage(groups, (group) => group.groupId, values('startKey')[0], limit);
	return { ...keys, limit, groupList: Object.fromEntries(page.map((group) => [group.groupId, wireGroup(group)])) };
}
