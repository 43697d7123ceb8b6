import { useState } from 'preact/hooks';
import { ChatLog } from './ChatLog.tsx';
import { ConsultContext } from './consult/actions.mts';
import { AgentBar } from './consult/AgentBar.tsx';
import { chatLink } from './consult/chatLink.mts';
import { ComposerPlace } from './consult/ComposerPlace.tsx';
import { useDeeds } from './consult/deeds.mts';
import { EmptyRoom } from './consult/EmptyRoom.tsx';
import { phoneNumber } from './format.mts';
import { useLanguage } from './language.mts';
import { PhoneCaption } from './PhoneCaption.tsx';
import { usePhoneRooms } from './phoneRooms.mts';
import { PhoneSheet } from './PhoneSheet.tsx';
import { FriendContext } from './receiver.mts';
import { RoomHeader } from './RoomHeader.tsx';
import { type Sheet, SheetContext } from './sheets.mts';
import { StatusBar } from './StatusBar.tsx';
import type { Store } from './store.mts';
import { isIn } from './timeline.mts';

/** One device: caption, frame, the chats inside it, and below it the company's side. */
export function Phone({ store, number }: { store: Store; number: string }) {
	const { words } = useLanguage();
	const [sheet, setSheet] = useState<Sheet | null>(null);
	const { entries, rooms, current, channel, show } = usePhoneRooms(store, number);
	const deeds = useDeeds(store, number);
	const { conversations, consults } = store;
	const phone = store.phones.of(number);
	const chat = consults.find(number, channel?.id);

	const goTo = (id: string): void => {
		setSheet(null);
		show(id);
	};
	// One place for all links of the phone, wherever in a message they stand.
	const onLink = (event: MouseEvent): void => {
		const anchor = event.target instanceof Element ? event.target.closest('a') : null;
		const link = anchor && chatLink(anchor.href);
		if (!link) return;
		event.preventDefault();
		void deeds.follow(link).then((id) => id && goTo(id));
	};

	return (
		<section class="phone" data-testid="phone" data-number={number} aria-label={words.phoneOf(phoneNumber(number))}>
			<PhoneCaption
				phone={phone}
				onBack={() => store.closeAll()}
				onSettings={() => setSheet({ kind: 'settings' })}
				onClose={() => store.closePhone(number)}
			/>
			<div class="device" onClickCapture={onLink}>
				<div class="screen" data-room={current === 'sms' ? 'sms' : 'chat'}>
					<StatusBar />
					<SheetContext.Provider value={setSheet}>
						<RoomHeader rooms={rooms} current={current} channel={channel} onRoom={show} />
						<FriendContext.Provider value={phone.friend}>
							<ConsultContext.Provider value={{ tap: (id, tap) => void deeds.tap(id, tap) }}>
								<ChatLog
									key={current}
									entries={current === 'all' ? entries : entries.filter((entry) => isIn(entry, current))}
									loaded={conversations.of(number) !== undefined && consults.of(number) !== undefined}
									unread={current === 'all' ? store.unreadAtOpening(number) : 0}
									onEarlier={conversations.hasEarlier(number) || consults.hasEarlier(number) ? () => store.showEarlier(number) : null}
									empty={<EmptyRoom channel={channel} />}
								/>
							</ConsultContext.Provider>
						</FriendContext.Provider>
						{deeds.toast && (
							<p class="toast" role="status" key={deeds.toast.turn} data-testid="toast">
								{deeds.toast.text}
							</p>
						)}
						{channel && (
							<ComposerPlace
								room={channel}
								chat={chat}
								channel={consults.channels.find((item) => item.channel === channel.id)}
								onWrite={(writing) => deeds.write(channel.id, writing)}
								onUnblock={() => void deeds.block(channel.id, false)}
								onFocus={() => show(channel.id)}
							/>
						)}
						{sheet && <PhoneSheet sheet={sheet} phone={phone} store={store} deeds={deeds} onRoom={goTo} onClose={() => setSheet(null)} />}
					</SheetContext.Provider>
				</div>
			</div>
			{chat?.state === 'consult' && <AgentBar key={chat.channel} chat={chat} onAnswer={(answer) => deeds.agent(chat.channel, answer)} />}
		</section>
	);
}
