import { compact } from '../../partner/json';
import type {
	Buttons,
	Card,
	Carousel,
	CommerceCard,
	ItemCard,
	ListItem,
	Part,
	SkillAnswer,
	SkillButton,
	Thumbnail,
} from './parts';

const VERSION = '2.0';

/** An answer as Kakao takes it; without `version` it would be read in the form of v1 (facts kakao-developers §7.2). */
export function toWire({ parts, quickReplies = [], contexts = [], data, silent }: SkillAnswer): object {
	const speaks = parts.length > 0 || silent;
	return compact({
		version: VERSION,
		template: speaks
			? compact({
					outputs: parts.map(partToWire),
					quickReplies: quickReplies.length > 0 ? quickReplies.map(buttonToWire) : undefined,
				})
			: undefined,
		context: contexts.length > 0 ? { values: contexts.map((value) => compact(value)) } : undefined,
		data,
	});
}

/** "Wait": the real answer follows at the callback address. `text` fills the waiting bubble's `{{#webhook.text}}`. */
export const waitingToWire = (text: string | null): object =>
	compact({ version: VERSION, useCallback: true, data: text ? { text } : undefined });

function partToWire(part: Part): object {
	if (part.type === 'simpleText') return { simpleText: { text: part.text } };
	if (part.type === 'simpleImage') return { simpleImage: compact({ imageUrl: part.imageUrl, altText: part.altText }) };
	if (part.type === 'carousel') return { carousel: carouselToWire(part) };
	return { [part.type]: cardToWire(part) };
}

const carouselToWire = ({ cards, header }: Carousel): object =>
	compact({
		type: cards[0]?.type,
		header: header && { ...header, thumbnail: thumbnailToWire(header.thumbnail) },
		items: cards.map(cardToWire),
	});

function cardToWire(card: Card): object {
	switch (card.type) {
		case 'textCard':
			return compact({ title: card.title, description: card.description, ...buttonsToWire(card) });
		case 'basicCard':
			return compact({
				title: card.title,
				description: card.description,
				thumbnail: thumbnailToWire(card.thumbnail),
				...buttonsToWire(card),
			});
		case 'commerceCard':
			return commerceToWire(card);
		case 'listCard':
			return compact({
				header: { title: card.header },
				items: card.items.map(listItemToWire),
				...buttonsToWire(card),
			});
		case 'itemCard':
			return itemCardToWire(card);
	}
}

const commerceToWire = (card: CommerceCard): object =>
	compact({
		title: card.title,
		description: card.description,
		price: card.price,
		discount: card.discount,
		discountRate: card.discountRate,
		discountedPrice: card.discountedPrice,
		// The only one that Kakao knows.
		currency: 'won',
		thumbnails: [thumbnailToWire(card.thumbnail)],
		profile: card.profile && compact(card.profile),
		...buttonsToWire(card),
	});

const listItemToWire = ({ link, ...item }: ListItem): object =>
	compact({ ...item, link: link ? { web: link } : undefined });

const itemCardToWire = (card: ItemCard): object =>
	compact({
		thumbnail: card.thumbnail && thumbnailToWire(card.thumbnail),
		head: card.head ? { title: card.head } : undefined,
		profile: card.profile && compact({ title: card.profile.nickname, imageUrl: card.profile.imageUrl }),
		imageTitle: card.imageTitle && compact(card.imageTitle),
		itemList: card.items,
		itemListAlignment: card.itemAlignment,
		itemListSummary: card.summary,
		title: card.title,
		description: card.description,
		...buttonsToWire(card),
	});

const thumbnailToWire = ({ link, ...thumbnail }: Thumbnail): object =>
	compact({ ...thumbnail, link: link ? { web: link } : undefined });

const buttonsToWire = ({ buttons = [], buttonLayout }: Buttons) =>
	buttons.length === 0 ? {} : { buttons: buttons.map(buttonToWire), buttonLayout };

function buttonToWire(button: SkillButton): object {
	if (button.action === 'webLink') return { action: button.action, label: button.label, webLinkUrl: button.url };
	return compact(button);
}
