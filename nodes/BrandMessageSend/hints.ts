import type { IExecuteFunctions } from 'n8n-workflow';

import type { BrandMessage } from '../../kakao/message/brand/message';
import type { Outcome } from '../../kakao/message/outcome';
import type { Desk } from './desk';
import type { BrandEntry } from './prepare';

/** Outcomes that a person should know of although nothing went wrong. */
const TOLD = new Set(['held', 'skipped']);

/** A number as hints and summaries write it: `12,000`. */
export const count = (number: number) => number.toLocaleString('en');

/** How often each reason was given, most frequent first: `12 × This person has opted out of advertising.` */
function tallyOf(outcomes: readonly Outcome[]): { reason: string; count: number }[] {
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

/** More texts than these in one run are worth a word where each is a request of its own. */
const MANY_TEXTS = 20;

/** Where a dealer takes one free-form text per request, personal texts cost as many requests as people. */
export function hintAtManyTexts(
	context: IExecuteFunctions,
	messages: readonly BrandMessage[],
	{ account, brand }: Desk,
): void {
	if (brand.capabilities.freeFormByRecipient) return;
	const contents = new Set(messages.filter(({ template }) => template === null).map(({ content }) => content));
	const texts = contents.size <= MANY_TEXTS ? 0 : new Set([...contents].map((content) => JSON.stringify(content))).size;
	if (texts <= MANY_TEXTS) return;
	context.addExecutionHints({
		type: 'info',
		location: 'outputPane',
		message: `${count(texts)} different texts are ${count(texts)} requests: ${account.dealer.name} takes one free-form text per request. With a template the same messages go out in a few.`,
	});
}
