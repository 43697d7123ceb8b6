import { Hono } from 'hono';
import { SENDER_NUMBERS } from '../../world/credentials.mts';
import type { Dealer, DealerEnv, DealerFactory } from '../contract.mts';
import { WebhookSender } from '../webhook.mts';
import { ACCOUNT_ID, SolapiAccount } from './account.mts';
import { Authenticator } from './auth.mts';
import { uploadFile } from './brand/files.mts';
import { listBrandTemplates, oneBrandTemplate, sendableBrandTemplates } from './brand/templates.mts';
import { ApiError } from './codes.mts';
import { listChannels, listTemplates, oneChannel, oneTemplate, sendableTemplates } from './kakao.mts';
import { createWebhook, deleteWebhook, listWebhooks, report } from './reports.mts';
import { bodyOf, queryOf } from './request.mts';
import { groupRoutes, messageRoutes } from './routes.mts';

const SEND_PATH = /^\/messages\/v4\/(?:send|send-many|send-many\/detail|groups\/[^/]+\/(?:messages|send|schedule))$/;

const member = () => ({
	memberId: 'MEMSANDBOX0000000000000001', accountId: ACCOUNT_ID, email: 'sandbox@example.com', name: '샌드박스', status: 'ACTIVE',
	dateCreated: '2026-01-02T01:00:00.000Z', dateUpdated: '2026-01-02T01:00:00.000Z',
});

const balance = () => ({
	lowBalanceAlert: { notificationBalance: '0', currentBalance: '1000000', balances: [10_000], channels: ['SMS'], enabled: false },
	point: 0, minimumCash: 0, rechargeTo: 0, rechargeTryCount: 0, autoRecharge: 0, accountId: ACCOUNT_ID, balance: 1_000_000, deposit: 0,
	balanceOnly: 1_000_000,
});

function accountRoutes(app: Hono<DealerEnv>, account: SolapiAccount): void {
	app.get('/users/v1/member', (c) => c.json(member()));
	app.get('/cash/v1/balance', (c) => c.json(balance()));
	app.get('/senderid/v1/numbers/active', (c) => c.json([...SENDER_NUMBERS]));
	app.get('/kakao/v2/channels', (c) => c.json(listChannels(account, queryOf(c))));
	app.get('/kakao/v2/channels/:channelId', (c) => c.json(oneChannel(account, c.req.param('channelId'))));
	app.get('/kakao/v1/templates/sendable', (c) => c.json(sendableTemplates(account, queryOf(c))));
	app.get('/kakao/v2/templates/sendable', (c) => c.json(sendableTemplates(account, queryOf(c))));
	app.get('/kakao/v2/templates', (c) => c.json(listTemplates(account, queryOf(c))));
	app.get('/kakao/v2/templates/:templateId', (c) => c.json(oneTemplate(account, c.req.param('templateId'))));
	app.get('/kakao/v2/brand-templates', (c) => c.json(listBrandTemplates(account, queryOf(c))));
	app.get('/kakao/v2/brand-templates/sendable', (c) => c.json(sendableBrandTemplates(account, queryOf(c))));
	app.get('/kakao/v2/brand-templates/:brandTemplateId', (c) => c.json(oneBrandTemplate(account, c.req.param('brandTemplateId'))));
	app.post('/storage/v1/files', async (c) => c.json(uploadFile(account, await bodyOf(c))));
	app.post('/webhook/v1/outgoing', async (c) => c.json(createWebhook(account, await bodyOf(c))));
	app.get('/webhook/v1/outgoing', (c) => c.json(listWebhooks(account, queryOf(c))));
	app.delete('/webhook/v1/outgoing/:webhookId', (c) => c.json(deleteWebhook(account, c.req.param('webhookId'))));
}

/** SOLAPI (github solapi/solapi-nodejs and solapi/documents). */
export const solapi: DealerFactory = (world): Dealer => {
	const account = new SolapiAccount(world);
	const authenticator = new Authenticator();
	const webhooks = new WebhookSender();
	const app = new Hono<DealerEnv>();
	app.onError((error, c) => {
		if (error instanceof ApiError) return c.json({ errorCode: error.errorCode, errorMessage: error.message }, error.status);
		console.error(error);
		return c.json({ errorCode: 'InternalError', errorMessage: 'unknown error' }, 500);
	});
	app.use('*', async (c, next) => {
		authenticator.check(c.req.header('Authorization'));
		await next();
	});
	messageRoutes(app, account);
	groupRoutes(app, account);
	accountRoutes(app, account);
	app.all('*', (c) => c.json({ errorCode: 'ResourceNotFound', errorMessage: `${c.req.method} ${c.req.path}` }, 404));
	world.delivery.onReport('solapi', (messages) => report(account, webhooks, messages));
	return {
		id: 'solapi',
		app,
		sends: (method, path) => (method === 'POST' || method === 'PUT') && SEND_PATH.test(path),
		gatewayBody: (status) => ({ errorCode: status === 429 ? 'TooManyRequests' : 'InternalError', errorMessage: `HTTP ${status}` }),
		reset: () => {
			webhooks.stop();
			authenticator.clear();
			account.reset();
		},
	};
};
