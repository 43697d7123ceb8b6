import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { ConsultEventKind } from '../../kakao/consult/event';
import { HUBS } from '../../kakao/consult/registry';
import type { Hub } from '../../kakao/consult/contract';

const names = (which: (hub: Hub) => boolean) =>
	HUBS.filter(which)
		.map(({ name }) => name)
		.join(', ');

/** `Consult Started — HappyTalk, TalkBridge`: who tells of it. */
const only = (kind: ConsultEventKind): string =>
	HUBS.every(({ capabilities }) => capabilities.events.includes(kind))
		? ''
		: ` (${names(({ capabilities }) => capabilities.events.includes(kind))})`;

const event = (name: string, value: ConsultEventKind, description: string): INodePropertyOptions => ({
	name,
	value,
	description: `${description}${only(value)}`,
});

const withSuffixes = names(({ reception }) => reception.suffixes.length > 1);
const withSecret = names(({ reception }) => reception.proof !== 'none');
const withToken = names(({ reception }) => reception.proof === 'token');
const unproven = names(({ reception }) => reception.proof === 'none');
const registering = names(({ registration }) => registration !== undefined);

/** The trigger's form. Which hub can do what is read from their capabilities. */
export const fields: INodeProperties[] = [
	{
		displayName: `Give the production URL above to your hub as the receive address (수신 URL) and publish the workflow. ${withSuffixes} append /message, /reference and /expired_session themselves. ${withToken} adds ?token=… itself: its token must stand in the credential. ${withSecret} prove each call with the secret in the credential; ${unproven} have no proof, so keep the URL secret.`,
		name: 'addressNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		required: true,
		default: ['message.received'],
		description: 'What starts the workflow. What it sends itself never does.',
		options: [
			event('Agent Ended', 'agent.ended', 'The agent left the conversation'),
			event('Agent Requested', 'agent.requested', 'The customer asked for a person'),
			event('Agent Started', 'agent.started', 'An agent took over'),
			event('Consult Ended', 'session.ended', 'By the customer, an agent or after 30 days of silence'),
			event(
				'Consult Started',
				'session.started',
				'The customer opened a consult, with what the consult button carried',
			),
			event('Message Deleted', 'message.deleted', 'Something that was sent has been recalled'),
			event('Message of a Customer', 'message.received', 'Words, files, or a tap on a button or quick reply'),
			{
				name: 'Message of an Agent',
				value: 'message.echo',
				description: `A person answered in the hub's own inbox (${names(({ capabilities }) => capabilities.tellsAgents)}; the others cannot tell a person's words from the workflow's)`,
			},
			event('Test', 'test', "The hub's own test call"),
			event('User Updated', 'user.updated', "The customer's profile changed"),
		],
	},
	{
		displayName: 'Set the Receive Address at the Hub',
		name: 'registerAddress',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description: `Whether publishing the workflow also sets its production URL at the hub, for the channels in the credential (${registering})`,
	},
	{
		displayName:
			'A channel has one receive address: setting it takes the channel away from the consult desk or program that has it now. It is done when the workflow is published, never for a test. Afterwards the address is taken back only if it is still this one and the hub can tell.',
		name: 'registerNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registerAddress: [true] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Message Types',
				name: 'messageTypes',
				type: 'multiOptions',
				default: [],
				description: 'Only messages that hold one of these. Leave empty for all.',
				options: [
					{ name: 'Audio', value: 'audio' },
					{ name: 'File', value: 'file' },
					{ name: 'Photo', value: 'image' },
					{ name: 'Text', value: 'text' },
					{ name: 'Video', value: 'video' },
				],
			},
			{
				displayName: 'Sender Profiles',
				name: 'senderProfiles',
				type: 'string',
				default: '',
				placeholder: 'e.g. 0123456789abcdef0123456789abcdef01234567',
				description:
					'Only these channels: their sender keys, or the brand key or channel ID of a hub that has its own. Separate by commas.',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Allowed IPs',
				name: 'allowedIps',
				type: 'string',
				default: '',
				placeholder: 'e.g. 203.0.113.7, 203.0.113.0/24',
				description: `Only calls from these addresses or ranges. Ask your hub for its addresses; worthwhile where calls carry no proof (${unproven}). Behind a proxy set N8N_PROXY_HOPS.`,
			},
			{
				displayName: 'Download Photos and Files',
				name: 'downloadFiles',
				type: 'boolean',
				default: false,
				description:
					"Whether to put the customer's files into the item as binary data (attachment_0, attachment_1, …). Their addresses expire after some days. Only what lies with Kakao or the hub is fetched.",
			},
			{
				displayName: 'Fetch Long Texts',
				name: 'fetchLongTexts',
				type: 'boolean',
				default: true,
				description:
					'Whether to fetch the whole of a text of more than 1,000 characters, of which only the beginning comes along',
			},
			{
				displayName: 'Include Raw Callback',
				name: 'includeRaw',
				type: 'boolean',
				default: false,
				description: "Whether to add the hub's own body",
			},
			{
				displayName: 'Largest Download (MB)',
				name: 'mostMegabytes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 300 },
				default: 20,
				description: 'Larger files stay at their address',
			},
		],
	},
];
