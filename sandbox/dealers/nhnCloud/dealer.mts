import { Hono, type Context } from 'hono';
import { DEMO_CREDENTIALS } from '../../world/credentials.mts';
import type { Dealer, DealerEnv, DealerFactory } from '../contract.mts';
import { countListed, parseJson, type Shape } from '../shape.mts';
import { WebhookSender } from '../webhook.mts';
import { NhnAccount, type Lane } from './account.mts';
import { BRAND_BASE, BRAND_SEND_PATH, mountBrand } from './brand/routes.mts';
import { Refusal, SUCCESS, failedHeader } from './codes.mts';
import { listSenders, listTemplates, oneSender, oneTemplate, senderCategories, templateCategories } from './lists.mts';
import { cancel, listMessages, messageResultCount, messageResults, oneMessage } from './queries.mts';
import { report } from './reports.mts';
import { readShape } from './request.mts';
import { send } from './send.mts';

const BASE = '/alimtalk/v2.3/appkeys/:appkey';
const SEND_PATH = /^\/alimtalk\/v2\.3\/appkeys\/[^/]+\/(auth\/)?(raw-)?messages$/;

const FAILBACK: Shape = { senderKey: 'string', isResend: 'boolean', resendSendNo: 'string' };
const FAILBACK_KEY: Shape = { resendAppKey: 'string' };

/** NHN answers failures with HTTP 200 too; the header tells (facts 1.1). */
function checkCredentials(c: Context<DealerEnv>): void {
	if (c.req.param('appkey') !== DEMO_CREDENTIALS.nhnCloud.appKey) throw new Refusal('-1000');
	if (c.req.header('X-Secret-Key') !== DEMO_CREDENTIALS.nhnCloud.secretKey) throw new Refusal('-1001');
}

function sendRoutes(app: Hono<DealerEnv>, account: NhnAccount): void {
	const lanes: [string, Lane][] = [['', 'NORMAL'], ['/auth', 'AUTH']];
	for (const [prefix, lane] of lanes) {
		for (const raw of [false, true]) {
			app.post(`${BASE}${prefix}/${raw ? 'raw-messages' : 'messages'}`, async (c) => {
				const body = parseJson(await c.req.text());
				c.set('recipients', countListed(body, 'recipientList'));
				return c.json(send(account, { body, raw, lane, idempotencyKey: c.req.header('X-NC-API-IDEMPOTENCY-KEY') }));
			});
		}
		app.get(`${BASE}${prefix}/messages`, (c) => c.json(listMessages(account, lane, c.req.query())));
		app.get(`${BASE}${prefix}/messages/:requestId/:seq`, (c) =>
			c.json(oneMessage(account, lane, c.req.param('requestId'), c.req.param('seq'))));
	}
	app.get(`${BASE}/message-results`, (c) => c.json(messageResults(account, c.req.query())));
	app.get(`${BASE}/message-results/count`, (c) => c.json(messageResultCount(account, c.req.query())));
	// Ordinary and one-time-password messages are cancelled through the same path (N-AT).
	app.delete(`${BASE}/messages/:requestId`, (c) =>
		c.json(cancel(account, ['NORMAL', 'AUTH'], c.req.param('requestId'), c.req.query('recipientSeq'))));
}

function settingRoutes(app: Hono<DealerEnv>, account: NhnAccount): void {
	app.get(`${BASE}/sender/categories`, (c) => c.json(senderCategories()));
	app.get(`${BASE}/template/categories`, (c) => c.json(templateCategories()));
	app.get(`${BASE}/senders`, (c) => c.json(listSenders(account, c.req.query())));
	app.get(`${BASE}/senders/:senderKey`, (c) => c.json(oneSender(account, c.req.param('senderKey'))));
	app.get(`${BASE}/senders/:senderKey/templates`, (c) => c.json(listTemplates(account, c.req.param('senderKey'), c.req.query())));
	app.get(`${BASE}/senders/:senderKey/templates/:code`, (c) =>
		c.json(oneTemplate(account, c.req.param('senderKey'), c.req.param('code'))));
	app.post(`${BASE}/failback/appkey`, async (c) => {
		const { resendAppKey } = readShape<{ resendAppKey?: string }>(parseJson(await c.req.text()), FAILBACK_KEY);
		if (!resendAppKey) throw new Refusal('-2001', 'resendAppKey');
		account.resendAppKey = resendAppKey;
		return c.json({ header: SUCCESS });
	});
	app.post(`${BASE}/failback`, async (c) => {
		const body = readShape<{ senderKey?: string; isResend?: boolean; resendSendNo?: string }>(parseJson(await c.req.text()), FAILBACK);
		if (!body.senderKey) throw new Refusal('-2001', 'senderKey');
		if (body.isResend === undefined) throw new Refusal('-2002', 'isResend');
		if (!body.resendSendNo) throw new Refusal('-2001', 'resendSendNo');
		if (!account.channel(body.senderKey)) throw new Refusal('-2017');
		account.failback.set(body.senderKey, { isResend: body.isResend, resendSendNo: body.resendSendNo });
		return c.json({ header: SUCCESS });
	});
}

/** NHN Cloud KakaoTalk Bizmessage: AlimTalk API v2.3 (github TOAST-DOCS/Alimtalk, ko/alimtalk-api-guide.md) and Brand Message. */
export const nhnCloud: DealerFactory = (world): Dealer => {
	const account = new NhnAccount(world);
	const webhooks = new WebhookSender();
	const app = new Hono<DealerEnv>();
	app.onError((error, c) => {
		if (error instanceof Refusal) return c.json({ header: failedHeader(error.code, error.message) });
		console.error(error);
		return c.json({ header: failedHeader('-9999') }, 500);
	});
	for (const base of [BASE, BRAND_BASE]) {
		app.use(`${base}/*`, async (c, next) => {
			checkCredentials(c);
			await next();
		});
	}
	sendRoutes(app, account);
	settingRoutes(app, account);
	mountBrand(app, account);
	app.all('*', (c) => c.json({ header: failedHeader('-9998') }, 404));
	world.delivery.onReport('nhnCloud', (messages) => report(account, webhooks, messages));
	return {
		id: 'nhnCloud',
		app,
		sends: (method, path) => method === 'POST' && (SEND_PATH.test(path) || BRAND_SEND_PATH.test(path)),
		gatewayBody: (status) => ({ header: { resultCode: -9999, resultMessage: `HTTP ${status}`, isSuccessful: false } }),
		setConsoleWebhook: (webhook) => { account.webhook = webhook; },
		reset: () => {
			webhooks.stop();
			account.reset();
		},
	};
};
