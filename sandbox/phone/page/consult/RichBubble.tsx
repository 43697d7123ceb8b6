import { Carousel } from '../bubbles/brand/Carousel.tsx';
import { CouponTicket } from '../bubbles/brand/CouponTicket.tsx';
import { MoreCard } from '../bubbles/brand/MoreCard.tsx';
import { ItemList } from '../bubbles/ItemList.tsx';
import { Picture } from '../bubbles/Picture.tsx';
import { TapArea } from '../bubbles/Tap.tsx';
import { useLanguage } from '../language.mts';
import { LinkedText } from '../LinkedText.tsx';
import type { ConsultCard, ConsultItem, ConsultRich } from './api.mts';
import { ConsultButtons } from './ConsultButtons.tsx';

interface Place {
	channel: string;
	messageId: string;
}

function Image({ url, link }: { url: string | null; link: string | null }) {
	const { words } = useLanguage();
	if (!url) return null;
	return (
		<TapArea name={words.pictureLink} links={link ? { linkMobile: link } : {}} class="picture-link">
			<Picture url={url} className="consult-picture" inside={link !== null} />
		</TapArea>
	);
}

function Words({ header, text, description = null }: { header: string | null; text: string | null; description?: string | null }) {
	if (!header && !text && !description) return null;
	return (
		<div class="card-body">
			{header && <h3 class="brand-header">{header}</h3>}
			{description && <p class="card-extra">{description}</p>}
			{text && (
				<p class="card-text" data-testid="consult-text">
					<LinkedText text={text} />
				</p>
			)}
		</div>
	);
}

/** Rows with a picture each; the first one is large, as in a Brand Message of the same kind. */
function WideItems({ items }: { items: readonly ConsultItem[] }) {
	return (
		<ul class="wide-items">
			{items.map((item, place) => (
				<li key={place}>
					<TapArea name={item.title} links={item} class={place === 0 ? 'wide-item first' : 'wide-item'}>
						{place === 0 && item.imageUrl && <Picture url={item.imageUrl} className="brand-picture main" inside />}
						<span class="wide-item-title">{item.title}</span>
						{place > 0 && item.imageUrl && <Picture url={item.imageUrl} className="thumbnail" inside />}
					</TapArea>
				</li>
			))}
		</ul>
	);
}

function Card({ card, index, channel, messageId }: Place & { card: ConsultCard; index: number }) {
	return (
		<div class="card">
			<Image url={card.imageUrl} link={card.imageLink} />
			<Words header={card.header} text={card.text} />
			<CouponTicket coupon={card.coupon} />
			<ConsultButtons buttons={card.buttons} channel={channel} messageId={messageId} card={index} />
		</div>
	);
}

/** A bubble of an agent or the bot with more than text. */
export function RichBubble({ rich, channel, messageId }: Place & { rich: ConsultRich }) {
	if (rich.layout === 'CAROUSEL_FEED') {
		return (
			<div class="consult-carousel">
				<Carousel>
					{rich.cards.map((card, index) => (
						<Card key={index} card={card} index={index} channel={channel} messageId={messageId} />
					))}
					{rich.tail && <MoreCard links={rich.tail} />}
				</Carousel>
			</div>
		);
	}
	const wideItems = rich.layout === 'WIDE_ITEM_LIST';
	const listed = wideItems || rich.layout === 'ITEM_LIST';
	const rows = wideItems ? [] : rich.items.map(({ title, description }) => ({ title, description: description ?? '' }));
	return (
		<div class="card" data-layout={rich.layout}>
			<Image url={rich.imageUrl} link={rich.imageLink} />
			{listed && rich.header && <h3 class={wideItems ? 'list-header' : 'card-header'}>{rich.header}</h3>}
			{wideItems && <WideItems items={rich.items} />}
			<ItemList items={rows} summary={rich.summary} />
			<Words header={listed ? null : rich.header} text={rich.text} description={rich.description} />
			<CouponTicket coupon={rich.coupon} />
			<ConsultButtons buttons={rich.buttons} channel={channel} messageId={messageId} />
		</div>
	);
}
