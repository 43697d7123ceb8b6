import type { INodeProperties } from 'n8n-workflow';

import type { BubbleLayout } from '../../../kakao/consult/contract';
import { hubsThat } from '../hubs';
import { forOperations } from './operation';

const forms = (layout: BubbleLayout): string =>
	`For ${hubsThat(({ capabilities }) => capabilities.sends.layouts.includes(layout))}`;

/** Forms of a bubble beyond the usual one. */
export const layout: INodeProperties = {
	displayName: 'Layout',
	name: 'layout',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	displayOptions: forOperations('sendRich'),
	options: [
		{ displayName: 'Description', name: 'description', type: 'string', default: '' },
		{
			displayName: 'Form',
			name: 'form',
			type: 'options',
			default: 'wideImage',
			options: [
				{ name: 'Carousel', value: 'carousel', description: forms('carousel') },
				{ name: 'Image', value: 'image', description: forms('image') },
				{ name: 'Item List', value: 'itemList', description: forms('itemList') },
				{ name: 'Text', value: 'text', description: forms('text') },
				{ name: 'Wide Image', value: 'wideImage', description: forms('wideImage') },
				{ name: 'Wide Item List', value: 'wideItemList', description: forms('wideItemList') },
			],
		},
		{ displayName: 'Header', name: 'header', type: 'string', default: '' },
		{
			displayName: 'Raw Fields (JSON)',
			name: 'extra',
			type: 'json',
			default: '{}',
			description: `Fields in the hub's own form, laid over the message: items, carousel cards, coupons, "lock". For ${hubsThat(({ capabilities }) => capabilities.sends.rawFields)}.`,
		},
	],
};
