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
