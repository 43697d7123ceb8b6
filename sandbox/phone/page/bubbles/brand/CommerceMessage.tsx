import type { BrandBubble } from '../../../../world/types.mts';
import { BrandPicture } from './BrandPicture.tsx';
import { Buttons } from './Buttons.tsx';
import { CouponTicket } from './CouponTicket.tsx';
import { PriceBlock } from './PriceBlock.tsx';

export function CommerceMessage({ bubble }: { bubble: BrandBubble }) {
	return (
		<>
			{bubble.imageUrl && <BrandPicture url={bubble.imageUrl} link={bubble.imageLink} shape="tall" />}
			<PriceBlock commerce={bubble.commerce} additional={bubble.additional} />
			<Buttons buttons={bubble.buttons} side buy />
			<CouponTicket coupon={bubble.coupon} />
		</>
	);
}
