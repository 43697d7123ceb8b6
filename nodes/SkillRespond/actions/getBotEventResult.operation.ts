import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { resultFor, taskResult, type TaskResult } from '../../../kakao/chatbot';
import { converse } from '../../../kakao/delivery/converse';
import { inParallel } from '../../../kakao/delivery/inParallel';
import type { Wire } from '../../../kakao/delivery/wire';
import { kstIso } from '../../../kakao/message/kst';
import type { Reason } from '../../../kakao/message/outcome';
import { parseMessageId, type MessageReference } from '../../../kakao/message/reference';
import { failureReason } from '../../../kakao/partner/failure';
import { ask } from '../../shared/ask';
import { Parameters } from '../../shared/parameters';
import { botWire } from '../bot';

const PARALLEL_REQUESTS = 4;

interface Wanted {
	taskId: string;
	/** Null: the whole task. */
	userId: string | null;
}

/** What came of bot events, one item each; a task is asked for once. */
export async function getBotEventResult(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const messageId = new Parameters(context, items).column('messageId', 'Message ID');
	const wanted = items.map((_, at) => wantedOf(parseMessageId(String(messageId(at) ?? ''))));
	const empty = wanted.findIndex(({ taskId }) => taskId === '');
	if (empty !== -1 && !context.continueOnFail()) {
		throw new NodeOperationError(context.getNode(), `Item ${empty}: Message ID is empty`, {
			description:
				'Map it to "messageId" of the sent event. Refused and skipped users have none: filter them out first.',
			itemIndex: empty,
		});
	}
	const wire = await botWire(context);
	const tasks = new Map<string, TaskResult | Reason>([['', NO_ID]]);
	const ids = new Set(wanted.map(({ taskId }) => taskId).filter((id) => id !== ''));
	await inParallel(ids, PARALLEL_REQUESTS, async (taskId) => {
		tasks.set(taskId, await taskOrReason(context, wire, taskId));
	});
	return [wanted.map((each, item) => ({ json: toJson(each, tasks.get(each.taskId)!), pairedItem: { item } }))];
}

const NO_ID: Reason = {
	code: 'notFound',
	codeSpace: 'delivery',
	kind: 'unknown',
	text: 'The item has no message ID.',
	advice: 'Refused and skipped users have none.',
	retryable: false,
};

/** On Error "Continue": one task that cannot be read does not take the others along. */
async function taskOrReason(context: IExecuteFunctions, wire: Wire, taskId: string): Promise<TaskResult | Reason> {
	if (!context.continueOnFail()) return await ask(context, wire, taskResult(taskId));
	try {
		return await converse(taskResult(taskId), wire);
	} catch (error) {
		return failureReason(error);
	}
}

/** A bare ID is a task's. */
const wantedOf = ({ request, message }: MessageReference): Wanted =>
	request === '' ? { taskId: message, userId: null } : { taskId: request, userId: message };

function toJson({ taskId, userId }: Wanted, task: TaskResult | Reason): IDataObject {
	if (!('requested' in task))
		return {
			status: 'unknown',
			user: userId,
			taskId: taskId || null,
			reason: task as unknown as IDataObject,
			task: null,
		};
	const counts = { requested: task.requested, succeeded: task.succeeded, failed: task.failed };
	if (userId !== null) {
		const { status, reason } = resultFor(task, userId);
		return { status, user: userId, taskId: task.taskId, reason: reason as IDataObject | null, task: counts };
	}
	return {
		status: task.finished ? 'finished' : 'pending',
		taskId: task.taskId,
		task: counts,
		failures: task.failures.map(({ userId: user, type, at, reason }) => ({
			user,
			type,
			at: at === null ? null : kstIso(at),
			reason: reason as unknown as IDataObject,
		})),
	};
}
