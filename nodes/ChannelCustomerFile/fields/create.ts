import type { INodeProperties } from 'n8n-workflow';

import { rowsOrArray } from '../../shared/fields/rows';
import { columnRows } from './columnRows';

const show = { operation: ['create'] };

export const fileName: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. regulars-2026',
	description: 'No other file of the channel may have it. A channel holds 30 files, those uploaded by hand included.',
	displayOptions: { show },
};

export const columns: INodeProperties[] = rowsOrArray(
	{
		displayName: 'Columns',
		name: 'columns',
		placeholder: 'Add Column',
		description: "What is known of each user, up to 30 columns. The user's ID or phone number is no column.",
		options: [columnRows],
	},
	{ singular: 'column', example: '[{ "name": "지역", "type": "string" }, { "name": "visits", "type": "number" }]' },
	show,
);
