import { useState } from 'preact/hooks';
import { useLanguage } from '../language.mts';
import type { ConsultChannel, Wish } from './api.mts';

const EXTRA_MAX = 50;
const STARTS = ['false', 'true', 'auto'] as const;

/** A consult button as it stands on a web page, with what it carries. */
export function EntryButton({ channel, onOpen }: { channel: ConsultChannel; onOpen: (wish: Wish) => void }) {
	const { words } = useLanguage();
	const [extra, setExtra] = useState('');
	const [bot, setBot] = useState<(typeof STARTS)[number]>('false');
	const open = (event: Event): void => {
		event.preventDefault();
		onOpen({ bot, ...(extra && { extra }) });
	};
	return (
		<form onSubmit={open}>
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
