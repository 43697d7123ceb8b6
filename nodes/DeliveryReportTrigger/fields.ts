import type { INodeProperties } from 'n8n-workflow';

import { DEALERS } from '../../kakao/dealers/registry';

const names = (registration: 'api' | 'console') =>
	DEALERS.filter(({ webhook }) => webhook?.registration === registration)
		.map(({ name }) => name)
		.join(', ');

const silent = DEALERS.filter(({ webhook }) => webhook && !webhook.tellsFallback)
	.map(({ name }) => name)
	.join(', ');
const silentNotice = silent
	? ` ${silent} tells here only what KakaoTalk did, neither the template nor whether the SMS fallback arrived: receive by polling if you need that.`
	: '';

const forWebhook = { show: { receive: ['webhook'] } };

/** The trigger's form. Which dealer can do what is read from their capabilities. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Receive',
		name: 'receive',
		type: 'options',
		noDataExpression: true,
		default: 'webhook',
		options: [
			{
				name: 'Polling',
				value: 'polling',
				description: 'The node asks for new reports at an interval. Works with every dealer and behind a firewall.',
			},
			{
				name: 'Webhook',
				value: 'webhook',
				description: `The dealer calls this workflow at once (${names('api')}, ${names('console')})`,
			},
		],
	},
	{
		displayName: `${names('api')}: the node registers its URL itself when the workflow is published, and removes it when it is unpublished. ${names('console')}: paste the production URL above and the secret below into the webhook settings of the console.${silentNotice}`,
		name: 'webhookNotice',
		type: 'notice',
		default: '',
		displayOptions: forWebhook,
	},
	{
		displayName: 'Webhook Secret',
		name: 'secret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: `The same text as in the dealer's console, at least 8 characters. Needed for ${names('console')}; others make their own.`,
		displayOptions: forWebhook,
	},
	{
		displayName: 'Ask Every (Minutes)',
		name: 'everyMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 59 },
		default: 5,
		displayOptions: { show: { receive: ['polling'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Delivered By',
				name: 'deliveredBy',
				type: 'multiOptions',
				default: [],
				description: 'Only messages that arrived this way',
				options: [
					{ name: 'AlimTalk', value: 'alimtalk' },
					{ name: 'Brand Message', value: 'brandMessage' },
					{ name: 'LMS', value: 'lms' },
					{ name: 'MMS', value: 'mms' },
					{ name: 'SMS', value: 'sms' },
				],
			},
			{
				displayName: 'Status',
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				description: 'Only these results. Leave empty for all.',
				options: [
					{ name: 'Delivered', value: 'delivered' },
					{ name: 'Failed', value: 'failed' },
					{
						name: 'Fallback Delivered',
						value: 'fallbackDelivered',
						description: 'KakaoTalk could not deliver, the text message did',
					},
				],
			},
			{
				displayName: 'Template Codes',
				name: 'templateCodes',
				type: 'string',
				default: '',
				placeholder: 'e.g. order-confirmed, shipping-started',
				description: 'Only these templates, separated by commas. Reports that name no template are left out.',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Include Raw Report',
				name: 'includeRaw',
				type: 'boolean',
				default: false,
				description: "Whether to add the dealer's own report",
			},
		],
	},
];
