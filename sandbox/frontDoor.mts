import { setTimeout as pause } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type Context } from 'hono';
import type { Dealer, DealerEnv } from './dealers/contract.mts';
import { FAULT_STATUS, type Faults, type FaultKind } from './faults.mts';
import type { ServiceId } from './world/types.mts';
import type { World } from './world/world.mts';

/** What dealers and consult hubs have in common. */
export type Served = Pick<Dealer, 'app' | 'sends' | 'gatewayBody'> & { readonly id: ServiceId };

/** What all front doors share and the control API can change. */
export interface FrontDoorSettings {
	faults: Faults;
	/** Delay of every answer in ms. */
	latency: { ms: number };
}

/** These strike before the server behind has seen anything. */
const BEFORE: ReadonlySet<FaultKind> = new Set(['refuse', 'tooMany', 'serverError', 'reset']);

/** Puts latency, injected faults and the journal in front of a dealer or a hub. */
export function frontDoor(served: Served, world: World, { faults, latency }: FrontDoorSettings): Hono<DealerEnv> {
	const app = new Hono<DealerEnv>();

	const gatewayAnswer = (c: Context<DealerEnv>, kind: FaultKind): Response => {
		const status = FAULT_STATUS[kind];
		if (!status) {
			// The caller sees its connection die without a byte of answer.
			c.env.incoming.socket.destroy();
			return RESPONSE_ALREADY_SENT;
		}
		const headers = status === 429 ? { 'Retry-After': String(faults.retryAfterSeconds) } : undefined;
		return c.json(served.gatewayBody(status), status, headers);
	};

	app.use('*', async (c, next) => {
		const started = performance.now();
		const sends = served.sends(c.req.method, c.req.path);
		const fault = faults.next(served.id, sends);
		if (latency.ms > 0) await pause(latency.ms);
		if (fault && BEFORE.has(fault)) c.res = gatewayAnswer(c, fault);
		else {
			await next();
			if (fault === 'slow') await pause(faults.slowMs);
			else if (fault) c.res = gatewayAnswer(c, fault);
		}
		world.journal.request(
			{
				at: new Date().toISOString(), dealer: served.id, method: c.req.method, path: c.env.incoming.url ?? c.req.path,
				status: fault === 'lose' || fault === 'reset' ? 0 : c.res.status, recipients: c.get('recipients') ?? 0,
				fault, ms: Math.round(performance.now() - started),
			},
			sends,
		);
	});
	app.route('/', served.app);
	return app;
}
