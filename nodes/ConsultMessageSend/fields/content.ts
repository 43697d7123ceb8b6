import type { INodeProperties } from 'n8n-workflow';

import { hubsThat } from '../hubs';
import { forOperations } from './operation';

const forRich = forOperations('sendRich');

const text: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. 안녕하세요, 무엇을 도와드릴까요?',
	description: 'Up to 1,000 characters',
};

/** Lists and carousels go without a text, so n8n must not insist on one. */
export const texts: INodeProperties[] = [
	{ ...text, required: true, displayOptions: forOperations('sendText') },
	{ ...text, displayOptions: forRich },
];

const pictureField = (from: string) => ({ show: { ...forRich.show, pictureFrom: [from] } });

export const picture: INodeProperties[] = [
	{
		displayName: 'Picture',
		name: 'pictureFrom',
		type: 'options',
		default: 'none',
		options: [
			{ name: 'Address', value: 'address', description: 'The address that "Upload File" gave' },
			{ name: 'Binary Field', value: 'binary', description: 'A file that an earlier node has put into the item' },
			{ name: 'None', value: 'none' },
		],
		displayOptions: forRich,
	},
	{
		displayName: 'Picture Binary Field',
		name: 'pictureField',
		type: 'string',
		default: 'data',
		description: `JPG, PNG or GIF up to 500 KB. Uploaded first, by ${hubsThat(({ desk }) => desk?.upload)}.`,
		displayOptions: pictureField('binary'),
	},
	{
		displayName: 'Picture Address',
		name: 'pictureUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://…/img_l.jpg',
		description: "Kakao shows only what lies on its own servers: the address from this node's operation Upload File",
		displayOptions: pictureField('address'),
	},
	{
		displayName: 'Picture Link',
		name: 'pictureLink',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/sale',
		description: 'Where a tap on the picture leads; empty opens the picture. Not every hub takes it.',
		displayOptions: { show: { ...forRich.show, pictureFrom: ['binary', 'address'] } },
	},
];

export const file: INodeProperties[] = [
	{
		displayName: 'Binary Field',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the field that holds the file',
		displayOptions: forOperations('sendFile', 'uploadFile'),
	},
	{
		displayName: 'Kind',
		name: 'fileKind',
		type: 'options',
		default: 'auto',
		options: [
			{ name: 'Audio', value: 'audio', description: 'Up to 10 MB' },
			{ name: 'Automatic', value: 'auto', description: 'By the MIME type of the file' },
			{ name: 'File', value: 'file', description: 'Up to 300 MB' },
			{ name: 'Image', value: 'image', description: 'JPG, PNG or GIF up to 5 MB' },
			{ name: 'Video', value: 'video', description: 'Up to 300 MB' },
		],
		displayOptions: forOperations('sendFile', 'uploadFile'),
	},
];

export const notice: INodeProperties = {
	displayName: 'Notice',
	name: 'notice',
	type: 'options',
	default: 'S1',
	options: [
		{ name: 'Ended for No Response (S3)', value: 'S3' },
		{ name: 'No Agent Present (S2)', value: 'S2' },
		{ name: 'Not Available Now (S1)', value: 'S1', description: 'Outside consulting hours' },
		{ name: 'Waiting (S4)', value: 'S4', description: 'Agents are busy' },
	],
	description: `The words stand in the channel's settings in Kakao's biz-message centre. For ${hubsThat(({ capabilities }) => capabilities.sends.notices)}.`,
	displayOptions: forOperations('sendNotice'),
};

export const ending: INodeProperties[] = [
	{
		displayName: 'Then',
		name: 'ending',
		type: 'options',
		default: 'plain',
		options: [
			{ name: 'Hand Over to the Chatbot', value: 'bot', description: hubsThat((hub) => hub.capabilities.endsWithBot) },
			{ name: 'Nothing More', value: 'plain' },
		],
		description: 'Only the customer can open a consult again',
		displayOptions: forOperations('endSession'),
	},
	{
		displayName: 'Bot Event',
		name: 'botEvent',
		type: 'string',
		default: '',
		description: 'The event of the chatbot block to begin with (up to 100 characters); empty = the welcome block',
		displayOptions: { show: { ...forOperations('endSession').show, ending: ['bot'] } },
	},
];

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { hide: { operation: ['buildEntryLink'] } },
	options: [
		{
			displayName: 'Include Raw Answer',
			name: 'includeRaw',
			type: 'boolean',
			default: false,
			description: "Whether to add the hub's own answer to each result",
		},
	],
};
