import type { Conversation } from '../delivery/conversation';
import type { Reason } from '../message/outcome';
import type { Button } from '../message/template';
import type { JsonObject } from '../partner/json';
import type { Partner } from '../partner/partner';
import type { ConsultEvent, ConsultEventKind, ReplyTarget } from './event';
import type { ChannelProfile, SessionState } from './lookup';

/**
 * A hub through which consults run. Like a dealer's adapter it holds no state and does no I/O: it turns calls into
 * events, and what is to be said into requests. Nodes read `capabilities`; they never ask which hub it is.
 */
export interface Hub extends Partner {
	capabilities: HubCapabilities;
	reception: Reception;
	/** Absent where the hub only calls us. */
	desk?: Desk;
	/** Absent where the receive address is typed into the hub's console. */
	registration?: Registration;
}

/** Facts that differ between hubs and that the nodes show or check. */
export interface HubCapabilities {
	/** When the day begins to which a consult is billed. */
	billingDay: '04:00' | '00:00';
	/** Requests under way at once for one credential. */
	parallelRequests: number;
	/** What an agent can send. */
	sends: {
		buttons: boolean;
		quickReplies: boolean;
		image: boolean;
		file: boolean;
		notices: boolean;
		/** Forms of a rich bubble. */
		layouts: readonly BubbleLayout[];
		/** Takes raw fields of its own (`RichBubble.extra`). */
		rawFields: boolean;
	};
	/** What it can tell of. */
	events: readonly ConsultEventKind[];
	/** Echoes say whether a person or a bot wrote, so that a person's words can start a flow. */
	tellsAgents: boolean;
	/** Ending with a hand-over to the chatbot. */
	endsWithBot: boolean;
	blocks: boolean;
}

/** One call of the hub as it came in. */
export interface Call {
	/** What follows the webhook's own path: `message`, `reference`, …; empty for hubs with one address. */
	suffix: string;
	/** Names in lower case. */
	headers: Readonly<Record<string, string>>;
	query: Readonly<Record<string, string>>;
	rawBody: string;
}

/** Whether a call comes from the hub. `stale`: its proof was good, but too long ago. */
export type Verdict = 'genuine' | 'forged' | 'stale';

export interface Reception {
	/** Path ends that the hub appends to the address it was given; `['']` for one address. */
	suffixes: readonly string[];
	/** How a caller proves itself. `none`: the hub gives no proof, and the secret address must do. */
	proof: 'signature' | 'token' | 'none';
	/** In constant time. @param secret the credential's webhook secret; unused where proof is `none` */
	verify(call: Call, secret: string, now: number): Verdict;
	/** What happened; empty for a call that is nobody's business (a ping, an unknown kind). */
	read(call: Call, now: number): ConsultEvent[];
	/** For hubs whose call only says that something happened: the same events with what was said. */
	complete?(events: readonly ConsultEvent[]): Conversation<ConsultEvent[]>;
}

/** What became of one thing said or done. `sessionEnded`: only the customer can open the consult again. */
export type ConsultOutcome =
	| { outcome: 'sent' | 'done'; messageId: string | null; sessionId: string | null; reason: null; raw?: unknown }
	| {
			outcome: 'sessionEnded' | 'rejected' | 'unknown';
			messageId: null;
			sessionId: null;
			reason: Reason;
			raw?: unknown;
	  };

/** Kakao's automatic notices (S1 not available, S2 nobody there, S3 ended for no answer, S4 waiting): not billed. */
export type Notice = 'S1' | 'S2' | 'S3' | 'S4';

/** Kakao's `chat_bubble_type` (facts consulttalk §2.3). */
export type BubbleLayout = 'text' | 'image' | 'wideImage' | 'itemList' | 'wideItemList' | 'carousel';

/** A bubble with more than text. Pictures are named by what the upload gave. */
export interface RichBubble {
	text: string;
	image?: string;
	imageLink?: string;
	buttons: readonly Button[];
	quickReplies: readonly Button[];
	/** Absent: `image` with a picture, else `text`. Lists and carousels may go without a text. */
	layout?: BubbleLayout;
	header?: string;
	description?: string;
	/**
	 * Fields in the hub's own form, laid over the bubble; `attachment` is merged. For what no public document
	 * describes (items, carousel cards, coupons) and for `lock`. Never changes who it goes to.
	 */
	extra?: JsonObject;
}

/** A file on its way to the hub. */
export interface FileUpload {
	bytes: Uint8Array;
	name: string;
	/** MIME type. */
	type: string;
	kind: 'image' | 'file' | 'video' | 'audio';
}

/** What the hub gave for an uploaded file. */
export interface Uploaded {
	url: string;
	name: string;
	/** Bytes. */
	size: number;
}

/** Everything that can be said or done in a consult. `serial` names a message once and for all (at most 30 characters). */
export interface Desk {
	sendText(target: ReplyTarget, text: string, serial: string): Conversation<ConsultOutcome>;
	sendRich(target: ReplyTarget, bubble: RichBubble, serial: string): Conversation<ConsultOutcome>;
	/** Absent where files are only received. */
	sendFile?(target: ReplyTarget, file: FileUpload, serial: string): Conversation<ConsultOutcome>;
	sendNotice?(target: ReplyTarget, notice: Notice, serial: string): Conversation<ConsultOutcome>;
	/** @param botEvent hands over to the chatbot; null = plain end */
	end(target: ReplyTarget, botEvent: string | null): Conversation<ConsultOutcome>;
	block?(target: ReplyTarget, blocked: boolean): Conversation<ConsultOutcome>;
	upload?(target: ReplyTarget, file: FileUpload): Conversation<Uploaded>;
	/** How the consult stands. Absent where the hub has no such call. @throws DealerFailure */
	session?(target: ReplyTarget): Conversation<SessionState>;
	/** The channel as the hub knows it. @param senderKey or brand key @throws DealerFailure */
	profile?(senderKey: string): Conversation<ChannelProfile>;
}

/** Where the hub sends its calls: set through its API. */
export interface Registration {
	/** The address that stands there now, null where there is none. Absent: the hub doesn't tell. */
	current?(senderKey: string): Conversation<string | null>;
	set(senderKey: string, url: string): Conversation<void>;
	/** Takes the address away, if it is still `url`. Absent: the hub's API can't. */
	clear?(senderKey: string, url: string): Conversation<void>;
}
