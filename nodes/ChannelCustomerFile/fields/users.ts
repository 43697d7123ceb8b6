import type { INodeProperties } from 'n8n-workflow';

const ADDING = ['addUsers'];
const BOTH = ['addUsers', 'removeUsers'];

export const file: INodeProperties = {
	displayName: 'File',
	name: 'file',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The customer file',
	displayOptions: { show: { operation: BOTH } },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a file…',
			typeOptions: { searchListMethod: 'searchFiles', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 15027' },
	],
};

export const users: INodeProperties[] = [
	{
		displayName: 'Users Are Given By',
		name: 'userType',
		type: 'options',
		noDataExpression: true,
		default: 'phone',
		options: [
			{ name: 'Phone Number', value: 'phone', description: 'The number with which they use KakaoTalk' },
			{ name: 'User ID', value: 'app', description: 'The user ID (회원번호) that Kakao Login gave your app' },
		],
		displayOptions: { show: { operation: BOTH } },
	},
	{
		displayName: 'Phone Number',
		name: 'user',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.phone }}',
		description:
			'Phone number as you have it: with or without hyphens, +82, or the zero that a spreadsheet drops. One per item.',
		displayOptions: { show: { operation: BOTH, userType: ['phone'] } },
	},
	{
		displayName: 'User ID',
		name: 'user',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.userId }}',
		description: 'One per item. Keep it as a text from the database on: as a number its last digits are lost.',
		displayOptions: { show: { operation: BOTH, userType: ['app'] } },
	},
];

export const values: INodeProperties = {
	displayName: 'Values',
	name: 'values',
	type: 'resourceMapper',
	default: { mappingMode: 'autoMapInputData', value: null },
	noDataExpression: true,
	description: 'One value per column of the file. Empty columns are left out.',
	displayOptions: { show: { operation: ADDING }, hide: { file: [''] } },
	typeOptions: {
		loadOptionsDependsOn: ['channel', 'file.value', 'options.fileColumns'],
		resourceMapper: {
			resourceMapperMethod: 'fileColumns',
			mode: 'add',
			fieldWords: { singular: 'column', plural: 'columns' },
			valuesLabel: 'Columns of the File',
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: true,
			noFieldsError: 'Kakao does not tell which columns this file has.',
		},
	},
};
