import type { JsonObject } from '../partner/json';
import type { ConsultMessage } from './event';

/** One thing said in a consult. */
export interface ConsultLine {
	id: string;
	from: ConsultMessage['sentBy'];
	text: string;
	/** ISO, Korean time; null where the hub tells none. */
	at: string | null;
}

/** How a consult stands now. All times ISO, Korean time; null where the hub doesn't tell. */
export interface SessionState {
	sessionId: string | null;
	state: 'open' | 'ended' | 'unknown';
	startedAt: string | null;
	lastCustomerMessageAt: string | null;
	/** When our side last spoke: a person, a bot or a workflow. */
	lastAgentMessageAt: string | null;
	readByCustomerAt: string | null;
	/** When the hub itself sent a follow-up alarm, so that no second one goes out. */
	followedUpAt: string | null;
	user: {
		userKey: string;
		memberId: string | null;
		mobileNumber: string | null;
		name: string | null;
		/** The customer refused advertising. */
		advertisingRefused: boolean | null;
	};
	/** Newest first. */
	messages: ConsultLine[];
	raw: JsonObject;
}

/** A channel as the hub knows it. */
export interface ChannelProfile {
	senderKey: string;
	/** The id people search for, `@…`. */
	searchId: string | null;
	name: string | null;
	/** The hub's own word. */
	status: string | null;
	/** Whether ConsultTalk is switched on. */
	consultTalk: boolean | null;
	raw: JsonObject;
}

/** When each side last spoke, from what was said (newest first). */
export const lastSpoken = (messages: readonly ConsultLine[]) => ({
	lastCustomerMessageAt: messages.find(({ from }) => from === 'customer')?.at ?? null,
	lastAgentMessageAt: messages.find(({ from }) => from !== 'customer')?.at ?? null,
});
