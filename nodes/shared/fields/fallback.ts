import type { INodeProperties } from 'n8n-workflow';

import { forMessage } from './show';

export const smsFallback: INodeProperties = {
	displayName: 'Send SMS If Undeliverable',
	name: 'smsFallback',
	type: 'boolean',
	default: false,
	description:
		'Whether people whom KakaoTalk cannot reach get a text message (SMS or LMS) instead. Your dealer charges for it.',
	displayOptions: forMessage,
};

/**
 * @param own what goes out when the text is left empty, and what else to know of it
 * @param example such a text
 */
export const fallbackOf = (own: string, example: string): INodeProperties => ({
	displayName: 'SMS Fallback',
	name: 'fallback',
	type: 'collection',
	placeholder: 'Add Field',
	default: { from: '', type: 'auto', text: '' },
	displayOptions: { show: { ...forMessage.show, smsFallback: [true] } },
	options: [
		{
			displayName: 'Sender Number',
			name: 'from',
			type: 'string',
			default: '',
			placeholder: 'e.g. 02-123-4567',
			description: "A number registered for text messages in your dealer's console",
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: `e.g. ${example}`,
			description: `${own} Variables are written #{name} and filled in as above. Korean characters count 2 bytes; up to 90 bytes is an SMS, up to 2,000 an LMS.`,
		},
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			description: 'Title of an LMS, up to 40 bytes (20 Korean characters). SMS has none.',
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			default: 'auto',
			options: [
				{ name: 'Automatic', value: 'auto', description: 'SMS when the text fits in 90 bytes, else LMS' },
				{ name: 'LMS', value: 'LMS', description: 'Long text with a title, up to 2,000 bytes' },
				{ name: 'SMS', value: 'SMS', description: 'Up to 90 bytes; longer texts are refused, not cut' },
			],
		},
	],
});
