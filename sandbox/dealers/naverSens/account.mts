import type { Channel, SandboxMessage } from '../../world/types.mts';
import type { World } from '../../world/world.mts';

/** One recipient of an accepted request. */
export interface Row {
	request: SendRequest;
	messageId: string;
	countryCode: string;
	useSmsFailover: boolean;
	message: SandboxMessage;
}

export interface SendRequest {
	requestId: string;
	channel: Channel;
	/** ms since the epoch */
	requestMs: number;
	/** The reservation as it was asked for; null = sent at once. */
	reserve: { time: string; timeZone: string } | null;
	rows: Row[];
}

const HEX = '0123456789abcdef';

/** The demo customer's account at Naver Cloud SENS. */
export class SensAccount {
	readonly world: World;
	requests = new Map<string, SendRequest>();
	/** In the order of acceptance. */
	rows: Row[] = [];
	byMessageId = new Map<string, Row>();

	constructor(world: World) {
		this.world = world;
	}

	reset(): void {
		this.requests = new Map();
		this.rows = [];
		this.byMessageId = new Map();
	}

	channel(plusFriendId: string): Channel | undefined {
		return this.world.channels.find((channel) => channel.searchId === plusFriendId);
	}

	newId(): string {
		return [8, 4, 4, 4, 12].map((length) => this.world.randomText(HEX, length)).join('-');
	}
}
