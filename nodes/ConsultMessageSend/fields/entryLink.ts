import type { INodeProperties } from 'n8n-workflow';

import { forOperations } from './operation';

const { show } = forOperations('buildEntryLink');
const forConsult = { show: { ...show, entryKind: ['consult'] } };

/** How customers get into a consult: nothing is asked of the hub, and nothing is sent. */
export const entryLink: INodeProperties[] = [
	{
		displayName: 'Kind',
		name: 'entryKind',
		type: 'options',
		noDataExpression: true,
		default: 'consult',
		options: [
			{
				name: 'Channel Chat',
				value: 'chat',
				description: 'The chat of the channel, by its public ID; carries no metadata',
			},
			{ name: 'Consult Button', value: 'consult', description: 'A consult, by the search ID; brings metadata along' },
		],
		displayOptions: { show },
	},
	{
		displayName: 'Channel',
		name: 'entryChannel',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. @kakaoshop',
		description:
			'For a consult button the search ID (@name), for the channel chat the public ID (_name) or its address at pf.kakao.com',
		displayOptions: { show },
	},
	{
		displayName: 'Metadata',
		name: 'metadata',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Value',
		default: {},
		description:
			'Comes back as "entry.params" of the trigger when the customer begins. A button carries 50 characters in all: use short names and codes.',
		displayOptions: forConsult,
		options: [
			{
				displayName: 'Value',
				name: 'value',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. order' },
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. {{ $json.orderNumber }}',
					},
				],
			},
		],
	},
	{
		displayName: 'QR Code',
		name: 'qrCode',
		type: 'options',
		default: 'png',
		options: [
			{ name: 'None', value: 'none' },
			{ name: 'PNG', value: 'png', description: 'A picture in a binary field' },
			{ name: 'SVG', value: 'svg', description: 'A drawing for print in a binary field' },
		],
		displayOptions: { show },
	},
	{
		displayName: 'Options',
		name: 'entryOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'App Opens',
				name: 'appOpenType',
				type: 'options',
				default: 'direct',
				options: [
					{ name: 'After a Question', value: 'modal' },
					{ name: 'At Once', value: 'direct' },
				],
				description: 'For the HTML button',
			},
			{
				displayName: 'Begin With',
				name: 'bot',
				type: 'options',
				default: 'false',
				options: [
					{ name: 'A Person', value: 'false' },
					{ name: 'The Chatbot', value: 'true' },
					{ name: 'Where the Customer Was', value: 'auto' },
				],
				description: 'For the HTML button: a plain link cannot say it',
			},
			{
				displayName: 'Bot Event',
				name: 'event',
				type: 'string',
				default: '',
				description: 'For the HTML button: the event of the chatbot block to begin with, up to 100 characters',
			},
			{
				displayName: 'Button Label',
				name: 'label',
				type: 'string',
				default: '카카오톡 상담하기',
				description: 'Written on the HTML button',
			},
			{
				displayName: 'Put QR Code in Field',
				name: 'qrField',
				type: 'string',
				default: 'data',
				description: 'The name of the binary field',
			},
		],
	},
];
