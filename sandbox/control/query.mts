import type { DealerId, MessageState, SandboxMessage } from '../world/types.mts';
import type { World } from '../world/world.mts';

/** Filters of `GET /api/messages`. */
export interface MessageQuery {
	to?: string | undefined;
	dealer?: DealerId | undefined;
	templateCode?: string | undefined;
	state?: MessageState | undefined;
	/** ISO 8601; only messages accepted after it. */
	since?: string | undefined;
	limit: number;
}

/** Newest first; messages of one request keep the order of sending backwards too. */
export function findMessages(world: World, query: MessageQuery): SandboxMessage[] {
	const source = query.to === undefined ? world.messages : world.phones.messagesTo(query.to);
	const found: SandboxMessage[] = [];
	for (let i = source.length - 1; i >= 0 && found.length < query.limit; i--) {
		const message = source[i];
		if (!message) continue;
		if (query.since !== undefined && message.acceptedAt <= query.since) continue;
		if (query.dealer !== undefined && message.dealer !== query.dealer) continue;
		if (query.templateCode !== undefined && message.templateCode !== query.templateCode) continue;
		if (query.state !== undefined && message.state !== query.state) continue;
		found.push(message);
	}
	return found;
}
