import { Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { DEMO_HUB_CREDENTIALS } from '../../world/credentials.mts';
import type { CallbackAddress, Hub, HubFactory } from '../contract.mts';
import { KakaoRefusal } from '../kakao/refusals.mts';
import { KakaoRelay } from '../kakao/relay.mts';
import { HappyTalkAccount, refusalBody } from './account.mts';
import { v1Routes } from './v1.mts';
import { v3Routes } from './v3.mts';

const SEND_PATH = /^\/(?:v1\/chat\/write|kakaoWebhook\/v3\/bzc\/chat\/send\/(?:plain|rich))$/;

/** HappyTalk 카카오 웹훅, v1 and v3: Kakao's own callbacks, and its calls with HappyTalk's keys in front (facts 2.2, 2.3). */
export const happyTalk: HubFactory = (tools): Hub => {
	const account = new HappyTalkAccount(tools);
	let callback: CallbackAddress | null = null;
	const relay = new KakaoRelay('happyTalk', tools, (senderKey) => account.domains.get(senderKey) ?? callback?.url ?? null);
	const app = new Hono<DealerEnv>();
	app.onError((error, c) => {
		// The pages show failures as bodies and name no status; the code alone decides.
		if (error instanceof KakaoRefusal) return c.json(refusalBody(error));
		console.error(error);
		return c.json({ code: '500', message: 'Internal Server Error' }, 500);
	});
	app.use('*', async (c, next) => {
		const { clientId, clientSecret } = DEMO_HUB_CREDENTIALS.happyTalk;
		// What wrong keys get is not on the pages.
		if (c.req.header('HT-Client-Id') !== clientId || c.req.header('HT-Client-Secret') !== clientSecret) {
			return c.json({ code: '401', message: 'Unauthorized' }, 401);
		}
		return next();
	});
	v1Routes(app, account);
	v3Routes(app, account);
	app.all('*', (c) => c.json({ code: '404', message: `${c.req.method} ${c.req.path}` }, 404));
	return {
		id: 'happyTalk',
		app,
		sends: (method, path) => method === 'POST' && SEND_PATH.test(path),
		gatewayBody: (status) => ({ code: String(status), message: status === 429 ? 'Too Many Requests' : 'Internal Server Error' }),
		setCallback: (address) => {
			callback = address;
		},
		get state() {
			return { callback, domains: Object.fromEntries(account.domains), stopped: null, more: {} };
		},
		reset: () => {
			account.domains.clear();
			callback = null;
			relay.reset();
		},
	};
};
