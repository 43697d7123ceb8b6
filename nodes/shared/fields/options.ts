import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_CEILING } from '../refusals';
import { forMessage } from './show';

/** Options that both senders have. */
const common: INodeProperties[] = [
	{
		displayName: 'Allow Empty Variables',
		name: 'allowEmptyVariables',
		type: 'boolean',
		default: false,
		description:
			'Whether a variable may be filled with an empty text. Missing and null values are refused all the same.',
	},
	{
		displayName: 'Include Raw Answer',
		name: 'includeRaw',
		type: 'boolean',
		default: false,
		description: "Whether to add the dealer's own answer to each result",
	},
	{
		displayName: 'Max Recipients',
		name: 'maxRecipients',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_CEILING,
		description: 'Stops the node before the first message when a run would reach more recipients than this',
	},
	{
		displayName: 'Message Key',
		name: 'messageKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.orderNumber }}',
		description:
			'Names this one message, say by its order number (up to 100 characters). A message with the same key, recipient and template is not sent again by this node, also after a crash or a retry.',
	},
	{
		displayName: 'Require HTTPS Links',
		name: 'requireHttpsLinks',
		type: 'boolean',
		default: false,
		description: 'Whether messages whose button links are not encrypted (http://) are refused',
	},
	{
		displayName: 'Send At',
		name: 'scheduleAt',
		type: 'dateTime',
		default: '',
		description: 'When to send. A time without a time zone is Korean time, wherever n8n runs. Leave empty to send now.',
	},
];

/** The options of a sender, by name as n8n wants them. */
export const optionsWith = (...more: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: forMessage,
	options: [...common, ...more].sort((one, other) => one.displayName.localeCompare(other.displayName, 'en')),
});
