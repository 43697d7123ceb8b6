import type { INodeProperties } from 'n8n-workflow';

import { always } from '../../shared/fields/rows';

/** Pieces of form rows. Their names are the keys that a row of an array may have, too. */

const imageFrom: INodeProperties = always({
	displayName: 'Image From',
	name: 'imageFrom',
	type: 'options',
	default: 'url',
	options: [
		{ name: 'Binary Field', value: 'binary', description: 'A file that an earlier node has put into the item' },
		{
			name: 'Uploaded Before',
			value: 'uploaded',
			description: "The dealer's own image ID, or image URL where it gives one",
		},
		{ name: 'URL', value: 'url', description: 'Downloaded once per run and uploaded to the dealer' },
	],
});

/** A picture by file, address or the dealer's id. */
export const picture = (shape: string): INodeProperties[] => [
	imageFrom,
	always({
		displayName: 'Image',
		name: 'image',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/sale.jpg',
		description: `The address, the name of the binary field (often "data"), or the ID, as chosen before. JPG or PNG up to 5 MB, at least 500 pixels wide, ${shape}.`,
	}),
];
