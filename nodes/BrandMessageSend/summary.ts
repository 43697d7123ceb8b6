import { drawBrand } from '../../kakao/message/brand/draw';
import type { Outcome } from '../../kakao/message/outcome';
import { goesOut, type Foreseen } from './foresee';
import { count } from './hints';
import { shownContent } from './pictures';

/** A campaign at a glance. */
export interface Summary {
	recipients: number;
	/** Would go out now or at their own scheduled time. */
	ready: number;
	held: number;
	skipped: number;
	problems: number;
	/** Why the others don't go out now, most frequent reason first, with the first of their numbers. */
	leftOut: { reason: string; count: number; to: string[] }[];
	/** The first message that would go out, drawn as text. */
	sample: string | null;
	text: string;
}

/** Counts, reasons and a sample, for somebody to approve. */
export function summaryOf(foreseen: readonly Foreseen[]): Summary {
	const having = (kind: Outcome['outcome']) => foreseen.filter(({ outcome }) => outcome?.outcome === kind).length;
	const ready = foreseen.filter(({ outcome }) => outcome === null).length;
	const held = having('held');
	const left = having('skipped');
	const problems = having('rejected');
	const sample = foreseen.find(goesOut)?.entry.message;
	return {
		recipients: foreseen.length,
		ready,
		held,
		skipped: left,
		problems,
		leftOut: leftOutOf(foreseen),
		sample: sample ? drawBrand(shownContent(sample.content)) : null,
		text: `${count(ready)} of ${count(foreseen.length)} messages would go out, ${count(held)} would be held until morning, ${count(left)} are left out, ${count(problems)} cannot be sent as they are.`,
	};
}

/** Numbers named for each reason: enough to look somebody up, no second list of customers. */
const NAMED = 10;

function leftOutOf(foreseen: readonly Foreseen[]): Summary['leftOut'] {
	const left = foreseen.filter(({ outcome }) => outcome?.reason);
	return [...Map.groupBy(left, ({ outcome }) => outcome!.reason!.text)]
		.map(([reason, those]) => ({
			reason,
			count: those.length,
			to: those.slice(0, NAMED).map(({ entry }) => entry.subject.to),
		}))
		.sort((one, other) => other.count - one.count);
}
