import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { countListed, misfit, parseJson } from '../../dealers/shape.mts';
import type { Served } from '../../frontDoor.mts';
import { DEMO_BOT_CREDENTIALS } from '../../world/credentials.mts';
import type { BotDesk } from '../desk.mts';
import { KEY_TYPES, type KeyType } from '../people.mts';
import { taskResult, type EventUser, type Tasks } from './tasks.mts';

const USERS_MAX = 100;
const REQUEST = {
	event: { name: 'string', data: 'strings' }, user: [{ type: 'string', id: 'string', properties: 'object' }], params: 'object',
} as const;

interface Request {
	event?: { name?: string | null; data?: Record<string, string> | null } | null;
	user?: { type?: string | null; id?: string | null }[] | null;
	params?: Record<string, unknown> | null;
}

/** Statuses of HTTP beside 200 are not documented; `message` says what is wrong. */
class BotApiError extends Error {
	readonly status: 400 | 401 | 404;

	constructor(status: BotApiError['status'], message: string) {
		super(message);
		this.status = status;
	}
}

/** @param timestamp in ms, while `createdAt` of a failure is in seconds (facts 7.5) */
const receipt = (taskId: string, status: 'SUCCESS' | 'FAIL' | 'ERROR', message?: string) => (
	{ taskId, status, ...(message && { message }), timestamp: Date.now() }
);

function usersIn(users: Request['user']): EventUser[] {
	if (!users?.length || users.length > USERS_MAX) throw new BotApiError(400, `user: 1 to ${USERS_MAX}`);
	const found = users.map(({ type, id }): EventUser => {
		const known = KEY_TYPES.find((candidate): candidate is KeyType => candidate === type);
		if (!known || !id) throw new BotApiError(400, `user: type must be one of ${KEY_TYPES.join(', ')}, id is required`);
		return { type: known, id };
	});
	if (new Set(found.map(({ type, id }) => `${type} ${id}`)).size < found.length) throw new BotApiError(400, 'user: the same user twice');
	return found;
}

async function talk(c: Context<DealerEnv>, { bots }: BotDesk, tasks: Tasks, botId: string): Promise<Response> {
	// The REST API key, not the admin key; KakaoBK is for individuals' chatbot keys (facts 0).
	if (c.req.header('Authorization') !== `KakaoAK ${DEMO_BOT_CREDENTIALS.restApiKey}`) throw new BotApiError(401, 'invalid app key.');
	const bot = bots.find(botId);
	if (!bot) throw new BotApiError(404, 'no such bot');
	const body = parseJson(await c.req.text());
	c.set('recipients', countListed(body, 'user'));
	const bad = body === undefined ? null : misfit(body, REQUEST);
	if (body === undefined || bad) throw new BotApiError(400, bad ? `${bad.path}: ${bad.expected}` : 'the body is not JSON');
	const { event, user, params } = body as Request;
	const block = bot.blocks.find((candidate) => candidate.event !== null && candidate.event === event?.name);
	if (!block) throw new BotApiError(400, `event.name: no block has the event ${event?.name ?? ''}`);
	const texts = Object.entries(params ?? {}).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)] as const);
	const task = tasks.start(bot, block, usersIn(user), { data: event?.data ?? {}, params: Object.fromEntries(texts) });
	return c.json(receipt(task.id, 'SUCCESS'));
}

/** bot-api.kakao.com: the Bot Event API and callback URLs (facts 7.3, 7.5). */
export function createBotApi(desk: BotDesk, tasks: Tasks): Served {
	const app = new Hono<DealerEnv>();
	app.post('/v2/bots/:botId/talk', (c) => talk(c, desk, tasks, c.req.param('botId')));
	// The official sample sends no key here.
	app.get('/v1/tasks/:taskId', (c) => {
		const task = tasks.find(c.req.param('taskId'));
		if (!task) throw new BotApiError(404, 'no such task');
		return c.json(taskResult(task));
	});
	app.post('/v1/callback/:token', async (c) => {
		const text = await c.req.text();
		const slot = desk.callbacks.take(c.req.param('token'));
		if (!slot) throw new BotApiError(400, 'invalid, expired or already used callback token');
		const [problem] = desk.engine.calledBack(desk.bots.of(slot.talk.head.botId), slot, text);
		return c.json(receipt(randomUUID(), problem ? 'FAIL' : 'SUCCESS', problem && `${problem.path}: ${problem.message.en}`));
	});
	app.onError((error, c) => {
		if (!(error instanceof BotApiError)) throw error;
		return c.json(receipt(randomUUID(), error.status === 400 ? 'FAIL' : 'ERROR', error.message), error.status);
	});
	return {
		id: 'botApi', app,
		sends: (method) => method === 'POST',
		gatewayBody: (status) => receipt(randomUUID(), 'ERROR', `gateway error ${status}`),
	};
}
