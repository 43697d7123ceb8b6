import { Carousel } from '../bubbles/brand/Carousel.tsx';
import { Picture } from '../bubbles/Picture.tsx';
import { TextBubble } from '../consult/TextBubble.tsx';
import type { BotOutput } from './api.mts';
import type { CardPlace } from './BotButtons.tsx';
import { BasicCard, TextCard } from './cards/BasicCard.tsx';
import { CarouselHead } from './cards/CarouselHead.tsx';
import { CommerceCard } from './cards/CommerceCard.tsx';
import { ItemCard } from './cards/ItemCard.tsx';
import { ListCard } from './cards/ListCard.tsx';

type CarouselOf = Extract<BotOutput, { carousel: object }>['carousel'];

/** In a carousel the cards stand without their names: the type says which they are. */
function named({ type, items }: CarouselOf): BotOutput[] {
	return items.map((item) => ({ [type]: item }) as BotOutput);
}

/** One bubble of a skill's answer, as KakaoTalk draws it. */
export function Output({ output, place }: { output: BotOutput; place: CardPlace }) {
	if ('simpleText' in output) return <TextBubble text={output.simpleText.text} />;
	if ('simpleImage' in output) {
		const { imageUrl, altText } = output.simpleImage;
		return (
			<div class="bot-image">
				<Picture url={imageUrl} className="consult-picture" alt={altText} />
			</div>
		);
	}
	if ('textCard' in output) return <TextCard card={output.textCard} place={place} />;
	if ('basicCard' in output) return <BasicCard card={output.basicCard} place={place} />;
	if ('commerceCard' in output) return <CommerceCard card={output.commerceCard} place={place} />;
	if ('listCard' in output) return <ListCard card={output.listCard} place={place} />;
	if ('itemCard' in output) return <ItemCard card={output.itemCard} place={place} />;
	return (
		<div class="consult-carousel bot-carousel">
			<Carousel>
				{output.carousel.header && <CarouselHead header={output.carousel.header} />}
				{named(output.carousel).map((card, index) => (
					<Output key={index} output={card} place={{ ...place, card: index }} />
				))}
			</Carousel>
		</div>
	);
}
