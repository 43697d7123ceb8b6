/** AlimTalk button types as Kakao names them. */
export type ButtonType = 'WL' | 'AL' | 'DS' | 'BK' | 'MD' | 'BC' | 'BT' | 'AC' | 'BF' | 'P1' | 'P2' | 'P3' | 'TN';

export interface Button {
	type: ButtonType;
	name: string;
	linkMobile?: string;
	linkPc?: string;
	schemeAndroid?: string;
	schemeIos?: string;
	telNumber?: string;
}

/** Where a tap leads. */
export type Links = Pick<Button, 'linkMobile' | 'linkPc' | 'schemeAndroid' | 'schemeIos'>;

export interface ListItem {
	title: string;
	description: string;
}

/** Everything of an AlimTalk that a customer sees, or the template of it (then with `#{names}` inside). */
export interface AlimTalkBubble {
	kind: 'alimtalk';
	text: string;
	/** Emphasis title and subtitle (강조 표기). */
	title: string | null;
	subtitle: string | null;
	header: string | null;
	highlight: { title: string; description: string; imageUrl: string | null } | null;
	items: ListItem[];
	summary: ListItem | null;
	imageUrl: string | null;
	/** Fixed extra information below the text (부가정보). */
	extra: string | null;
	/** Templates of type AD and MI end in Kakao's own sentence about adding the channel. */
	addChannelNotice: boolean;
	buttons: Button[];
	quickReplies: Button[];
	/** 보안 템플릿: shown only on the customer's main device. */
	secure: boolean;
}

export interface Template {
	/** The code shared by the three dealers in the sandbox; SOLAPI shows it with its own prefix. */
	code: string;
	name: string;
	channel: string;
	status: 'requested' | 'inReview' | 'approved' | 'rejected' | 'dormant';
	messageType: 'BA' | 'EX' | 'AD' | 'MI';
	emphasis: 'NONE' | 'TEXT' | 'IMAGE' | 'ITEM_LIST';
	bubble: AlimTalkBubble;
	comments: string[];
	createdAt: string;
}
