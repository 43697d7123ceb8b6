/**
 * What the local Kakao knows of ConsultTalk (상담톡). These shapes are what `GET /api/consult/*` answers and what the phone
 * page draws. They belong to no hub: each fake hub translates its own wire format into them.
 */

import type { ConsultBubble } from './content.mts';

export type * from './content.mts';

/** Who stands between Kakao and the customer of the hub. `hub` = a dealer that relays Kakao's own callbacks unchanged. */
export type HubId = 'happyTalk' | 'talkBridge' | 'channelTalk' | 'closer' | 'hub';

export interface ConsultMessage {
	id: string;
	from: 'customer' | 'agent' | 'bot' | 'system';
	at: string;
	sessionId: string | null;
	/** A customer's: Kakao's 64-bit number in decimal digits. An agent's: what the sender gave. */
	serial: string;
	bubble: ConsultBubble;
	/** Of the button with which the customer answered. */
	extra: string | null;
	/** A customer's message that a hub was told of; false for what is said to the bot, after a block, and so on. */
	relayed: boolean;
	/** Recalled by the agent: the customer sees "메시지가 삭제되었습니다". */
	deletedAt: string | null;
}

/** How a consult began. */
export interface ConsultEntry {
	/** Metadata of the consult button; null when the customer just wrote in the room. */
	extra: string | null;
	bot: 'true' | 'false' | 'auto';
	event: string | null;
	at: string;
}

export type EndReason =
	| 'agent' | 'agentToBot' | 'agentBlocked'
	| 'customerLeft' | 'customerCommand' | 'customerBlocked' | 'customerToBot'
	| 'idle' | 'disconnected';

export interface ConsultSession {
	/** Digits. */
	id: string;
	entry: ConsultEntry | null;
	openedAt: string;
	/** A session ends 30 days after this. */
	lastCustomerAt: string;
	endedAt: string | null;
	endReason: EndReason | null;
}

/** One customer in one channel's room, without what was said. */
export interface ConsultChatHead {
	number: string;
	channel: string;
	channelName: string;
	/** 12 characters, the same for ever for this channel and number. */
	userKey: string;
	/** Who answers now. */
	state: 'closed' | 'consult' | 'bot';
	/** The open session, else the last one. */
	session: ConsultSession | null;
	sessions: number;
	blockedByCustomer: boolean;
	blockedByAgent: boolean;
	/** Days from 04:00 to 03:59 Korean time in which a consult took place; each is paid once (facts 2.1). */
	billedDays: string[];
	messages: number;
	lastMessage: ConsultMessage | null;
	lastActivityAt: string;
}

export type ConsultChat = Omit<ConsultChatHead, 'messages'> & { messages: ConsultMessage[] };

/** How a channel does its consulting. */
export interface ConsultChannel {
	channel: string;
	channelName: string;
	senderKey: string;
	/** Null: no ConsultTalk; what customers write stays in the channel's own 1:1 chat, which has no API. */
	hub: HubId | null;
	/** Customers may begin by writing in the room. */
	chatActive: boolean;
	/** An OpenBuilder bot answers when no consult is open and the customer asks for it. */
	bot: boolean;
}
