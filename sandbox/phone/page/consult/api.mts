import type { Tap, Upload } from '../../../consult/customerContent.mts';
import type { Channel } from '../../../world/types.mts';
import type { ConsultChannel, ConsultChat, ConsultChatHead } from '../../../consult/types.mts';

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

/** The local Kakao said no; the message is its reason, for people to read. */
export class Refused extends Error {}

async function answerOf<T>(response: Response): Promise<T> {
	if (response.ok) return (await response.json()) as T;
	const { error = '' } = (await response.json()) as { error?: string };
	throw new Refused(error || `${response.status}`);
}

const read = async <T,>(path: string): Promise<T> => answerOf<T>(await fetch(path));

/** @throws Refused */
async function act(action: string, body: object): Promise<void> {
	const headers = { 'content-type': 'application/json' };
	await answerOf<unknown>(await fetch(`/api/consult/${action}`, { method: 'POST', headers, body: JSON.stringify(body) }));
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
