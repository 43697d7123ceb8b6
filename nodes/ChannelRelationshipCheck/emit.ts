import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { RelationshipOutcome, UserRelationship } from '../../kakao/channel';
import { isFailure, sentence } from '../shared/outcomeItem';
import { Parameters } from '../shared/parameters';
import type { Question } from './prepare';

export interface Settled {
	question: Question;
	answer: UserRelationship;
}

/** Only what Kakao has said for sure leaves through the first two outputs. */
const OUTPUT: Readonly<Record<RelationshipOutcome, 0 | 1 | 2>> = {
	added: 0,
	blocked: 1,
	none: 1,
	unknownUser: 2,
	notConsented: 2,
	rejected: 2,
	unknown: 2,
};
const OUTPUTS = 3;

/**
 * The node's outputs, each in input order. Nothing is changed by asking, so when nothing at all could be found out the
 * node stops the workflow; users whom Kakao does not tell about are an answer, and leave through the third output.
 */
export function emitAnswers(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	settled: readonly Settled[],
): INodeExecutionData[][] {
	const failures = settled.filter(({ answer }) => isFailure({ outcome: answer }));
	if (failures.length > 0 && failures.length === settled.length && !context.continueOnFail())
		throw nothingKnown(context, failures);
	const keepInput = new Parameters(context, items).column('options.keepInput', 'Keep Input Fields')(0) === true;
	const show = (each: Settled) => toItem(each, keepInput ? items[each.question.subject.itemIndex] : undefined);
	// An agent's tool has one output only, and would never see what left through the others.
	if (context.getNode().type.endsWith('Tool')) return [settled.map(show)];
	const apart = context.getNode().onError === 'continueErrorOutput';
	hint(context, settled, failures.length, apart);
	const outputs = Array.from({ length: OUTPUTS }, (): INodeExecutionData[] => []);
	for (const each of settled) {
		const failed = apart && isFailure({ outcome: each.answer });
		outputs[OUTPUT[each.answer.outcome]]!.push(failed ? toErrorItem(each) : show(each));
	}
	return outputs;
}

function toItem({ question, answer }: Settled, input?: INodeExecutionData): INodeExecutionData {
	const { outcome, userId, reason, channels } = answer;
	const [channel] = channels;
	const sure = OUTPUT[outcome] < 2;
	const json: IDataObject = {
		...input?.json,
		outcome,
		isFriend: sure ? outcome === 'added' : null,
		userId,
		channelId: question.channelId,
		searchId: channel?.searchId ?? null,
		addedAt: channel?.addedAt ?? null,
		changedAt: channel?.changedAt ?? null,
		reason: reason as IDataObject | null,
	};
	return {
		json,
		...(input?.binary && { binary: input.binary }),
		pairedItem: { item: question.subject.itemIndex },
	};
}

/** n8n sends such an item to the error output, with the input's own fields. */
function toErrorItem(settled: Settled): INodeExecutionData {
	const { json, pairedItem } = toItem(settled);
	const { text, advice } = settled.answer.reason!;
	return { json: { error: text, message: advice, details: json }, pairedItem };
}

/** Users of whom nothing is known, and where they are to be found. */
function hint(context: IExecuteFunctions, settled: readonly Settled[], failed: number, apart: boolean): void {
	const unclear = settled.filter(({ answer }) => OUTPUT[answer.outcome] === 2).length;
	if (unclear === 0) return;
	const count = (number: number) => number.toLocaleString('en');
	const where = apart && failed > 0 ? `"Unclear", ${count(failed)} of them through the error output` : '"Unclear"';
	context.addExecutionHints({
		type: failed > 0 ? 'warning' : 'info',
		location: 'outputPane',
		message: `Of ${count(settled.length)} users, Kakao did not tell about ${count(unclear)}. They left through ${where}, each with its reason.`,
	});
}

const SHOWN = 10;
const NAMED = 20;

function nothingKnown(context: IExecuteFunctions, failures: readonly Settled[]): NodeOperationError {
	const byReason = [...Map.groupBy(failures, ({ answer }) => sentence(answer.reason!))].sort(
		([, one], [, other]) => other.length - one.length,
	);
	const [[first = '', [{ question } = failures[0]!]] = ['', failures]] = byReason;
	const message = failures.length === 1 ? first : `None of ${failures.length} users could be checked. ${first}`;
	return new NodeOperationError(context.getNode(), message, {
		description: byReason
			.slice(0, SHOWN)
			.map(([reason, members]) => `${named(members)}: ${reason}`)
			.join('<br>'),
		itemIndex: question.subject.itemIndex,
	});
}

/** `Items 0, 1, 2 and 97 more`. */
function named(members: readonly Settled[]): string {
	const indexes = members.slice(0, NAMED).map(({ question }) => question.subject.itemIndex);
	const more = members.length > NAMED ? ` and ${members.length - NAMED} more` : '';
	return `${members.length === 1 ? 'Item' : 'Items'} ${indexes.join(', ')}${more}`;
}
