import { useMemo, useState } from 'preact/hooks';
import { botRoom } from './chatbot/room.mts';
import { useLanguage } from './language.mts';
import type { Room } from './room.mts';
import type { Store } from './store.mts';
import { channelRooms, type Entry, roomsOf, timeline } from './timeline.mts';

const NOTHING: never[] = [];

/** What one phone holds, and which of its rooms is in front. */
export interface PhoneRooms {
	entries: Entry[];
	rooms: Room[];
	/** 'all', 'sms', a channel, or a channel's chatbot. */
	current: string;
	/** The channel or chatbot one can write to here; undefined where several come together. */
	channel: Room | undefined;
	show: (room: string) => void;
}

export function usePhoneRooms(store: Store, number: string): PhoneRooms {
	const { words } = useLanguage();
	const [room, show] = useState('all');
	const messages = store.conversations.of(number) ?? NOTHING;
	const chats = store.consults.of(number) ?? NOTHING;
	const talks = store.talks.of(number) ?? NOTHING;
	const { bots } = store.talks;
	const entries = useMemo(
		() => timeline({ messages, refused: store.sends.refused.filter((item) => item.to === number), chats, talks, bots }),
		[messages, store.sends.refused, chats, talks, bots, number],
	);
	const known = [...store.consults.channels.map(({ channel, channelName }) => ({ id: channel, name: channelName })), ...bots.map(botRoom)];
	const channels = channelRooms(entries, known.find(({ id }) => id === room));
	const rooms = roomsOf(entries, channels, { all: words.allRooms, sms: words.smsRoom });
	// A room disappears with "clear all"; everything is then the sensible place to be.
	const current = rooms.some(({ id }) => id === room) ? room : 'all';
	const channel = channels.find(({ id }) => id === current) ?? (rooms.length === 0 ? channels[0] : undefined);
	return { entries, rooms, current, channel, show };
}
