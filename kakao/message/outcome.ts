/** Number spaces of codes; the same number means different things in each (NHN 4000 is "not found", SOLAPI 4000 is success). */
export type CodeSpace =
	| 'kakao'
	| 'nhnCloud'
	| 'solapi'
	| 'naverSens'
	| 'happyTalk'
	| 'talkBridge'
	| 'channelTalk'
	| 'hub'
	| 'kakaoDevelopers'
	| 'kakaoBot'
	| 'http'
	| 'transport'
	| 'input'
	| 'policy'
	| 'delivery';

/** Whose turn it is after a failure. */
export type ReasonKind =
	/** The recipient: not in KakaoTalk, blocked, wrong number. */
	| 'recipient'
	/** The message: text, variables, template, buttons, length. */
	| 'message'
	/** The channel or a setting in the dealer's console. */
	| 'channel'
	/** Keys, permissions, IP address, clock. */
	| 'credential'
	/** Balance or quota. */
	| 'account'
	/** The time of day or a schedule. */
	| 'time'
	/** Already sent, or twice in one run. */
	| 'duplicate'
	/** The dealer or Kakao had trouble. */
	| 'service'
	/** Nobody can tell whether it was accepted. */
	| 'unknown';

/** Why a message was not simply accepted, in words a marketer can act on. */
export interface Reason {
	code: string;
	codeSpace: CodeSpace;
	kind: ReasonKind;
	/** What happened. */
	text: string;
	/** What to do about it. */
	advice: string;
	/** Whether sending the same message again later can work without changing anything. */
	retryable: boolean;
}

export type OutcomeKind = 'accepted' | 'scheduled' | 'held' | 'skipped' | 'rejected' | 'unknown';

/** What became of one message. Accepted is never called delivered. */
export type Outcome =
	| { outcome: 'accepted' | 'scheduled'; messageId: string; scheduledAt: number | null; reason: null; raw?: unknown }
	| {
			/** The refusal was of the whole request: another message in it may be the cause. */
			shared?: true;
			outcome: 'held' | 'skipped' | 'rejected' | 'unknown';
			messageId: string | null;
			scheduledAt: number | null;
			reason: Reason;
			raw?: unknown;
	  };

export const accepted = (messageId: string, scheduleAt: number | null, raw?: unknown): Outcome => ({
	outcome: scheduleAt === null ? 'accepted' : 'scheduled',
	messageId,
	scheduledAt: scheduleAt,
	reason: null,
	raw,
});

export const rejected = (reason: Reason, raw?: unknown): Outcome => ({
	outcome: 'rejected',
	messageId: null,
	scheduledAt: null,
	reason,
	raw,
});

/** The dealer refused a request as a whole; which message is to blame is not known yet. */
export const rejectedTogether = (reason: Reason, raw?: unknown): Outcome =>
	({ ...rejected(reason, raw), shared: true }) as Outcome;

export const skipped = (reason: Reason, messageId: string | null = null): Outcome => ({
	outcome: 'skipped',
	messageId,
	scheduledAt: null,
	reason,
});

export const unknownOutcome = (reason: Reason): Outcome => ({
	outcome: 'unknown',
	messageId: null,
	scheduledAt: null,
	reason,
});
