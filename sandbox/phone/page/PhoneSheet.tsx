import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PhoneRow } from './api.mts';
import { ButtonSheet } from './ButtonSheet.tsx';
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
	}
}

/** Slides up inside one phone; the other phones stay usable. */
export function PhoneSheet({ sheet, phone, store, onClose }: Props) {
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
				{sheet.kind === 'settings' && <SettingsSheet phone={phone} store={store} />}
				{sheet.kind === 'button' && <ButtonSheet button={sheet.button} />}
				{sheet.kind === 'details' && <DetailsSheet message={sheet.message} />}
			</div>
		</div>
	);
}
