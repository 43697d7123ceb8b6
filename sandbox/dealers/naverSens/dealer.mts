import { Hono } from 'hono';
import { DEMO_CREDENTIALS } from '../../world/credentials.mts';
import type { Dealer, DealerEnv, DealerFactory } from '../contract.mts';
import { countListed, parseJson } from '../shape.mts';
import { SensAccount } from './account.mts';
import { checkSignature } from './auth.mts';
import { SensError, errorBody } from './errors.mts';
import { listChannels, listTemplates } from './lists.mts';
import { cancelReservation, listMessages, oneMessage, reserveStatus } from './queries.mts';
import { send } from './send.mts';

const BASE = '/alimtalk/v2/services/:serviceId';
const SEND_PATH = /^\/alimtalk\/v2\/services\/[^/]+\/messages$/;

function alimtalkRoutes(app: Hono<DealerEnv>, account: SensAccount): void {
	app.get(`${BASE}/channels`, (c) => c.json(listChannels(account)));
	app.get(`${BASE}/templates`, (c) => c.json(listTemplates(account, c.req.query())));
	app.post(`${BASE}/messages`, async (c) => {
		const body = parseJson(await c.req.text());
		c.set('recipients', countListed(body, 'messages'));
		return c.json(send(account, body), 202);
	});
	app.get(`${BASE}/messages`, (c) => {
		const found = listMessages(account, c.req.query());
		return found ? c.json(found) : c.body(null, 404);
	});
	app.get(`${BASE}/messages/:messageId`, (c) => c.json(oneMessage(account, c.req.param('messageId'))));
	app.get(`${BASE}/reservations/:requestId/reserve-status`, (c) => c.json(reserveStatus(account, c.req.param('requestId'))));
	app.delete(`${BASE}/reservations/:requestId`, (c) => {
		cancelReservation(account, c.req.param('requestId'));
		return c.body(null, 204);
	});
}

/** Naver Cloud SENS, AlimTalk API v2 (api.ncloud-docs.com, "SENS"). */
export const naverSens: DealerFactory = (world): Dealer => {
	const account = new SensAccount(world);
	const app = new Hono<DealerEnv>();
	app.onError((error, c) => {
		if (error instanceof SensError) return c.json(errorBody(error.status, error.message, error.errors), error.status);
		console.error(error);
		return c.json(errorBody(500, 'Internal Server Error'), 500);
	});
	app.use('*', async (c, next) => {
		checkSignature({ method: c.req.method, rawPath: c.env.incoming.url ?? '', header: (name) => c.req.header(name) });
		await next();
	});
	app.use(`${BASE}/*`, async (c, next) => {
		if (c.req.param('serviceId') !== DEMO_CREDENTIALS.naverSens.serviceId) throw new SensError(403, 'Forbidden', ['serviceId: not yours']);
		await next();
	});
	app.get('/common/v2/projects', (c) =>
		c.json([{ projectId: 'kakao-business', projectName: 'kakao-business', kkoBizMsgService: { serviceId: DEMO_CREDENTIALS.naverSens.serviceId } }]));
	alimtalkRoutes(app, account);
	app.all('*', (c) => c.json(errorBody(404, 'Not Found', [`${c.req.method} ${c.req.path}`]), 404));
	return {
		id: 'naverSens',
		app,
		sends: (method, path) => method === 'POST' && SEND_PATH.test(path),
		gatewayBody: (status) => errorBody(status, status === 429 ? 'Too Many Requests' : 'Internal Server Error'),
		reset: () => account.reset(),
	};
};
