import type { BrandBubble } from '../../../../world/types.mts';
import { phoneNumber } from '../../format.mts';
import { useLanguage } from '../../language.mts';

/** How to be spared such messages, which every advertisement has to say. */
export function OptOutLine({ optOut }: Pick<BrandBubble, 'optOut'>) {
	const { words } = useLanguage();
	return (
		<p class="opt-out" lang="ko" data-testid="opt-out">
			{optOut ? words.optOut(phoneNumber(optOut.number)) : words.optOutFriend}
			{optOut?.authNumber && <span> · {words.optOutCode(optOut.authNumber)}</span>}
		</p>
	);
}
