import type { INodeProperties } from 'n8n-workflow';

import { always, rowsOrArray } from '../../shared/fields/rows';
import { quickReplyRows } from './buttons';
import { CARD_TYPES, cardFields } from './cards';
import { forForm, ofType } from './show';

const CAROUSEL = ofType('carousel');

const type = (options: { name: string; value: string; description?: string }[], first: string): INodeProperties =>
	always({ displayName: 'Type', name: 'type', type: 'options', default: first, options });

const text: INodeProperties = always({
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'Up to 1,000 characters',
	displayOptions: ofType('simpleText'),
});

const cards: INodeProperties = always({
	displayName: 'Cards',
	name: 'cards',
	type: 'fixedCollection',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		hideOptionalFields: true,
		addOptionalFieldButtonText: 'Add Field',
	},
	placeholder: 'Add Card',
	default: {},
	description: 'Up to 10 of one type (5 list cards) that people swipe through',
	displayOptions: CAROUSEL,
	options: [{ displayName: 'Card', name: 'card', values: [type(CARD_TYPES, 'basicCard'), ...cardFields] }],
});

const opening = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	displayOptions: CAROUSEL,
});

const PART_TYPES = [
	...CARD_TYPES,
	{ name: 'Carousel', value: 'carousel', description: 'Cards that people swipe through' },
	{ name: 'Image', value: 'simpleImage' },
	{ name: 'Text', value: 'simpleText' },
].sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** What the bot says, and what stands below it. */
export const parts: INodeProperties[] = [
	...rowsOrArray(
		{
			displayName: 'Parts',
			name: 'parts',
			placeholder: 'Add Part',
			description: 'Up to 3 bubbles, in this order',
			typeOptions: { hideOptionalFields: true, addOptionalFieldButtonText: 'Add Field' },
			options: [
				{
					displayName: 'Part',
					name: 'part',
					values: [
						type(PART_TYPES, 'simpleText'),
						text,
						...cardFields,
						cards,
						opening('Opening Title', 'openingTitle'),
						opening('Opening Text', 'openingText'),
						opening('Opening Image', 'openingImage'),
					],
				},
			],
		},
		{
			singular: 'part',
			example:
				'[{ "type": "carousel", "cards": [{ "type": "basicCard", "title": "…", "image": "https://…", "buttons": [{ "type": "webLink", "label": "보기", "link": "https://…" }] }] }]',
		},
		forForm,
	),
	...rowsOrArray(
		quickReplyRows,
		{ singular: 'quick reply', example: '[{ "type": "message", "label": "배송 조회" }]' },
		forForm,
	),
];
