import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Relation } from './channel/api.mts';
import { RelationMark } from './channel/RelationActions.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { useLanguage } from './language.mts';
import { useSheet } from './sheets.mts';
import type { Room } from './room.mts';

interface Props {
	rooms: Room[];
	current: string;
	/** The channel or chatbot whose room this is; undefined where several come together. */
	channel: Room | undefined;
	/** Undefined before it is known, or without a channel. */
	relation: Relation | undefined;
	/** The room across: from a channel's to its chatbot's, and back. */
	across: Room | undefined;
	onRoom: (room: string) => void;
}

interface ToolProps {
	class: string;
	icon: IconName;
	label: string;
	id: string;
	onTap: () => void;
}

function Tool({ icon, label, id, onTap, ...rest }: ToolProps) {
	return (
		<button type="button" class={`icon-button ${rest.class}`} aria-label={label} title={label} data-testid={id} onClick={onTap}>
			<Icon name={icon} size={21} />
		</button>
	);
}

function Title({ channel, rooms, relation, across, onRoom }: Omit<Props, 'current'>) {
	const { words } = useLanguage();
	const openSheet = useSheet();
	return (
		<div class="room-title" data-testid="room-title" data-channel={channel && (channel.bot ?? channel.id)} data-bot={Boolean(channel?.bot)}>
			<span>{rooms.length === 0 && <EntryTool />}</span>
			<strong>
				<span>{channel?.name ?? words.kakaoTalk}</span>
				{relation && relation !== 'ADDED' && <RelationMark relation={relation} />}
			</strong>
			<span class="room-tools">
				{across && (
					<Tool
						class="room-across"
						icon={across.bot ? 'bot' : 'chat'}
						label={across.bot ? words.chatWithBot : words.goToRoom}
						id={across.bot ? 'to-chatbot' : 'to-channel'}
						onTap={() => onRoom(across.id)}
					/>
				)}
				{channel && (
					<Tool class="room-menu" icon="menu" label={words.roomMenu} id="room-menu" onTap={() => openSheet({ kind: 'room', room: channel })} />
				)}
			</span>
		</div>
	);
}

function EntryTool() {
	const { words } = useLanguage();
	const openSheet = useSheet();
	return <Tool class="room-entry" icon="chatPlus" label={words.chatWithChannel} id="consult-entry" onTap={() => openSheet({ kind: 'entry' })} />;
}

/** The chat's title; with several channels (or texts) also the way between them. */
export function RoomHeader(props: Props) {
	const { rooms, current, channel, onRoom } = props;
	const { words } = useLanguage();
	const tabs = useRef<HTMLDivElement>(null);
	const open = rooms.some(({ id }) => id === current);
	// A room that was entered from elsewhere may have its tab beyond the edge.
	useLayoutEffect(() => {
		tabs.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	}, [current, open]);
	return (
		<header class="room-header">
			{rooms.length > 0 && (
				<div class="room-ways">
					<div class="room-tabs" role="group" ref={tabs} aria-label={words.rooms}>
						{rooms.map(({ id, name, bot }) => (
							<button type="button" key={id} aria-pressed={id === current} data-testid="room" data-room={id} onClick={() => onRoom(id)}>
								{bot && <Icon name="bot" size={15} />}
								<span>{name}</span>
							</button>
						))}
					</div>
					<EntryTool />
				</div>
			)}
			{(channel || rooms.length === 0) && <Title {...props} />}
		</header>
	);
}
