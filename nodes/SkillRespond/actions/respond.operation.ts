import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { rejected, type Reason } from '../../../kakao/message/outcome';
import { emitAs } from '../../shared/emit';
import { sentence } from '../../shared/outcomeItem';
import { inputReason, refuseBadInput } from '../../shared/refusals';
import type { SkillItem } from '../../shared/skillCalls';
import { skillCallOf } from '../call';
import { deliver, type Delivered } from '../deliver';
import { answerIn } from '../read/answer';

interface Settled {
	subject: { itemIndex: number; messageKey: string };
	outcome: Delivered;
	answer: object | null;
}

const WORDING = {
	unusable: 'answers cannot be sent as they are, so nothing was sent',
	nothing: 'Nothing was sent; the customer is asked to wait.',
	others: 'To go on anyway',
};

/** Answers the skill call of this execution, once, whatever the number of items. */
export async function respond(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (!('sendResponse' in context)) {
		throw new NodeOperationError(
			(context as IExecuteFunctions).getNode(),
			'An agent cannot answer the call by itself',
			{
				description: 'Put this node behind the agent, and let the agent send bot events only.',
			},
		);
	}
	const call = skillCallOf(context);
	const settled = await settle(context, call);
	if (settled.outcome.outcome === 'tooLate')
		context.addExecutionHints({ type: 'warning', location: 'outputPane', message: hint(settled.outcome.reason) });
	return emitAs(context, [settled], { toItem: (each) => toItem(each, context.getInputData().length) });
}

async function settle(context: IExecuteFunctions, call: SkillItem): Promise<Settled> {
	const subject = { itemIndex: 0, messageKey: call.reply.callId };
	const made = answerIn(context, call);
	if ('value' in made) return { subject, answer: made.value, outcome: await deliver(context, call, made.value) };
	if (!context.continueOnFail()) refuseBadInput(context, [{ subject, problems: made.problems }], WORDING);
	const { reason } = rejected(inputReason(made.problems));
	return { subject, answer: null, outcome: { outcome: 'rejected', taskId: null, reason } };
}

const hint = (reason: Reason | null): string => (reason ? sentence(reason) : '');

function toItem({ outcome: { outcome, taskId, reason }, answer }: Settled, items: number): INodeExecutionData {
	return {
		json: { outcome, taskId, reason: reason as IDataObject | null, answer: answer as IDataObject | null },
		pairedItem: Array.from({ length: items }, (_, item) => ({ item })),
	};
}
