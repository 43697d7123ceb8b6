import type { INodeProperties } from 'n8n-workflow';

const addressed = { hide: { operation: ['buildEntryLink'] } };
const fromReply = { show: { targetFrom: ['reply'] }, ...addressed };
const defined = { show: { targetFrom: ['define'] }, ...addressed };

/** Whom it is for: by default whoever the trigger's event is of. */
export const target: INodeProperties[] = [
	{
		displayName: 'Customer',
		name: 'targetFrom',
		type: 'options',
		noDataExpression: true,
		default: 'reply',
		options: [
			{ name: 'From the Trigger', value: 'reply', description: 'Whoever wrote' },
			{ name: 'Define Below', value: 'define', description: 'By keys that were kept from an earlier event' },
		],
		displayOptions: addressed,
	},
	{
		displayName: 'Reply To',
		name: 'reply',
		type: 'json',
		default: '={{ $json.reply }}',
		required: true,
		// n8n shows the hint only while the field holds no expression.
		description:
			'The field "reply" of an event of Kakao Consult Message Trigger. Behind other nodes drag it in from that trigger, on the left.',
		hint: "Behind other nodes: {{ $('Kakao Consult Message Trigger').item.json.reply }}",
		displayOptions: fromReply,
	},
	{
		displayName: 'Sender Key',
		name: 'senderKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'Of the channel: "channel.senderKey" of an event, or the brand key of a hub that has its own',
		displayOptions: defined,
	},
	{
		displayName: 'User Key',
		name: 'userKey',
		type: 'string',
		default: '',
		description: 'Of the customer: "user.userKey" of an event. Holds for this channel only.',
		displayOptions: {
			show: defined.show,
			hide: { operation: [...addressed.hide.operation, 'uploadFile', 'getProfile'] },
		},
	},
	{
		displayName: 'Chat ID',
		name: 'chatId',
		type: 'string',
		default: '',
		description: '"reply.chatId" of an event, for hubs that number their chats',
		displayOptions: {
			show: defined.show,
			hide: { operation: [...addressed.hide.operation, 'uploadFile', 'getProfile'] },
		},
	},
];
