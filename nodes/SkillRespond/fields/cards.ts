import type { INodeProperties } from 'n8n-workflow';

import { always } from '../../shared/fields/rows';
import { buttons } from './buttons';
import { lines, listItems, string } from './rows';
import { ofType } from './show';

/** Kinds of cards, as they stand in a row's type. */
export const CARD_TYPES = [
	{ name: 'Basic Card', value: 'basicCard', description: 'A picture, a title, a text and buttons' },
	{ name: 'Commerce Card', value: 'commerceCard', description: 'A product with its price' },
	{ name: 'Item Card', value: 'itemCard', description: 'Labelled lines, like a receipt or a ticket' },
	{ name: 'List Card', value: 'listCard', description: 'Up to 5 lines with pictures that can be tapped' },
	{ name: 'Text Card', value: 'textCard', description: 'A title, a text and buttons' },
];

const WITH_WORDS = ofType('textCard', 'basicCard', 'commerceCard', 'itemCard');
const WITH_PICTURE = ofType('simpleImage', 'basicCard', 'commerceCard', 'itemCard');
const COMMERCE = ofType('commerceCard');
const ITEM = ofType('itemCard');

const words: INodeProperties[] = [
	always(string('Header', 'header', { displayOptions: ofType('listCard') })),
	always(
		string('Title', 'title', {
			displayOptions: WITH_WORDS,
			description: 'Up to 50 characters (30 of a commerce card)',
		}),
	),
	always(
		string('Description', 'description', {
			typeOptions: { rows: 3 },
			displayOptions: WITH_WORDS,
			description:
				'Up to 400 characters with the title (text card), 230 (basic card), 40 (commerce card); less in a carousel',
		}),
	),
];

const WITH_THUMBNAIL = ofType('basicCard', 'commerceCard', 'itemCard');

const picture: INodeProperties[] = [
	always(string('Image', 'image', { placeholder: 'e.g. https://example.com/sale.jpg', displayOptions: WITH_PICTURE })),
	string('Image Description', 'altText', {
		displayOptions: WITH_PICTURE,
		description: 'For screen readers, up to 50 characters',
	}),
	string('Image Link', 'imageLink', {
		displayOptions: WITH_THUMBNAIL,
		description: 'Where a tap on the picture leads',
	}),
	{
		displayName: 'Image Is Square',
		name: 'keepRatio',
		type: 'boolean',
		default: false,
		description: 'Whether to show the picture square instead of cutting it to 2:1. Needs its width and height.',
		displayOptions: WITH_THUMBNAIL,
	},
	string('Image Width', 'imageWidth', { displayOptions: WITH_THUMBNAIL, description: 'In pixels' }),
	string('Image Height', 'imageHeight', { displayOptions: WITH_THUMBNAIL, description: 'In pixels' }),
];

const price: INodeProperties[] = [
	always(string('Price', 'price', { displayOptions: COMMERCE, placeholder: 'e.g. 29000', description: 'In won' })),
	string('Discount', 'discount', { displayOptions: COMMERCE, description: 'Won off' }),
	string('Discount Rate', 'discountRate', {
		displayOptions: COMMERCE,
		description: 'Per cent; needs the discounted price',
	}),
	string('Discounted Price', 'discountedPrice', { displayOptions: COMMERCE, description: 'In won' }),
];

const receipt: INodeProperties[] = [
	string('Head', 'head', { displayOptions: ITEM, description: 'Above everything; not together with a profile' }),
	string('Image Title', 'imageTitle', { displayOptions: ITEM }),
	string('Image Subtitle', 'imageSubtitle', { displayOptions: ITEM }),
	{
		displayName: 'Lines Are Aligned',
		name: 'alignment',
		type: 'options',
		default: 'left',
		options: [
			{ name: 'Left', value: 'left' },
			{ name: 'Right', value: 'right' },
		],
		displayOptions: ITEM,
	},
	string('Summary Label', 'summaryTitle', { displayOptions: ITEM, placeholder: 'e.g. 합계' }),
	string('Summary', 'summary', { displayOptions: ITEM, placeholder: 'e.g. 32,000원' }),
];

const WITH_PROFILE = ofType('commerceCard', 'itemCard');

/** Fields of a row that is a card; which of them are shown depends on the row's type. */
export const cardFields: INodeProperties[] = [
	...words,
	...picture,
	...price,
	listItems,
	lines,
	...receipt,
	string('Profile Name', 'nickname', { displayOptions: WITH_PROFILE }),
	string('Profile Picture', 'profileImage', { displayOptions: WITH_PROFILE }),
	always({ ...buttons, displayOptions: ofType(...CARD_TYPES.map(({ value }) => value)) }),
	{
		displayName: 'Button Layout',
		name: 'buttonLayout',
		type: 'options',
		default: 'vertical',
		options: [
			{ name: 'Below Each Other', value: 'vertical' },
			{ name: 'Side by Side', value: 'horizontal', description: 'Up to 2 buttons' },
		],
		displayOptions: ofType(...CARD_TYPES.map(({ value }) => value)),
	},
];
