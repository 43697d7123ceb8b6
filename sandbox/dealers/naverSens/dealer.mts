import { Hono } from 'hono';
import { DEMO_CREDENTIALS } from '../../world/credentials.mts';
import type { Dealer, DealerEnv, DealerFactory } from '../contract.mts';
import { countListed, parseJson } from '../shape.mts';
import { LANES, SensAccount, type Lane } from './account.mts';
import { checkSignature } from './auth.mts';
import { deleteImage, listImages, oneImage, uploadImage } from './brand/images.mts';
import { sendBrand } from './brand/send.mts';
import { listBrandTemplates } from './brand/templates.mts';
import { SensError, errorBody } from './errors.mts';
import { listChannels, listTemplates } from './lists.mts';
import { cancelReservation, listMessages, oneMessage, reserveStatus } from './queries.mts';
import { send } from './send.mts';

const pathOf = (lane: Lane) => `/${lane}/v2/services/:serviceId`;
const SEND_PATH = /^\/(?:alimtalk|brandmessage)\/v2\/services\/[^/]+\/messages$/;

/** Sending, looking up and cancelling: the same calls for both products. */
function messageRoutes(app: Hono<DealerEnv>, account: SensAccount, lane: Lane, take: (account: SensAccount, body: unknown) => object): void {
	const base = pathOf(lane);
	app.post(`${base}/messages`, async (c) => {
		const body = parseJson(await c.req.text());
		c.set('recipients', countListed(body, 'messages'));
		return c.json(take(account, body), 202);
	});
	app.get(`${base}/messages`, (c) => {
		const found = listMessages(account, lane, c.req.query());
		return found ? c.json(found) : c.body(null, 404);
	});
	app.get(`${base}/messages/:messageId`, (c) => c.json(oneMessage(account, lane, c.req.param('messageId'))));
	app.get(`${base}/reservations/:requestId/reserve-status`, (c) => c.json(reserveStatus(account, lane, c.req.param('requestId'))));
	app.delete(`${base}/reservations/:requestId`, (c) => {
		cancelReservation(account, lane, c.req.param('requestId'));
		return c.body(null, 204);
	});
}

function alimtalkRoutes(app: Hono<DealerEnv>, account: SensAccount): void {
	const base = pathOf('alimtalk');
	app.get(`${base}/channels`, (c) => c.json(listChannels(account)));
	app.get(`${base}/templates`, (c) => c.json(listTemplates(account, c.req.query())));
	messageRoutes(app, account, 'alimtalk', send);
}

/** Channels are listed under AlimTalk only: the document of the Brand Message templates refers to that call. */
function brandRoutes(app: Hono<DealerEnv>, account: SensAccount): void {
	const base = pathOf('brandmessage');
	app.get(`${base}/templates`, (c) => c.json(listBrandTemplates(account, c.req.query())));
	app.post(`${base}/images`, async (c) => c.json(await uploadImage(account, c.req.header('Content-Type'), () => c.req.formData())));
	app.get(`${base}/images`, (c) => c.json(listImages(account, c.req.query())));
	app.get(`${base}/images/:imageId`, (c) => c.json(oneImage(account, c.req.param('imageId'))));
	app.delete(`${base}/images/:imageId`, (c) => {
		deleteImage(account, c.req.param('imageId'));
		return c.body(null, 204);
	});
	messageRoutes(app, account, 'brandmessage', sendBrand);
}

/** Naver Cloud SENS, AlimTalk and Brand Message API v2 (api.ncloud-docs.com, "SENS"). */
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
	for (const lane of LANES) {
		app.use(`${pathOf(lane)}/*`, async (c, next) => {
			if (c.req.param('serviceId') !== DEMO_CREDENTIALS.naverSens.serviceId) throw new SensError(403, 'Forbidden', ['serviceId: not yours']);
			await next();
		});
	}
	app.get('/common/v2/projects', (c) =>
		c.json([{ projectId: 'kakao-business', projectName: 'kakao-business', kkoBizMsgService: { serviceId: DEMO_CREDENTIALS.naverSens.serviceId } }]));
	alimtalkRoutes(app, account);
	brandRoutes(app, account);
	app.all('*', (c) => c.json(errorBody(404, 'Not Found', [`${c.req.method} ${c.req.path}`]), 404));
	return {
		id: 'naverSens',
		app,
		sends: (method, path) => method === 'POST' && SEND_PATH.test(path),
		gatewayBody: (status) => errorBody(status, status === 429 ? 'Too Many Requests' : 'Internal Server Error'),
		reset: () => account.reset(),
	};
};
