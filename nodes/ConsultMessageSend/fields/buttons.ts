import type { INodeProperties } from 'n8n-workflow';

import { always, appLinks, fewFields, mobileLink, pcLink, rowsOrArray } from '../../shared/fields/rows';
import { hubsThat } from '../hubs';
import { forOperations } from './operation';

const { show } = forOperations('sendRich');

const forTypes = (field: INodeProperties, ...types: string[]): INodeProperties =>
	always({ ...field, displayOptions: { show: { type: types } } });

const text = (displayName: string, name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...more,
});

const HANDED_ON = 'Comes back in the event when the button is tapped: letters, digits and _, up to 50';

const buttonFields: INodeProperties[] = [
	always({
		displayName: 'Type',
		name: 'type',
		type: 'options',
		default: 'WL',
		options: [
			{ name: 'App Link', value: 'AL', description: 'Opens an app' },
			{ name: 'Bot Keyword', value: 'BK', description: 'Writes the name of the button into the chat' },
			{ name: 'Business Form', value: 'BF', description: 'Opens a Kakao business form' },
			{ name: 'Chatbot', value: 'BT', description: 'Hands the chat over to the OpenBuilder chatbot' },
			{ name: 'Message', value: 'MD', description: 'Writes the name of the button and the message into the chat' },
			{ name: 'Web Link', value: 'WL', description: 'Opens a web page' },
		],
	}),
	always(text('Name', 'name', { placeholder: 'e.g. 주문 조회', description: 'Up to 28 characters' })),
	forTypes(mobileLink, 'WL'),
	{ ...pcLink, displayOptions: { show: { type: ['WL'] } } },
	...appLinks.map((field) => forTypes(field, 'AL')),
	forTypes(text('Value to Hand On', 'chatExtra', { description: HANDED_ON }), 'BK', 'MD', 'BT'),
	forTypes(text('Bot Event', 'chatEvent', { description: 'The event of the chatbot block to begin with' }), 'BT'),
	forTypes(text('Business Form Key', 'bizFormKey'), 'BF'),
];

/** Below the bubble: up to five buttons and ten quick replies. */
export const buttons: INodeProperties[] = [
	...rowsOrArray(
		{
			displayName: 'Buttons',
			name: 'buttons',
			placeholder: 'Add Button',
			typeOptions: { ...fewFields, addOptionalFieldButtonText: 'Add PC Link' },
			options: [{ displayName: 'Button', name: 'button', values: buttonFields }],
			description: 'Up to 5',
		},
		{ singular: 'button', example: '[{ "type": "WL", "name": "주문 조회", "link": "https://…" }]' },
		show,
	),
	...rowsOrArray(
		{
			displayName: 'Quick Replies',
			name: 'quickReplies',
			placeholder: 'Add Quick Reply',
			options: [
				{
					displayName: 'Quick Reply',
					name: 'reply',
					values: [
						text('Label', 'label', { placeholder: 'e.g. 환불', description: 'Up to 14 characters' }),
						text('Value', 'value', { description: HANDED_ON }),
					],
				},
			],
			description: `Up to 10, shown until the customer writes. For ${hubsThat(({ capabilities }) => capabilities.sends.quickReplies)}.`,
		},
		{ singular: 'quick reply', example: '[{ "label": "환불", "value": "refund" }]' },
		show,
	),
];
