import type { Context, Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { wholeNumber } from '../../dealers/pages.mts';
import { SYSTEM_TEXTS } from '../../consult/notices.mts';
import type { Chat } from '../../consult/chat.mts';
import type { BridgeAccount } from './account.mts';
import { BridgeError, success } from './errors.mts';
import type { JournalEntry } from './journal.mts';
import { brandIn, brandKeyOf, requireScope, scopeOf } from './keys.mts';

function limitIn(c: Context<DealerEnv>, fallback: number): number {
	const max = wholeNumber(c.req.query('max'), fallback, 1, 300);
	// What a wrong number gets is not public.
	if (max === null) throw new BridgeError(400, 'EMPTY', 'max: 1 to 300');
	return max;
}

/** `serial` and `deleted` are in the manual, not in what was measured (facts 2.6); a switch adds them. */
function wireEntry({ serials, ...entry }: JournalEntry, withSerials: boolean, deleted: (serial: string) => boolean) {
	if (!withSerials || (entry.kind !== 'agent' && entry.kind !== 'deleted')) return entry;
	const gone = entry.kind === 'agent' && serials.length > 0 && serials.every(deleted);
	return { ...entry, serial: serials[0], ...(gone && { deleted: true }) };
}

const KINDS_OF_WORDS: ReadonlySet<string> = new Set(['message', 'agent']);

function room(entries: readonly JournalEntry[], userKey: string) {
	const last = entries.at(-1);
	const lastWords = entries.findLast(({ kind }) => KINDS_OF_WORDS.has(kind));
	const lastTurn = entries.findLast(({ kind }) => kind !== 'deleted')?.kind;
	return {
		userKey, lastSeq: last?.seq ?? 0, lastText: lastWords?.text ?? '', lastKind: last?.kind ?? null,
		lastTimestampUnixMs: last?.timestampUnixMs ?? 0, count: entries.length, ended: lastTurn === 'ended' || lastTurn === 'expired',
	};
}

/** Its shape is not public; the manual only names it. */
const conversations = (chat: Chat) => chat.sessions.map(({ id, openedAt, endedAt }) => ({
	convId: id, userKey: chat.userKey, startedAtUnixMs: Date.parse(openedAt),
	endedAtUnixMs: endedAt === null ? null : Date.parse(endedAt), ended: endedAt !== null,
}));

/** Queries; every key may ask (facts 2.6). */
export function readRoutes(app: Hono<DealerEnv>, account: BridgeAccount): void {
	const { consult } = account.tools.world;
	const asked = (c: Context<DealerEnv>) => {
		requireScope(scopeOf(c.req.header('Authorization')), 'BrandRead');
		const channel = brandIn(consult, c.req.query('brand'));
		if (account.behaviour.noPersistence) {
			throw new BridgeError(503, 'NO_PERSISTENCE', '수신 영속이 꺼져 있어요. 잠시 후 다시 시도해 주세요.');
		}
		return { channel, brand: brandKeyOf(channel), journal: account.journal(brandKeyOf(channel)) };
	};
	app.get('/api/agent/me', (c) => {
		const scope = scopeOf(c.req.header('Authorization'));
		return c.json({ name: '카카오상점 샌드박스', scope, brands: consult.channels.of('talkBridge').map(brandKeyOf) });
	});
	app.get('/api/agent/rooms', (c) => {
		const { brand, journal } = asked(c);
		return c.json({ ok: true, brand, rooms: journal.users().slice(0, limitIn(c, 50)).map((userKey) => room(journal.of(userKey), userKey)) });
	});
	app.get('/api/agent/rooms/:userKey/messages', (c) => {
		const { brand, journal, channel } = asked(c);
		const userKey = c.req.param('userKey');
		const chat = consult.chats.byUserKey(channel.channel, userKey);
		const deleted = (serial: string) => chat?.messages.some((message) => message.serial === serial && message.deletedAt !== null) ?? false;
		const newest = journal.of(userKey).slice(-limitIn(c, 100)).reverse();
		return c.json({ ok: true, brand, userKey, messages: newest.map((entry) => wireEntry(entry, account.behaviour.journalSerials, deleted)) });
	});
	app.get('/api/agent/conversations', (c) => {
		const { brand, channel } = asked(c);
		return c.json({ ok: true, brand, conversations: consult.chats.in(channel.channel).flatMap(conversations) });
	});
	app.get('/api/agent/profile', (c) => {
		const { senderKey, channel: uuid, channelName: name } = asked(c).channel;
		return c.json(success({ data: { senderKey, uuid, name, status: 'A', bizchat: true } }));
	});
	app.get('/api/agent/sysmsg', (c) => {
		asked(c);
		return c.json(success({ data: [{ messages: Object.entries(SYSTEM_TEXTS).map(([messageType, content]) => ({ messageType, content })) }] }));
	});
}
