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

/** Phone numbers registered as senders of text messages (발신번호 등록), at all three dealers. */
export const SENDER_NUMBERS: ReadonlySet<string> = new Set(['0212345678', '15881234', '01099998888']);

/** The sender number that the channels' console settings name. */
export const DEFAULT_SENDER_NUMBER = '0212345678';
