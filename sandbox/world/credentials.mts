import type { DealerId, HubId } from './types.mts';

/** The sandbox's one customer account at each dealer. Fixed, public and worthless anywhere else. */
export const DEMO_CREDENTIALS = {
	nhnCloud: { appKey: 'sandboxAppKey001', secretKey: 'sandboxSecretKey001' },
	solapi: { apiKey: 'NCSANDBOXKEY0001', apiSecret: 'SANDBOXSECRETSANDBOXSECRET000001' },
	naverSens: {
		accessKey: 'sandboxAccessKey0001',
		secretKey: 'sandboxSecretKey0000000000000000000001',
		serviceId: 'ncp:kkobizmsg:kr:2601010000001:kakao-business',
	},
} as const satisfies Record<DealerId, Record<string, string>>;

/** The same at each consult hub. The keys of a channel are of the channel that the demo connects there, else of the first one. */
export const DEMO_HUB_CREDENTIALS = {
	happyTalk: { clientId: 'sandboxHappyTalkId01', clientSecret: 'sandboxHappyTalkSecret01', senderKey: '5a1dbc00c0ffee00c0ffee00c0ffee00c0ffee01' },
	talkBridge: {
		/** May do everything; the other two show what a narrower key may not. */
		apiKey: 'blumnb-sandbox-admin-0001', writeKey: 'blumnb-sandbox-write-0001', readKey: 'blumnb-sandbox-read-0001',
		webhookSecret: 'whsec_sandbox_0123456789abcdef', brandKey: 'crm-ffee02',
	},
	channelTalk: { accessKey: 'sandboxAccessKey0001', accessSecret: 'sandboxAccessSecret00000000000001', webhookToken: 'sandboxWebhookToken01' },
	closer: { botId: 'Bsandbox1', webhookId: '5a1dbc00-0000-4000-8000-c0ffeec0ffee' },
	hub: { headerName: 'X-Api-Key', headerValue: 'sandboxHubKey0001', sendPath: '/chat/write', endPath: '/chat/end' },
} as const satisfies Record<HubId, Record<string, string>>;

/** The sandbox's one app at Kakao Developers, to which all demo channels are connected. */
export const DEMO_DEVELOPERS_CREDENTIALS = {
	appId: '1234567',
	restApiKey: '5a1dbc00c0ffeerestkey0000000001a',
	/** Of the REST API key; its use is switched on, so both token calls must name it. */
	clientSecret: 'sandboxClientSecret0000000000001',
	/** Every category of APIs is allowed to it. */
	adminKey: '5a1dbc00c0ffeeadminkey000000001a',
	/** Webhooks are sent with this one, whichever key calls the APIs (facts/kakao-developers.md, trap 9). */
	primaryAdminKey: '5a1dbc00c0ffeeadminkeyprimary01a',
	/** May only look up relations and fill customer files: `/v1/user/ids` answers -3 although the key is valid (trap 10). */
	narrowAdminKey: '5a1dbc00c0ffeeadminkeynarrow001a',
	channelPublicId: '_xkShop',
} as const;

/** The chatbot of the demo's main channel. The Bot Event API takes the REST API key (trap 14). */
export const DEMO_BOT_CREDENTIALS = { botId: '5a1dbc00c0ffee0000000b01', restApiKey: DEMO_DEVELOPERS_CREDENTIALS.restApiKey } as const;

/** Phone numbers registered as senders of text messages (발신번호 등록), at all three dealers. */
export const SENDER_NUMBERS: ReadonlySet<string> = new Set(['0212345678', '15881234', '01099998888']);

/** The sender number that the channels' console settings name. */
export const DEFAULT_SENDER_NUMBER = '0212345678';
