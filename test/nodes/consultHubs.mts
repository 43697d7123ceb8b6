import { channelTalk } from '../../kakao/consult/channelTalk/index.ts';
import type { Hub } from '../../kakao/consult/contract.ts';
import { happyTalk } from '../../kakao/consult/happyTalk/index.ts';
import { hub } from '../../kakao/consult/hub/index.ts';
import { talkBridge } from '../../kakao/consult/talkBridge/index.ts';
import { DEMO_HUB_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { HubBench } from '../contract/hubs/bench.mts';

export type AnswerableHub = 'happyTalk' | 'talkBridge' | 'channelTalk' | 'hub';
export const HUBS: readonly AnswerableHub[] = ['happyTalk', 'talkBridge', 'channelTalk', 'hub'];

const { happyTalk: happy, talkBridge: bridge, channelTalk: channel, hub: raw } = DEMO_HUB_CREDENTIALS;

/** Each hub in the sandbox, with the shop's channel. */
export const UNDER: Record<
	AnswerableHub,
	{ hub: Hub; basePath: string; secret: string; credential: Record<string, string>; senderKey: string }
> = {
	happyTalk: {
		hub: happyTalk,
		basePath: '',
		secret: '',
		senderKey: happy.senderKey,
		credential: { clientId: happy.clientId, clientSecret: happy.clientSecret },
	},
	talkBridge: {
		hub: talkBridge,
		basePath: '',
		secret: bridge.webhookSecret,
		senderKey: 'crm-ffee01',
		credential: { agentKey: bridge.apiKey, brand: 'crm-ffee01' },
	},
	channelTalk: {
		hub: channelTalk,
		basePath: '/open/v5',
		secret: channel.webhookToken,
		senderKey: '',
		credential: { accessKey: channel.accessKey, accessSecret: channel.accessSecret },
	},
	hub: {
		hub,
		basePath: '',
		secret: '',
		senderKey: happy.senderKey,
		credential: {
			authHeader: raw.headerName,
			authValue: raw.headerValue,
			sendPath: raw.sendPath,
			endPath: raw.endPath,
		},
	},
};

/** The contract suite's own questions; nothing here asks them. */
export const NO_QUESTIONS: HubBench['tells'] = {
	metadata: false,
	taps: false,
	serials: false,
	longText: 'whole',
	files: 'attachment',
	comments: false,
	echoes: false,
	sessions: false,
	ending: 'session.ended',
	late: 'rejected',
};
