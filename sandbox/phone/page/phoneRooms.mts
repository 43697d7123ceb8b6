import { useMemo, useState } from 'preact/hooks';
import { useLanguage } from './language.mts';
import type { Store } from './store.mts';
import { channelRooms, type Entry, type Room, roomsOf, timeline } from './timeline.mts';

const NOTHING: never[] = [];

/** What one phone holds, and which of its rooms is in front. */
export interface PhoneRooms {
	entries: Entry[];
	rooms: Room[];
	/** 'all', 'sms' or a channel. */
	current: string;
	/** The channel one can write to here; undefined where several come together. */
	channel: Room | undefined;
	show: (room: string) => void;
}

export function usePhoneRooms(store: Store, number: string): PhoneRooms {
	const { words } = useLanguage();
	const [room, show] = useState('all');
	const messages = store.conversations.of(number) ?? NOTHING;
	const chats = store.consults.of(number) ?? NOTHING;
	const entries = useMemo(
		() => timeline(messages, store.refused.filter((item) => item.to === number), chats),
		[messages, store.refused, chats, number],
	);
	const opened = store.consults.channels.find(({ channel }) => channel === room);
	const channels = channelRooms(entries, opened && { id: opened.channel, name: opened.channelName });
	const rooms = roomsOf(entries, channels, { all: words.allRooms, sms: words.smsRoom });
	// A room disappears with "clear all"; everything is then the sensible place to be.
	const current = rooms.some(({ id }) => id === room) ? room : 'all';
	const channel = channels.find(({ id }) => id === current) ?? (rooms.length === 0 ? channels[0] : undefined);
	return { entries, rooms, current, channel, show };
}
