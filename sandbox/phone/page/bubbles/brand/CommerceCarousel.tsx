import type { BrandBubble, CarouselHead } from '../../../../world/types.mts';
import { Picture } from '../Picture.tsx';
import { TapArea } from '../Tap.tsx';
import { BrandPicture } from './BrandPicture.tsx';
import { Buttons } from './Buttons.tsx';
import { Carousel } from './Carousel.tsx';
import { CouponTicket } from './CouponTicket.tsx';
import { MessageText } from './MessageText.tsx';
import { MoreCard } from './MoreCard.tsx';
import { PriceBlock } from './PriceBlock.tsx';

function Head({ head }: { head: CarouselHead }) {
	return (
		<TapArea name={head.header} links={head} class="card carousel-head" data-testid="carousel-head">
			<Picture url={head.imageUrl} className="brand-picture tall" inside />
			<MessageText header={head.header} text={head.content} />
		</TapArea>
	);
}

export function CommerceCarousel({ bubble: { carousel } }: { bubble: BrandBubble }) {
	if (!carousel) return null;
	return (
		<Carousel>
			{carousel.head && <Head head={carousel.head} />}
			{carousel.cards.map((card, place) => (
				<div class="card" key={place} data-testid="carousel-card">
					<BrandPicture url={card.imageUrl} link={card.imageLink} shape="tall" />
					<PriceBlock commerce={card.commerce} additional={card.additional} />
					<Buttons buttons={card.buttons} side buy />
					<CouponTicket coupon={card.coupon} />
				</div>
			))}
			{carousel.tail && <MoreCard links={carousel.tail} />}
		</Carousel>
	);
}
