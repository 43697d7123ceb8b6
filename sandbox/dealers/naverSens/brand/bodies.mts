import type { Shape } from '../../shape.mts';
import { FAILOVER, type Recipient } from '../bodies.mts';

export interface LinkFields {
	linkMobile?: string | null;
	linkPc?: string | null;
	schemeIos?: string | null;
	schemeAndroid?: string | null;
}

export interface BrandButton extends LinkFields {
	type?: string | null;
	name?: string | null;
	bizFormId?: string | null;
}

export interface CouponFields extends LinkFields {
	title?: string | null;
	description?: string | null;
}

/** Prices come as texts (E-MCP "send as strings"). */
export interface CommerceFields {
	title?: string | null;
	regularPrice?: string | null;
	discountPrice?: string | null;
	discountRate?: string | null;
	discountFixed?: string | null;
}

export interface ImageFields {
	imageId?: string | null;
	imageLink?: string | null;
}

export interface ItemFields extends LinkFields {
	title?: string | null;
	imageId?: string | null;
}

/** The header of a card or head, by whichever name it came. */
export const headerOf = (part: { headerContent?: string | null; header?: string | null }) => part.headerContent ?? part.header;

/**
 * The document's tables for the inside of a carousel could not be read (E-MCP only names head, list and tail). Cards take the
 * names of the same things in a plain message; the head, linked as a whole, those of an item. Kakao and the other dealers call
 * the header of a card `header`: while nobody can tell, both names are taken.
 */
export interface CardFields {
	headerContent?: string | null;
	header?: string | null;
	content?: string | null;
	additionalContent?: string | null;
	image?: ImageFields | null;
	commerce?: CommerceFields | null;
	coupon?: CouponFields | null;
	buttons?: BrandButton[] | null;
}

export interface HeadFields extends LinkFields {
	headerContent?: string | null;
	header?: string | null;
	content?: string | null;
	imageId?: string | null;
}

export interface CarouselFields {
	head?: HeadFields | null;
	list?: CardFields[] | null;
	tail?: LinkFields | null;
}

/** What a free-form message says; with a template all of it comes from there. */
export interface BrandFields {
	content?: string | null;
	headerContent?: string | null;
	additionalContent?: string | null;
	image?: ImageFields | null;
	item?: { list?: ItemFields[] | null } | null;
	commerce?: CommerceFields | null;
	carousel?: CarouselFields | null;
	video?: { thumbnailId?: string | null; videoUrl?: string | null } | null;
	coupon?: CouponFields | null;
	buttons?: BrandButton[] | null;
}

export interface BrandMessage extends Recipient, BrandFields {
	templateParameters?: Record<string, string> | null;
}

export interface BrandBody {
	plusFriendId?: string | null;
	messageType?: string | null;
	templateCode?: string | null;
	targeting?: string | null;
	isAdult?: boolean | null;
	messages?: BrandMessage[] | null;
	reserveTime?: string | null;
	reserveTimeZone?: string | null;
}

const LINKS = { linkMobile: 'string', linkPc: 'string', schemeIos: 'string', schemeAndroid: 'string' } as const;
const BUTTON = { ...LINKS, type: 'string', name: 'string', bizFormId: 'string' } as const;
const COUPON = { ...LINKS, title: 'string', description: 'string' } as const;
const COMMERCE = { title: 'string', regularPrice: 'string', discountPrice: 'string', discountRate: 'string', discountFixed: 'string' } as const;
const IMAGE = { imageId: 'string', imageLink: 'string' } as const;
const TEXTS = { headerContent: 'string', content: 'string', additionalContent: 'string' } as const;
const CARD = { ...TEXTS, header: 'string', image: IMAGE, commerce: COMMERCE, coupon: COUPON, buttons: [BUTTON] } as const;

export const BRAND_SEND = {
	plusFriendId: 'string', messageType: 'string', templateCode: 'string', targeting: 'string', isAdult: 'boolean', reserveTime: 'string',
	reserveTimeZone: 'string',
	messages: [{
		to: 'string', countryCode: 'string', templateParameters: 'strings', ...TEXTS, image: IMAGE,
		item: { list: [{ ...LINKS, title: 'string', imageId: 'string' }] }, commerce: COMMERCE,
		carousel: { head: { ...LINKS, header: 'string', headerContent: 'string', content: 'string', imageId: 'string' }, list: [CARD], tail: LINKS },
		video: { thumbnailId: 'string', videoUrl: 'string' }, coupon: COUPON, buttons: [BUTTON], useSmsFailover: 'boolean',
		failoverConfig: FAILOVER,
	}],
} as const satisfies Shape;

export const FIELDS = [
	'content', 'headerContent', 'additionalContent', 'image', 'item', 'commerce', 'carousel', 'video', 'coupon', 'buttons',
] as const satisfies readonly (keyof BrandFields)[];
