/**
 * An AlimTalk template as its owner registered it, the same shape for every dealer.
 * Texts are verbatim: one changed space and Kakao answers "text does not match the template" (3016).
 */

/** Kakao's button types: web link, app link, delivery tracking, bot keyword, message, consult, bot transfer, add channel, … */
export type ButtonType = 'WL' | 'AL' | 'DS' | 'BK' | 'MD' | 'BC' | 'BT' | 'AC' | 'BF' | 'P1' | 'P2' | 'P3' | 'TN';

/** Template kinds: basic, with extra information, with channel-add, both. */
export type TemplateKind = 'BA' | 'EX' | 'AD' | 'MI';

/** How a template draws attention: not at all, by a title, an image, or an item list. */
export type Emphasis = 'NONE' | 'TEXT' | 'IMAGE' | 'ITEM_LIST';

export interface Button {
	type: ButtonType;
	name: string;
	linkMobile?: string;
	linkPc?: string;
	schemeAndroid?: string;
	schemeIos?: string;
	telNumber?: string;
	/** What the dealer attaches to a button beyond these, carried through untouched (plug-in and form ids, bot events). */
	extra?: Readonly<Record<string, string | number>>;
}

export interface ListItem {
	title: string;
	description: string;
}

export interface Highlight extends ListItem {
	imageUrl?: string;
}

/** Everything of a message that carries text: a template's with `#{names}` in it, or a finished message's. */
export interface Content {
	text: string;
	/** Emphasis title (강조 표기) and the fixed line under it. */
	title?: string;
	subtitle?: string;
	header?: string;
	highlight?: Highlight;
	items?: readonly ListItem[];
	summary?: ListItem;
	/** Fixed information below the text (부가정보), counted with the text. */
	extra?: string;
	/** Where a tap on the image or title leads. */
	representLink?: Omit<Button, 'type' | 'name'>;
	buttons: readonly Button[];
	quickReplies: readonly Button[];
}

export type TemplateStatus = 'approved' | 'inReview' | 'rejected' | 'stopped';

export interface Template {
	/** The dealer's code for it. Each dealer issues its own. */
	code: string;
	name: string;
	status: TemplateStatus;
	kind: TemplateKind;
	emphasis: Emphasis;
	content: Content;
	imageUrl?: string;
	/** Security template (보안 템플릿): readable on the customer's main device only. */
	secure: boolean;
}

/** A channel that sends: Kakao's "sender profile" (발신 프로필). */
export interface SenderProfile {
	/** What the dealer wants in a send: NHN's sender key, SOLAPI's pfId, SENS's `@name`. */
	id: string;
	/** The `@name` people search for, or the channel's name where the dealer tells no more. */
	name: string;
	usable: boolean;
	/** Why it is not usable, or what to know about it. */
	note?: string;
}
