import type { Context, Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { wholeNumber } from '../../dealers/pages.mts';
import { misfit, parseJson } from '../../dealers/shape.mts';
import type { ChannelAccount, UserChat } from './account.mts';
import { badRequest, notFound } from './errors.mts';
import { botNamed } from './sends.mts';
import type { ChannelWebhook } from './webhook.mts';
import { fileKey, wireBots, wireManager, wireMessage, wireSessions, wireUser, wireUserChat } from './wire.mts';

const STATES = ['opened', 'snoozed', 'closed'] as const;

/** Cursors are opaque (facts 6.12): a number, wrapped. */
const cursor = (place: number) => Buffer.from(JSON.stringify({ place })).toString('base64url');

function placeIn(since: string | undefined): number {
	if (!since) return 0;
	const read = parseJson(Buffer.from(since, 'base64url').toString());
	if (typeof read === 'object' && read !== null && 'place' in read && typeof read.place === 'number') return read.place;
	throw badRequest('since: a value of next or prev');
}

/** One page; asked with `limit`, `since` and `sortOrder`. */
function page<Row>(c: Context<DealerEnv>, oldestFirst: readonly Row[]) {
	const limit = wholeNumber(c.req.query('limit'), 25, 1, 500);
	const order = c.req.query('sortOrder') ?? 'desc';
	if (limit === null) throw badRequest('limit: 1 to 500');
	if (order !== 'asc' && order !== 'desc' && order !== 'both') throw badRequest('sortOrder: asc, desc or both');
	const rows = order === 'asc' ? oldestFirst : [...oldestFirst].reverse();
	const from = placeIn(c.req.query('since'));
	const next = from + limit;
	return {
		rows: rows.slice(from, next), ...(from > 0 && { prev: cursor(Math.max(0, from - limit)) }),
		...(next < rows.length && { next: cursor(next) }),
	};
}

/** Lists and single chats (developers.channel.io/docs/list-of-userchats-1 and its neighbours). */
export function chatRoutes(
	app: Hono<DealerEnv>, account: ChannelAccount, webhook: ChannelWebhook, userChatIn: (id: string) => UserChat,
): void {
	const base = '/open/v5/user-chats';
	const usersOf = (userChats: readonly UserChat[]) => userChats.flatMap(({ userId }) => {
		const user = account.users.get(userId);
		return user ? [wireUser(user)] : [];
	});
	const around = (userChat: UserChat) => {
		const last = userChat.lines.at(-1);
		const [user] = usersOf([userChat]);
		return { userChat: wireUserChat(userChat), ...(last && { message: wireMessage(last) }), user, managers: [wireManager()] };
	};
	const listed = (c: Context<DealerEnv>, userChats: UserChat[]) => {
		const { rows, ...cursors } = page(c, userChats.sort((a, b) => a.version - b.version));
		return c.json({
			...cursors, messages: rows.flatMap(({ lines }) => lines.slice(-1).map(wireMessage)), sessions: rows.flatMap(wireSessions),
			userChats: rows.map(wireUserChat), users: usersOf(rows), managers: [wireManager()], chatTags: [],
		});
	};
	app.get(base, (c) => {
		const state = STATES.find((known) => known === (c.req.query('state') ?? 'opened'));
		if (!state) throw badRequest(`state: one of ${STATES.join(', ')}`);
		return listed(c, [...account.userChats.values()].filter((userChat) => userChat.state === state));
	});
	app.get('/open/v5/users/:id/user-chats', (c) => {
		const id = c.req.param('id');
		if (!account.users.has(id)) throw notFound('User');
		return listed(c, [...account.userChats.values()].filter(({ userId }) => userId === id));
	});
	app.get(`${base}/:id`, (c) => c.json(around(userChatIn(c.req.param('id')))));
	app.get(`${base}/:id/messages`, (c) => {
		const { rows, ...cursors } = page(c, userChatIn(c.req.param('id')).lines);
		return c.json({ ...cursors, messages: rows.map(wireMessage), bots: wireBots() });
	});
	app.get(`${base}/:id/messages/file`, (c) => {
		const files = userChatIn(c.req.param('id')).lines.flatMap((line) => line.files);
		const file = files.find((candidate) => fileKey(candidate) === c.req.query('key'));
		if (!file) throw notFound('File');
		return c.json({ result: file.url });
	});
	app.get(`${base}/:id/sessions`, (c) => c.json({ sessions: wireSessions(userChatIn(c.req.param('id'))) }));
	app.patch(`${base}/:id`, async (c) => {
		const userChat = userChatIn(c.req.param('id'));
		const body = parseJson(await c.req.text());
		const bad = body === undefined ? null : misfit(body, { description: 'string', tags: ['string'] });
		if (body === undefined || bad) throw badRequest(bad ? `${bad.path}: ${bad.expected}` : 'the body is not JSON');
		const { description, tags } = body as { description?: string | null; tags?: string[] | null };
		if (description !== undefined) userChat.description = description;
		if (tags) userChat.tags = tags;
		return c.json(around(userChat));
	});
	// Facts 4.1 name no method for the siblings of `open`. Customers' public code closes with PATCH.
	for (const [action, state] of [['open', 'opened'], ['snooze', 'snoozed'], ['close', 'closed']] as const) {
		app.on(action === 'close' ? ['PUT', 'PATCH'] : ['PUT'], `${base}/:id/${action}`, (c) => {
			const userChat = userChatIn(c.req.param('id'));
			botNamed(c.req.query('botName'));
			// Closing ends the consult at Kakao, which closes it here too; opening again does not bring that one back.
			if (state === 'closed' && userChat.chat.open) account.tools.world.consult.agents.end(userChat.chat);
			else if (userChat.state !== state) {
				userChat.state = state;
				userChat.closedAt = state === 'closed' ? account.now() : null;
				webhook.userChat(userChat, 'update');
			}
			return c.json(around(userChat));
		});
	}
}
