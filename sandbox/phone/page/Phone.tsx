import { useEffect, useMemo, useState } from 'preact/hooks';
import { ChatLog } from './ChatLog.tsx';
import { phoneNumber, statusBarClock } from './format.mts';
import { Icon } from './Icon.tsx';
import { useLanguage } from './language.mts';
import { PhoneMarks } from './PhoneMarks.tsx';
import { PhoneSheet } from './PhoneSheet.tsx';
import { FriendContext } from './receiver.mts';
import { RoomHeader } from './RoomHeader.tsx';
import { type Sheet, SheetContext } from './sheets.mts';
import type { Store } from './store.mts';
import { isIn, roomsOf, timeline } from './timeline.mts';

const CLOCK_MS = 15_000;
const NOTHING: never[] = [];

/** One device: caption, frame, and the chats inside it. */
export function Phone({ store, number }: { store: Store; number: string }) {
	const { words } = useLanguage();
	const [sheet, setSheet] = useState<Sheet | null>(null);
	const [room, setRoom] = useState('all');
	const [time, setTime] = useState(statusBarClock);
	useEffect(() => {
		const timer = setInterval(() => setTime(statusBarClock()), CLOCK_MS);
		return () => clearInterval(timer);
	}, []);

	const phone = store.phones.of(number);
	const messages = store.conversations.of(number) ?? NOTHING;
	const entries = useMemo(
		() => timeline(messages, store.refused.filter((item) => item.to === number)),
		[messages, store.refused, number],
	);
	const rooms = roomsOf(entries, { all: words.allRooms, sms: words.smsRoom });
	// A room disappears with "clear all"; everything is then the sensible place to be.
	const current = rooms.some(({ id }) => id === room) ? room : 'all';
	const readable = phoneNumber(number);

	return (
		<section class="phone" data-testid="phone" data-number={number} aria-label={words.phoneOf(readable)}>
			<header class="phone-caption">
				<button type="button" class="icon-button narrow-only" aria-label={words.back} data-testid="back" onClick={() => store.closeAll()}>
					<Icon name="back" />
				</button>
				<div class="phone-caption-text">
					<strong title={phone.label ?? readable}>{phone.label ?? readable}</strong>
					<span>
						{phone.label && <small>{readable}</small>}
						<PhoneMarks phone={phone} />
					</span>
				</div>
				<button type="button" class="icon-button" aria-label={words.phoneSettings} data-testid="phone-settings" onClick={() => setSheet({ kind: 'settings' })}>
					<Icon name="gear" />
				</button>
				<button type="button" class="icon-button wide-only" aria-label={words.closePhone} onClick={() => store.closePhone(number)}>
					<Icon name="close" />
				</button>
			</header>
			<div class="device">
				<div class="screen" data-room={current === 'sms' ? 'sms' : 'chat'}>
					<div class="status-bar" aria-hidden="true">
						<span>{time}</span>
						<i class="camera" />
						<span class="battery" />
					</div>
					<SheetContext.Provider value={setSheet}>
						<RoomHeader rooms={rooms} current={current} entries={entries} onRoom={setRoom} />
						<FriendContext.Provider value={phone.friend}>
							<ChatLog
								key={current}
								entries={current === 'all' ? entries : entries.filter((entry) => isIn(entry, current))}
								loaded={store.conversations.of(number) !== undefined}
								unread={current === 'all' ? store.unreadAtOpening(number) : 0}
								onEarlier={store.conversations.hasEarlier(number) ? () => store.showEarlier(number) : null}
							/>
						</FriendContext.Provider>
						{sheet && <PhoneSheet sheet={sheet} phone={phone} store={store} onClose={() => setSheet(null)} />}
					</SheetContext.Provider>
				</div>
			</div>
		</section>
	);
}
