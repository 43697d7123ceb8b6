import { ItemList } from '../../bubbles/ItemList.tsx';
import { Picture } from '../../bubbles/Picture.tsx';
import type { BotItemCard } from '../api.mts';
import { BotButtons, type CardPlace } from '../BotButtons.tsx';
import { CardWords } from './CardWords.tsx';
import { Thumbnail } from './Thumbnail.tsx';

/** KakaoTalk's order: picture, head or profile, the picture's title, rows, their sum, words, buttons. */
export function ItemCard({ card, place }: { card: BotItemCard; place: CardPlace }) {
	const { thumbnail, head, profile, imageTitle, itemList, itemListAlignment, itemListSummary, title, description } = card;
	return (
		<div class="card" data-testid="bot-card">
			{thumbnail && <Thumbnail thumbnail={thumbnail} />}
			{head && <h3 class="bot-head">{head.title}</h3>}
			{profile && (
				<p class="bot-profile">
					{profile.imageUrl && <Picture url={profile.imageUrl} className="bot-face" inside />}
					<strong>{profile.title}</strong>
				</p>
			)}
			{imageTitle && (
				<div class="bot-image-title">
					<strong>{imageTitle.title}</strong>
					{imageTitle.description && <small>{imageTitle.description}</small>}
				</div>
			)}
			<div class={itemListAlignment === 'right' ? 'bot-rows right' : 'bot-rows'}>
				<ItemList items={itemList} summary={itemListSummary ?? null} />
			</div>
			<CardWords title={title} description={description} />
			<BotButtons card={card} place={place} />
		</div>
	);
}
