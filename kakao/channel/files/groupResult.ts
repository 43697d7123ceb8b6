import type { Reason } from '../../message/outcome';

/** What became of up to 2,000 users. Kakao counts them and doesn't say who is missing. */
export interface GroupResult {
	/** Places in the given list, ascending, of those who travelled in this call. */
	members: number[];
	/** Different users in the call. */
	asked: number;
	/** Kakao's count; null where it is not known. */
	succeeded: number | null;
	/** `partly`: some of them, and nobody knows who. */
	outcome: 'done' | 'partly' | 'rejected' | 'unknown';
	/** Null for `done`. */
	reason: Reason | null;
	raw?: unknown;
}

const ADVICE = {
	added:
		'Usual causes: not a friend of the channel, a number or user ID that Kakao does not know, columns named unlike the file’s.',
	removed: 'Usual causes: not in the file, or known there by the other kind of ID (phone number, user ID).',
} as const;

const NONE_REMOVED =
	'If they are in the file, switch the format of removed users under Options: which one Kakao takes is not documented.';

/** HTTP 200 with a count lower than asked is no success (facts kakao-developers §2.3). */
export const countsReason = (succeeded: number | null, asked: number, done: 'added' | 'removed'): Reason => ({
	code: 'successCount',
	codeSpace: 'kakaoDevelopers',
	kind: succeeded === null ? 'unknown' : 'recipient',
	text:
		succeeded === null
			? `Kakao did not say how many of ${asked} users were ${done}.`
			: `Kakao ${done} ${succeeded} of ${asked} users and does not say which.`,
	advice: succeeded === 0 && done === 'removed' ? `${ADVICE.removed} ${NONE_REMOVED}` : ADVICE[done],
	retryable: false,
});

/** The answer is lost. That the same user added again stays one user is likely and not documented (U). */
export const unknownGroup = (reason: Reason): Reason => ({
	...reason,
	kind: 'unknown',
	text: `${reason.text} It may have been done.`,
	advice: 'Look at the file in the Channel Manager Center, or run the same users again.',
	retryable: true,
});
