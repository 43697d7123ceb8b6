import type { BotBasicCard, BotTextCard } from '../api.mts';
import { BotButtons, type CardPlace } from '../BotButtons.tsx';
import { CardWords } from './CardWords.tsx';
import { Thumbnail } from './Thumbnail.tsx';

export function TextCard({ card, place }: { card: BotTextCard; place: CardPlace }) {
	return (
		<div class="card" data-testid="bot-card">
			<CardWords title={card.title} description={card.description} />
			<BotButtons card={card} place={place} />
		</div>
	);
}

export function BasicCard({ card, place }: { card: BotBasicCard; place: CardPlace }) {
	return (
		<div class="card" data-testid="bot-card">
			<Thumbnail thumbnail={card.thumbnail} />
			<CardWords title={card.title} description={card.description} />
			<BotButtons card={card} place={place} />
		</div>
	);
}
