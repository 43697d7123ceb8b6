import type { INodeProperties } from 'n8n-workflow';

/** The trigger's form. */
export const fields: INodeProperties[] = [
	{
		displayName:
			'Copy the production URL above, open <a href="https://developers.kakao.com/console/app" target="_blank">Kakao Developers</a> → your app → Webhook (웹훅) → Kakao Talk Channel webhook (카카오톡 채널 웹훅), paste it there, and publish the workflow. The URL must begin with https:// and be reachable from the internet. Kakao proves each call with the primary admin key (대표 어드민 키): put it into the credential. An app has one such URL, for all its channels.',
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
		default: ['added', 'blocked'],
		description: 'What starts the workflow. Kakao does not tell of a friend who lifts a block.',
		options: [
			{ name: 'App Unlinked', value: 'unlinked', description: 'A user has cut the link to your app (연결 끊기)' },
			{ name: 'Channel Added', value: 'added', description: 'Somebody has become a friend of the channel' },
			{ name: 'Channel Blocked', value: 'blocked', description: 'A friend has blocked the channel' },
		],
	},
	{
		displayName:
			'Unlinking has a URL of its own in the console: your app → Webhook → User unlinked (연결 해제). Paste the same production URL there, with GET or POST, whichever you like.',
		name: 'unlinkNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { events: ['unlinked'] } },
	},
	{
		displayName:
			'To try it out: Tools → Webhook Test (웹훅 테스트) of Kakao Developers sends a made-up call to the URL that is registered there, so publish the workflow first and look under Executions. "Execute step" listens at the test URL, which Kakao calls only while that one is registered.',
		name: 'testNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Channels',
				name: 'channels',
				type: 'string',
				default: '',
				placeholder: 'e.g. _ZeUTxl, @kakaoshop',
				description:
					'Only these channels: their public IDs (_id), search IDs (@name) or addresses (https://pf.kakao.com/_id), separated by commas. Leave empty for all channels of the app.',
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
				description:
					"Only calls from these addresses or ranges. Kakao's own change: look them up in its firewall page. Behind a proxy set N8N_PROXY_HOPS.",
			},
			{
				displayName: 'Include Raw Call',
				name: 'includeRaw',
				type: 'boolean',
				default: false,
				description: "Whether to add Kakao's own body. Its headers, which hold the admin key, never come along.",
			},
		],
	},
];
