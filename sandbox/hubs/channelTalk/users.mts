import type { Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { misfit, parseJson, type Shape } from '../../dealers/shape.mts';
import type { ChannelAccount, User } from './account.mts';
import { badRequest, notFound } from './errors.mts';
import { MANAGER, idOf } from './ids.mts';
import type { ChannelWebhook } from './webhook.mts';
import { wireBots, wireChannel, wireManager, wireUser } from './wire.mts';

/** docs/upsert-a-user-by-memberid-1 */
const UPSERT: Shape = {
	profile: 'object', profileOnce: 'object', tags: ['string'], unsubscribeEmail: 'boolean', unsubscribeTexting: 'boolean', language: 'string',
};

interface Upsert {
	profile?: Record<string, unknown> | null;
	profileOnce?: Record<string, unknown> | null;
	tags?: string[] | null;
	unsubscribeEmail?: boolean | null;
	unsubscribeTexting?: boolean | null;
}

/** Users, and the people and bots of the workspace. */
export function userRoutes(app: Hono<DealerEnv>, account: ChannelAccount, webhook: ChannelWebhook): void {
	const find = (reference: string): User | undefined => {
		if (!reference.startsWith('@')) return account.users.get(reference);
		return [...account.users.values()].find(({ memberId }) => memberId === reference.slice(1));
	};
	const change = (user: User, body: unknown) => {
		const bad = body === undefined ? null : misfit(body, UPSERT);
		if (body === undefined || bad) throw badRequest(bad ? `${bad.path}: ${bad.expected}` : 'the body is not JSON');
		const wish = body as Upsert;
		user.profile = { ...wish.profileOnce, ...user.profile, ...wish.profile };
		user.tags = wish.tags ?? user.tags;
		user.unsubscribeEmail = wish.unsubscribeEmail ?? user.unsubscribeEmail;
		user.unsubscribeTexting = wish.unsubscribeTexting ?? user.unsubscribeTexting;
		user.updatedAt = account.now();
		user.version = Math.max(user.version + 1, user.updatedAt);
		const userChat = [...account.userChats.values()].find(({ userId }) => userId === user.id);
		// Contacts and consent are what the webhook tells of a user.
		const told = wish.profile || wish.unsubscribeTexting !== undefined || wish.unsubscribeEmail !== undefined;
		if (userChat && told) webhook.user(userChat, user);
		return { user: wireUser(user) };
	};
	app.get('/open/v5/users/:user', (c) => {
		const user = find(c.req.param('user'));
		if (!user) throw notFound('User');
		return c.json({ user: wireUser(user), online: false });
	});
	app.put('/open/v5/users/:user', async (c) => {
		const reference = c.req.param('user');
		if (!reference.startsWith('@')) throw notFound('User');
		let user = find(reference);
		if (!user) {
			user = account.newUser(idOf('member', reference), reference.slice(1), {});
		}
		return c.json(change(user, parseJson(await c.req.text())));
	});
	app.patch('/open/v5/users/:user', async (c) => {
		const user = find(c.req.param('user'));
		if (!user) throw notFound('User');
		return c.json(change(user, parseJson(await c.req.text())));
	});
	app.get('/open/v5/channel', (c) => c.json({ channel: wireChannel() }));
	app.get('/open/v5/bots', (c) => c.json({ bots: wireBots() }));
	app.get('/open/v5/managers', (c) => c.json({ managers: [wireManager()] }));
	app.get('/open/v5/managers/:id', (c) => {
		if (c.req.param('id') !== MANAGER.id) throw notFound('Manager');
		return c.json({ manager: wireManager() });
	});
}
