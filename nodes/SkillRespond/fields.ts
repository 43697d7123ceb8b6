import type { INodeProperties } from 'n8n-workflow';

import { event } from './fields/event';
import { respond } from './fields/respond';

/** The node's form, in the order in which a person fills it in. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'respond',
		options: [
			{
				name: 'Get Bot Event Result',
				value: 'getBotEventResult',
				action: 'Get a bot event result',
				description: 'Ask whom an event has reached',
			},
			{
				name: 'Respond',
				value: 'respond',
				action: 'Respond to a skill call',
				description: 'Answer the customer who has written to the chatbot',
			},
			{
				name: 'Send Bot Event',
				value: 'sendBotEvent',
				action: 'Send a bot event',
				description: 'Let the bot speak first',
			},
		],
	},
	...respond,
	...event,
];
