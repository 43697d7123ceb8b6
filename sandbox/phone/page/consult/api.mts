import type { Tap, Upload } from '../../../consult/customerContent.mts';
import type { Channel } from '../../../world/types.mts';
import type { ConsultChannel, ConsultChat, ConsultChatHead } from '../../../consult/types.mts';
import { ask, read } from '../calls.mts';

export type {
	ConsultButton, ConsultCard, ConsultChannel, ConsultChat, ConsultChatHead, ConsultFile, ConsultItem, ConsultMedia,
	ConsultMessage, ConsultNotice, ConsultRich, HubId,
} from '../../../consult/types.mts';
export type { Tap, Upload } from '../../../consult/customerContent.mts';

/** `incoming`: messages of agents and bots, which a customer may not have read yet. */
export type RoomHead = ConsultChatHead & { incoming: number };

/** What a customer sends at once; several photos become one message. */
export interface Writing {
	text?: string;
	photos?: Upload[];
	file?: Upload;
}

/** What a consult button carries. `extra`: up to 50 characters. */
export interface Wish {
	extra?: string;
	bot?: 'true' | 'false' | 'auto';
	event?: string;
}

/** @throws Refused */
async function act(action: string, body: object): Promise<void> {
	await ask<unknown>('POST', `/api/consult/${action}`, body);
}

/** One room: which phone's, and the channel's `@name`. */
export interface Place {
	number: string;
	channel: string;
}

export const consultApi = {
	rooms: () => read<RoomHead[]>('/api/consult/rooms'),
	channels: () => read<ConsultChannel[]>('/api/consult/channels'),
	profiles: () => read<Channel[]>('/api/channels'),
	/** @param limit newest messages of each room */
	chatsOf: (number: string, limit: number) => read<ConsultChat[]>(`/api/consult/chats?number=${encodeURIComponent(number)}&limit=${limit}`),
	open: (place: Place, wish: Wish) => act('open', { ...place, ...wish }),
	write: (place: Place, writing: Writing) => act('messages', { ...place, ...writing }),
	tap: (place: Place, tap: Tap) => act('tap', { ...place, ...tap }),
	leave: (place: Place) => act('leave', place),
	block: (place: Place, blocked: boolean) => act('block', { ...place, blocked }),
	/** What the hub's human agent does in the hub's own screen. */
	agent: (place: Place, answer: { text?: string; end?: boolean }) => act('agent', { ...place, ...answer }),
};
