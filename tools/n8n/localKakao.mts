import { type ServerId, startSandbox } from '../../sandbox/sandbox.mts';
import {
	DEMO_CREDENTIALS,
	DEMO_DEVELOPERS_CREDENTIALS,
	DEMO_HUB_CREDENTIALS,
} from '../../sandbox/world/credentials.mts';
import { type Consoles, localConsoles } from './localConsoles.mts';
import { portFrom } from './ports.mts';
import type { CredentialData } from './rest.mts';

/** The local Kakao, and n8n credentials that lead to it. */
export interface LocalKakao extends Consoles {
	phoneUrl: string;
	/**
	 * One for each dealer, for each consult hub that the demo uses, and one for Kakao Developers. Workflow files name them
	 * by these names.
	 */
	credentials: CredentialData[];
	/** Tells the phone page where its button back to n8n leads. */
	n8nIsAt: (url: string) => void;
	stop: () => Promise<void>;
}

const dealerNames = { nhnCloud: 'NHN Cloud', solapi: 'SOLAPI', naverSens: 'Naver SENS' } as const;
const hubNames = { happyTalk: 'HappyTalk', talkBridge: 'TalkBridge', channelTalk: 'Channel Talk' } as const;
type Dealer = keyof typeof dealerNames;
type Hub = keyof typeof hubNames;
const platforms = ['kapi', 'kauth', 'botApi'] as const satisfies readonly ServerId[];
const dealers = Object.keys(dealerNames) as Dealer[];
const hubs = Object.keys(hubNames) as Hub[];

const { happyTalk, talkBridge, channelTalk } = DEMO_HUB_CREDENTIALS;

/** What each hub's credential holds. The demo has one channel at each. */
const hubFields: Record<Hub, Record<string, string>> = {
	happyTalk: { clientId: happyTalk.clientId, clientSecret: happyTalk.clientSecret, senderKeys: happyTalk.senderKey },
	talkBridge: { agentKey: talkBridge.apiKey, brand: talkBridge.brandKey, webhookSecret: talkBridge.webhookSecret },
	channelTalk: {
		accessKey: channelTalk.accessKey,
		accessSecret: channelTalk.accessSecret,
		webhookSecret: channelTalk.webhookToken,
	},
};

const { restApiKey, adminKey, primaryAdminKey, channelPublicId } = DEMO_DEVELOPERS_CREDENTIALS;

/** Below the address of the hub's server. */
const hubPath = (hub: Hub): string => (hub === 'channelTalk' ? '/open/v5' : '');

/** @param firstPort where its ports begin; 0 = any free ones */
export async function startLocalKakao(firstPort: number): Promise<LocalKakao> {
	const sandbox = await startSandbox({ ports: await ports(firstPort) });
	const { stop: leaveConsoles, ...consoles } = localConsoles(sandbox);
	return {
		phoneUrl: sandbox.urls.phone,
		credentials: [
			...dealers.map((dealer) => ({
				name: `${dealerNames[dealer]} (local Kakao)`,
				type: 'kakaoBizMessageApi',
				data: { provider: dealer, baseUrl: sandbox.urls[dealer], ...DEMO_CREDENTIALS[dealer] },
			})),
			...hubs.map((hub) => ({
				name: `${hubNames[hub]} (local Kakao)`,
				type: 'kakaoConsultTalkApi',
				data: { provider: hub, baseUrl: sandbox.urls[hub] + hubPath(hub), ...hubFields[hub] },
			})),
			{
				// Its test asks kapi, so there is none for bot events: they go to another host.
				name: 'Kakao Developers (local Kakao)',
				type: 'kakaoDevelopersApi',
				data: { baseUrl: sandbox.urls.kapi, restApiKey, adminKey, primaryAdminKey, channelPublicId },
			},
		],
		n8nIsAt: sandbox.n8nIsAt,
		...consoles,
		stop: async () => {
			leaveConsoles();
			await sandbox.close();
		},
	};
}

/** Ports one after another; whoever has one of them already keeps it. */
async function ports(first: number): Promise<Partial<Record<ServerId, number>>> {
	if (first === 0) return {};
	const phone = await portFrom(first);
	if (phone !== first) console.log(`Port ${first} is taken by another program, so the phone page uses ${phone}.`);
	const taken: Partial<Record<ServerId, number>> = { phone };
	let last = phone;
	for (const dealer of dealers) taken[dealer] = last = await portFrom(last + 1);
	last = Math.max(last, phone + 10);
	for (const hub of hubs) taken[hub] = last = await portFrom(last + 1);
	last = Math.max(last, phone + 20);
	for (const platform of platforms) taken[platform] = last = await portFrom(last + 1);
	return taken;
}
