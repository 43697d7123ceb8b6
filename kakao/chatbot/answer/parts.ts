/** What a skill can answer with (facts kakao-developers §7.2). Addresses are web addresses, texts are plain. */

export type SkillButton =
	| { action: 'webLink'; label: string; url: string }
	/** Speaks for the user. */
	| { action: 'message'; label: string; messageText: string }
	| { action: 'phone'; label: string; phoneNumber: string }
	/** Leads to a block; `extra` comes along in that block's skill call. */
	| { action: 'block'; label: string; blockId: string; messageText?: string; extra?: Readonly<Record<string, unknown>> }
	| { action: 'share'; label: string }
	/** Hands over to a person, once the user presses it: the server cannot (facts §7.4). */
	| { action: 'operator'; label: string };

export type QuickReply = Extract<SkillButton, { action: 'message' | 'block' }>;

export interface Buttons {
	buttons?: readonly SkillButton[];
	/** Vertical when left out. */
	buttonLayout?: 'vertical' | 'horizontal';
}

export interface Thumbnail {
	imageUrl: string;
	altText?: string;
	/** Where a tap leads. */
	link?: string;
	/** Keeps the picture square instead of cutting it to 2:1; needs width and height (pixels). */
	fixedRatio?: boolean;
	width?: number;
	height?: number;
}

export interface SimpleText {
	type: 'simpleText';
	text: string;
}
export interface SimpleImage {
	type: 'simpleImage';
	imageUrl: string;
	altText?: string;
}
export interface TextCard extends Buttons {
	type: 'textCard';
	title?: string;
	description?: string;
}
export interface BasicCard extends Buttons {
	type: 'basicCard';
	title?: string;
	description?: string;
	thumbnail: Thumbnail;
}
export interface Profile {
	nickname: string;
	imageUrl?: string;
}
export interface CommerceCard extends Buttons {
	type: 'commerceCard';
	title?: string;
	description?: string;
	/** Won. */
	price: number;
	/** Won off. */
	discount?: number;
	/** Per cent; needs the discounted price. */
	discountRate?: number;
	/** Won. */
	discountedPrice?: number;
	thumbnail: Thumbnail;
	profile?: Profile;
}
export interface ListItem {
	title: string;
	description?: string;
	imageUrl?: string;
	/** What a tap does: opens an address, speaks for the user, or leads to a block. */
	link?: string;
	action?: 'message' | 'block';
	messageText?: string;
	blockId?: string;
	extra?: Readonly<Record<string, unknown>>;
}
export interface ListCard extends Buttons {
	type: 'listCard';
	header: string;
	items: readonly ListItem[];
}
export interface ItemCard extends Buttons {
	type: 'itemCard';
	thumbnail?: Thumbnail;
	/** Not together with a profile. */
	head?: string;
	profile?: Profile;
	imageTitle?: { title: string; description?: string };
	items: readonly { title: string; description: string }[];
	itemAlignment?: 'left' | 'right';
	summary?: { title: string; description: string };
	title?: string;
	description?: string;
}
export type Card = TextCard | BasicCard | CommerceCard | ListCard | ItemCard;

export interface Carousel {
	type: 'carousel';
	/** All of one type. */
	cards: readonly Card[];
	header?: { title: string; description: string; thumbnail: Thumbnail };
}

export type Part = SimpleText | SimpleImage | Card | Carousel;

/** What the bot is to remember. */
export interface ContextValue {
	name: string;
	/** For how many answers; 0 forgets. */
	lifeSpan: number;
	/** Seconds. */
	ttl?: number;
	params?: Readonly<Record<string, string>>;
}

export interface SkillAnswer {
	parts: readonly Part[];
	quickReplies?: readonly QuickReply[];
	contexts?: readonly ContextValue[];
	/** Fills `{{#webhook.key}}` in bubbles that are set in the admin center. */
	data?: Readonly<Record<string, unknown>>;
	/** Says nothing on purpose, as blocks for events and notices may. */
	silent?: boolean;
}
