import type { Button } from '../template';

/**
 * A Brand Message's content, the same shape for every dealer: as a template holds it, with `#{names}` inside, or
 * finished. Fields that a kind has no place for stay absent (facts §1.4).
 */

/** The eight layouts of KakaoTalk (chatBubbleType). */
export const BRAND_KINDS = [
	'TEXT',
	'IMAGE',
	'WIDE',
	'WIDE_ITEM_LIST',
	'COMMERCE',
	'CAROUSEL_FEED',
	'CAROUSEL_COMMERCE',
	'PREMIUM_VIDEO',
] as const;

export type BrandKind = (typeof BRAND_KINDS)[number];

/** Where a tap leads. */
export type Links = Pick<Button, 'linkMobile' | 'linkPc' | 'schemeAndroid' | 'schemeIos'>;

/** The title follows one of five patterns, see coupon.ts. */
export interface Coupon extends Links {
	title: string;
	description: string;
}

/** Prices in won as digits (a template may hold variables instead). */
export interface Commerce {
	title: string;
	regularPrice: string;
	discountPrice?: string;
	/** Percent. */
	discountRate?: string;
	/** Won taken off. */
	discountFixed?: string;
}

/** A row of a wide item list; the first one is large. */
export interface WideItem extends Links {
	title?: string;
	image: string;
}

/** One card of a carousel: a feed card has header and text, a commerce card has a product. */
export interface Card {
	header?: string;
	text?: string;
	/** A line under the price. */
	additional?: string;
	commerce?: Commerce;
	image: string;
	imageLink?: string;
	buttons: readonly Button[];
	coupon?: Coupon;
}

/** The card that opens a commerce carousel. */
export interface Intro extends Links {
	header: string;
	text: string;
	image: string;
}

export interface Carousel {
	intro?: Intro;
	cards: readonly Card[];
	/** "See more" (더보기) behind the last card. */
	more?: Links;
}

/** Pictures are named by the dealer's reference: NHN a URL, SOLAPI and SENS an id (see pictures.ts for before the upload). */
export interface BrandContent {
	kind: BrandKind;
	text?: string;
	header?: string;
	/** A line under the price (COMMERCE). */
	additional?: string;
	image?: string;
	/** Where a tap on the picture leads. */
	imageLink?: string;
	items?: readonly WideItem[];
	commerce?: Commerce;
	video?: { url: string; thumbnail?: string };
	carousel?: Carousel;
	buttons: readonly Button[];
	coupon?: Coupon;
}

/** A Brand Message template. No review: usable as soon as it is registered. */
export interface BrandTemplate {
	/** The dealer's code for it. */
	code: string;
	name: string;
	status: 'approved' | 'stopped';
	content: BrandContent;
}
