import { rejected, unknownOutcome, type Outcome } from '../message/outcome';
import { pause, write, type Answer, type Conversation, type DealerRequest } from './conversation';
import { refusedReason, unknownReason } from './reasons';

/** What a look-up after a lost answer found. */
export type Sighting =
	| { found: Outcome[] }
	/** The dealer was asked and has none of them. */
	| { found: 'nothing' }
	/** The dealer could not be asked, or its answer proves nothing. */
	| { found: 'noAnswer'; detail: string };

export interface OnceRules {
	request: DealerRequest;
	/** How many messages the request holds. */
	count: number;
	/** Outcomes, `duplicate` when the dealer already has this very request, `unclear` when the answer makes no sense. */
	read(answer: Answer): Outcome[] | 'duplicate' | 'unclear';
	lookUp(): Conversation<Sighting>;
	/** Milliseconds to wait before each look: an accepted message may not be listed at once. */
	looks: readonly number[];
	/** The same when the dealer itself says that it has the request. */
	looksWhenDuplicate?: readonly number[];
	/** Whether sending again is still safe now that the dealer lists nothing. */
	maySendAgain(): boolean;
}

const SENDS = 5;

/**
 * Sends what must not be sent twice, for dealers that take a batch in one request. A lost answer is followed by
 * looking, never by guessing: found = accepted, listed nowhere = sent again, not to be told = unknown.
 */
export function* sendOnce(rules: OnceRules): Conversation<Outcome[]> {
	const all = (outcome: Outcome): Outcome[] => Array.from({ length: rules.count }, () => outcome);
	let trouble = '';
	for (let send = 1; send <= SENDS; send++) {
		const reply = yield* write(rules.request);
		if (reply.kind === 'refused') return all(rejected(refusedReason(reply)));
		const verdict = reply.kind === 'lost' ? 'unclear' : rules.read(reply);
		if (Array.isArray(verdict)) return verdict;
		trouble = reply.kind === 'lost' ? reply.detail : `its HTTP ${reply.status} answer could not be read`;

		const duplicate = verdict === 'duplicate';
		const sighting = yield* look(rules, duplicate ? (rules.looksWhenDuplicate ?? rules.looks) : rules.looks);
		if (Array.isArray(sighting.found)) return sighting.found;
		if (sighting.found === 'noAnswer') return all(unknownOutcome(unknownReason(sighting.detail)));
		if (duplicate)
			return all(unknownOutcome(unknownReason('it says that it already has this request, but does not list it')));
		if (!rules.maySendAgain()) return all(unknownOutcome(unknownReason(trouble)));
	}
	return all(
		rejected({
			...notAccepted,
			text: `Not sent: the dealer's answers were lost ${SENDS} times (${trouble}), and it lists none of these messages.`,
		}),
	);
}

const notAccepted = {
	code: 'notAccepted',
	codeSpace: 'transport' as const,
	kind: 'service' as const,
	advice: 'The dealer has trouble. Send these again later.',
	retryable: true,
};

function* look(rules: OnceRules, waits: readonly number[]): Conversation<Sighting> {
	let sighting: Sighting = { found: 'nothing' };
	for (const wait of waits) {
		yield* pause(wait);
		sighting = yield* rules.lookUp();
		if (sighting.found !== 'nothing') return sighting;
	}
	return sighting;
}
