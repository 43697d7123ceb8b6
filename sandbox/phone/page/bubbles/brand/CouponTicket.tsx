import type { Coupon } from '../../../../world/types.mts';
import { Icon } from '../../Icon.tsx';
import { TapArea } from '../Tap.tsx';

export function CouponTicket({ coupon }: { coupon: Coupon | null }) {
	if (!coupon) return null;
	return (
		<TapArea name={coupon.title} links={coupon} class="coupon" data-testid="coupon">
			<span class="coupon-text">
				<strong>{coupon.title}</strong>
				<small>{coupon.description}</small>
			</span>
			<span class="coupon-stub">
				<Icon name="download" size={18} />
			</span>
		</TapArea>
	);
}
