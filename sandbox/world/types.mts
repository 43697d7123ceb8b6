/**
 * What the local Kakao knows. These shapes are what `GET /api/*` answers and what the phone page draws.
 * They belong to no dealer: each fake dealer translates its own wire format into them.
 */

import type { ConversationHead } from '../chatbot/types.mts';
import type { ConsultChatHead, HubId } from '../consult/types.mts';

export type { ConsultChannel, ConsultChat, ConsultChatHead, ConsultMessage, HubId } from '../consult/types.mts';

export type DealerId = 'nhnCloud' | 'solapi' | 'naverSens';

/** Kakao's own servers: kapi.kakao.com, kauth.kakao.com and bot-api.kakao.com. */
export const PLATFORM_IDS = ['kapi', 'kauth', 'botApi'] as const;
export type PlatformId = (typeof PLATFORM_IDS)[number];

/** Everything that has a wire format of its own: dealers of messages, hubs of consults, Kakao's own servers. */
export type ServiceId = DealerId | HubId | PlatformId;

/** What a person is to a channel, in the words of Kakao Developers. NONE: never added, never blocked. */
export type Relation = 'ADDED' | 'BLOCKED' | 'NONE';

export interface ChannelRelation {
	number: string;
	/** The channel's `@name`. */
	channel: string;
	relation: Relation;
	/** First added, ISO 8601; null when that never happened, or nobody knows when. */
	createdAt: string | null;
	/** Last changed; null when NONE. */
	updatedAt: string | null;
}

/** A channel (발신 프로필) with the key that each dealer has given it. */
export interface Channel {
	/** The `@name` people search for in KakaoTalk, with the `@`. */
	searchId: string;
	/** Kakao Developers: the tail of `https://pf.kakao.com/_xkShop`. */
	publicId: string;
	name: string;
	/** NHN Cloud: 40-character sender key. */
	senderKey: string;
	/** SOLAPI: `PF01ID…`. */
	pfId: string;
	status: 'active' | 'blocked' | 'dormant' | 'pending';
	/** Kakao has approved the channel for Brand Messages to people who are no friends (targeting M and N). */
	marketingApproved: boolean;
	/** The channel's free opt-out number (080); null when none is registered. */
	unsubscribeNumber: string | null;
}

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

/** Layouts of a Brand Message (chatBubbleType). */
export type BrandLayout =
	| 'TEXT'
	| 'IMAGE'
	| 'WIDE'
	| 'WIDE_ITEM_LIST'
	| 'PREMIUM_VIDEO'
	| 'COMMERCE'
	| 'CAROUSEL_FEED'
	| 'CAROUSEL_COMMERCE';

/** Where a tap leads. */
export type Links = Pick<Button, 'linkMobile' | 'linkPc' | 'schemeAndroid' | 'schemeIos'>;

export interface Coupon extends Links {
	title: string;
	description: string;
}

/** Prices in won; of the two discounts at most one is set. In a template the prices are texts that may be variables. */
export interface Commerce<Price = number> {
	title: string;
	regularPrice: Price;
	discountPrice: Price | null;
	/** Percent. */
	discountRate: Price | null;
	/** Won. */
	discountFixed: Price | null;
}

/** One card of a carousel. */
export interface BrandCard<Price = number> {
	/** Feed only. */
	header: string | null;
	message: string | null;
	/** Commerce only (부가정보). */
	additional: string | null;
	commerce: Commerce<Price> | null;
	imageUrl: string;
	imageLink: string | null;
	buttons: Button[];
	coupon: Coupon | null;
}

export interface WideItem extends Links {
	title: string | null;
	imageUrl: string;
}

/** The card that introduces a commerce carousel (인트로). */
export interface CarouselHead extends Links {
	header: string;
	content: string;
	imageUrl: string;
}

export interface Carousel<Price = number> {
	/** Commerce only. */
	head: CarouselHead | null;
	cards: BrandCard<Price>[];
	/** "더보기" at the end. */
	tail: Links | null;
}

/** The free opt-out number (무료수신거부) and, where several advertisers share one, the number to enter there. */
export interface OptOut {
	number: string;
	authNumber: string | null;
}

/** Everything of a Brand Message that a customer sees, or the template of it (then with texts as prices). */
export interface BrandBubble<Price = number> {
	kind: 'brand';
	layout: BrandLayout;
	adult: boolean;
	text: string | null;
	header: string | null;
	additional: string | null;
	imageUrl: string | null;
	imageLink: string | null;
	items: WideItem[];
	commerce: Commerce<Price> | null;
	video: { url: string; thumbnailUrl: string | null } | null;
	carousel: Carousel<Price> | null;
	buttons: Button[];
	coupon: Coupon | null;
	/** Sent to somebody who is no friend: KakaoTalk shows the free opt-out number under the message. Set on delivery. */
	optOut: OptOut | null;
}

/** M: everyone who consented. N: those of them who are no friends. I: friends on the sender's list. */
export type Targeting = 'M' | 'N' | 'I';

/** A Brand Message template: no review, usable at once (status A) or stopped (S). */
export interface BrandTemplate {
	code: string;
	name: string;
	channel: string;
	status: 'usable' | 'stopped';
	bubble: BrandBubble<string>;
	createdAt: string;
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

/** A text message that replaced, or would replace, the AlimTalk. */
export interface TextMessage {
	type: 'SMS' | 'LMS';
	from: string;
	title: string | null;
	text: string;
	/** Length as the carriers count it: EUC-KR bytes. */
	bytes: number;
	/** Advertising without its prescribed words or opt-out number: the SMS service will not take it. */
	faulty?: boolean;
}

export type MessageState = 'scheduled' | 'canceled' | 'processing' | 'delivered' | 'fallbackDelivered' | 'failed';

/** One message to one phone, from acceptance to its end. */
export interface SandboxMessage {
	id: string;
	dealer: DealerId;
	/** The dealer's own ids: request (or group) and message within it. */
	requestId: string;
	messageId: string;
	/** The key the sender gave, where the dealer has a field for it. */
	messageKey: string | null;
	channel: string;
	channelName: string;
	templateCode: string;
	to: string;
	state: MessageState;
	/** Kakao's result code ("1000" delivered, "3019" not a Kakao user, …); null until decided. */
	resultCode: string | null;
	reason: { ko: string; en: string } | null;
	acceptedAt: string;
	scheduledAt: string | null;
	finishedAt: string | null;
	bubble: AlimTalkBubble | BrandBubble;
	/** Brand Message only. */
	targeting: Targeting | null;
	/** What the sender asked for as fallback; null when fallback is off. */
	fallback: TextMessage | null;
}

/** A send that the dealer refused: nobody gets it, but the phone page shows who was meant and why. */
export interface RefusedSend {
	id: string;
	dealer: DealerId;
	to: string;
	templateCode: string;
	code: string;
	reason: { ko: string; en: string };
	at: string;
}

/** How one phone behaves. Every number exists; numbers never touched behave like `kakaoUser: true`. */
export interface PhoneSettings {
	number: string;
	label: string | null;
	kakaoUser: boolean;
	/** The owner has blocked AlimTalk from this channel or altogether. */
	blocksAlimTalk: boolean;
	/** Has added the channels and not blocked them; said for one channel alone, the relation to it goes before. */
	friend: boolean;
	/** Has consented to advertising by KakaoTalk (마케팅 수신 동의). */
	consents: boolean;
	/** The number is not in service: the SMS fallback fails as well. */
	dead: boolean;
}

/** What `GET /api/events` (server-sent events) carries. */
export type SandboxEvent =
	| { type: 'message'; message: SandboxMessage }
	| { type: 'refused'; refused: RefusedSend }
	| { type: 'phone'; phone: PhoneSettings }
	/** Something happened in a consult; null: a channel was connected or cut off. */
	| { type: 'consult'; chat: ConsultChatHead | null }
	/** Somebody added or blocked a channel. */
	| { type: 'relation'; relation: ChannelRelation }
	/** Something in the Kakao Developers console changed: a webhook was answered, a customer file filled, a user unlinked. */
	| { type: 'developers' }
	/** Something was said in a chatbot conversation; null: a bot was changed in the admin center. */
	| { type: 'chatbot'; conversation: ConversationHead | null }
	/** Everything was cleared. `at`: epoch milliseconds, so that whoever hears of it twice clears once. */
	| { type: 'reset'; at: number };
