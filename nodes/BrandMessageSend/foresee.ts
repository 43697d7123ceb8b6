import type { IExecuteFunctions } from 'n8n-workflow';

import { identityOf } from '../../kakao/delivery/keys';
import { duplicateInRunReason } from '../../kakao/delivery/reasons';
import type { BrandMessage } from '../../kakao/message/brand/message';
import { rejected, skipped, type Outcome, type Reason } from '../../kakao/message/outcome';
import { inputReason } from '../shared/refusals';
import { claimPlaces, keptBack } from './caps';
import type { Law } from './law';
import type { BrandEntry } from './prepare';

/** What would become of one recipient; null = the message would go out now or at its own time. */
export interface Foreseen {
	entry: BrandEntry;
	outcome: Outcome | null;
	scheduledAt: number | null;
}

/** Whether a message would be handed to the dealer, now or for later. */
export const goesOut = ({ outcome }: Foreseen): boolean => outcome === null || outcome.outcome === 'held';

/**
 * What a send would make of each recipient now, in input order. What a dealer will refuse, and which keys earlier
 * executions have spent, is not known.
 */
export async function foresee(
	context: IExecuteFunctions,
	entries: readonly BrandEntry[],
	law: Law,
	now: number,
): Promise<Foreseen[]> {
	const atTheGate = entries.map((entry) => passing(entry, law, now));
	const capped = await cappedOf(context, atTheGate, law, now);
	const identities = new Set<string>();
	return atTheGate.map((each) => {
		const reason = capped.get(each);
		if (reason) return { ...each, outcome: keptBack(reason), scheduledAt: null };
		if (!isRepeat(each.entry, identities)) return each;
		return { ...each, outcome: skipped(duplicateInRunReason), scheduledAt: null };
	});
}

function passing(entry: BrandEntry, law: Law, now: number): Foreseen {
	if (entry.settled) return { entry, outcome: entry.settled, scheduledAt: null };
	if (!entry.message) return { entry, outcome: rejected(inputReason(entry.problems)), scheduledAt: null };
	const admission = law.gate(entry.message, now);
	if ('outcome' in admission) return { entry, outcome: admission.outcome, scheduledAt: null };
	const { scheduleAt } = admission.message;
	if (!admission.held) return { entry, outcome: null, scheduledAt: scheduleAt };
	const held: Outcome = { outcome: 'held', messageId: null, scheduledAt: scheduleAt, reason: admission.held };
	return { entry, outcome: held, scheduledAt: scheduleAt };
}

/** Who has had enough, and why. */
async function cappedOf(
	context: IExecuteFunctions,
	foreseen: readonly Foreseen[],
	law: Law,
	now: number,
): Promise<ReadonlyMap<Foreseen, Reason>> {
	if (law.caps.length === 0) return new Map();
	// By its real key a message that was sent earlier would find its place of then, and seem to go out once more.
	const run = context.getExecutionId();
	const going = new Map<BrandMessage, Foreseen>();
	foreseen.forEach((each, at) => {
		const { message } = each.entry;
		if (message && goesOut(each)) going.set({ ...message, key: `preview ${run} ${at}` }, each);
	});
	// n8n's storage can only be asked by writing: the places are given back at once.
	const goesOutAt = (message: BrandMessage) => going.get(message)!.scheduledAt ?? now;
	const claims = await claimPlaces(context, [...going.keys()], law, goesOutAt);
	await claims.settle(new Map());
	return new Map([...claims.refused].map(([message, reason]) => [going.get(message)!, reason]));
}

/** Whether an earlier one of this run is the same message by its key: the send takes one of them. */
function isRepeat({ message, settled }: BrandEntry, identities: Set<string>): boolean {
	if (!message?.keyGiven || settled) return false;
	const identity = identityOf(message);
	if (identities.has(identity)) return true;
	identities.add(identity);
	return false;
}
