import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Reason } from '../../kakao/message/outcome';
import { isFailure, sentence, toItem, type Settled } from './outcomeItem';

/** Something of which became something, whatever kind of node did it. */
export interface Emittable {
	subject: { itemIndex: number; messageKey: string };
	outcome: { outcome: string; reason: Reason | null };
}

/** How a kind of node shows what became of each. */
export interface Showing<T extends Emittable> {
	toItem(settled: T): INodeExecutionData;
	/** Leaves through a second output: no failure, but another way to go on. Absent for nodes with one output. */
	apart?(settled: T): boolean;
	/** Words for errors and hints, in which nobody is to be recognised. Absent: the reason's own. */
	sentence?(settled: T): string;
	/** Which outcomes are no success. Absent: `rejected` and `unknown`. */
	isFailure?(settled: T): boolean;
	/** What the node deals in. Absent: messages. */
	words?: Words;
}

export interface Words {
	/** Behind "3 of 12". */
	failed: string;
	/** Behind "None of 12". */
	none: string;
}

const MESSAGES: Words = { failed: 'messages were not accepted', none: 'messages was accepted' };

/**
 * Turns what became of each recipient into the node's output. A node that has sent something never throws: a red node
 * invites a second send. Only when every recipient was refused, and so nothing was sent, it stops the workflow.
 */
export const emit = (context: IExecuteFunctions, settled: readonly Settled[]): INodeExecutionData[][] =>
	emitAs(context, settled, { toItem });

/** The same for nodes whose outcomes have a form of their own. */
export function emitAs<T extends Emittable>(
	context: IExecuteFunctions,
	settled: readonly T[],
	showing: Showing<T>,
): INodeExecutionData[][] {
	const isNoSuccess = showing.isFailure ?? isFailure;
	const failures = settled.filter(isNoSuccess);
	if (failures.length > 0) {
		const refused = settled.every(({ outcome }) => outcome.outcome === 'rejected');
		if (refused && !context.continueOnFail()) throw allRefused(context, failures, showing);
		context.addExecutionHints({
			type: 'warning',
			location: 'outputPane',
			message: hintText(context, failures.length, settled.length, showing.words),
		});
	}
	const { toItem: show, apart = () => false } = showing;
	const staying = settled.filter((each) => !apart(each));
	const others = showing.apart ? [settled.filter(apart).map(show)] : [];
	if (context.getNode().onError !== 'continueErrorOutput') return [staying.map(show), ...others];
	const good = staying.filter((each) => !isNoSuccess(each));
	return [[...good.map(show), ...toErrorItems(context, failures, good.length === 0, showing)], ...others];
}

/** How many went wrong, and where they are to be found. */
const hintText = (context: IExecuteFunctions, failed: number, all: number, words = MESSAGES) =>
	`${failed.toLocaleString('en')} of ${all.toLocaleString('en')} ${words.failed}. ` +
	(context.getNode().onError === 'continueErrorOutput'
		? 'They left through the error output, each with its reason.'
		: 'Filter on the field "outcome" to handle them, or set On Error to "Continue (using error output)".');

const sentenceOf = <T extends Emittable>(settled: T, showing: Showing<T>): string =>
	showing.sentence?.(settled) ?? (settled.outcome.reason ? sentence(settled.outcome.reason) : '');

/** Reasons with how often each was given, most frequent first. */
function tally(sentences: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const text of sentences) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts]
		.sort(([, a], [, b]) => b - a)
		.map(([text, count]) => (sentences.length === 1 ? text : `${count} × ${text}`));
}

const SHOWN = 10;

function allRefused<T extends Emittable>(
	context: IExecuteFunctions,
	failures: readonly T[],
	showing: Showing<T>,
): NodeOperationError {
	const reasons = tally(failures.map((failure) => sentenceOf(failure, showing)));
	const [first] = failures;
	return new NodeOperationError(
		context.getNode(),
		failures.length === 1
			? reasons[0]!
			: `None of ${failures.length} ${(showing.words ?? MESSAGES).none}. ${reasons[0]}`,
		{
			description: reasons.slice(0, SHOWN).join('<br>'),
			itemIndex: first!.subject.itemIndex,
		},
	);
}

/**
 * n8n sends an item to the error output when its json holds `error`, and keeps `details` beside the input's own fields.
 * But Retry On Fail runs the whole node again when the very first item holds `error`. Successes come first for that
 * reason; when there are none and something may have been sent, the first item says its error the other way,
 * at the price of its details.
 */
function toErrorItems<T extends Emittable>(
	context: IExecuteFunctions,
	failures: readonly T[],
	nothingBefore: boolean,
	showing: Showing<T>,
): INodeExecutionData[] {
	const mayHaveSent = failures.some(({ outcome }) => outcome.outcome !== 'rejected');
	return failures.map((failure, at) => {
		const { json, pairedItem } = showing.toItem(failure);
		const reason = failure.outcome.reason!;
		if (at === 0 && nothingBefore && mayHaveSent) {
			return {
				json,
				pairedItem,
				error: new NodeOperationError(
					context.getNode(),
					`${failure.subject.messageKey}: ${sentenceOf(failure, showing)}`,
					{ itemIndex: failure.subject.itemIndex },
				),
			};
		}
		return { json: { error: reason.text, message: reason.advice, details: json }, pairedItem };
	});
}
