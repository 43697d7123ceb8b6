import type { PhoneRow } from './api.mts';
import { listMoment, phoneNumber } from './format.mts';
import { Icon } from './Icon.tsx';
import { useLanguage } from './language.mts';
import { PhoneMarks } from './PhoneMarks.tsx';

/** What was last said on a phone, in one line. */
export interface Snippet {
	text: string;
	failed: boolean;
}

interface Props {
	phone: PhoneRow;
	last: Snippet | undefined;
	/** ISO 8601, or empty when nothing ever came. */
	at: string;
	unread: number;
	shown: boolean;
	onOpen: () => void;
}

export function PhoneListItem({ phone, last, at, unread, shown, onOpen }: Props) {
	const { language, words } = useLanguage();
	const number = phoneNumber(phone.number);
	return (
		<li>
			<button
				type="button"
				class="phone-item"
				data-testid="phone-list-item"
				data-number={phone.number}
				aria-current={shown ? 'true' : undefined}
				onClick={onOpen}
			>
				<span class="person">
					<Icon name="person" size={24} />
				</span>
				<span class="phone-item-text">
					<span class="phone-item-line">
						<strong title={phone.label ?? number}>{phone.label ?? number}</strong>
						{at && <time dateTime={at}>{listMoment(at, language)}</time>}
					</span>
					{phone.label && <small>{number}</small>}
					<span class="phone-item-line">
						<span class="phone-item-last">
							{last?.failed && <em>{words.failed} · </em>}
							{last ? last.text : words.messageCount(phone.messages ?? 0)}
						</span>
						{unread > 0 && (
							<b class="badge" aria-label={words.unread(unread)}>
								{unread > 999 ? '999+' : unread}
							</b>
						)}
					</span>
					<PhoneMarks phone={phone} />
				</span>
			</button>
		</li>
	);
}
