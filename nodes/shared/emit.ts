import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isFailure, sentence, toItem, type Settled } from './outcomeItem';

/**
 * Turns what became of each recipient into the node's output. A node that has sent something never throws: a red node
 * invites a second send. Only when every recipient was refused, and so nothing was sent, it stops the workflow.
 */
export function emit(context: IExecuteFunctions, settled: readonly Settled[]): INodeExecutionData[][] {
	const failures = settled.filter(isFailure);
	if (failures.length > 0) {
		const refused = settled.every(({ outcome }) => outcome.outcome === 'rejected');
		if (refused && !context.continueOnFail()) throw allRefused(context, failures);
		context.addExecutionHints({
			type: 'warning',
			location: 'outputPane',
			message: hintText(failures.length, settled.length, context.getNode().onError === 'continueErrorOutput'),
		});
	}
	if (context.getNode().onError !== 'continueErrorOutput') return [settled.map(toItem)];
	return [[...settled.filter((each) => !isFailure(each)).map(toItem), ...toErrorItems(context, settled, failures)]];
}

const hintText = (failed: number, all: number, throughErrorOutput: boolean) =>
	`${failed.toLocaleString('en')} of ${all.toLocaleString('en')} messages were not accepted. ` +
	(throughErrorOutput
		? 'They left through the error output, each with its reason.'
		: 'Filter on the field "outcome" to handle them, or set On Error to "Continue (using error output)".');

/** Reasons with how often each was given, most frequent first. */
function tally(failures: readonly Settled[]): string[] {
	const counts = new Map<string, number>();
	for (const { outcome } of failures) {
		const text = outcome.reason ? sentence(outcome.reason) : '';
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return [...counts]
		.sort(([, a], [, b]) => b - a)
		.map(([text, count]) => (failures.length === 1 ? text : `${count} × ${text}`));
}

const SHOWN = 10;

function allRefused(context: IExecuteFunctions, failures: readonly Settled[]): NodeOperationError {
	const reasons = tally(failures);
	const [first] = failures;
	return new NodeOperationError(
		context.getNode(),
		failures.length === 1 ? reasons[0]! : `None of ${failures.length} messages was accepted. ${reasons[0]}`,
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
function toErrorItems(
	context: IExecuteFunctions,
	settled: readonly Settled[],
	failures: readonly Settled[],
): INodeExecutionData[] {
	const mayHaveSent = failures.some(({ outcome }) => outcome.outcome === 'unknown');
	const nothingBefore = failures.length === settled.length;
	return failures.map((failure, at) => {
		const { json, pairedItem } = toItem(failure);
		const reason = failure.outcome.reason!;
		if (at === 0 && nothingBefore && mayHaveSent) {
			return {
				json,
				pairedItem,
				error: new NodeOperationError(context.getNode(), `${failure.subject.messageKey}: ${sentence(reason)}`, {
					itemIndex: failure.subject.itemIndex,
				}),
			};
		}
		return { json: { error: reason.text, message: reason.advice, details: json }, pairedItem };
	});
}
