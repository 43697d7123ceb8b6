import { useRef, useState } from 'preact/hooks';
import { Avatar } from '../Avatar.tsx';
import type { Relation } from '../channel/api.mts';
import { RelationActions, RelationMark } from '../channel/RelationActions.tsx';
import { useLanguage } from '../language.mts';
import type { ConsultChannel, Wish } from './api.mts';
import { EntryButton } from './EntryButton.tsx';

interface Props {
	channels: readonly ConsultChannel[];
	relationOf: (channel: string) => Relation;
	hasBot: (channel: string) => boolean;
	onRoom: (channel: string) => void;
	onBot: (channel: string) => void;
	onOpen: (channel: string, wish: Wish) => void;
	onRelate: (channel: string, relation: Relation) => Promise<boolean>;
}

/** The ways to a channel: into its room, to its chatbot, through a consult button; and whether it is a friend. */
export function EntrySheet({ channels, relationOf, hasBot, onRoom, onBot, onOpen, onRelate }: Props) {
	const { words } = useLanguage();
	const connected = channels.filter(({ hub }) => hub !== null);
	const listed = [...connected, ...channels.filter(({ hub }) => hub === null)];
	// The sheet can be open before the channels are known; whichever is first then stays, even when the order changes.
	const first = useRef<string>();
	first.current ??= listed[0]?.channel;
	const [picked, setPicked] = useState<string | null>(null);
	const chosen = listed.find(({ channel }) => channel === (picked ?? first.current));
	if (!chosen) return <p class="hint">{words.noChannels}</p>;
	const { channel } = chosen;
	return (
		<div class="entry-sheet">
			<div class="entry-channels" role="radiogroup" aria-label={words.channels}>
				{listed.map((item) => (
					<label key={item.channel} class="entry-channel" data-testid="consult-channel" data-channel={item.channel}>
						<input type="radio" name="channel" checked={item.channel === channel} onChange={() => setPicked(item.channel)} />
						<Avatar seed={item.channel} name={item.channelName} />
						<span>
							<strong>{item.channelName}</strong>
							<small>
								{item.channel} · {item.hub ? words.hubs[item.hub] : words.notConnected}
								{hasBot(item.channel) && ` · ${words.bot}`}
							</small>
						</span>
						<RelationMark relation={relationOf(item.channel)} />
					</label>
				))}
			</div>
			<div class="entry-ways">
				<button type="button" class="sheet-action" data-testid="consult-room" onClick={() => onRoom(channel)}>
					{words.goToRoom}
				</button>
				{hasBot(channel) && (
					<button type="button" class="sheet-action dark" data-testid="bot-room" onClick={() => onBot(channel)}>
						{words.chatWithBot}
					</button>
				)}
			</div>
			<RelationActions key={channel} channel={channel} relation={relationOf(channel)} onRelate={(relation) => onRelate(channel, relation)} />
			<EntryButton key={`${channel} button`} channel={chosen} onOpen={(wish) => onOpen(channel, wish)} />
		</div>
	);
}
