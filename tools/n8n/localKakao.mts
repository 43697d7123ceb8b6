import { type Sandbox, startSandbox } from '../../sandbox/sandbox.mts';
import { DEMO_CREDENTIALS, DEMO_HUB_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { portFrom } from './ports.mts';
import type { CredentialData } from './rest.mts';

/** The local Kakao, and n8n credentials that lead to it. */
export interface LocalKakao {
	phoneUrl: string;
	/** One for each dealer, and for each consult hub that the demo uses. Workflow files name them by these names. */
	credentials: CredentialData[];
	/** Tells the phone page where its button back to n8n leads. */
	n8nIsAt: (url: string) => void;
	/** What one does in a hub's console: type in where its calls go. @param provider of the hub's credential */
	hubCalls: (provider: string, url: string) => Promise<void>;
	stop: () => Promise<void>;
}

const dealerNames = { nhnCloud: 'NHN Cloud', solapi: 'SOLAPI', naverSens: 'Naver SENS' } as const;
const hubNames = { happyTalk: 'HappyTalk', talkBridge: 'TalkBridge', channelTalk: 'Channel Talk' } as const;
type Dealer = keyof typeof dealerNames;
type Hub = keyof typeof hubNames;
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

/** Below the address of the hub's server. */
const hubPath = (hub: Hub): string => (hub === 'channelTalk' ? '/open/v5' : '');

/** @param firstPort where its ports begin; 0 = any free ones */
export async function startLocalKakao(firstPort: number): Promise<LocalKakao> {
	const sandbox = await startSandbox({ ports: await ports(firstPort) });
	const consoles = hubConsoles(sandbox);
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
		],
		n8nIsAt: sandbox.n8nIsAt,
		hubCalls: consoles.hubCalls,
		stop: async () => {
			consoles.stop();
			await sandbox.close();
		},
	};
}

/** "Clear all" on the phone page clears the hubs' consoles too, and there is nobody to type the addresses in again. */
function hubConsoles({ urls, world }: Sandbox): Pick<LocalKakao, 'hubCalls'> & { stop: () => void } {
	const typedIn = new Map<string, string>();
	const typeIn = async (provider: string, url: string) => {
		const token = provider === 'channelTalk' ? channelTalk.webhookToken : undefined;
		const response = await fetch(`${urls.phone}/api/hubs/${provider}/callback`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ url, token }),
		});
		if (!response.ok) throw new Error(`The local Kakao answered ${response.status}: ${await response.text()}`);
	};
	const stop = world.bus.listen(({ type }) => {
		if (type !== 'reset') return;
		for (const [provider, url] of typedIn) typeIn(provider, url).catch((error: unknown) => console.warn(error));
	});
	return {
		hubCalls: async (provider, url) => {
			typedIn.set(provider, url);
			await typeIn(provider, url);
		},
		stop,
	};
}

/** Ports one after another; whoever has one of them already keeps it. */
async function ports(first: number): Promise<Partial<Record<'phone' | Dealer | Hub, number>>> {
	if (first === 0) return {};
	const phone = await portFrom(first);
	if (phone !== first) console.log(`Port ${first} is taken by another program, so the phone page uses ${phone}.`);
	const taken: Partial<Record<'phone' | Dealer | Hub, number>> = { phone };
	let last = phone;
	for (const dealer of dealers) taken[dealer] = last = await portFrom(last + 1);
	last = Math.max(last, phone + 10);
	for (const hub of hubs) taken[hub] = last = await portFrom(last + 1);
	return taken;
}
