import type { ImageKind } from '../../../world/images.mts';
import type { BrandLayout } from '../../../world/types.mts';
import type { Bms } from './bms.mts';

/** What one layout takes (S-SDK bmsConstraints.ts: "matches the server", and kakaoOption.ts). */
export interface LayoutRules {
	/** Beside `targeting` and `chatBubbleType`. */
	fields: readonly (keyof Bms)[];
	required: readonly (keyof Bms)[];
	/** Longest `content` and its most line breaks; null where the layout has none. */
	content: { max: number; breaks: number } | null;
	/** Whether the message must have a body, in `bms.content` or in the message's own `text`. */
	body: boolean;
	buttons: { min: number; max: number; maxWithCoupon: number };
	buttonName: number;
	/** Only links to follow; null = every type. */
	linkTypes: readonly string[] | null;
	couponDescription: number;
	/** Upload type of `imageId`, and of the carousel's pictures. */
	image: ImageKind | null;
}

const LINKS_ONLY = ['WL', 'AL'] as const;
const LONG = { max: 1300, breaks: 99 };
/** One break only; NHN Cloud allows five since 2026-05-27. */
const SHORT = { max: 76, breaks: 1 };
const two = { min: 0, max: 2, maxWithCoupon: 2 };
const oneOrTwo = { min: 1, max: 2, maxWithCoupon: 2 };
const five = { min: 0, max: 5, maxWithCoupon: 4 };

export const LAYOUTS: Record<BrandLayout, LayoutRules> = {
	TEXT: {
		fields: ['adult', 'content', 'buttons', 'coupon'], required: [], content: LONG, body: true, buttons: five, buttonName: 14,
		linkTypes: null, couponDescription: 12, image: null,
	},
	IMAGE: {
		fields: ['adult', 'content', 'imageId', 'imageLink', 'buttons', 'coupon'], required: ['imageId'], content: LONG, body: true,
		buttons: five, buttonName: 14, linkTypes: null, couponDescription: 12, image: 'basic',
	},
	WIDE: {
		fields: ['adult', 'content', 'imageId', 'buttons', 'coupon'], required: ['imageId'], content: SHORT, body: true, buttons: two,
		buttonName: 8, linkTypes: null, couponDescription: 18, image: 'wide',
	},
	WIDE_ITEM_LIST: {
		fields: ['adult', 'header', 'mainWideItem', 'subWideItemList', 'buttons', 'coupon'],
		required: ['header', 'mainWideItem', 'subWideItemList'], content: null, body: false, buttons: two, buttonName: 8, linkTypes: null,
		couponDescription: 18, image: null,
	},
	COMMERCE: {
		fields: ['adult', 'additionalContent', 'imageId', 'commerce', 'buttons', 'coupon'], required: ['imageId', 'commerce', 'buttons'],
		content: null, body: false, buttons: oneOrTwo, buttonName: 8, linkTypes: LINKS_ONLY, couponDescription: 12, image: 'basic',
	},
	CAROUSEL_FEED: {
		fields: ['adult', 'carousel'], required: ['carousel'], content: null, body: false, buttons: oneOrTwo, buttonName: 8,
		linkTypes: LINKS_ONLY, couponDescription: 12, image: 'carouselFeed',
	},
	CAROUSEL_COMMERCE: {
		fields: ['adult', 'additionalContent', 'carousel'], required: ['carousel'], content: null, body: false, buttons: oneOrTwo,
		buttonName: 8, linkTypes: LINKS_ONLY, couponDescription: 12, image: 'carouselCommerce',
	},
	PREMIUM_VIDEO: {
		fields: ['adult', 'header', 'content', 'video', 'buttons', 'coupon'], required: ['video'], content: SHORT, body: false,
		buttons: { min: 0, max: 1, maxWithCoupon: 1 }, buttonName: 8, linkTypes: null, couponDescription: 12, image: null,
	},
};

export const isLayout = (text: string): text is BrandLayout => Object.hasOwn(LAYOUTS, text);
