import type { INodeProperties } from 'n8n-workflow';

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
