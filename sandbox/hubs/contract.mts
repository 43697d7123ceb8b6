import type { Hono } from 'hono';
import type { DealerEnv, GatewayStatus } from '../dealers/contract.mts';
import type { HubId } from '../world/types.mts';
import type { World } from '../world/world.mts';
import type { Behaviours } from './callbacks/behaviour.mts';
import type { CallbackSender } from './callbacks/sender.mts';

/** Where a hub posts what happens, as typed into its console. */
export interface CallbackAddress {
	url: string;
	/** Channel Talk only: goes along as `?token=`. */
	token?: string | undefined;
}

/** What the control API shows of a hub. */
export interface HubState {
	callback: CallbackAddress | null;
	/** Receive domains set through the hub's own API, by sender key or brand. */
	domains: Record<string, string>;
	/** Why the hub has stopped posting (Channel Talk after 100 failures, CLOSER after three retries); null while it posts. */
	stopped: string | null;
	/** What only this hub has. */
	more: object;
}

/** One fake consult hub. Adding one = a folder with a factory of this type and a line in registry.mts. */
export interface Hub {
	readonly id: HubId;
	readonly app: Hono<DealerEnv>;
	/** Whether a call sends to a customer; faults and counts are about these. */
	sends(method: string, path: string): boolean;
	/** The body of a gateway failure, in this hub's words. */
	gatewayBody(status: GatewayStatus): object;
	/** Also takes up posting again where it had stopped. */
	setCallback(callback: CallbackAddress | null): void;
	readonly state: HubState;
	/** Only where the console can send a test signal. */
	sendTestSignal?(): void;
	/** Only where the dealer's own API differs from customer to customer. */
	configure?(settings: Record<string, string>): void;
	/** Forgets everything but its configuration in code. */
	reset(): void;
}

/** What every hub works with. */
export interface HubTools {
	world: World;
	callbacks: CallbackSender;
	behaviours: Behaviours;
}

export type HubFactory = (tools: HubTools) => Hub;
