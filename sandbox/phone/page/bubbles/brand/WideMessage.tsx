import type { BrandBubble } from '../../../../world/types.mts';
import { BrandPicture } from './BrandPicture.tsx';
import { Buttons } from './Buttons.tsx';
import { CouponTicket } from './CouponTicket.tsx';
import { MessageText } from './MessageText.tsx';

export function WideMessage({ bubble }: { bubble: BrandBubble }) {
	return (
		<>
			{bubble.imageUrl && <BrandPicture url={bubble.imageUrl} link={bubble.imageLink} shape="wide" />}
			<MessageText text={bubble.text} />
			<Buttons buttons={bubble.buttons} side />
			<CouponTicket coupon={bubble.coupon} />
		</>
	);
}
