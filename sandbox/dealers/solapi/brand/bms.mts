import type { Shape } from '../../shape.mts';

/** `kakaoOptions.bms` as it comes over the wire (S-SDK src/models/base/kakao/bms). */
export interface BmsLinks {
	linkMobile?: string | null;
	linkPc?: string | null;
	linkAndroid?: string | null;
	linkIos?: string | null;
}

export interface BmsButton extends BmsLinks {
	name?: string | null;
	linkType?: string | null;
	chatExtra?: string | null;
	targetOut?: boolean | null;
}

export interface BmsCoupon extends BmsLinks {
	title?: string | null;
	description?: string | null;
}

export interface BmsCommerce {
	title?: string | null;
	regularPrice?: number | null;
	discountPrice?: number | null;
	discountRate?: number | null;
	discountFixed?: number | null;
}

export interface BmsItem extends BmsLinks {
	title?: string | null;
	imageId?: string | null;
}

export interface BmsCard {
	header?: string | null;
	content?: string | null;
	additionalContent?: string | null;
	imageId?: string | null;
	imageLink?: string | null;
	commerce?: BmsCommerce | null;
	buttons?: BmsButton[] | null;
	coupon?: BmsCoupon | null;
}

export interface BmsHead extends BmsLinks {
	header?: string | null;
	content?: string | null;
	imageId?: string | null;
}

export interface BmsCarousel {
	head?: BmsHead | null;
	list?: BmsCard[] | null;
	tail?: BmsLinks | null;
}

export interface Bms {
	targeting?: string | null;
	chatBubbleType?: string | null;
	adult?: boolean | null;
	content?: string | null;
	header?: string | null;
	additionalContent?: string | null;
	imageId?: string | null;
	imageLink?: string | null;
	carousel?: BmsCarousel | null;
	mainWideItem?: BmsItem | null;
	subWideItemList?: BmsItem[] | null;
	buttons?: BmsButton[] | null;
	coupon?: BmsCoupon | null;
	commerce?: BmsCommerce | null;
	video?: { videoUrl?: string | null; imageId?: string | null; imageLink?: string | null } | null;
}

const LINKS = { linkMobile: 'string', linkPc: 'string', linkAndroid: 'string', linkIos: 'string' } as const;
const BUTTON = { ...LINKS, name: 'string', linkType: 'string', chatExtra: 'string', targetOut: 'boolean' } as const;
const COUPON = { ...LINKS, title: 'string', description: 'string' } as const;
/** Numbers: "가격 정보는 숫자 타입입니다" (S-SDK examples). The SDK turns numeric texts into numbers before they leave. */
const COMMERCE = { title: 'string', regularPrice: 'number', discountPrice: 'number', discountRate: 'number', discountFixed: 'number' } as const;
const ITEM = { ...LINKS, title: 'string', imageId: 'string' } as const;
const CARD = {
	header: 'string', content: 'string', additionalContent: 'string', imageId: 'string', imageLink: 'string', commerce: COMMERCE,
	buttons: [BUTTON], coupon: COUPON,
} as const;

export const BMS = {
	targeting: 'string', chatBubbleType: 'string', adult: 'boolean', content: 'string', header: 'string', additionalContent: 'string',
	imageId: 'string', imageLink: 'string', mainWideItem: ITEM, subWideItemList: [ITEM], buttons: [BUTTON], coupon: COUPON,
	commerce: COMMERCE, video: { videoUrl: 'string', imageId: 'string', imageLink: 'string' },
	carousel: { head: { ...LINKS, header: 'string', content: 'string', imageId: 'string' }, list: [CARD], tail: LINKS },
} as const satisfies Shape;
