import type { IExecuteFunctions } from 'n8n-workflow';

import type { BrandMessage } from '../../kakao/message/brand/message';
import type { Outcome } from '../../kakao/message/outcome';
import type { BrandEntry } from './prepare';

/** Outcomes that a person should know of although nothing went wrong. */
const TOLD = new Set(['held', 'skipped']);

const count = (number: number) => number.toLocaleString('en');

/** How often each reason was given, most frequent first: `12 × This person has opted out of advertising.` */
export function tallyOf(outcomes: readonly Outcome[]): { reason: string; count: number }[] {
	const counts = new Map<string, number>();
	for (const { reason } of outcomes) if (reason) counts.set(reason.text, (counts.get(reason.text) ?? 0) + 1);
	return [...counts].map(([reason, times]) => ({ reason, count: times })).sort((one, other) => other.count - one.count);
}

/** One hint for a whole run: how many were left out or held, and why. */
export function hintAtLeftOut(
	context: IExecuteFunctions,
	entries: readonly BrandEntry[],
	outcomes: ReadonlyMap<BrandMessage, Outcome>,
): void {
	const told = entries
		.map(({ settled, message }) => settled ?? (message ? outcomes.get(message) : undefined))
		.filter((outcome) => outcome !== undefined)
		.filter(({ outcome }) => TOLD.has(outcome));
	if (told.length === 0) return;
	const reasons = tallyOf(told).map(({ reason, count: times }) => `${count(times)} × ${reason}`);
	context.addExecutionHints({
		type: 'info',
		location: 'outputPane',
		message: `${count(told.length)} of ${count(entries.length)} messages did not go out now: ${reasons.slice(0, 5).join(' ')}`,
	});
}
