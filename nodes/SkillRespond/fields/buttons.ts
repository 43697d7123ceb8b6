import type { INodeProperties } from 'n8n-workflow';

import { always, fewFields } from '../../shared/fields/rows';

const doing = (...types: string[]) => ({ show: { type: types } });

const label: INodeProperties = {
	displayName: 'Label',
	name: 'label',
	type: 'string',
	default: '',
	placeholder: 'e.g. 자세히 보기',
	description: 'Up to 14 characters, 8 where buttons stand side by side',
};

const messageText: INodeProperties = {
	displayName: 'Message',
	name: 'messageText',
	type: 'string',
	default: '',
	description: 'What the customer says by the tap',
};

const blockId: INodeProperties = {
	displayName: 'Block ID',
	name: 'blockId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5a1dbc00c0ffee0000000c01',
	description: 'The end of the address of the block in the chatbot admin center',
	displayOptions: doing('block'),
};

const extra: INodeProperties = {
	displayName: 'Extra (JSON)',
	name: 'extra',
	type: 'string',
	default: '',
	placeholder: 'e.g. { "order": "A-100" }',
	description: 'Comes along as "clientExtra" when the block asks its skill',
	displayOptions: doing('block'),
};

/** Rows of buttons of a card. */
export const buttons: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				{
					displayName: 'Action',
					name: 'type',
					type: 'options',
					default: 'webLink',
					options: [
						{ name: 'Call a Number', value: 'phone' },
						{
							name: 'Connect to an Agent',
							value: 'operator',
							description: 'Hands the chat over to a person (상담원 연결)',
						},
						{ name: 'Go to a Block', value: 'block' },
						{ name: 'Open a Web Page', value: 'webLink' },
						{ name: 'Say Something', value: 'message', description: 'The customer says the message by the tap' },
						{ name: 'Share', value: 'share', description: 'Passes the bubble on to a friend' },
					],
				},
				label,
				{
					displayName: 'Link',
					name: 'link',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/sale',
					displayOptions: doing('webLink'),
				},
				{ ...messageText, displayOptions: doing('message', 'block') },
				{
					displayName: 'Phone Number',
					name: 'phoneNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. 02-1234-5678',
					displayOptions: doing('phone'),
				},
				blockId,
				extra,
			],
		},
	],
};

/** Rows of quick replies; for rowsOrArray. */
export const quickReplyRows = {
	displayName: 'Quick Replies',
	name: 'quickReplies',
	placeholder: 'Add Quick Reply',
	description: 'Up to 10 bubbles below the answer. An agent is reached by a button of a card.',
	typeOptions: fewFields,
	options: [
		{
			displayName: 'Quick Reply',
			name: 'quickReply',
			values: [
				always({
					displayName: 'Action',
					name: 'type',
					type: 'options',
					default: 'message',
					options: [
						{ name: 'Go to a Block', value: 'block' },
						{ name: 'Say Something', value: 'message' },
					],
				}),
				always({ ...label, description: 'What stands on it' }),
				always({
					...messageText,
					description: 'What the customer says by the tap; empty: the label',
					displayOptions: doing('message', 'block'),
				}),
				always(blockId),
				extra,
			],
		},
	],
};
