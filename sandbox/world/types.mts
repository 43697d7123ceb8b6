/**
 * What the local Kakao knows. These shapes are what `GET /api/*` answers and what the phone page draws.
 * They belong to no dealer: each fake dealer translates its own wire format into them.
 */

import type { ConversationHead } from '../chatbot/types.mts';
import type { ConsultChatHead, HubId } from '../consult/types.mts';
import type { BrandBubble, Targeting } from './brandBubble.mts';
import type { AlimTalkBubble } from './bubble.mts';
import type { ChannelRelation } from './channel.mts';

export type { ConsultChannel, ConsultChat, ConsultChatHead, ConsultMessage, HubId } from '../consult/types.mts';
export type * from './brandBubble.mts';
export type * from './bubble.mts';
export type * from './channel.mts';

export type DealerId = 'nhnCloud' | 'solapi' | 'naverSens';

/** Kakao's own servers: kapi.kakao.com, kauth.kakao.com and bot-api.kakao.com. */
export const PLATFORM_IDS = ['kapi', 'kauth', 'botApi'] as const;
export type PlatformId = (typeof PLATFORM_IDS)[number];

/** Everything that has a wire format of its own: dealers of messages, hubs of consults, Kakao's own servers. */
export type ServiceId = DealerId | HubId | PlatformId;

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
