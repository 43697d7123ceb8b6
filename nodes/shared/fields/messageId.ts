import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters';

/** Which message an operation on a sent one is about. */
export const messageId: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.messageId }}',
	description: 'The "messageId" that the send returned',
	displayOptions: { show: { operation: ['getResult', 'cancel'] } },
};

/** Each item's message ID, read once; empty where the item has none. */
export function messageIds(parameters: Parameters, items: readonly INodeExecutionData[]): { at: number; id: string }[] {
	const column = parameters.column('messageId', 'Message ID');
	return items.map((_, at) => ({ at, id: String(column(at) ?? '').trim() }));
}
