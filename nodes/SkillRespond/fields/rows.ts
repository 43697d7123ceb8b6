import type { INodeProperties } from 'n8n-workflow';

import { always } from '../../shared/fields/rows';
import { ofType } from './show';

/** A field of a row. */
export const string = (displayName: string, name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...more,
});

/** Lines of a list card. */
export const listItems: INodeProperties = always({
	displayName: 'Items',
	name: 'items',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Item',
	default: {},
	displayOptions: ofType('listCard'),
	options: [
		{
			displayName: 'Item',
			name: 'item',
			values: [
				string('Title', 'title'),
				string('Description', 'description'),
				string('Image', 'image', { placeholder: 'e.g. https://example.com/sale.jpg' }),
				{
					displayName: 'A Tap',
					name: 'tap',
					type: 'options',
					default: 'none',
					options: [
						{ name: 'Does Nothing', value: 'none' },
						{ name: 'Goes to a Block', value: 'block' },
						{ name: 'Opens a Web Page', value: 'link' },
						{ name: 'Says Something', value: 'message' },
					],
				},
				string('Link', 'link', { displayOptions: { show: { tap: ['link'] } } }),
				string('Message', 'messageText', { displayOptions: { show: { tap: ['message', 'block'] } } }),
				string('Block ID', 'blockId', { displayOptions: { show: { tap: ['block'] } } }),
				string('Extra (JSON)', 'extra', { displayOptions: { show: { tap: ['block'] } } }),
			],
		},
	],
});

/** Lines of an item card. */
export const lines: INodeProperties = always({
	displayName: 'Lines',
	name: 'lines',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Line',
	default: {},
	displayOptions: ofType('itemCard'),
	options: [
		{
			displayName: 'Line',
			name: 'line',
			values: [string('Label', 'title', { description: 'Up to 6 characters' }), string('Text', 'description')],
		},
	],
});
