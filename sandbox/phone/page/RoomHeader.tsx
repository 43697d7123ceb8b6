import { Icon } from './Icon.tsx';
import { useLanguage } from './language.mts';
import { useSheet } from './sheets.mts';
import type { Room } from './timeline.mts';

interface Props {
	rooms: Room[];
	current: string;
	/** The channel whose room this is; undefined where several come together. */
	channel: Room | undefined;
	onRoom: (room: string) => void;
}

function EntryButton() {
	const { words } = useLanguage();
	const openSheet = useSheet();
	return (
		<button
			type="button"
			class="icon-button room-entry"
			aria-label={words.chatWithChannel}
			title={words.chatWithChannel}
			data-testid="consult-entry"
			onClick={() => openSheet({ kind: 'entry' })}
		>
			<Icon name="chatPlus" size={21} />
		</button>
	);
}

function MenuButton({ channel }: { channel: Room }) {
	const { words } = useLanguage();
	const openSheet = useSheet();
	return (
		<button
			type="button"
			class="icon-button room-menu"
			aria-label={words.roomMenu}
			data-testid="room-menu"
			onClick={() => openSheet({ kind: 'room', channel: channel.id, name: channel.name })}
		>
			<Icon name="menu" size={20} />
		</button>
	);
}

/** The chat's title; with several channels (or texts) also the way between them. */
export function RoomHeader({ rooms, current, channel, onRoom }: Props) {
	const { words } = useLanguage();
	return (
		<header class="room-header">
			{rooms.length > 0 && (
				<div class="room-ways">
					<div class="room-tabs" role="group" aria-label={words.rooms}>
						{rooms.map(({ id, name }) => (
							<button type="button" key={id} aria-pressed={id === current} data-testid="room" data-room={id} onClick={() => onRoom(id)}>
								{name}
							</button>
						))}
					</div>
					<EntryButton />
				</div>
			)}
			{(channel || rooms.length === 0) && (
				<div class="room-title" data-testid="room-title" data-channel={channel?.id}>
					{rooms.length === 0 && <EntryButton />}
					<strong>{channel?.name ?? 'KakaoTalk'}</strong>
					{channel && <MenuButton channel={channel} />}
				</div>
			)}
		</header>
	);
}
