import { Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import type { Hub, HubFactory } from '../contract.mts';
import { KakaoRefusal } from '../kakao/refusals.mts';
import { BridgeAccount } from './account.mts';
import { actionRoutes } from './actions.mts';
import { BridgeError, KAKAO_TEXTS, failure } from './errors.mts';
import { brandKeyOf } from './keys.mts';
import { readRoutes } from './reads.mts';
import { sendRoutes } from './sends.mts';
import { settingRoutes } from './settings.mts';

const SEND_PATH = /^\/api\/agent\/send(?:\/rich|\/attachments)?$/;

/** TalkBridge: REST, and a webhook that says that something happened but not what (facts 1.2, 2.6). */
export const talkBridge: HubFactory = (tools): Hub => {
	const account = new BridgeAccount(tools);
	const app = new Hono<DealerEnv>();
	app.onError((error, c) => {
		if (error instanceof BridgeError) return c.json(failure(error.code, error.message), error.status);
		// What Kakao refuses comes back as success with `ok: false`.
		if (error instanceof KakaoRefusal) return c.json(failure(String(error.code), KAKAO_TEXTS[error.code] ?? error.message));
		console.error(error);
		return c.json(failure('INTERNAL', 'internal error'), 500);
	});
	readRoutes(app, account);
	sendRoutes(app, account);
	actionRoutes(app, account);
	settingRoutes(app, account);
	app.all('*', (c) => c.json(failure('NOT_FOUND', `${c.req.method} ${c.req.path}`), 404));
	return {
		id: 'talkBridge',
		app,
		sends: (method, path) => method === 'POST' && SEND_PATH.test(path),
		gatewayBody: (status) => failure(String(status), `HTTP ${status}`),
		setCallback: (callback) => {
			account.signals.address = callback;
		},
		sendTestSignal: () => {
			const [channel] = tools.world.consult.channels.of('talkBridge');
			if (channel) account.signals.test(brandKeyOf(channel));
		},
		get state() {
			return { callback: account.signals.address, domains: Object.fromEntries(account.domains), stopped: null, more: {} };
		},
		reset: () => account.reset(),
	};
};
