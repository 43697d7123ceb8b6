import type { ButtonType } from '../template';
import type { BrandKind } from './content';

/** How long a text may be: UTF-16 units, as Java and JavaScript count, and line breaks. */
export interface TextRule {
	limit: number;
	breaks: number;
}

/** What a button may bring beside its links: for a chatbot, and the key of a business form. */
export type ButtonExtra = 'chatEvent' | 'chatExtra' | 'bizFormKey';

export interface ButtonRule {
	min: number;
	max: number;
	/** With a coupon beside them. */
	maxWithCoupon: number;
	nameLimit: number;
	types: readonly ButtonType[];
	/** Addresses that an app link needs of its three, or the schemes of both systems. */
	appLink: 1 | 2 | 'bothSchemes';
	/** Those that the dealer has a field for. */
	extras: readonly ButtonExtra[];
	/** Where "add channel" must stand. */
	addChannel: 'first' | 'last';
}

/** What one kind holds. A part that is absent here has no place in it. */
export interface KindRule {
	text?: TextRule & { required: boolean };
	header?: TextRule & { required: boolean };
	additional?: TextRule;
	image?: true;
	/** A tap on the picture may lead somewhere. */
	imageLink?: boolean;
	items?: { min: number; max: number; first: TextRule; others: TextRule };
	commerce?: true;
	video?: true;
	carousel?: CarouselRule;
	/** Of the message; a carousel's stand on its cards. */
	buttons?: ButtonRule;
	/** Characters of a coupon's description. */
	coupon?: number;
}

export interface CarouselRule {
	min: number;
	max: number;
	/** Absent: this kind has no intro. */
	intro?: { min: number; max: number; header: TextRule; text: TextRule };
	header?: TextRule;
	text?: TextRule;
	additional?: TextRule;
	commerce?: true;
	buttons: ButtonRule;
	coupon: number;
}

/** What one dealer accepts (facts §1.4, §2.4, §3.4, §4.3). */
export interface BrandRules {
	kinds: Readonly<Record<BrandKind, KindRule>>;
	/** Characters of a link. */
	link: number;
	/** Links hold Latin letters, digits and few signs; all else must be encoded. */
	plainLinks: boolean;
	/** Won, the most that `discountFixed` may be. */
	discountFixed: number;
	/** Characters of a variable's value. */
	variable: number;
}

export const MOST_WON = 99_999_999;
export const PRODUCT_TITLE = 30;
export const VIDEO_ADDRESS = 500;
