import { ComposerPlace } from './consult/ComposerPlace.tsx';
import type { Relation } from './channel/api.mts';
import type { Deeds } from './deeds.mts';
import type { Store } from './store.mts';
import type { Room } from './room.mts';

interface Props {
	store: Store;
	number: string;
	room: Room;
	relation: Relation;
	deeds: Deeds;
	onFocus: () => void;
}

/** Where one writes to the channel or its chatbot, unless the channel is blocked. */
export function RoomFoot({ store, number, room, relation, deeds, onFocus }: Props) {
	const channel = room.bot ?? room.id;
	const chat = store.consults.find(number, channel);
	return (
		<ComposerPlace
			room={room}
			chat={chat}
			channel={store.consults.channels.find((item) => item.channel === channel)}
			// A test can block the room alone.
			blocked={relation === 'BLOCKED' || (chat?.blockedByCustomer ?? false)}
			onWrite={(writing) => (room.bot ? deeds.sayToBot(channel, writing.text ?? '') : deeds.write(channel, writing))}
			onUnblock={() => void deeds.relate(channel, 'NONE')}
			onFocus={onFocus}
		/>
	);
}
