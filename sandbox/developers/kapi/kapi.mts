import { Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import type { Served } from '../../frontDoor.mts';
import { KapiError } from '../errors.mts';
import type { Platform } from '../platform.mts';
import { accountRoutes } from './accounts.mts';
import { fileRoutes } from './files.mts';
import { relationRoutes } from './relations.mts';

/** kapi.kakao.com. */
export function createKapi(platform: Platform): Served {
	const app = new Hono<DealerEnv>();
	app.use('*', async (c, next) => {
		platform.refusals.check(c.req.path);
		await next();
	});
	relationRoutes(app, platform);
	accountRoutes(app, platform);
	fileRoutes(app, platform);
	app.all('*', (c) => c.json({ msg: 'no such API', code: -9 }, 400));
	app.onError((error, c) => {
		if (!(error instanceof KapiError)) throw error;
		return c.json(error.body, error.status);
	});
	return {
		id: 'kapi', app,
		// What changes customer files is to Kakao Developers what a send is to a dealer: it must not be lost.
		sends: (method, path) => method === 'POST' && path.startsWith('/v1/talkchannel/'),
		gatewayBody: (status) => ({ msg: `gateway error ${status}`, code: -1 }),
	};
}
