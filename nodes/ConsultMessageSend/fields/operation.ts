import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';

/** What the node can do, by name as n8n wants it. */
const OPERATIONS: INodePropertyOptions[] = [
	{
		name: 'Block User',
		value: 'blockUser',
		description: 'Keep a customer from writing to the channel; ends the consult',
		action: 'Block a user',
	},
	{
		name: 'Build Entry Link',
		value: 'buildEntryLink',
		description: 'Make the link, button and QR code with which customers begin a consult',
		action: 'Build an entry link',
	},
	{
		name: 'End Session',
		value: 'endSession',
		description: 'End the consult, or hand it over to the chatbot',
		action: 'End a session',
	},
	{
		name: 'Get Channel Profile',
		value: 'getProfile',
		description: 'Look up the channel and whether it can hold consults',
		action: 'Get a channel profile',
	},
	{
		name: 'Get Session',
		value: 'getSession',
		description: 'Look up whether the consult goes on',
		action: 'Get a session',
	},
	{
		name: 'Send and Wait for Response',
		value: SEND_AND_WAIT_OPERATION,
		description: 'Ask the customer something and go on when the answer is there',
		action: 'Send a question and wait for the response',
	},
	{
		name: 'Send File',
		value: 'sendFile',
		description: 'Send a picture, video, recording or other file',
		action: 'Send a file',
	},
	{
		name: 'Send Notice',
		value: 'sendNotice',
		description: "Send one of Kakao's automatic notices, which are not billed",
		action: 'Send a notice',
	},
	{
		name: 'Send Rich Message',
		value: 'sendRich',
		description: 'Send a text with a picture, buttons or quick replies',
		action: 'Send a rich message',
	},
	{
		name: 'Send Text',
		value: 'sendText',
		description: 'Send a text of up to 1,000 characters',
		action: 'Send a text',
	},
	{
		name: 'Unblock User',
		value: 'unblockUser',
		description: 'Let a blocked customer write again',
		action: 'Unblock a user',
	},
	{
		name: 'Upload File',
		value: 'uploadFile',
		description: "Put a file onto Kakao's servers, to use it in messages later",
		action: 'Upload a file',
	},
];

export const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'sendText',
	options: OPERATIONS,
};

/** What the canvas shows below the node: the operation by its name. */
export const SUBTITLE = `={{ ${JSON.stringify(Object.fromEntries(OPERATIONS.map(({ name, value }) => [value, name])))}[$parameter["operation"]] }}`;

export const forOperations = (...operations: string[]) => ({ show: { operation: operations } });
