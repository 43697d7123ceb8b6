import type { Ledger } from '../delivery/ledger';
import { identityOf } from '../delivery/keys';
import { kstFormat } from '../message/kst';
import type { Message } from '../message/message';
import type { Outcome, Reason } from '../message/outcome';
import { formatRecipient } from '../message/phone';

/** At most so many advertisements per number in a day, week (Monday to Sunday) or month of the Korean calendar. */
export interface FrequencyCap {
	most: number;
	period: 'day' | 'week' | 'month';
}

/** Names of periods, by the Korean calendar; weeks by ISO 8601. */
const PERIODS = { day: 'yyyy-MM-dd', week: "kkkk-'W'WW", month: 'yyyy-MM' } as const;

const WORDS = { day: 'today', week: 'this week', month: 'this month' } as const;

export const cappedReason = ({ most, period }: FrequencyCap): Reason => ({
	code: 'frequencyCap',
	codeSpace: 'policy',
	kind: 'recipient',
	text: `This number has had its ${most === 1 ? 'one advertisement' : `${most} advertisements`} ${WORDS[period]}.`,
	advice: 'Send it in the next period, or raise the frequency cap.',
	retryable: true,
});

export const uncheckedReason: Reason = {
	code: 'frequencyUnknown',
	codeSpace: 'policy',
	kind: 'service',
	text: "The frequency cap could not be checked: n8n's storage did not answer.",
	advice: 'Save the workflow once and run it again, or switch the cap off.',
	retryable: true,
};

/** What a run has taken of the cap, to be given back for messages that were not accepted. */
export interface Claims<M> {
	/** Messages that may not go out, with the reason. */
	refused: ReadonlyMap<M, Reason>;
	/** Gives back what was taken for messages that did not go out after all, and counts those that were held meanwhile. */
	settle(outcomes: ReadonlyMap<M, Outcome>): Promise<void>;
}

/**
 * Takes a place under the cap for each message before anything is sent. A place is a mark in the ledger that can be
 * written only once: number, period and a running number up to the cap. So runs that follow each other share the
 * count, also on several workers; two at the very same instant may not, since n8n's storage has no lock. A message that
 * comes again with its key (a retry, a crash) finds that it had its place and goes on: whether it was sent is for the
 * keys to say.
 * @param goesOutAt epoch milliseconds at which a message will go out; it counts in that period
 */
export async function claim<M extends Message>(
	messages: readonly M[],
	caps: readonly FrequencyCap[],
	ledger: Ledger,
	goesOutAt: (message: M) => number,
): Promise<Claims<M>> {
	const refused = new Map<M, Reason>();
	const written = new Map<M, string[]>();
	for (const cap of strictest(caps)) {
		const period = periodAt(cap.period, goesOutAt);
		const slot = (message: M) => `${formatRecipient(message.to)}\u001f${period(message)}`;
		const own = (message: M) => `own\u001f${slot(message)}\u001f${identityOf(message)}`;
		const underWay = (message: M) => `claiming\u001f${period(message)}`;
		const open = messages.filter((message) => !refused.has(message));
		if (open.length === 0) break;
		const brackets = [...new Set(open.map(underWay))];
		const known = await ledger.note([...open.map(own), ...brackets]);
		if (known === null) {
			for (const message of open) refused.set(message, uncheckedReason);
			continue;
		}
		// Where a claim broke off, its marks may be of messages that got no place: then everybody asks anew.
		let waiting: readonly M[] | null = open.filter(
			(message) => !known.has(own(message)) || known.has(underWay(message)),
		);
		let without = waiting;
		for (let place = 1; place <= cap.most && without.length > 0 && waiting !== null; place++) {
			waiting = await takePlaces(without, (message) => `cap\u001f${slot(message)}\u001f${place}`, own, ledger, written);
			without = waiting ?? without;
		}
		for (const message of without) refused.set(message, waiting === null ? uncheckedReason : cappedReason(cap));
		// At once and in one go: a crash from here on must find no mark of a message without a place.
		await ledger.forget([...without.map(own), ...brackets.filter((mark) => !known.has(mark))]);
	}
	return {
		refused,
		async settle(outcomes) {
			const free = [...written].flatMap(([message, marks]) => (wentOut(outcomes.get(message)) ? [] : marks));
			if (free.length > 0) await ledger.forget(free);
			// What the night overtook is held until a day, week or month that nobody has counted it in yet. That it stays
			// counted in the one before harms nobody: no advertisement goes out any more in what is left of it.
			const heldAt = (message: M) => outcomes.get(message)?.scheduledAt ?? goesOutAt(message);
			const overtaken = messages.filter((message) => heldAt(message) !== goesOutAt(message));
			if (overtaken.length > 0) await claim(overtaken, caps, ledger, heldAt);
		},
	};
}

/** In which period a message goes out. Thousands share one instant, and writing out a date is slow. */
function periodAt<M>(period: FrequencyCap['period'], goesOutAt: (message: M) => number): (message: M) => string {
	const known = new Map<number, string>();
	return (message) => {
		const instant = goesOutAt(message);
		const name = known.get(instant) ?? kstFormat(instant, PERIODS[period]);
		known.set(instant, name);
		return name;
	};
}

/** Two caps for the same period are one: the lower. */
const strictest = (caps: readonly FrequencyCap[]): FrequencyCap[] =>
	[...Map.groupBy(caps, ({ period }) => period)].map(([period, same]) => ({
		period,
		most: Math.min(...same.map(({ most }) => most)),
	}));

/**
 * Gives each number's first message the place, if it is free. Returns those that must try the next one; null when the
 * storage does not answer.
 */
async function takePlaces<M>(
	candidates: readonly M[],
	placeOf: (message: M) => string,
	own: (message: M) => string,
	ledger: Ledger,
	written: Map<M, string[]>,
): Promise<M[] | null> {
	const byPlace = Map.groupBy(candidates, placeOf);
	const stood = await ledger.note([...byPlace.keys()]);
	if (stood === null) return null;
	return [...byPlace].flatMap(([place, [first, ...later]]) => {
		if (stood.has(place)) return [first!, ...later];
		written.set(first!, [...(written.get(first!) ?? []), own(first!), place]);
		return later;
	});
}

/** What is unknown may have gone out, and counts. */
const wentOut = (outcome: Outcome | undefined): boolean =>
	outcome !== undefined && outcome.outcome !== 'rejected' && outcome.outcome !== 'skipped';
