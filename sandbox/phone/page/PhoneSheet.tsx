import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PhoneRow } from './api.mts';
import { ButtonSheet } from './ButtonSheet.tsx';
import type { Relation } from './channel/api.mts';
import type { Bot } from './chatbot/api.mts';
import { botRoom } from './chatbot/room.mts';
import { EntrySheet } from './consult/EntrySheet.tsx';
import { RoomSheet } from './consult/RoomSheet.tsx';
import type { Deeds } from './deeds.mts';
import { DetailsSheet } from './DetailsSheet.tsx';
import { Icon } from './Icon.tsx';
import { useLanguage } from './language.mts';
import { SettingsSheet } from './SettingsSheet.tsx';
import type { Sheet } from './sheets.mts';
import type { Store } from './store.mts';
import type { Words } from './words.mts';

interface Props {
	sheet: Sheet;
	phone: PhoneRow;
	store: Store;
	deeds: Deeds;
	relationOf: (channel: string) => Relation;
	/** Brings a room to the front. */
	onRoom: (room: string) => void;
	onClose: () => void;
}

function titleOf(sheet: Sheet, words: Words): string {
	switch (sheet.kind) {
		case 'settings':
			return words.settingsTitle;
		case 'details':
			return words.details;
		case 'button':
			return sheet.button.name;
		case 'entry':
			return words.chatWithChannel;
		case 'room':
			return sheet.room.name;
	}
}

function Content({ sheet, phone, store, deeds, relationOf, onRoom, onClose }: Props) {
	const { consults, talks } = store;
	const goTo = (room: string) => (done: boolean) => (done ? onRoom(room) : onClose());
	const toBot = (channel: string) => {
		const bot = talks.botOf(channel);
		return bot ? () => onRoom(botRoom(bot).id) : null;
	};
	// Into the room at once: the bot may take seconds to answer, and the customer may go elsewhere meanwhile.
	const say = (bot: Bot, words: string): void => {
		onRoom(botRoom(bot).id);
		void deeds.sayToBot(bot.channel, words);
	};
	switch (sheet.kind) {
		case 'settings':
			return <SettingsSheet phone={phone} store={store} />;
		case 'button': {
			const { button, channel } = sheet;
			const bot = channel === null ? undefined : talks.botOf(channel);
			return (
				<ButtonSheet
					button={button}
					channel={channel}
					relation={channel === null ? undefined : relationOf(channel)}
					onRoom={onRoom}
					onBot={(id) => void deeds.open(id, { bot: 'true' }).then(goTo(id))}
					onAdd={(id) => void deeds.relate(id, 'ADDED').then(onClose)}
					onSay={bot ? () => say(bot, button.name) : null}
				/>
			);
		}
		case 'details':
			return <DetailsSheet message={sheet.message} />;
		case 'entry':
			return (
				<EntrySheet
					channels={consults.channels}
					relationOf={relationOf}
					hasBot={(channel) => talks.botOf(channel) !== undefined}
					onRoom={onRoom}
					onBot={(channel) => toBot(channel)?.()}
					onOpen={(channel, wish) => void deeds.open(channel, wish).then(goTo(channel))}
					onRelate={deeds.relate}
				/>
			);
		case 'room': {
			const { room } = sheet;
			const channel = room.bot ?? room.id;
			return (
				<RoomSheet
					channel={channel}
					relation={relationOf(channel)}
					onLeave={room.bot ? null : () => deeds.leave(channel).then(onClose)}
					onRelate={(relation) => deeds.relate(channel, relation).then(onClose)}
					onBot={room.bot ? null : toBot(channel)}
				/>
			);
		}
	}
}

/** Slides up inside one phone; the other phones stay usable. */
export function PhoneSheet(props: Props) {
	const { sheet, onClose } = props;
	const { words } = useLanguage();
	const panel = useRef<HTMLDivElement>(null);
	const title = titleOf(sheet, words);

	useLayoutEffect(() => {
		const before = document.activeElement;
		const sheetPanel = panel.current;
		sheetPanel?.focus();
		return () => {
			// A sheet may close by itself, when somebody writes elsewhere already.
			if (before instanceof HTMLElement && sheetPanel?.contains(document.activeElement)) before.focus();
		};
	}, []);

	useLayoutEffect(() => {
		const escape = (event: KeyboardEvent): void => {
			if (event.key === 'Escape') onClose();
		};
		document.addEventListener('keydown', escape);
		return () => document.removeEventListener('keydown', escape);
	}, [onClose]);

	return (
		<div class="sheet-layer">
			<button type="button" class="sheet-shade" tabIndex={-1} aria-label={words.close} onClick={onClose} />
			<div class="sheet" role="dialog" aria-label={title} tabIndex={-1} ref={panel} data-testid="sheet">
				<header>
					<h3>{title}</h3>
					<button type="button" class="icon-button" aria-label={words.close} data-testid="sheet-close" onClick={onClose}>
						<Icon name="close" size={18} />
					</button>
				</header>
				<Content {...props} />
			</div>
		</div>
	);
}
