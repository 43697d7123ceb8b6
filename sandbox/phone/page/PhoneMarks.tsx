import type { PhoneRow } from './api.mts';
import { useLanguage } from './language.mts';

/** Small marks for a phone that doesn't behave like an ordinary KakaoTalk user's. */
export function PhoneMarks({ phone }: { phone: PhoneRow }) {
	const { words } = useLanguage();
	const marks = [
		phone.dead && words.stateDead,
		!phone.kakaoUser && words.stateNotKakao,
		phone.blocksAlimTalk && words.stateBlocked,
	].filter((mark) => mark !== false);
	if (marks.length === 0) return null;
	return (
		<span class="phone-marks">
			{marks.map((mark) => (
				<span key={mark}>{mark}</span>
			))}
		</span>
	);
}
