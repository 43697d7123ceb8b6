import type { INodeProperties } from 'n8n-workflow';

import { forMessage } from './show';

/** Parameters that both senders have, under the same stored names. */

export const senderProfile: INodeProperties = {
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

export const template: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'A template of the sender profile that may be sent',
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

export const to: INodeProperties = {
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

export const variables: INodeProperties = {
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
			valuesLabel: 'Template Variables',
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: true,
			noFieldsError: 'This template has no variables: every recipient gets the same text.',
		},
	},
};
