import { Hono, type Context } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { parseJson } from '../../dealers/shape.mts';
import { DEMO_HUB_CREDENTIALS } from '../../world/credentials.mts';
import type { CallbackAddress, Hub, HubFactory } from '../contract.mts';
import { checkShape } from '../kakao/checks.mts';
import { KakaoDesk } from '../kakao/desk.mts';
import { KakaoRefusal, badFormat } from '../kakao/refusals.mts';
import { KakaoRelay } from '../kakao/relay.mts';
import { readV1, v1Bubble, type Address } from '../kakao/v1Message.mts';

/** What differs from one such dealer to the next; `POST /api/hubs/hub/settings` changes it. */
export type RawHubSettings = Record<keyof typeof DEMO_HUB_CREDENTIALS.hub, string>;

async function jsonOf(c: Context<DealerEnv>): Promise<unknown> {
	const body = parseJson(await c.req.text());
	if (body === undefined) throw badFormat('body: not JSON');
	return body;
}

/**
 * Any official dealer without a public document: it relays Kakao's callbacks unchanged and takes the body of HappyTalk v1
 * wherever it likes (facts 0, rows A and J).
 */
export const hub: HubFactory = (tools): Hub => {
	const desk = new KakaoDesk('hub', tools.world.consult);
	let settings: RawHubSettings = DEMO_HUB_CREDENTIALS.hub;
	let callback: CallbackAddress | null = null;
	const relay = new KakaoRelay('hub', tools, () => callback?.url ?? null);
	const app = new Hono<DealerEnv>();
	app.onError((error, c) => {
		if (error instanceof KakaoRefusal) return c.json({ code: error.code, message: error.message });
		console.error(error);
		return c.json({ code: 500, message: 'Internal Server Error' }, 500);
	});
	// Whoever has no key learns nothing of the paths.
	app.use('*', async (c, next) => {
		if (c.req.header(settings.headerName) !== settings.headerValue) return c.json({ code: 401, message: 'Unauthorized' }, 401);
		return next();
	});
	// The paths can change while it runs, so they are compared and not routed.
	app.post('*', async (c) => {
		if (c.req.path === settings.sendPath) {
			const message = readV1(await jsonOf(c));
			desk.send(message, () => v1Bubble(desk.consult.media, message));
			return c.json({ code: 0 });
		}
		if (c.req.path !== settings.endPath) return c.json({ code: 404, message: c.req.path }, 404);
		const body = await jsonOf(c);
		checkShape(body, { user_key: 'string', sender_key: 'string' });
		const ended = desk.consult.agents.end(desk.chat(body as Address));
		return c.json({ code: 0, ...(ended && { sessionId: ended.id }) });
	});
	app.all('*', (c) => c.json({ code: 404, message: `${c.req.method} ${c.req.path}` }, 404));
	return {
		id: 'hub',
		app,
		sends: (method, path) => method === 'POST' && path === settings.sendPath,
		gatewayBody: (status) => ({ code: status, message: `HTTP ${status}` }),
		setCallback: (address) => {
			callback = address;
		},
		configure: (changes) => {
			settings = { ...settings, ...changes };
		},
		get state() {
			return { callback, domains: {}, stopped: null, more: { settings } };
		},
		reset: () => {
			settings = DEMO_HUB_CREDENTIALS.hub;
			callback = null;
			relay.reset();
		},
	};
};
