import type { INodeProperties } from 'n8n-workflow';

import { REMOVE_FORMAT } from '../../../kakao/channel';
import { columnRows } from './columnRows';

const optionsOf = (operation: string, options: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { operation: [operation] } },
	options,
});

const includeRaw: INodeProperties = {
	displayName: 'Include Raw Answer',
	name: 'includeRaw',
	type: 'boolean',
	default: false,
	description: "Whether to add Kakao's own answer to each result",
};

export const options: INodeProperties[] = [
	optionsOf('create', [
		{
			displayName: 'Allow Other Column Types',
			name: 'otherTypes',
			type: 'boolean',
			default: false,
			description:
				'Whether to let Kakao judge types that are reported not to work: a text in a column of your own, a number in one of the ten preset columns',
		},
		{
			displayName: 'Use File of the Same Name',
			name: 'useExisting',
			type: 'boolean',
			default: false,
			description: 'Whether a file that has the name already is taken instead, with the columns it has',
		},
	]),
	optionsOf('addUsers', [
		{
			displayName: 'Columns of the File',
			name: 'fileColumns',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Column',
			default: {},
			description:
				'The columns with which the file was made. Only for a file without users yet, whose columns Kakao does not tell, when values are mapped by name.',
			options: [columnRows],
		},
		includeRaw,
	]),
	optionsOf('removeUsers', [
		{
			displayName: 'Format of Removed Users',
			name: 'removeFormat',
			type: 'options',
			default: REMOVE_FORMAT,
			description: 'How the users are written in the request. Which form Kakao takes is not documented.',
			options: [
				{ name: 'List of IDs', value: 'ids' },
				{ name: 'List of Objects', value: 'objects' },
			],
		},
		includeRaw,
	]),
];
