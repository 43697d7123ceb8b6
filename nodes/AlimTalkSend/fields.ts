import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_CEILING } from '../shared/refusals';

const forMessage = { show: { operation: ['send', 'preview'] } };

const senderProfile: INodeProperties = {
	displayName: 'Sender Profile',
	name: 'senderProfile',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The KakaoTalk channel that sends',
	displayOptions: forMessage,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a channel…',
			typeOptions: { searchListMethod: 'searchSenderProfiles', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: '@channel, or the key your dealer shows' },
	],
};

const template: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'An approved AlimTalk template of the sender profile',
	displayOptions: forMessage,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a template…',
			typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
		},
		{ displayName: 'By Code', name: 'code', type: 'string', placeholder: 'e.g. order-confirmed' },
	],
};

const to: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 010-1234-5678',
	description:
		'Phone number of the recipient as you have it: with or without hyphens, +82, or the zero that a spreadsheet drops. Several numbers are separated by commas.',
	displayOptions: forMessage,
};

const variables: INodeProperties = {
	displayName: 'Variables',
	name: 'variables',
	type: 'resourceMapper',
	default: { mappingMode: 'defineBelow', value: null },
	noDataExpression: true,
	description: 'One field per variable of the template. Numbers, dates (shown in Korean time) and texts may be mapped.',
	displayOptions: { ...forMessage, hide: { template: [''] } },
	typeOptions: {
		loadOptionsDependsOn: ['senderProfile.value', 'template.value'],
		resourceMapper: {
			resourceMapperMethod: 'templateVariables',
			mode: 'add',
			fieldWords: { singular: 'variable', plural: 'variables' },
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: true,
			noFieldsError: 'This template has no variables: every recipient gets the same text.',
		},
	},
};

const smsFallback: INodeProperties = {
	displayName: 'Send SMS If Undeliverable',
	name: 'smsFallback',
	type: 'boolean',
	default: false,
	description:
		'Whether people whom KakaoTalk cannot reach get a text message (SMS or LMS) instead. Your dealer charges for it.',
	displayOptions: forMessage,
};

const fallback: INodeProperties = {
	displayName: 'SMS Fallback',
	name: 'fallback',
	type: 'collection',
	placeholder: 'Add Field',
	default: { from: '', type: 'auto', text: '' },
	displayOptions: { show: { ...forMessage.show, smsFallback: [true] } },
	options: [
		{
			displayName: 'Sender Number',
			name: 'from',
			type: 'string',
			default: '',
			placeholder: 'e.g. 02-123-4567',
			description: "A number registered for text messages in your dealer's console",
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: '#{name}, your order has been received.',
			description:
				"Leave empty to send the AlimTalk's own text. Variables are written #{name} and filled in as above. Korean characters count 2 bytes; up to 90 bytes is an SMS, up to 2,000 an LMS.",
		},
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			description: 'Title of an LMS, up to 40 bytes (20 Korean characters). SMS has none.',
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			default: 'auto',
			options: [
				{ name: 'Automatic', value: 'auto', description: 'SMS when the text fits in 90 bytes, else LMS' },
				{ name: 'LMS', value: 'LMS', description: 'Long text with a title, up to 2,000 bytes' },
				{ name: 'SMS', value: 'SMS', description: 'Up to 90 bytes; longer texts are refused, not cut' },
			],
		},
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: forMessage,
	options: [
		{
			displayName: 'Allow Empty Variables',
			name: 'allowEmptyVariables',
			type: 'boolean',
			default: false,
			description:
				'Whether a variable may be filled with an empty text. Missing and null values are refused all the same.',
		},
		{
			displayName: 'Include Raw Answer',
			name: 'includeRaw',
			type: 'boolean',
			default: false,
			description: "Whether to add the dealer's own answer to each result",
		},
		{
			displayName: 'Max Recipients',
			name: 'maxRecipients',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_CEILING,
			description: 'Stops the node before the first message when a run would reach more recipients than this',
		},
		{
			displayName: 'Message Key',
			name: 'messageKey',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.orderNumber }}',
			description:
				'Names this one message, say by its order number (up to 100 characters). A message with the same key, recipient and template is never sent twice by this node, also after a crash or a retry.',
		},
		{
			displayName: 'Require HTTPS Links',
			name: 'requireHttpsLinks',
			type: 'boolean',
			default: false,
			description: 'Whether messages whose button links are not encrypted (http://) are refused',
		},
		{
			displayName: 'Send At',
			name: 'scheduleAt',
			type: 'dateTime',
			default: '',
			description:
				'When to send. A time without a time zone is Korean time, wherever n8n runs. Leave empty to send now.',
		},
	],
};

const messageId: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.messageId }}',
	description: 'The "messageId" that the send returned',
	displayOptions: { show: { operation: ['getResult', 'cancel'] } },
};

const cancelWholeRequest: INodeProperties = {
	displayName: 'Cancel Whole Request',
	name: 'cancelWholeRequest',
	type: 'boolean',
	default: false,
	description:
		'Whether to cancel everything that was scheduled in the same request. Some dealers cannot cancel single messages.',
	displayOptions: { show: { operation: ['cancel'] } },
};

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

/** The node's form, in the order in which a person fills it in. */
export const fields: INodeProperties[] = [
	senderProfile,
	template,
	to,
	variables,
	smsFallback,
	fallback,
	messageId,
	cancelWholeRequest,
	options,
	resultOptions,
];
