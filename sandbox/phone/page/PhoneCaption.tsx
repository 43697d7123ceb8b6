import type { PhoneRow } from './api.mts';
import { phoneNumber } from './format.mts';
import { Icon } from './Icon.tsx';
import { useLanguage } from './language.mts';
import { PhoneMarks } from './PhoneMarks.tsx';

interface Props {
	phone: PhoneRow;
	onBack: () => void;
	onSettings: () => void;
	onClose: () => void;
}

/** Whose phone it is, above the device. */
export function PhoneCaption({ phone, onBack, onSettings, onClose }: Props) {
	const { words } = useLanguage();
	const readable = phoneNumber(phone.number);
	return (
		<header class="phone-caption">
			<button type="button" class="icon-button narrow-only" aria-label={words.back} data-testid="back" onClick={onBack}>
				<Icon name="back" />
			</button>
			<div class="phone-caption-text">
				<strong title={phone.label ?? readable}>{phone.label ?? readable}</strong>
				<span>
					{phone.label && <small>{readable}</small>}
					<PhoneMarks phone={phone} />
				</span>
			</div>
			<button type="button" class="icon-button" aria-label={words.phoneSettings} data-testid="phone-settings" onClick={onSettings}>
				<Icon name="gear" />
			</button>
			<button type="button" class="icon-button wide-only" aria-label={words.closePhone} onClick={onClose}>
				<Icon name="close" />
			</button>
		</header>
	);
}
