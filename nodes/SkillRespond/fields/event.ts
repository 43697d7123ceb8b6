import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_CEILING } from '../../shared/refusals';

const forSend = { show: { operation: ['sendBotEvent'] } };

/** Form of the operations that let the bot speak first. */
export const event: INodeProperties[] = [
	{
		displayName:
			"The bot speaks first, to friends who have talked with it: 15 won each plus VAT, also through the development channel. Set the event's name on a block, and connect bot, app (Kakao Developers) and wallet in the chatbot admin center.",
		name: 'eventNotice',
		type: 'notice',
		default: '',
		displayOptions: forSend,
	},
	{
		displayName: 'Bot ID',
		name: 'botId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 5a1dbc00c0ffee0000000b01',
		description: 'In the address of the bot in the chatbot admin center; a skill call names it too',
		displayOptions: forSend,
	},
	{
		displayName: 'Event Name',
		name: 'eventName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. order_shipped',
		displayOptions: forSend,
	},
	{
		displayName: 'User Is Given By',
		name: 'userType',
		type: 'options',
		default: 'botUserKey',
		options: [
			{ name: 'App User ID (회원번호)', value: 'appUserId', description: 'Of Kakao Login' },
			{ name: 'Bot User Key', value: 'botUserKey', description: '"user.botUserKey" of a skill call' },
			{ name: 'Group Room Key', value: 'botGroupKey', description: '"groupKey" of a skill call in a group chat' },
			{
				name: 'Plusfriend User Key',
				value: 'plusfriendUserKey',
				description: '"user.plusfriendUserKey" of a skill call',
			},
		],
		displayOptions: forSend,
	},
	{
		displayName: 'User',
		name: 'user',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.botUserKey }}',
		description: 'One per item; 100 go out in one call, and each user is told once per event and data',
		displayOptions: forSend,
	},
	{
		displayName: 'Data',
		name: 'data',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Value',
		default: {},
		description: "Fills {{#current.event.data.name}} in the block's bubbles. Users with the same data share a call.",
		displayOptions: forSend,
		options: [
			{
				displayName: 'Value',
				name: 'entry',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '' },
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
			},
		],
	},
	{
		displayName: 'Options',
		name: 'eventOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: forSend,
		options: [
			{
				displayName: 'Development Channel',
				name: 'development',
				type: 'boolean',
				default: false,
				description: 'Whether to use the bot as it stands on its development channel. It costs the same.',
			},
			{
				displayName: 'Include Raw Answer',
				name: 'includeRaw',
				type: 'boolean',
				default: false,
				description: "Whether to add Kakao's own answer to each result",
			},
			{
				displayName: 'Max Recipients',
				name: 'maxRecipients',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: DEFAULT_CEILING,
				description: 'Stops the node before the first call when a run would reach more users than this',
			},
			{
				displayName: 'Skill Parameters (JSON)',
				name: 'params',
				type: 'string',
				default: '',
				placeholder: 'e.g. { "order": "A-100" }',
				description: "Handed to the skill of the event's block",
			},
		],
	},
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.messageId }}',
		description: 'The "messageId" that sending the event returned, or a task ID of Kakao for the whole task',
		displayOptions: { show: { operation: ['getBotEventResult'] } },
	},
];
