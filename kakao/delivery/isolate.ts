import type { Outcome } from '../message/outcome';

/** Extra requests that finding the culprit may cost; ten halvings find one among 1,000. */
const BUDGET = 24;

const refusedTogether = (outcomes: readonly Outcome[]): boolean =>
	outcomes.every(
		(outcome) =>
			'shared' in outcome &&
			outcome.shared &&
			(outcome.reason.kind === 'message' || outcome.reason.kind === 'recipient'),
	);

/**
 * One bad message must not stop the others: when a dealer refuses a request as a whole, its halves are sent apart until
 * the culprit stands alone. Safe, because a refused request has sent nothing; bounded, because perhaps all are bad.
 */
export async function isolate<M>(
	batch: readonly M[],
	send: (part: readonly M[]) => Promise<Outcome[]>,
): Promise<Outcome[]> {
	let budget = BUDGET;
	const sendPart = async (part: readonly M[]): Promise<Outcome[]> => {
		const outcomes = await send(part);
		if (part.length === 1 || budget < 2 || !refusedTogether(outcomes)) return outcomes;
		budget -= 2;
		const middle = Math.ceil(part.length / 2);
		return [...(await sendPart(part.slice(0, middle))), ...(await sendPart(part.slice(middle)))];
	};
	return await sendPart(batch);
}
