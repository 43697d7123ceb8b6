import type { BrandLayout } from '../../../world/types.mts';
import type { ImageType } from './imageTypes.mts';
import type { BrandFields } from './bodies.mts';

/** SENS says WIDE_IMAGE where Kakao and the others say WIDE (facts 3.4). */
export const MESSAGE_TYPES = {
	TEXT: 'TEXT', IMAGE: 'IMAGE', WIDE_IMAGE: 'WIDE', WIDE_ITEM_LIST: 'WIDE_ITEM_LIST', COMMERCE: 'COMMERCE',
	CAROUSEL_COMMERCE: 'CAROUSEL_COMMERCE', CAROUSEL_FEED: 'CAROUSEL_FEED', PREMIUM_VIDEO: 'PREMIUM_VIDEO',
} as const satisfies Record<string, BrandLayout>;

export type MessageType = keyof typeof MESSAGE_TYPES;

export const isMessageType = (type: string): type is MessageType => Object.hasOwn(MESSAGE_TYPES, type);

export const messageTypeOf = (layout: BrandLayout): MessageType => (layout === 'WIDE' ? 'WIDE_IMAGE' : layout);

export interface LayoutRules {
	/** The fields of its content; any other is a mistake of the caller. */
	fields: readonly (keyof BrandFields)[];
	required: readonly (keyof BrandFields)[];
	content: { max: number; breaks: number } | null;
	buttons: { min: number; max: number; maxWithCoupon: number };
	buttonName: number;
	couponDescription: number;
	/** Upload type of `image`, and of the carousel's pictures. */
	image: ImageType | null;
}

/** Line breaks and name lengths are Kakao's (facts 4.3); SENS's document names 14 characters for every button (E-MCP). */
const LONG = { max: 1300, breaks: 99 };
const SHORT = { max: 76, breaks: 5 };
const two = { min: 0, max: 2, maxWithCoupon: 2 };
const oneOrTwo = { min: 1, max: 2, maxWithCoupon: 2 };
const five = { min: 0, max: 5, maxWithCoupon: 4 };

export const LAYOUTS: Record<MessageType, LayoutRules> = {
	TEXT: {
		fields: ['content', 'coupon', 'buttons'], required: ['content'], content: LONG, buttons: five, buttonName: 14, couponDescription: 12,
		image: null,
	},
	IMAGE: {
		fields: ['content', 'image', 'coupon', 'buttons'], required: ['content', 'image'], content: LONG, buttons: five, buttonName: 14,
		couponDescription: 12, image: 'BASIC',
	},
	WIDE_IMAGE: {
		fields: ['content', 'image', 'coupon', 'buttons'], required: ['content', 'image'], content: SHORT, buttons: two, buttonName: 8,
		// E-MCP says 8 where NHN Cloud and SOLAPI say 18: perhaps a slip of the document, but the narrower end is safe.
		couponDescription: 8, image: 'WIDE',
	},
	WIDE_ITEM_LIST: {
		fields: ['headerContent', 'item', 'coupon', 'buttons'], required: ['headerContent', 'item'], content: null, buttons: two, buttonName: 8,
		couponDescription: 18, image: null,
	},
	COMMERCE: {
		fields: ['additionalContent', 'image', 'commerce', 'coupon', 'buttons'], required: ['image', 'commerce', 'buttons'], content: null,
		buttons: oneOrTwo, buttonName: 8, couponDescription: 12, image: 'BASIC',
	},
	CAROUSEL_COMMERCE: {
		fields: ['carousel'], required: ['carousel'], content: null, buttons: oneOrTwo, buttonName: 8, couponDescription: 12,
		image: 'CAROUSEL_COMMERCE',
	},
	CAROUSEL_FEED: {
		fields: ['carousel'], required: ['carousel'], content: null, buttons: oneOrTwo, buttonName: 8, couponDescription: 12,
		image: 'CAROUSEL_FEED',
	},
	PREMIUM_VIDEO: {
		fields: ['headerContent', 'content', 'video', 'coupon', 'buttons'], required: ['video'], content: SHORT,
		buttons: { min: 0, max: 1, maxWithCoupon: 1 }, buttonName: 8, couponDescription: 12, image: null,
	},
};
