import type { Button } from './api.mts';
import type { Relation } from './channel/api.mts';
import { phoneNumber } from './format.mts';
import { useLanguage } from './language.mts';
import { webLink } from './link.mts';

interface Props {
	button: Button;
	/** Whose message it stands in. */
	channel: string | null;
	onRoom: (channel: string) => void;
	onBot: (channel: string) => void;
	/** What the owner of the phone is to the channel. */
	relation: Relation | undefined;
	onAdd: (channel: string) => void;
	/** Says the button's name to the channel's chatbot; null without one. */
	onSay: (() => void) | null;
}

/** What KakaoTalk would do with a tapped button, and the addresses that the sender gave for it. */
export function ButtonSheet({ button, channel, relation, onRoom, onBot, onAdd, onSay }: Props) {
	const { words } = useLanguage();
	const web = button.type === 'AL' ? words.mobileWeb : words.address;
	const rows = [
		{ name: words.androidApp, value: button.schemeAndroid },
		{ name: words.iosApp, value: button.schemeIos },
		{ name: web, value: button.linkMobile },
		{ name: words.pcWeb, value: button.linkPc },
	].filter((row): row is { name: string; value: string } => Boolean(row.value));
	return (
		<div class="button-sheet">
			<p class="button-kind">
				<b>{button.type}</b> {words.buttonTitle[button.type]}
			</p>
			<p>{words.buttonMeaning[button.type]}</p>
			{button.telNumber && (
				<a class="sheet-action" href={`tel:${button.telNumber}`} data-testid="tel">
					{words.phoneCall} {phoneNumber(button.telNumber)}
				</a>
			)}
			{channel && button.type === 'BC' && (
				// The consult begins with the customer's own words (docs.kakaoi.ai, common guide).
				<button type="button" class="sheet-action" data-testid="to-room" onClick={() => onRoom(channel)}>
					{words.goToRoom}
				</button>
			)}
			{channel && button.type === 'BT' && (
				<button type="button" class="sheet-action" data-testid="to-bot" onClick={() => onBot(channel)}>
					{words.switchToBot}
				</button>
			)}
			{channel && button.type === 'AC' && relation === 'ADDED' && <p class="hint">{words.alreadyFriend}</p>}
			{channel && button.type === 'AC' && relation !== 'ADDED' && (
				<button type="button" class="sheet-action" data-testid="sheet-add-channel" onClick={() => onAdd(channel)}>
					{words.addChannel}
				</button>
			)}
			{onSay && button.type === 'BK' && (
				<button type="button" class="sheet-action" data-testid="say-to-bot" onClick={onSay}>
					{words.sayToBot}
				</button>
			)}
			{rows.map(({ name, value }) => {
				const href = webLink(value);
				return (
					<div class="address" key={name}>
						<small>{name}</small>
						<code>{value}</code>
						{href && (
							<a href={href} target="_blank" rel="noopener noreferrer">
								{words.buttonOpen}
							</a>
						)}
					</div>
				);
			})}
			{button.type === 'AL' && <p class="hint">{words.schemeNotice}</p>}
		</div>
	);
}
