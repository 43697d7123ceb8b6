import type { BrandBubble } from '../../../../world/types.mts';
import { BrandPicture } from './BrandPicture.tsx';
import { Buttons } from './Buttons.tsx';
import { Carousel } from './Carousel.tsx';
import { CouponTicket } from './CouponTicket.tsx';
import { MessageText } from './MessageText.tsx';
import { MoreCard } from './MoreCard.tsx';

export function FeedCarousel({ bubble: { carousel } }: { bubble: BrandBubble }) {
	if (!carousel) return null;
	return (
		<Carousel>
			{carousel.cards.map((card, place) => (
				<div class="card" key={place} data-testid="carousel-card">
					<BrandPicture url={card.imageUrl} link={card.imageLink} shape="tall" />
					<MessageText header={card.header} text={card.message} />
					<Buttons buttons={card.buttons} side />
					<CouponTicket coupon={card.coupon} />
				</div>
			))}
			{carousel.tail && <MoreCard links={carousel.tail} />}
		</Carousel>
	);
}
