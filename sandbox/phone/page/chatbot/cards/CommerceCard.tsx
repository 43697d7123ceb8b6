import { PriceBlock } from '../../bubbles/brand/PriceBlock.tsx';
import type { BotCommerceCard } from '../api.mts';
import { BotButtons, type CardPlace } from '../BotButtons.tsx';
import { Thumbnail } from './Thumbnail.tsx';

/** A price that the skill has worked out itself goes before the one that a discount leads to; a rate alone leads to none. */
function priceOf({ title = '', price, discount, discountRate, discountedPrice }: BotCommerceCard) {
	const isGiven = discountedPrice !== undefined;
	return {
		title, regularPrice: price, discountPrice: discountedPrice ?? (discount ? price - discount : null),
		discountRate: (isGiven && discountRate) || null, discountFixed: (!isGiven && discount) || null,
	};
}

export function CommerceCard({ card, place }: { card: BotCommerceCard; place: CardPlace }) {
	const [thumbnail] = card.thumbnails;
	return (
		<div class="card" data-testid="bot-card">
			{thumbnail && <Thumbnail thumbnail={thumbnail} />}
			<PriceBlock commerce={priceOf(card)} additional={card.description ?? null} />
			<BotButtons card={card} place={place} />
		</div>
	);
}
