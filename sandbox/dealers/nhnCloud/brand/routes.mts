import type { Context, Hono } from 'hono';
import type { DealerEnv } from '../../contract.mts';
import { countListed, parseJson, type Shape } from '../../shape.mts';
import type { NhnAccount } from '../account.mts';
import { Refusal, SUCCESS } from '../codes.mts';
import { cancel, listMessages, oneMessage } from '../queries.mts';
import { readShape } from '../request.mts';
import { deleteImage, listImages, uploadImage } from './images.mts';
import { sendBasic, sendFreestyle } from './send.mts';
import { applyForStrangers, oneBrandSender, setBrandFailback, uploadConsentProof, type BrandFailbackBody } from './senders.mts';
import { listBrandTemplates, oneBrandTemplate } from './templates.mts';

export const BRAND_BASE = '/brand-message/v1.0/appkeys/:appkey';
export const BRAND_SEND_PATH = /^\/brand-message\/v1\.0\/appkeys\/[^/]+\/(freestyle|basic)-messages$/;

const FAILBACK: Shape = { senderKey: 'string', isResend: 'boolean', resendSendNo: 'string', resendUnsubscribeNo: 'string' };

/** Only uploads are multipart; anything else there is a client that forgot the form (-9993). */
async function formOf(c: Context<DealerEnv>) {
	if (!c.req.header('content-type')?.startsWith('multipart/form-data')) throw new Refusal('-9993');
	return c.req.parseBody();
}

function messageRoutes(app: Hono<DealerEnv>, account: NhnAccount): void {
	for (const [path, send] of [['freestyle-messages', sendFreestyle], ['basic-messages', sendBasic]] as const) {
		app.post(`${BRAND_BASE}/${path}`, async (c) => {
			const body = parseJson(await c.req.text());
			c.set('recipients', countListed(body, 'recipientList'));
			return c.json(send(account, body));
		});
	}
	app.get(`${BRAND_BASE}/messages`, (c) => c.json(listMessages(account, 'BRAND', c.req.query())));
	app.get(`${BRAND_BASE}/messages/:requestId/:seq`, (c) =>
		c.json(oneMessage(account, 'BRAND', c.req.param('requestId'), c.req.param('seq'))));
	app.delete(`${BRAND_BASE}/messages/:requestId`, (c) =>
		c.json(cancel(account, ['BRAND'], c.req.param('requestId'), c.req.query('recipientSeq'))));
}

function profileRoutes(app: Hono<DealerEnv>, account: NhnAccount): void {
	const sender = `${BRAND_BASE}/senders/:senderKey`;
	app.get(sender, (c) => c.json(oneBrandSender(account, c.req.param('senderKey'))));
	app.get(`${sender}/templates`, (c) => c.json(listBrandTemplates(account, c.req.param('senderKey'), c.req.query())));
	app.get(`${sender}/templates/:code`, (c) => c.json(oneBrandTemplate(account, c.req.param('senderKey'), c.req.param('code'))));
	app.post(`${sender}/upload-marketing-agreement`, async (c) =>
		c.json(uploadConsentProof(account, c.req.param('senderKey'), (await formOf(c))['file'])));
	app.post(`${sender}/marketing-agreement`, (c) => c.json(applyForStrangers(account, c.req.param('senderKey'))));
	app.post(`${BRAND_BASE}/images`, async (c) => c.json(await uploadImage(account, await formOf(c))));
	app.get(`${BRAND_BASE}/images`, (c) => c.json(listImages(account, c.req.query(), c.req.queries('imageTypes') ?? [])));
	app.delete(`${BRAND_BASE}/images`, (c) => c.json(deleteImage(account, c.req.query('imageSeq'))));
	app.post(`${BRAND_BASE}/failback`, async (c) =>
		c.json(setBrandFailback(account, readShape<BrandFailbackBody>(parseJson(await c.req.text()), FAILBACK))));
	app.post(`${BRAND_BASE}/failback/appkey`, async (c) => {
		const { resendAppKey } = readShape<{ resendAppKey?: string }>(parseJson(await c.req.text()), { resendAppKey: 'string' });
		if (!resendAppKey) throw new Refusal('-2001', 'resendAppKey');
		account.resendAppKey = resendAppKey;
		return c.json({ header: SUCCESS });
	});
}

/** Brand Message API v1.0 (github TOAST-DOCS/Alimtalk, ko/friendtalkupgrade-api-guide.md). It has no result polling of its own. */
export function mountBrand(app: Hono<DealerEnv>, account: NhnAccount): void {
	messageRoutes(app, account);
	profileRoutes(app, account);
}
