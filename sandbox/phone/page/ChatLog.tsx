import { type ComponentChildren, Fragment } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ChatEntry } from './ChatEntry.tsx';
import { day } from './format.mts';
import { Icon } from './Icon.tsx';
import { useLanguage } from './language.mts';
import { type Entry, isIncoming, isOwn } from './timeline.mts';

interface Props {
	entries: Entry[];
	loaded: boolean;
	/** How many of the last messages were unread when the phone was opened. */
	unread: number;
	onEarlier: (() => void) | null;
	/** Stands in a room where nothing was said yet. */
	empty: ComponentChildren;
}

/** Further from the newest message than this counts as reading something older. */
const AWAY_PX = 80;

function firstUnread(entries: Entry[], unread: number): string | null {
	const messages = entries.filter(isIncoming);
	// A line above the very first message would say nothing.
	if (unread === 0 || unread >= messages.length) return null;
	return messages.at(-unread)?.id ?? null;
}

/** The scrolling conversation. The css lays it out from the bottom, which keeps the newest message in sight. */
export function ChatLog({ entries, loaded, unread, onEarlier, empty }: Props) {
	const { language, words } = useLanguage();
	const [away, setAway] = useState(false);
	const log = useRef<HTMLDivElement>(null);
	const known = useRef<Map<string, 'old' | 'new'> | null>(null);
	const unreadMark = useRef<string | null>(null);
	const oldest = useRef('');

	if (loaded && !known.current) {
		known.current = new Map(entries.map(({ id }) => [id, 'old']));
		unreadMark.current = firstUnread(entries, unread);
		oldest.current = entries[0]?.at ?? '';
	}
	for (const { id, at } of entries) {
		// "Show earlier" also brings unknown messages, but they don't slide in.
		if (!known.current?.has(id)) known.current?.set(id, at < oldest.current ? 'old' : 'new');
	}

	const toNewest = (): void => log.current?.scrollTo({ top: 0 });
	const own = entries.findLast(isOwn);
	const ownIsNew = own !== undefined && known.current?.get(own.id) === 'new';
	// Whoever writes wants to see the answer.
	useLayoutEffect(() => {
		if (ownIsNew) toNewest();
	}, [own?.id]);

	let lastDay = '';
	return (
		<div class="log-frame">
			<div
				class="log"
				ref={log}
				role="log"
				aria-live="polite"
				aria-label={words.chat}
				tabIndex={0}
				onScroll={(event) => setAway(event.currentTarget.scrollTop < -AWAY_PX)}
			>
				<div class="log-content">
					{onEarlier && (
						<button type="button" class="earlier" data-testid="show-earlier" onClick={onEarlier}>
							{words.showEarlier}
						</button>
					)}
					{loaded && entries.length === 0 && (
						<div class="log-empty">
							<Icon name="chat" size={36} />
							{empty}
						</div>
					)}
					{entries.map((entry) => {
						const today = day(entry.at, language);
						const newDay = today !== lastDay;
						lastDay = today;
						return (
							<Fragment key={entry.id}>
								{newDay && <p class="day">{today}</p>}
								{entry.id === unreadMark.current && <p class="unread-line">{words.readUpToHere}</p>}
								<div class={known.current?.get(entry.id) === 'new' ? 'entry arriving' : 'entry'}>
									<ChatEntry entry={entry} />
								</div>
							</Fragment>
						);
					})}
				</div>
			</div>
			{away && (
				<button type="button" class="to-newest" aria-label={words.toNewest} onClick={toNewest}>
					<Icon name="down" size={18} />
				</button>
			)}
		</div>
	);
}
