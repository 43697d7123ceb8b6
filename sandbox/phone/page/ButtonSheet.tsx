import type { Button } from './api.mts';
import { phoneNumber } from './format.mts';
import { useLanguage } from './language.mts';
import { webLink } from './link.mts';

/** What KakaoTalk would do with a tapped button, and the addresses that the sender gave for it. */
export function ButtonSheet({ button }: { button: Button }) {
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
