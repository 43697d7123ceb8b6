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
	/** Gives back what was taken for messages that did not go out after all. */
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
	for (const cap of caps) {
		const slot = (message: M) => slotOf(message, cap, goesOutAt(message));
		const own = (message: M) => `own\u001f${slot(message)}\u001f${identityOf(message)}`;
		const open = messages.filter((message) => !refused.has(message));
		const known = await ledger.note(open.map(own));
		if (known === null) {
			for (const message of open) refused.set(message, uncheckedReason);
			continue;
		}
		let waiting = open.filter((message) => !known.has(own(message)));
		for (const message of waiting) remember(written, message, own(message));
		for (let place = 1; place <= cap.most && waiting.length > 0; place++) {
			waiting = await takePlaces(waiting, (message) => `cap\u001f${slot(message)}\u001f${place}`, ledger, written);
		}
		for (const message of waiting) refused.set(message, cappedReason(cap));
	}
	return {
		refused,
		async settle(outcomes) {
			const free = [...written].flatMap(([message, marks]) => (wentOut(outcomes.get(message)) ? [] : marks));
			if (free.length > 0) await ledger.forget(free);
		},
	};
}

/** Gives each number's first message the place, if it is free. Returns those that must try the next one. */
async function takePlaces<M>(
	candidates: readonly M[],
	markOf: (message: M) => string,
	ledger: Ledger,
	written: Map<M, string[]>,
): Promise<M[]> {
	const byMark = Map.groupBy(candidates, markOf);
	const stood = await ledger.note([...byMark.keys()]);
	return [...byMark].flatMap(([mark, [first, ...later]]) => {
		if (stood === null || stood.has(mark)) return [first!, ...later];
		remember(written, first!, mark);
		return later;
	});
}

const slotOf = (message: Message, { period }: FrequencyCap, instant: number): string =>
	[formatRecipient(message.to), kstFormat(instant, PERIODS[period])].join('\u001f');

function remember<M>(written: Map<M, string[]>, message: M, mark: string): void {
	const marks = written.get(message);
	if (marks) marks.push(mark);
	else written.set(message, [mark]);
}

/** What is unknown may have gone out, and counts. */
const wentOut = (outcome: Outcome | undefined): boolean =>
	outcome !== undefined && outcome.outcome !== 'rejected' && outcome.outcome !== 'skipped';
