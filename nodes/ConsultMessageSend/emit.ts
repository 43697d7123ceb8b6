import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { emitAs, type Emittable } from '../shared/emit';
import { sentence } from '../shared/outcomeItem';
import { masked } from './masked';
import { hasSecondOutput } from './outputs';
import type { Done } from './plan';
import type { Addressee } from './target';
import { speechOf } from './words';

export interface ConsultSubject {
	itemIndex: number;
	/** The message's serial number. */
	messageKey: string;
	operation: string;
	provider: string;
	/** Null where nobody could be made out. */
	target: Addressee | null;
}

export interface Settled extends Emittable {
	subject: ConsultSubject;
	outcome: Done;
}

/** The node's output: one item per input item, in order, those of ended consults through an output of their own. */
export const emitConsult = (
	context: IExecuteFunctions,
	operation: string,
	settled: readonly Settled[],
	includeRaw: boolean,
): INodeExecutionData[][] =>
	emitAs(context, settled, {
		toItem: (each) => toItem(each, includeRaw),
		...(hasSecondOutput(context, operation) && { apart: ({ outcome }) => outcome.outcome === 'sessionEnded' }),
		words: speechOf(operation).words,
		sentence: ({ subject, outcome }) => (outcome.reason ? masked(sentence(outcome.reason), subject.target) : ''),
	});

/** One item, the same shape for every hub. */
export function toItem({ subject, outcome }: Settled, includeRaw: boolean): INodeExecutionData {
	const { itemIndex, operation, provider, target } = subject;
	const json: IDataObject = {
		outcome: outcome.outcome,
		operation,
		messageId: outcome.messageId,
		sessionId: outcome.sessionId,
		provider,
		userKey: target?.userKey ?? '',
		senderKey: target?.senderKey ?? '',
		reason: outcome.reason as IDataObject | null,
		...outcome.found,
	};
	if (includeRaw && outcome.raw !== undefined) json.raw = outcome.raw as IDataObject;
	return { json, pairedItem: { item: itemIndex } };
}
