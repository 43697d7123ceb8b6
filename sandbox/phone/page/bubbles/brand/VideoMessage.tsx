import type { BrandBubble } from '../../../../world/types.mts';
import { Icon } from '../../Icon.tsx';
import { useLanguage } from '../../language.mts';
import { Picture } from '../Picture.tsx';
import { TapArea } from '../Tap.tsx';
import { Buttons } from './Buttons.tsx';
import { CouponTicket } from './CouponTicket.tsx';
import { MessageText } from './MessageText.tsx';

/** KakaoTalk plays the video at once. Here it stands still: it is on Kakao's servers. */
export function VideoMessage({ bubble }: { bubble: BrandBubble }) {
	const { words } = useLanguage();
	const { video } = bubble;
	return (
		<>
			{video && (
				<TapArea name={words.video} links={{ linkMobile: video.url }} class="video" data-testid="video">
					{video.thumbnailUrl ? (
						<Picture url={video.thumbnailUrl} className="brand-picture screen-shape" inside />
					) : (
						<span class="brand-picture screen-shape" />
					)}
					<span class="play" role="img" aria-label={words.video}>
						<Icon name="play" size={26} />
					</span>
				</TapArea>
			)}
			<MessageText header={bubble.header} text={bubble.text} />
			<Buttons buttons={bubble.buttons} side />
			<CouponTicket coupon={bubble.coupon} />
		</>
	);
}
