import { useLanguage } from './language.mts';
import type { Entry, Room } from './timeline.mts';

interface Props {
	rooms: Room[];
	current: string;
	entries: Entry[];
	onRoom: (room: string) => void;
}

/** The chat's title; with several channels (or texts) also the way between them. */
export function RoomHeader({ rooms, current, entries, onRoom }: Props) {
	const { words } = useLanguage();
	if (rooms.length > 0) {
		return (
			<header class="room-tabs" role="group" aria-label={words.rooms}>
				{rooms.map(({ id, name }) => (
					<button type="button" key={id} aria-pressed={id === current} data-testid="room" data-room={id} onClick={() => onRoom(id)}>
						{name}
					</button>
				))}
			</header>
		);
	}
	const first = entries.find((entry) => entry.kind === 'message');
	return <header class="room-title">{first?.kind === 'message' ? first.message.channelName : 'KakaoTalk'}</header>;
}
