import type { Reason } from '../message/outcome';
import type { ConsultOutcome } from './contract';

/** Something that was not said or done, or of which that is not known. @param raw the hub's own answer, where there is one */
export const failed = (
	outcome: 'sessionEnded' | 'rejected' | 'unknown',
	reason: Reason,
	raw?: unknown,
): ConsultOutcome => ({
	outcome,
	messageId: null,
	sessionId: null,
	reason,
	...(raw !== undefined && { raw }),
});
