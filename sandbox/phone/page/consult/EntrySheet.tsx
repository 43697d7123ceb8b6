import { useState } from 'preact/hooks';
import { Avatar } from '../Avatar.tsx';
import { useLanguage } from '../language.mts';
import type { ConsultChannel, Wish } from './api.mts';

const EXTRA_MAX = 50;
const STARTS = ['false', 'true', 'auto'] as const;

interface Props {
	channels: readonly ConsultChannel[];
	onRoom: (channel: ConsultChannel) => void;
	onOpen: (channel: ConsultChannel, wish: Wish) => void;
}

/** The ways to a channel: into its room, or through a consult button as it stands on a web page. */
export function EntrySheet({ channels, onRoom, onOpen }: Props) {
	const { words } = useLanguage();
	const connected = channels.filter(({ hub }) => hub !== null);
	const listed = [...connected, ...channels.filter(({ hub }) => hub === null)];
	const [picked, setPicked] = useState(listed[0]?.channel);
	const [extra, setExtra] = useState('');
	const [bot, setBot] = useState<(typeof STARTS)[number]>('false');
	const channel = listed.find((candidate) => candidate.channel === picked);
	if (!channel) return <p class="hint">{words.noChannels}</p>;
	const open = (event: Event): void => {
		event.preventDefault();
		onOpen(channel, { bot, ...(extra && { extra }) });
	};
	return (
		<form class="entry-sheet" onSubmit={open}>
			<div class="entry-channels" role="radiogroup" aria-label={words.channels}>
				{listed.map((item) => (
					<label key={item.channel} class="entry-channel" data-testid="consult-channel" data-channel={item.channel}>
						<input type="radio" name="channel" checked={item.channel === picked} onChange={() => setPicked(item.channel)} />
						<Avatar seed={item.channel} name={item.channelName} />
						<span>
							<strong>{item.channelName}</strong>
							<small>
								{item.channel} · {item.hub ? words.hubs[item.hub] : words.notConnected}
							</small>
						</span>
					</label>
				))}
			</div>
			<button type="button" class="sheet-action" data-testid="consult-room" onClick={() => onRoom(channel)}>
				{words.goToRoom}
			</button>
			<fieldset>
				<legend>{words.consultButton}</legend>
				<p class="entry-hint">{words.consultButtonHint}</p>
				<label class="field">
					<span>{words.extra}</span>
					<input
						type="text"
						maxLength={EXTRA_MAX}
						value={extra}
						placeholder="order_A1024"
						data-testid="consult-extra"
						onInput={(event) => setExtra(event.currentTarget.value)}
					/>
				</label>
				<label class="field">
					<span>{words.startsWith}</span>
					<select value={bot} data-testid="consult-bot" onChange={(event) => setBot(STARTS.find((way) => way === event.currentTarget.value) ?? 'false')}>
						{STARTS.map((way) => (
							<option key={way} value={way}>
								{words.starts[way]}
							</option>
						))}
					</select>
				</label>
				<code class="entry-link">
					https://bizmessage.kakao.com/chat/open/{channel.channel}
					{extra && `?extra=${encodeURIComponent(extra)}`}
				</code>
				<button type="submit" class="sheet-action" data-testid="consult-open">
					{words.openConsult}
				</button>
			</fieldset>
		</form>
	);
}
