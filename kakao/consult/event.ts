/**
 * What happens in a consult (상담톡), the same shape for every hub (facts consulttalk §7). Ids are texts throughout: Kakao's
 * serial numbers have 64 bits and would lose their last digits as JavaScript numbers.
 */
export type ConsultEventKind =
	/** The customer wrote, sent a file or tapped a button. */
	| 'message.received'
	/** The customer opened a consult, with what the consult button carried. */
	| 'session.started'
	| 'session.ended'
	/** Something was sent by us or an agent. */
	| 'message.echo'
	| 'message.deleted'
	| 'agent.requested'
	| 'agent.started'
	| 'agent.ended'
	| 'user.updated'
	/** The hub's own test call. */
	| 'test';

export type AttachmentKind = 'image' | 'video' | 'audio' | 'file';

export interface Attachment {
	type: AttachmentKind;
	url: string;
	comment: string | null;
	fileName: string | null;
	/** Bytes, where the hub tells. */
	size: number | null;
}

export interface ConsultMessage {
	id: string;
	type: 'text' | AttachmentKind | 'mixed';
	text: string;
	/** The text goes on in a file at `longTextUrl` (Kakao cuts at 1,000 characters). */
	truncated: boolean;
	longTextUrl: string | null;
	attachments: Attachment[];
	/**
	 * `agent`: surely a person in the hub's own inbox. `unknown`: a person, or this package's own send coming back; a
	 * flow started by it could answer itself for ever.
	 */
	sentBy: 'customer' | 'agent' | 'bot' | 'unknown';
	/** What the tapped button carried. */
	button: { extra: string | null; label: string | null };
}

/** How a consult began: what the consult button carried, decoded. */
export interface Entry {
	extra: string | null;
	params: Readonly<Record<string, string>>;
	startedByBot: boolean | null;
	botEvent: string | null;
	/** Only metadata of an earlier consult came along: it says nothing about this one. */
	carriedOver: boolean;
}

/** Everything a reply needs, for the Send node without further mapping. */
export interface ReplyTarget {
	canReply: boolean;
	provider: string;
	/** Kakao's sender key, or the brand key of a hub that has its own. */
	senderKey: string;
	userKey: string;
	/** Of hubs that number their chats. */
	chatId: string;
}

export interface ConsultEvent {
	schema: 'kakao.consult/1';
	provider: string;
	event: ConsultEventKind;
	/** Equal for repeats of the same event. */
	eventId: string;
	/**
	 * Further ids that are equal for repeats, where the hub may repeat an event under another `eventId` (an unsigned
	 * delivery id, a later time). For recognising repeats only: not part of the item that leaves the trigger.
	 */
	alsoKnownAs: readonly string[];
	/** ISO, Korean time; when the hub's server took it. */
	occurredAt: string;
	channel: { senderKey: string; channelId: string; brandKey: string; name: string };
	user: { userKey: string; appUserId: string | null; memberId: string | null; mobileNumber: string | null };
	session: {
		id: string | null;
		state: 'open' | 'ended' | 'unknown';
		/** The hub's own word; null where it gives none. */
		endedReason: string | null;
		/** Day to which the hub bills the consult, `yyyy-MM-dd` in Korea. */
		billingDay: string;
	};
	/** Present for messages, echoes and deletions. */
	message: ConsultMessage | null;
	/** Present for session starts. */
	entry: Entry | null;
	reply: ReplyTarget;
}
