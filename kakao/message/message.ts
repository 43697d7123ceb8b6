import type { Recipient } from './phone';
import type { Content, Template } from './template';

/** A text message that goes out when KakaoTalk cannot deliver. All texts are finished. */
export interface Fallback {
	type: 'SMS' | 'LMS';
	/** Sender number, digits; empty where the dealer's console default is wanted. */
	from: string;
	/** LMS only; empty = the dealer's default (the channel's name). */
	title: string;
	text: string;
}

/** What every kind of message has. */
export interface Message {
	/** Position in this run; outcomes come back in this order. */
	index: number;
	/** The sender's key for it (an order number), or one derived from execution, node, run and item. At most 100 characters. */
	key: string;
	/** True when a person gave the key: then it means the same message in every execution. */
	keyGiven: boolean;
	to: Recipient;
	/** The dealer's id of the channel. */
	senderProfile: string;
	/** Instant in epoch milliseconds; null = now. */
	scheduleAt: number | null;
	/** Null = switched off, told to the dealer as such. */
	fallback: Fallback | null;
}

/** A notice from a reviewed template. */
export interface AlimTalkMessage extends Message {
	template: Template;
	/** By bare name; every variable of the template is there. */
	variables: Readonly<Record<string, string>>;
	/** The template with its variables filled in. */
	content: Content;
}
