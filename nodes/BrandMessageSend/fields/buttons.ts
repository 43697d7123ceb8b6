import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { always, appLinks, fewFields, mobileLink, pcLink, rowsOrArray } from '../../shared/fields/rows';
import { forKinds } from './show';

const withLinks = { show: { type: ['WL', 'AL'] } };
const forWebLinks = { show: { type: ['WL'] } };
const forAppLinks = { show: { type: ['AL'] } };

const type: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	default: 'WL',
	options: [
		{ name: 'Add Channel', value: 'AC', description: 'Yellow; KakaoTalk writes the name. Friends do not see it.' },
		{ name: 'App Link', value: 'AL', description: 'Opens an app; give two of Android, iOS and web' },
		{ name: 'Bot Keyword', value: 'BK', description: 'Sends the name of the button to the chatbot' },
		{ name: 'Business Form', value: 'BF', description: 'Opens a Kakao business form' },
		{ name: 'Chatbot', value: 'BT', description: 'Hands the chat over to the OpenBuilder chatbot' },
		{ name: 'Message', value: 'MD', description: 'Sends the name of the button and the message to the channel' },
		{ name: 'Web Link', value: 'WL', description: 'Opens a web page' },
	],
};

const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. 자세히 보기',
	description: 'Up to 14 characters in Text and Image messages, up to 8 in the others',
	displayOptions: { hide: { type: ['AC'] } },
};

const forTypes = (displayName: string, stored: string, ...types: string[]): INodeProperties =>
	always({
		displayName,
		name: stored,
		type: 'string',
		default: '',
		displayOptions: { show: { type: types } },
	});

/** One button. Which types a kind and a dealer take is checked before anything is sent. */
const buttonRow: INodePropertyCollection = {
	displayName: 'Button',
	name: 'button',
	values: [
		always(type),
		always(name),
		...[mobileLink, pcLink].map((field) => ({ ...field, displayOptions: withLinks })),
		...appLinks.map((field) => ({ ...field, displayOptions: forWebLinks })),
		...appLinks.map((field) => always({ ...field, displayOptions: forAppLinks })),
		forTypes('Bot Event', 'chatEvent', 'BT'),
		forTypes('Bot Metadata', 'chatExtra', 'BT', 'BK', 'MD'),
		forTypes('Business Form Key', 'bizFormKey', 'BF'),
	],
};

/** Rows of buttons, of a message or of a card. */
export const buttonRows: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, ...fewFields },
	placeholder: 'Add Button',
	default: {},
	options: [buttonRow],
};

export const buttons: INodeProperties[] = rowsOrArray(
	{
		displayName: 'Buttons',
		name: 'buttons',
		placeholder: 'Add Button',
		typeOptions: fewFields,
		options: [buttonRow],
		description: 'Up to 5 in Text and Image messages (4 beside a coupon), 2 in Wide and Product, 1 in Video',
	},
	{ singular: 'button', example: '[{ "type": "WL", "name": "자세히 보기", "link": "https://…" }]' },
	forKinds('TEXT', 'IMAGE', 'WIDE', 'WIDE_ITEM_LIST', 'COMMERCE', 'PREMIUM_VIDEO').show,
);
