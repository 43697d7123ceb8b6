import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { DealerId } from '../world/types.mts';
import type { World } from '../world/world.mts';

/** What every dealer route can use: the raw Node request, and the count it leaves for the journal. */
export interface DealerEnv {
	Bindings: HttpBindings;
	Variables: { recipients?: number };
}

/** Where a dealer posts delivery reports, as typed into its console. */
export interface ConsoleWebhook {
	url: string;
	/** Sent along as it is (NHN Cloud's `X-Toast-Webhook-Signature`). */
	signature: string;
}

/** HTTP failures that come from the gateway before the API proper; made by fault injection. */
export type GatewayStatus = 429 | 500 | 503;

/** One fake dealer. Adding one = a folder with a factory of this type and a line in registry.mts. */
export interface Dealer {
	readonly id: DealerId;
	readonly app: Hono<DealerEnv>;
	/** Whether a call sends, adds or commits messages; faults and counts are about these. */
	sends(method: string, path: string): boolean;
	/** The body of a gateway failure, in this dealer's words. */
	gatewayBody(status: GatewayStatus): object;
	/** Only where the webhook is configured in a console instead of through the API. */
	setConsoleWebhook?(webhook: ConsoleWebhook | null): void;
	/** Forgets everything but its configuration in code. */
	reset(): void;
}

export type DealerFactory = (world: World) => Dealer;
