import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { parseMessageId } from '../../../kakao/message/reference';
import type { Report } from '../../../kakao/message/report';
import { ask } from '../ask';
import { accountOf } from '../credential';
import type { ServiceOf } from './serviceOf';
import { Parameters } from '../parameters';
import { wireOf } from '../wire';
import { messageIds } from '../fields/messageId';

const resultOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { operation: ['getResult'] } },
	options: [
		{
			displayName: 'Include Raw Answer',
			name: 'includeRaw',
			type: 'boolean',
			default: false,
			description: "Whether to add the dealer's own answer to each result",
		},
	],
};

export const description: INodeProperties[] = [resultOptions];

/** Asks what became of messages: delivered, by fallback, failed, or still pending. */
export async function getResults(context: IExecuteFunctions, serviceOf: ServiceOf): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const account = await accountOf(context);
	const wire = wireOf(context, account);
	const parameters = new Parameters(context, items);
	const includeRaw = parameters.column('options.includeRaw', 'Include Raw Answer')(0) === true;

	const wanted = messageIds(parameters, items);
	const missing = wanted.find(({ id }) => id === '');
	if (missing && !context.continueOnFail()) {
		throw new NodeOperationError(context.getNode(), `Item ${missing.at}: Message ID is empty`, {
			description: 'Map it to "messageId" of the send. Refused and skipped messages have none: filter them out first.',
			itemIndex: missing.at,
		});
	}

	const { resultsPerCall, results } = serviceOf(context, account);
	const known = wanted.filter(({ id }) => id !== '');
	const calls = Array.from({ length: Math.ceil(known.length / resultsPerCall) }, (_, call) =>
		known.slice(call * resultsPerCall, (call + 1) * resultsPerCall),
	);
	const reports = await Promise.all(
		calls.map(async (call) => await ask(context, wire, results(call.map(({ id }) => parseMessageId(id))))),
	);
	const inOrder = reports.flat();
	const reportOf = new Map(known.map(({ at }, place) => [at, inOrder[place]]));
	return [wanted.map(({ at, id }) => toItem(at, id, reportOf.get(at) ?? null, includeRaw))];
}

function toItem(itemIndex: number, messageId: string, report: Report | null, includeRaw: boolean): INodeExecutionData {
	const { raw, ...found } = report ?? unknownReport(messageId);
	const json = { ...found, ...(includeRaw && { raw }) } as unknown as IDataObject;
	return { json, pairedItem: { item: itemIndex } };
}

const unknownReport = (messageId: string): Report => ({
	status: 'unknown',
	deliveredBy: null,
	messageId,
	messageKey: null,
	to: '',
	templateCode: null,
	reportedAt: null,
	billed: null,
	reason: {
		code: 'notFound',
		codeSpace: 'delivery',
		kind: 'unknown',
		text: messageId === '' ? 'The item has no message ID.' : 'The dealer knows no message of this ID.',
		advice:
			'Use the ID that the send returned, with the credential it was sent with. Dealers keep results for 90 days to 6 months.',
		retryable: false,
	},
});
