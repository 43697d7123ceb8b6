import type { INodeProperties } from 'n8n-workflow';

import { always, appLinks, fewFields, mobileLink, pcLink, rowsOrArray } from '../../shared/fields/rows';
import { buttonRows } from './buttons';
import { couponRow } from './coupon';
import { picture } from './parts';
import { productFields } from './product';
import { forKinds } from './show';

const imageLink: INodeProperties = {
	displayName: 'Image Link',
	name: 'imageLink',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://m.example.com/sale',
	description: 'Where a tap on the picture leads; empty opens the picture',
};

const CARD_SHAPE = 'between 2:1 and 3:4';

const feedCards = rowsOrArray(
	{
		displayName: 'Cards',
		name: 'feedCards',
		placeholder: 'Add Card',
		description: '2 to 6 cards that people swipe through',
		options: [
			{
				displayName: 'Card',
				name: 'card',
				values: [
					{ displayName: 'Header', name: 'header', type: 'string', default: '', description: 'Up to 20 characters' },
					{
						displayName: 'Text',
						name: 'text',
						type: 'string',
						typeOptions: { rows: 3 },
						default: '',
						description: 'Up to 180 characters',
					},
					...picture(CARD_SHAPE),
					imageLink,
					{ ...buttonRows, description: '1 or 2 buttons' },
					couponRow,
				],
			},
		],
	},
	{
		singular: 'card',
		example:
			'[{ "header": "…", "text": "…", "imageFrom": "url", "image": "https://…", "buttons": [{ "type": "WL", "name": "보기", "link": "https://…" }] }]',
	},
	forKinds('CAROUSEL_FEED').show,
);

const productCards = rowsOrArray(
	{
		displayName: 'Product Cards',
		name: 'productCards',
		placeholder: 'Add Product',
		description: '2 to 6 products, or 1 to 5 behind an intro. All pictures have the same shape.',
		options: [
			{
				displayName: 'Product',
				name: 'card',
				values: [
					...productFields,
					...picture(CARD_SHAPE),
					imageLink,
					{ ...buttonRows, description: '1 or 2 buttons' },
					couponRow,
				],
			},
		],
	},
	{
		singular: 'product',
		example:
			'[{ "title": "…", "regularPrice": "29000", "discountPrice": "19900", "discountRate": "31", "image": "https://…", "buttons": […] }]',
	},
	forKinds('CAROUSEL_COMMERCE').show,
);

const intro: INodeProperties = {
	displayName: 'Intro',
	name: 'intro',
	type: 'fixedCollection',
	typeOptions: fewFields,
	placeholder: 'Add Intro',
	default: {},
	description: 'A card that opens the carousel',
	displayOptions: forKinds('CAROUSEL_COMMERCE'),
	options: [
		{
			displayName: 'Intro',
			name: 'value',
			values: [
				always({
					displayName: 'Header',
					name: 'header',
					type: 'string',
					default: '',
					description: 'Up to 20 characters',
				}),
				always({ displayName: 'Text', name: 'text', type: 'string', default: '', description: 'Up to 50 characters' }),
				...picture(CARD_SHAPE),
				mobileLink,
				pcLink,
				...appLinks,
			],
		},
	],
};

const seeMore: INodeProperties = {
	displayName: 'See More (더보기)',
	name: 'seeMore',
	type: 'fixedCollection',
	typeOptions: fewFields,
	placeholder: 'Add See More',
	default: {},
	description: 'A link behind the last card',
	displayOptions: forKinds('CAROUSEL_FEED', 'CAROUSEL_COMMERCE'),
	options: [{ displayName: 'See More', name: 'value', values: [mobileLink, pcLink, ...appLinks] }],
};

export const cards: INodeProperties[] = [intro, ...feedCards, ...productCards, seeMore];

export const listItems: INodeProperties[] = rowsOrArray(
	{
		displayName: 'List Items',
		name: 'listItems',
		placeholder: 'Add Item',
		typeOptions: fewFields,
		description: '3 or 4 items (some dealers: exactly 4); the first one is large',
		options: [
			{
				displayName: 'Item',
				name: 'item',
				values: [
					always({
						displayName: 'Title',
						name: 'title',
						type: 'string',
						default: '',
						description: 'First item up to 25 characters (may be empty), the others up to 30',
					}),
					...picture('2:1 for the first item and square for the others'),
					mobileLink,
					pcLink,
					...appLinks,
				],
			},
		],
	},
	{ singular: 'item', example: '[{ "title": "…", "image": "https://…", "link": "https://…" }]' },
	forKinds('WIDE_ITEM_LIST').show,
);

export { imageLink };
