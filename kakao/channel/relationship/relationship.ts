import type { Reason } from '../../message/outcome';

export type Relation = 'added' | 'blocked' | 'none' | 'unknown';

/** How a user stands to one channel. */
export interface ChannelRelation {
	/** `_ZeUTxl`. */
	publicId: string;
	/** `@name`, where Kakao tells. */
	searchId: string | null;
	/** `none`: never added nor blocked. */
	relation: Relation;
	/** ISO, Korean time: first added. */
	addedAt: string | null;
	/** ISO, Korean time: last added or blocked; never there for `none`. */
	changedAt: string | null;
}

export type RelationshipOutcome =
	| Exclude<Relation, 'unknown'>
	/** Not linked to the app, no such account, or no KakaoTalk. */
	| 'unknownUser'
	/** The user has not consented to `plusfriends`. */
	| 'notConsented'
	/** Kakao said no for another reason, or the user ID is none. */
	| 'rejected'
	/** Nobody could find out. */
	| 'unknown';

/** What is known of one user. */
export interface UserRelationship {
	/** As Kakao knows the user; as given, where that is no user ID. */
	userId: string;
	/** Over several channels: `added` if any is, else `blocked` if any is. */
	outcome: RelationshipOutcome;
	/** In the order asked; all channels connected to the app where none was named. Empty without a good answer. */
	channels: ChannelRelation[];
	/** Present for the last four outcomes. */
	reason: Reason | null;
}

/** Added first: one channel to be reached through is enough. */
const ORDER = ['added', 'blocked', 'none'] as const;

export function known(userId: string, channels: ChannelRelation[]): UserRelationship {
	const outcome = ORDER.find((each) => channels.some(({ relation }) => relation === each));
	if (outcome !== undefined || channels.length === 0)
		return { userId, outcome: outcome ?? 'none', channels, reason: null };
	return { userId, outcome: 'unknown', channels, reason: newWord };
}

const newWord: Reason = {
	code: 'relation',
	codeSpace: 'kakaoDevelopers',
	kind: 'service',
	text: 'Kakao describes the relation with a word that this version does not know.',
	advice: 'Update n8n-nodes-kakao-business.',
	retryable: false,
};

const UNKNOWN_USER: ReadonlySet<string> = new Set(['-101', '-103', '-501']);
const NOT_CONSENTED = '-402';

/** What a refusal makes of a user. Trouble on Kakao's side leaves the relation unknown; the rest is a plain no. */
export function notKnown(userId: string, reason: Reason): UserRelationship {
	const outcome = UNKNOWN_USER.has(reason.code)
		? 'unknownUser'
		: reason.code === NOT_CONSENTED
			? 'notConsented'
			: reason.kind === 'service' || reason.code === 'unclear'
				? 'unknown'
				: 'rejected';
	return { userId, outcome, channels: [], reason };
}

/** Whether a refusal is about a user, so that others in the same call may fare better. */
export const isAboutUser = ({ codeSpace, kind }: Reason): boolean =>
	codeSpace === 'kakaoDevelopers' && kind === 'recipient';

/** Whether it would be the same for whoever is asked about next. */
export const isAboutAll = ({ kind }: Reason): boolean =>
	kind === 'credential' || kind === 'account' || kind === 'channel';
