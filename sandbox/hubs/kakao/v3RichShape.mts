import type { Shape } from '../../dealers/shape.mts';
import { BUTTON_SHAPE, LINK_SHAPE, SUPPLEMENT_SHAPE, type WireButton, type WireLinks, type WireSupplement } from './buttons.mts';
import { ADDRESS_SHAPE, type Address } from './v1Message.mts';

/**
 * HappyTalk MessageSend/rich names the fields of the top level and of buttons. The inside of items, coupons and carousels
 * is as Kakao names it in its other bubbles; quick replies (`supplement`) are not in its table (facts 2.3, 8).
 */
const COUPON = { title: 'string', description: 'string', ...LINK_SHAPE } as const satisfies Shape;
const IMAGE = { img_url: 'string', img_link: 'string' } as const satisfies Shape;

export const RICH_SHAPE: Shape = {
	...ADDRESS_SHAPE, chat_bubble_type: 'string', message: 'string', description: 'string', header: 'string', auto_answer: 'string',
	lock: 'boolean',
	attachment: {
		buttons: [BUTTON_SHAPE], image: IMAGE, coupon: COUPON,
		item: {
			list: [{ title: 'string', description: 'string', img_url: 'string', ...LINK_SHAPE }],
			summary: { title: 'string', description: 'string' },
		},
	},
	carousel: {
		list: [{ header: 'string', message: 'string', attachment: { buttons: [BUTTON_SHAPE], image: IMAGE, coupon: COUPON } }],
		tail: LINK_SHAPE,
	},
	supplement: SUPPLEMENT_SHAPE,
};

export interface WireCoupon extends WireLinks { title?: string | null; description?: string | null }
export interface WireImage { img_url?: string | null; img_link?: string | null }
export interface WireItem extends WireLinks { title?: string | null; description?: string | null; img_url?: string | null }

export interface WireAttachment {
	buttons?: WireButton[] | null;
	image?: WireImage | null;
	coupon?: WireCoupon | null;
	item?: { list?: WireItem[] | null; summary?: { title?: string | null; description?: string | null } | null } | null;
}

export interface WireCard {
	header?: string | null;
	message?: string | null;
	attachment?: Pick<WireAttachment, 'buttons' | 'image' | 'coupon'> | null;
}

export interface RichMessage extends Address {
	chat_bubble_type?: string | null;
	message?: string | null;
	description?: string | null;
	header?: string | null;
	auto_answer?: string | null;
	lock?: boolean | null;
	attachment?: WireAttachment | null;
	carousel?: { list?: WireCard[] | null; tail?: WireLinks | null } | null;
	supplement?: WireSupplement | null;
}
