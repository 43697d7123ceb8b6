import type { HubId } from '../world/types.mts';
import type { World } from '../world/world.mts';
import { Behaviours } from './callbacks/behaviour.mts';
import { CallbackLog } from './callbacks/log.mts';
import { CallbackSender } from './callbacks/sender.mts';
import type { Hub } from './contract.mts';
import { HUBS, HUB_IDS } from './registry.mts';

/** All hubs, and what they share: how they misbehave, and what they were answered. */
export class HubHouse {
	readonly behaviours = new Behaviours();
	readonly log = new CallbackLog();
	readonly all: readonly Hub[];
	readonly #callbacks = new CallbackSender(this.behaviours, this.log);
	#urlOf: (id: HubId) => string = () => '';

	constructor(world: World) {
		const tools = { world, callbacks: this.#callbacks, behaviours: this.behaviours };
		this.all = HUB_IDS.map((id) => HUBS[id](tools));
	}

	/** Where each hub's API is; known only once it listens. */
	servedAt(urlOf: (id: HubId) => string): void {
		this.#urlOf = urlOf;
	}

	urlOf(id: HubId): string {
		return this.#urlOf(id);
	}

	find(id: HubId | undefined): Hub | undefined {
		return this.all.find((hub) => hub.id === id);
	}

	reset(): void {
		this.#callbacks.stop();
		for (const hub of this.all) hub.reset();
		this.behaviours.clear();
		this.log.clear();
	}
}
