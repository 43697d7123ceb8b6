import { Picture } from '../../bubbles/Picture.tsx';
import type { BotListCard, BotListItem } from '../api.mts';
import { BotAction, BotButtons, type CardPlace } from '../BotButtons.tsx';
import { addressOf } from './Thumbnail.tsx';

function Content({ item: { title, description, imageUrl } }: { item: BotListItem }) {
	return (
		<>
			<span class="bot-item-text">
				<strong>{title}</strong>
				{description && <small>{description}</small>}
			</span>
			{imageUrl && <Picture url={imageUrl} className="thumbnail" inside />}
		</>
	);
}

/** A row leads to its address, or acts like a button; without either it is only to read. */
function Item({ item, place, index }: { item: BotListItem; place: CardPlace; index: number }) {
	const address = addressOf(item.link);
	const { action, title: label, messageText, blockId } = item;
	const marks = { class: 'bot-item', 'data-testid': 'bot-item' };
	if (!action && !address) {
		return (
			<div {...marks}>
				<Content item={item} />
			</div>
		);
	}
	const { channel, ...where } = place;
	const button = action ? { label, action, messageText, blockId } : { label, action: 'webLink' as const, webLinkUrl: address };
	return (
		<BotAction button={button} channel={channel} tap={{ ...where, item: index }} {...marks}>
			<Content item={item} />
		</BotAction>
	);
}

export function ListCard({ card, place }: { card: BotListCard; place: CardPlace }) {
	return (
		<div class="card" data-testid="bot-card">
			<h3 class="bot-list-header" data-testid="bot-title">
				{card.header.title}
			</h3>
			<ul class="bot-items">
				{card.items.map((item, index) => (
					<li key={index}>
						<Item item={item} place={place} index={index} />
					</li>
				))}
			</ul>
			<BotButtons card={card} place={place} />
		</div>
	);
}
