import type { Reason } from '../message/outcome';
import type { Reply } from './conversation';

/** Code of what was kept back because its time was over. */
export const CLOSED = 'closed';

/** The dealer cannot be reached, keeps saying "too many", or the person stopped the run: nothing was accepted. */
export function refusedReason(reply: Extract<Reply, { kind: 'refused' }>): Reason {
	const common = { code: reply.why, codeSpace: 'transport' as const, retryable: true };
	if (reply.why === 'throttled') {
		return {
			...common,
			kind: 'account',
			text: `Not sent: ${reply.detail}.`,
			advice: 'Send fewer at once or later, or ask the dealer for a higher rate.',
		};
	}
	if (reply.why === 'stopped') {
		return {
			...common,
			kind: 'service',
			text: 'Not sent: the execution was stopped before its turn.',
			advice: 'Run the workflow again for these.',
		};
	}
	if (reply.why === CLOSED) {
		return {
			...common,
			kind: 'time',
			text: 'Not sent: the time in which it may go out was over.',
			advice: 'Send it again when sending is allowed.',
		};
	}
	return {
		...common,
		kind: 'service',
		text: `Not sent: the dealer could not be reached (${reply.detail}).`,
		advice: "Check the network and the credential's base URL, then send again.",
	};
}

/** Nobody can tell whether the dealer accepted it. Never sent again by us. */
export function unknownReason(detail: string): Reason {
	return {
		code: 'noAnswer',
		codeSpace: 'transport',
		kind: 'unknown',
		text: `The dealer may or may not have accepted this message (${detail}).`,
		advice: "Look it up in the dealer's console, or with Get Result, before you send it again.",
		retryable: false,
	};
}

/** The dealer has it from an earlier execution with the same message key. */
export function alreadySentReason(how: string): Reason {
	return {
		code: 'alreadySent',
		codeSpace: 'delivery',
		kind: 'duplicate',
		text: `Already accepted earlier under the same message key (${how}).`,
		advice: 'Nothing to do. Give another message key to send it once more.',
		retryable: false,
	};
}

export const duplicateInRunReason: Reason = {
	code: 'duplicateKey',
	codeSpace: 'delivery',
	kind: 'duplicate',
	text: 'Another item of this run has the same message key, recipient and template.',
	advice: 'Make the message key different for each message, say with the order number.',
	retryable: false,
};
