import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { BrandKind } from '../../../kakao/message/brand/content';
import { template, variables } from '../../shared/fields/message';
import { forMessage } from '../../shared/fields/show';
import { buttons } from './buttons';
import { cards, imageLink, listItems } from './cards';
import { coupon } from './coupon';
import { picture } from './parts';
import { productFields } from './product';
import { forKinds, freeForm, fromTemplate } from './show';

const messageForm: INodeProperties = {
	displayName: 'Message',
	name: 'messageForm',
	type: 'options',
	noDataExpression: true,
	default: 'freeForm',
	options: [
		{ name: 'From a Template', value: 'template', description: "Registered in the dealer's console, with variables" },
		{ name: 'Write It Here', value: 'freeForm', description: 'No template needed' },
	],
	displayOptions: forMessage,
};

const KINDS: INodePropertyOptions[] = [
	{ name: 'Carousel', value: 'CAROUSEL_FEED', description: '2 to 6 cards with picture, text and buttons' },
	{ name: 'Image', value: 'IMAGE', description: 'Picture and up to 1,300 characters' },
	{ name: 'Product', value: 'COMMERCE', description: 'One product with its prices' },
	{ name: 'Product Carousel', value: 'CAROUSEL_COMMERCE', description: 'Several products with their prices' },
	{ name: 'Text', value: 'TEXT', description: 'Up to 1,300 characters' },
	{ name: 'Wide Image', value: 'WIDE', description: 'Large picture and up to 76 characters' },
	{ name: 'Wide List', value: 'WIDE_ITEM_LIST', description: 'A header and 3 or 4 items with pictures' },
];

const ALL_KINDS: INodePropertyOptions[] = [
	...KINDS,
	{ name: 'Premium Video', value: 'PREMIUM_VIDEO', description: 'A video with picture and text' },
].sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** A kind by the name that it has in the form. */
export const kindName = (kind: BrandKind): string => ALL_KINDS.find(({ value }) => value === kind)?.name ?? kind;

const kind: INodeProperties = {
	displayName: 'Kind',
	name: 'kind',
	type: 'options',
	noDataExpression: true,
	default: 'TEXT',
	options: KINDS,
	displayOptions: { show: { ...freeForm.show, premiumVideo: [false] } },
};

/** Kakao TV, where such videos had to lie, closed on 2026-06-30: behind a switch, so that nobody chooses it by chance. */
const kindWithVideo: INodeProperties = {
	...kind,
	options: ALL_KINDS,
	displayOptions: { show: { ...freeForm.show, premiumVideo: [true] } },
};

export const premiumVideo: INodeProperties = {
	displayName: 'Allow Premium Video (Advanced)',
	name: 'premiumVideo',
	type: 'boolean',
	default: false,
	noDataExpression: true,
	description:
		'Whether to offer video messages. Kakao TV closed on 2026-06-30: only videos that your dealer has uploaded to Kakao can work.',
	displayOptions: forMessage,
};

const header: INodeProperties = {
	displayName: 'Header',
	name: 'header',
	type: 'string',
	default: '',
	description: 'Up to 20 characters',
	displayOptions: forKinds('WIDE_ITEM_LIST', 'PREMIUM_VIDEO'),
};

const text: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 5 },
	default: '',
	placeholder: 'e.g. #{name}, this weekend everything is 20% off.',
	description:
		'Up to 1,300 characters, in Wide Image and Premium Video up to 76. #{name} is filled in from the column of that name. KakaoTalk adds (광고) and the way to opt out.',
	displayOptions: forKinds('TEXT', 'IMAGE', 'WIDE', 'PREMIUM_VIDEO'),
};

const image: INodeProperties[] = [...picture('between 2:1 and 3:4 (Wide Image: between 2:1 and 1:1)'), imageLink].map(
	(field) => ({ ...field, displayOptions: forKinds('IMAGE', 'WIDE', 'COMMERCE') }),
);

const product: INodeProperties = {
	displayName: 'Product',
	name: 'product',
	type: 'fixedCollection',
	placeholder: 'Add Product',
	// A part with a default of its own stops n8n from loading a workflow in which nobody has filled it in.
	default: {},
	displayOptions: forKinds('COMMERCE'),
	options: [{ displayName: 'Product', name: 'value', values: productFields }],
};

const video: INodeProperties = {
	displayName: 'Video',
	name: 'video',
	type: 'fixedCollection',
	placeholder: 'Add Video',
	default: {},
	displayOptions: forKinds('PREMIUM_VIDEO'),
	options: [
		{
			displayName: 'Video',
			name: 'value',
			values: [
				{
					displayName: 'Video URL',
					name: 'url',
					type: 'string',
					default: '',
					description: 'The address that the dealer shows for the uploaded video',
				},
				...picture('between 2:1 and 3:4; may be empty'),
			],
		},
	],
};

/** What the message says, by kind. */
export const content: INodeProperties[] = [
	messageForm,
	{ ...template, description: 'A Brand Message template of the sender profile', displayOptions: fromTemplate },
	kind,
	kindWithVideo,
	header,
	text,
	...image,
	video,
	product,
	...listItems,
	...cards,
	...buttons,
	coupon,
];

export const templateVariables: INodeProperties = {
	...variables,
	displayOptions: { ...fromTemplate, hide: { template: [''] } },
};
