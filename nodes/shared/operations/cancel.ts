import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { CancelResult } from '../../../kakao/delivery/service';
import { parseMessageId } from '../../../kakao/message/reference';
import { ask } from '../ask';
import { accountOf } from '../credential';
import type { ServiceOf } from './serviceOf';
import { sentence } from '../outcomeItem';
import { Parameters } from '../parameters';
import { wireOf } from '../wire';
import { messageIds } from '../fields/messageId';

const cancelWholeRequest: INodeProperties = {
	displayName: 'Cancel Whole Request',
	name: 'cancelWholeRequest',
	type: 'boolean',
	default: false,
	description:
		'Whether to cancel everything that was scheduled in the same request. Some dealers cannot cancel single messages.',
	displayOptions: { show: { operation: ['cancel'] } },
};

export const description: INodeProperties[] = [cancelWholeRequest];

/** Takes scheduled messages back, one call per request they were sent in. */
export async function cancelScheduled(
	context: IExecuteFunctions,
	serviceOf: ServiceOf,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const account = await accountOf(context);
	const wire = wireOf(context, account);
	const parameters = new Parameters(context, items);
	const { cancels } = account.dealer.capabilities;

	const wanted = messageIds(parameters, items).map(({ at, id }) => ({ at, id, ...parseMessageId(id) }));
	const incomplete = wanted.find(({ request, message }) => request === '' || message === '');
	if (incomplete) {
		throw new NodeOperationError(
			context.getNode(),
			`Item ${incomplete.at}: "${incomplete.id}" is not a message ID of a scheduled message; nothing was cancelled`,
			{
				description: 'Use "messageId" as the send returned it: request and message with a / between them.',
				itemIndex: incomplete.at,
			},
		);
	}
	if (cancels === 'request' && parameters.column('cancelWholeRequest', 'Cancel Whole Request')(0) !== true) {
		throw new NodeOperationError(
			context.getNode(),
			`${account.dealer.name} can only cancel everything that was scheduled in the same request; nothing was cancelled`,
			{
				description: 'If all of it is meant, switch on "Cancel Whole Request".',
			},
		);
	}

	const service = serviceOf(context, account);
	const requests = Map.groupBy(wanted, ({ request }) => request);
	const results = new Map<string, CancelResult>();
	await Promise.all(
		[...requests].map(async ([request, members]) => {
			const messages = cancels === 'message' ? members.map(({ message }) => message) : [];
			results.set(request, await ask(context, wire, service.cancel(request, messages)));
		}),
	);
	return [wanted.map(({ at, id, request, message }) => toItem(at, id, resultFor(results.get(request)!, message)))];
}

/** A request can be cancelled in part: then each message has its own answer. */
const resultFor = (result: CancelResult, message: string): CancelResult =>
	!result.cancelled && result.missed && !result.missed.includes(message) ? { cancelled: true } : result;

function toItem(itemIndex: number, messageId: string, result: CancelResult): INodeExecutionData {
	const reason = result.cancelled ? null : result.outcome.reason;
	const json: IDataObject = { cancelled: result.cancelled, messageId, reason: reason as IDataObject | null };
	if (reason) json.note = sentence(reason);
	return { json, pairedItem: { item: itemIndex } };
}
