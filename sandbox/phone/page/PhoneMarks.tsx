import type { PhoneRow } from './api.mts';
import { useLanguage } from './language.mts';

/** Small marks for a phone that doesn't behave like an ordinary KakaoTalk user's; soft ones concern advertising only. */
export function PhoneMarks({ phone }: { phone: PhoneRow }) {
	const { words } = useLanguage();
	const marks = [
		{ here: phone.dead, text: words.stateDead, kind: '' },
		{ here: !phone.kakaoUser, text: words.stateNotKakao, kind: '' },
		{ here: phone.blocksAlimTalk, text: words.stateBlocked, kind: '' },
		{ here: !phone.friend, text: words.stateStranger, kind: 'soft' },
		{ here: !phone.consents, text: words.stateNoConsent, kind: 'soft' },
	].filter(({ here }) => here);
	if (marks.length === 0) return null;
	return (
		<span class="phone-marks">
			{marks.map(({ text, kind }) => (
				<span key={text} class={kind}>
					{text}
				</span>
			))}
		</span>
	);
}
