import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PhoneRow } from './api.mts';
import { ButtonSheet } from './ButtonSheet.tsx';
import type { Deeds } from './consult/deeds.mts';
import { EntrySheet } from './consult/EntrySheet.tsx';
import { RoomSheet } from './consult/RoomSheet.tsx';
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
	/** Brings a channel's room to the front. */
	onRoom: (channel: string) => void;
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
			return sheet.name;
	}
}

function Content({ sheet, phone, store, deeds, onRoom, onClose }: Props) {
	switch (sheet.kind) {
		case 'settings':
			return <SettingsSheet phone={phone} store={store} />;
		case 'button':
			return (
				<ButtonSheet
					button={sheet.button}
					channel={sheet.channel}
					onRoom={onRoom}
					onBot={(channel) => void deeds.open(channel, { bot: 'true' }).then((done) => (done ? onRoom(channel) : onClose()))}
				/>
			);
		case 'details':
			return <DetailsSheet message={sheet.message} />;
		case 'entry':
			return (
				<EntrySheet
					channels={store.consults.channels}
					onRoom={({ channel }) => onRoom(channel)}
					onOpen={({ channel }, wish) => void deeds.open(channel, wish).then((done) => (done ? onRoom(channel) : onClose()))}
				/>
			);
		case 'room': {
			const chat = store.consults.find(phone.number, sheet.channel);
			return (
				<RoomSheet
					blocked={chat?.blockedByCustomer ?? false}
					onLeave={() => deeds.leave(sheet.channel).then(onClose)}
					onBlock={(blocked) => deeds.block(sheet.channel, blocked).then(onClose)}
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
		panel.current?.focus();
		return () => {
			if (before instanceof HTMLElement) before.focus();
		};
	}, []);

	useEffect(() => {
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
