import type { Answer, Reply } from '../delivery/conversation';
import { refusedReason } from '../delivery/reasons';
import type { Reason } from '../message/outcome';
import { object, type JsonObject } from './json';

/** A question to the dealer that got no usable answer. Nothing was sent or changed. Nodes turn it into n8n's error. */
export class DealerFailure extends Error {
	constructor(
		/** What was asked for, say "the templates". */
		readonly what: string,
		readonly reason: Reason,
	) {
		super(`Could not read ${what}: ${reason.text}`);
		this.name = 'DealerFailure';
	}
}

/**
 * The body of an answer, or a DealerFailure. `judge` gives null when the answer is good, the reason when the dealer
 * says no, and undefined when the answer is not in the dealer's form.
 */
export function answerBody(
	reply: Reply,
	what: string,
	judge: (answer: Answer) => Reason | null | undefined,
): JsonObject {
	if (reply.kind === 'refused') throw new DealerFailure(what, refusedReason(reply));
	if (reply.kind === 'lost')
		throw new DealerFailure(
			what,
			serviceReason('noAnswer', `The dealer did not answer (${reply.detail}).`, 'Try again in a moment.'),
		);
	const reason = judge(reply);
	if (reason === undefined) {
		throw new DealerFailure(
			what,
			serviceReason(
				`http${reply.status}`,
				`The answer (HTTP ${reply.status}) is not in the dealer's form.`,
				"Check the credential's base URL.",
			),
		);
	}
	if (reason !== null) throw new DealerFailure(what, reason);
	return object(reply.body);
}

/** Why something that only reads or uploads did not work, whatever went wrong: nothing was said or sent by it. */
export const failureReason = (error: unknown): Reason =>
	error instanceof DealerFailure
		? error.reason
		: serviceReason('unexpected', `An unexpected error: ${(error as Error).message}.`, 'Report it.');

const serviceReason = (code: string, text: string, advice: string): Reason => ({
	code,
	codeSpace: 'http',
	kind: 'service',
	text,
	advice,
	retryable: true,
});
