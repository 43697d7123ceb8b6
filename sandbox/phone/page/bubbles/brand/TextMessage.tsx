import type { BrandBubble } from '../../../../world/types.mts';
import { Buttons } from './Buttons.tsx';
import { CouponTicket } from './CouponTicket.tsx';
import { MessageText } from './MessageText.tsx';

export function TextMessage({ bubble }: { bubble: BrandBubble }) {
	return (
		<>
			<MessageText text={bubble.text} />
			<Buttons buttons={bubble.buttons} />
			<CouponTicket coupon={bubble.coupon} />
		</>
	);
}
