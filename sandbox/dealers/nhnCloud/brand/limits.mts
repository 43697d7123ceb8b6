import type { ImageKind } from '../../../world/images.mts';
import type { BrandLayout } from '../../../world/types.mts';
import { Refusal } from '../codes.mts';

/** A text field's limit: characters and line breaks. */
export interface TextLimit {
	max: number;
	breaks: number;
}

interface LayoutLimits {
	content: (TextLimit & { required: boolean }) | null;
	header: 'required' | 'optional' | null;
	/** Fewest and most buttons. */
	buttons: readonly [number, number];
	/** Most buttons beside a coupon. */
	buttonsWithCoupon: number;
	buttonName: number;
	couponDescription: number;
	/** What kind of upload the main picture must be; null where there is none. */
	image: ImageKind | null;
	/** Buttons stand below each other; elsewhere side by side. */
	vertical: boolean;
}

const wide = {
	header: null, buttons: [0, 2], buttonsWithCoupon: 2, buttonName: 8, couponDescription: 18, image: null, vertical: false,
} as const satisfies Partial<LayoutLimits>;
const long = {
	content: { max: 1300, breaks: 99, required: true }, header: null, buttons: [0, 5], buttonsWithCoupon: 4, buttonName: 14,
	couponDescription: 12, image: null, vertical: true,
} as const satisfies LayoutLimits;
const short = { max: 76, breaks: 5 } as const;
const card = { ...wide, content: null, buttons: [1, 2], couponDescription: 12 } as const satisfies LayoutLimits;

/** The tables of friendtalkupgrade-api-guide.md, one per message type. For carousels: of one card. */
export const LIMITS: Record<BrandLayout, LayoutLimits> = {
	TEXT: long,
	IMAGE: { ...long, image: 'basic' },
	WIDE: { ...wide, content: { ...short, required: true }, image: 'wide' },
	WIDE_ITEM_LIST: { ...wide, content: null, header: 'required' },
	PREMIUM_VIDEO: { ...wide, content: { ...short, required: false }, header: 'optional', buttons: [0, 1], buttonsWithCoupon: 1 },
	COMMERCE: { ...card, image: 'basic' },
	CAROUSEL_FEED: { ...card, image: 'carouselFeed' },
	CAROUSEL_COMMERCE: { ...card, image: 'carouselCommerce' },
};

export const HEADER: TextLimit = { max: 20, breaks: 0 };
export const ADDITIONAL: TextLimit = { max: 34, breaks: 1 };
export const TITLE: TextLimit = { max: 30, breaks: 0 };
/** The first item's title is shorter, because its picture is wide. */
export const ITEM_TITLES: readonly [TextLimit, TextLimit] = [{ max: 25, breaks: 1 }, { max: 30, breaks: 1 }];
/** The guide names no limit of line breaks for these. */
export const CARD_MESSAGE: TextLimit = { max: 180, breaks: Infinity };
export const HEAD_CONTENT: TextLimit = { max: 50, breaks: Infinity };
export const LINK_LENGTH = 1000;
export const VIDEO_LENGTH = 500;

/** @throws Refusal -2000 for too many characters, -3304 for too many line breaks (which have no code of their own) */
export function checkText(field: string, text: string | null, { max, breaks }: TextLimit): void {
	if (text === null) return;
	if (text.length > max) throw new Refusal('-2000', field, max);
	if (breaks < Infinity && text.split('\n').length - 1 > breaks) throw new Refusal('-3304', `line breaks of ${field}`, 0, breaks);
}
