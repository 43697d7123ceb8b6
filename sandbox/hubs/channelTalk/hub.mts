import { Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { DEMO_HUB_CREDENTIALS } from '../../world/credentials.mts';
import type { Hub, HubFactory } from '../contract.mts';
import { ChannelAccount, type UserChat } from './account.mts';
import { chatRoutes } from './chats.mts';
import { ChannelError, errorBody, notFound } from './errors.mts';
import { RateLimit } from './rate.mts';
import { botOr, post, sendRoutes } from './sends.mts';
import { userRoutes } from './users.mts';
import { ChannelWebhook, follow } from './webhook.mts';

const SEND_PATH = /^\/open\/v5\/user-chats\/[^/]+\/messages$/;

/** Channel Talk Open API v5: Kakao's customers are UserChats there (facts 1.3, 4). */
export const channelTalk: HubFactory = (tools): Hub => {
	const account = new ChannelAccount(tools);
	const rate = new RateLimit();
	const webhook: ChannelWebhook = new ChannelWebhook(account, (userChat, { botName, ...reply }) => {
		post(account, webhook, userChat, { ...reply, options: [] }, botOr(botName));
	});
	follow(account, webhook);
	const app = new Hono<DealerEnv>();
	app.onError((error, c) => {
		if (error instanceof ChannelError) return c.json(errorBody(error.status, error.type, error.message), error.status);
		console.error(error);
		return c.json(errorBody(500, 'internalServerError', 'internal server error'), 500);
	});
	app.use('/open/v5/*', async (c, next) => {
		const { accessKey, accessSecret } = DEMO_HUB_CREDENTIALS.channelTalk;
		if (c.req.header('x-access-key') !== accessKey || c.req.header('x-access-secret') !== accessSecret) {
			throw new ChannelError(401, 'unauthorized', 'wrong access key or secret');
		}
		const { allowed, headers } = rate.take(tools.behaviours.of('channelTalk').rateLimit);
		for (const [name, value] of Object.entries(headers)) c.header(name, value);
		if (!allowed) return c.json(errorBody(429, 'tooManyRequests', 'too many requests'), 429);
		return next();
	});
	const userChatIn = (id: string): UserChat => {
		const found = account.userChats.get(id);
		if (!found) throw notFound('UserChat');
		return found;
	};
	chatRoutes(app, account, webhook, userChatIn);
	sendRoutes(app, account, webhook, userChatIn);
	userRoutes(app, account, webhook);
	app.all('*', (c) => c.json(errorBody(404, 'notFound', `${c.req.method} ${c.req.path}`), 404));
	return {
		id: 'channelTalk',
		app,
		sends: (method, path) => method === 'POST' && SEND_PATH.test(path),
		gatewayBody: (status) => errorBody(status, status === 429 ? 'tooManyRequests' : 'internalServerError', `HTTP ${status}`),
		setCallback: (callback) => {
			webhook.address = callback;
		},
		get state() {
			return { callback: webhook.address, domains: {}, stopped: webhook.blocked ? '100 failures in a row' : null, more: {} };
		},
		reset: () => {
			account.reset();
			rate.clear();
			webhook.address = null;
		},
	};
};
