/** What the bubbles of a consult consist of; see types.mts. */

/** What a customer can send besides text; Kakao's own words (facts 1.1). */
export type MediaKind = 'photo' | 'video' | 'audio' | 'file';

export interface ConsultFile {
	/** Where the bytes are: on this sandbox, below Kakao's host name as first part of the path. */
	url: string;
	name: string;
	size: number;
	contentType: string;
	/** What the customer wrote to the picture. */
	comment: string | null;
	/** Customers' files go away after a while (facts 1.2: about ten days); what an agent uploads stays. */
	expiresAt: string | null;
}

/** Where a tap leads. */
export interface ConsultLinks {
	linkMobile?: string;
	linkPc?: string;
	schemeAndroid?: string;
	schemeIos?: string;
}

/** WL web, AL app, BK sends its name, MD sends its name and the text, BT hands over to the bot, BC calls an agent, BF form. */
export type ConsultButtonType = 'WL' | 'AL' | 'BK' | 'MD' | 'BT' | 'BC' | 'BF';

/** A button or a quick reply (바로연결). */
export interface ConsultButton extends ConsultLinks {
	type: ConsultButtonType;
	name: string;
	/** Comes back with the message that a tap sends. */
	extra?: string;
	/** Block event of the bot (BT). */
	event?: string;
}

export interface ConsultCoupon extends ConsultLinks {
	title: string;
	description: string;
}

export interface ConsultItem extends ConsultLinks {
	title: string;
	description: string | null;
	imageUrl: string | null;
}

export interface ConsultCard {
	header: string | null;
	text: string | null;
	imageUrl: string | null;
	imageLink: string | null;
	buttons: ConsultButton[];
	coupon: ConsultCoupon | null;
}

export type ConsultLayout = 'TEXT' | 'IMAGE' | 'WIDE_IMAGE' | 'WIDE_ITEM_LIST' | 'ITEM_LIST' | 'CAROUSEL_FEED';

/** Text by anybody. */
export interface ConsultText {
	kind: 'text';
	text: string;
	/** Customers' texts of more than 1,000 characters travel as a file; `text` is whole all the same. */
	longTextUrl: string | null;
}

export interface ConsultMedia {
	kind: 'media';
	media: MediaKind;
	/** Several only for photos sent together. */
	files: ConsultFile[];
}

/** A bubble with more than text, by an agent or the bot. */
export interface ConsultRich {
	kind: 'rich';
	layout: ConsultLayout;
	text: string | null;
	header: string | null;
	description: string | null;
	imageUrl: string | null;
	imageLink: string | null;
	items: ConsultItem[];
	summary: { title: string; description: string } | null;
	coupon: ConsultCoupon | null;
	cards: ConsultCard[];
	/** "더보기" at the end of a carousel. */
	tail: ConsultLinks | null;
	buttons: ConsultButton[];
	quickReplies: ConsultButton[];
	/** 보안 메시지: shown only on the customer's main device. */
	secure: boolean;
}

/** S1 not available, S2 no agent, S3 ended for no response, S4 waiting; ST start, ED end, BL blocked (facts 2.4). */
export type NoticeKind = 'S1' | 'S2' | 'S3' | 'S4' | 'ST' | 'ED' | 'BL';

/** A system notice: automatic, not billed. */
export interface ConsultNotice {
	kind: 'notice';
	notice: NoticeKind;
	text: string;
	buttons: ConsultButton[];
	quickReplies: ConsultButton[];
}

export type ConsultBubble = ConsultText | ConsultMedia | ConsultRich | ConsultNotice;
