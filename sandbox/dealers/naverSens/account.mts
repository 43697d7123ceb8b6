import type { Channel, SandboxMessage } from '../../world/types.mts';
import type { World } from '../../world/world.mts';
import type { ImageType } from './brand/imageTypes.mts';
import { badRequest } from './errors.mts';

/** The two products under the same service id, each with a path of its own. */
export const LANES = ['alimtalk', 'brandmessage'] as const;
export type Lane = (typeof LANES)[number];

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
	lane: Lane;
	channel: Channel;
	/** Brand Message only. */
	messageType: string | null;
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
	/** Uploaded pictures by id, oldest first; the pictures themselves are in the world. */
	images = new Map<string, ImageType>();

	constructor(world: World) {
		this.world = world;
	}

	reset(): void {
		this.requests = new Map();
		this.rows = [];
		this.byMessageId = new Map();
		this.images = new Map();
	}

	channel(plusFriendId: string): Channel | undefined {
		return this.world.channels.find((channel) => channel.searchId === plusFriendId);
	}

	/** @throws SensError 400 when the channel does not exist or may not send */
	sendingChannel(plusFriendId: string): Channel {
		const channel = this.channel(plusFriendId);
		if (!channel || channel.status !== 'active') throw badRequest('plusFriendId: channel not found or not active');
		return channel;
	}

	newId(): string {
		return [8, 4, 4, 4, 12].map((length) => this.world.randomText(HEX, length)).join('-');
	}
}
