/** What a skill may answer (facts/kakao-developers.md 7.2), after it was checked. The phone page draws these. */

export interface BotButton {
	label: string;
	action: 'webLink' | 'message' | 'phone' | 'block' | 'share' | 'operator' | 'osLink';
	webLinkUrl?: string;
	messageText?: string;
	phoneNumber?: string;
	blockId?: string;
	extra?: Record<string, unknown>;
}

export interface BotQuickReply {
	label: string;
	action: 'message' | 'block';
	messageText?: string;
	blockId?: string;
	extra?: Record<string, unknown>;
}

export interface BotThumbnail { imageUrl: string; altText?: string; fixedRatio?: boolean; width?: number; height?: number; link?: object }

interface WithButtons { buttons?: BotButton[]; buttonLayout?: 'vertical' | 'horizontal' }

export interface BotTextCard extends WithButtons { title?: string; description?: string }
export interface BotBasicCard extends WithButtons { title?: string; description?: string; thumbnail: BotThumbnail }
export interface BotCommerceCard extends WithButtons {
	title?: string; description?: string; price: number; discount?: number; discountRate?: number; discountedPrice?: number;
	currency: 'won'; thumbnails: BotThumbnail[];
}
export interface BotListItem extends Partial<Omit<BotQuickReply, 'label'>> {
	title: string; description?: string; imageUrl?: string; link?: { web?: string; pc?: string; mobile?: string };
}
export interface BotListCard extends WithButtons { header: { title: string }; items: BotListItem[] }
export interface BotItemCard extends WithButtons {
	itemList: { title: string; description: string }[]; itemListAlignment?: 'left' | 'right';
	itemListSummary?: { title: string; description: string };
	thumbnail?: BotThumbnail; head?: { title: string }; profile?: { title: string; imageUrl?: string };
	imageTitle?: { title: string; description?: string }; title?: string; description?: string;
}

export type BotCard =
	| { textCard: BotTextCard } | { basicCard: BotBasicCard } | { commerceCard: BotCommerceCard } | { listCard: BotListCard } | { itemCard: BotItemCard };

export const CAROUSEL_TYPES = ['textCard', 'basicCard', 'commerceCard', 'listCard', 'itemCard'] as const;
export type CarouselType = (typeof CAROUSEL_TYPES)[number];

/** One bubble. In a carousel the cards stand without their names. */
export type BotOutput =
	| { simpleText: { text: string } }
	| { simpleImage: { imageUrl: string; altText: string } }
	| BotCard
	| { carousel: { type: CarouselType; items: (BotTextCard | BotBasicCard | BotCommerceCard | BotListCard | BotItemCard)[]; header?: object } };
