import type { Button, Links } from './bubble.mts';

/** Layouts of a Brand Message (chatBubbleType). */
export type BrandLayout =
	| 'TEXT'
	| 'IMAGE'
	| 'WIDE'
	| 'WIDE_ITEM_LIST'
	| 'PREMIUM_VIDEO'
	| 'COMMERCE'
	| 'CAROUSEL_FEED'
	| 'CAROUSEL_COMMERCE';

export interface Coupon extends Links {
	title: string;
	description: string;
}

/** Prices in won; of the two discounts at most one is set. In a template the prices are texts that may be variables. */
export interface Commerce<Price = number> {
	title: string;
	regularPrice: Price;
	discountPrice: Price | null;
	/** Percent. */
	discountRate: Price | null;
	/** Won. */
	discountFixed: Price | null;
}

/** One card of a carousel. */
export interface BrandCard<Price = number> {
	/** Feed only. */
	header: string | null;
	message: string | null;
	/** Commerce only (부가정보). */
	additional: string | null;
	commerce: Commerce<Price> | null;
	imageUrl: string;
	imageLink: string | null;
	buttons: Button[];
	coupon: Coupon | null;
}

export interface WideItem extends Links {
	title: string | null;
	imageUrl: string;
}

/** The card that introduces a commerce carousel (인트로). */
export interface CarouselHead extends Links {
	header: string;
	content: string;
	imageUrl: string;
}

export interface Carousel<Price = number> {
	/** Commerce only. */
	head: CarouselHead | null;
	cards: BrandCard<Price>[];
	/** "더보기" at the end. */
	tail: Links | null;
}

/** The free opt-out number (무료수신거부) and, where several advertisers share one, the number to enter there. */
export interface OptOut {
	number: string;
	authNumber: string | null;
}

/** Everything of a Brand Message that a customer sees, or the template of it (then with texts as prices). */
export interface BrandBubble<Price = number> {
	kind: 'brand';
	layout: BrandLayout;
	adult: boolean;
	text: string | null;
	header: string | null;
	additional: string | null;
	imageUrl: string | null;
	imageLink: string | null;
	items: WideItem[];
	commerce: Commerce<Price> | null;
	video: { url: string; thumbnailUrl: string | null } | null;
	carousel: Carousel<Price> | null;
	buttons: Button[];
	coupon: Coupon | null;
	/** Sent to somebody who is no friend: KakaoTalk shows the free opt-out number under the message. Set on delivery. */
	optOut: OptOut | null;
}

/** M: everyone who consented. N: those of them who are no friends. I: friends on the sender's list. */
export type Targeting = 'M' | 'N' | 'I';

/** A Brand Message template: no review, usable at once (status A) or stopped (S). */
export interface BrandTemplate {
	code: string;
	name: string;
	channel: string;
	status: 'usable' | 'stopped';
	bubble: BrandBubble<string>;
	createdAt: string;
}
