import { useCallback, useState } from 'preact/hooks';
import type { Relation } from './channel/api.mts';
import { StrangerBanner } from './channel/StrangerBanner.tsx';
import { BotContext } from './chatbot/actions.mts';
import { botRoom } from './chatbot/room.mts';
import { ChatLog } from './ChatLog.tsx';
import { CompanySide } from './CompanySide.tsx';
import { ConsultContext } from './consult/actions.mts';
import { chatLink } from './consult/chatLink.mts';
import { EmptyRoom } from './consult/EmptyRoom.tsx';
import { useDeeds } from './deeds.mts';
import { phoneNumber } from './format.mts';
import { useLanguage } from './language.mts';
import { PhoneCaption } from './PhoneCaption.tsx';
import { usePhoneRooms } from './phoneRooms.mts';
import { PhoneSheet } from './PhoneSheet.tsx';
import { FriendContext } from './receiver.mts';
import type { Room } from './room.mts';
import { RoomFoot } from './RoomFoot.tsx';
import { RoomHeader } from './RoomHeader.tsx';
import { type Sheet, SheetContext } from './sheets.mts';
import { StatusBar } from './StatusBar.tsx';
import type { Store } from './store.mts';
import { isIn } from './timeline.mts';

/** From a channel's room to its chatbot's, and back. */
function roomAcross({ consults, talks }: Store, room: Room | undefined): Room | undefined {
	const channel = consults.channels.find((item) => item.channel === room?.bot);
	if (channel) return { id: channel.channel, name: channel.channelName };
	const bot = room && talks.botOf(room.id);
	return bot && botRoom(bot);
}

/** One device: caption, frame, the chats inside it, and below it the company's side. */
export function Phone({ store, number }: { store: Store; number: string }) {
	const { words } = useLanguage();
	const [sheet, setSheet] = useState<Sheet | null>(null);
	const { entries, rooms, current, channel, show } = usePhoneRooms(store, number);
	const deeds = useDeeds(store, number);
	const { conversations, consults, talks, relations } = store;
	const phone = store.phones.of(number);
	const known = relations.all(number);
	const relationOf = useCallback(
		(id: string): Relation => known?.find((item) => item.channel === id)?.relation ?? (phone.friend ? 'ADDED' : 'NONE'),
		[known, phone.friend],
	);
	const isFriend = useCallback((id: string | null) => (id === null ? phone.friend : relationOf(id) === 'ADDED'), [relationOf, phone.friend]);
	const relation = channel && relationOf(channel.bot ?? channel.id);
	const loaded = [conversations, consults, talks].every((part) => part.of(number) !== undefined);

	// What is waited for closes its own sheet, not one that was opened meanwhile.
	const close = (): void => setSheet((now) => (now === sheet ? null : now));
	const goTo = (id: string): void => {
		close();
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
						<RoomHeader
							rooms={rooms}
							current={current}
							channel={channel}
							relation={relation}
							across={roomAcross(store, channel)}
							onRoom={show}
						/>
						{channel && relation === 'NONE' && <StrangerBanner onRelate={(wish) => void deeds.relate(channel.bot ?? channel.id, wish)} />}
						<FriendContext.Provider value={isFriend}>
							<ConsultContext.Provider value={{ tap: (id, tap) => void deeds.tap(id, tap) }}>
								<BotContext.Provider value={{ tap: (id, tap) => void deeds.tapBot(id, tap).then((person) => person && goTo(id)), tell: deeds.tell }}>
									<ChatLog
										key={current}
										entries={current === 'all' ? entries : entries.filter((entry) => isIn(entry, current))}
										loaded={loaded}
										unread={current === 'all' ? store.unreadAtOpening(number) : 0}
										onEarlier={store.hasEarlier(number) ? () => store.showEarlier(number) : null}
										empty={
											<EmptyRoom
												channel={channel}
												bot={channel?.bot === undefined ? undefined : talks.botOf(channel.bot)}
												onSay={(utterance) => channel?.bot !== undefined && void deeds.sayToBot(channel.bot, utterance)}
											/>
										}
									/>
								</BotContext.Provider>
							</ConsultContext.Provider>
						</FriendContext.Provider>
						{deeds.toast && (
							<p class="toast" role="status" key={deeds.toast.turn} data-testid="toast">
								{deeds.toast.text}
							</p>
						)}
						{channel && relation && (
							<RoomFoot store={store} number={number} room={channel} relation={relation} deeds={deeds} onFocus={() => show(channel.id)} />
						)}
						{sheet && (
							<PhoneSheet
								sheet={sheet}
								phone={phone}
								store={store}
								deeds={deeds}
								relationOf={relationOf}
								onRoom={goTo}
								onClose={close}
							/>
						)}
					</SheetContext.Provider>
				</div>
			</div>
			<CompanySide store={store} number={number} room={channel} deeds={deeds} />
		</section>
	);
}
