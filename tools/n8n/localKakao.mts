import { startSandbox } from '../../sandbox/sandbox.mts';
import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { portFrom } from './ports.mts';
import type { CredentialData } from './rest.mts';

/** The local Kakao, and n8n credentials that lead to it. */
export interface LocalKakao {
	phoneUrl: string;
	/** One for each dealer. Workflow files name them by these names. */
	credentials: CredentialData[];
	/** Tells the phone page where its button back to n8n leads. */
	n8nIsAt: (url: string) => void;
	stop: () => Promise<void>;
}

const dealerNames = { nhnCloud: 'NHN Cloud', solapi: 'SOLAPI', naverSens: 'Naver SENS' } as const;
type Dealer = keyof typeof dealerNames;
const dealers = Object.keys(dealerNames) as Dealer[];

/** @param firstPort where its four ports begin; 0 = any free ones */
export async function startLocalKakao(firstPort: number): Promise<LocalKakao> {
	const [phone, nhnCloud, solapi, naverSens] = await ports(firstPort);
	const sandbox = await startSandbox({ ports: { phone, nhnCloud, solapi, naverSens } });
	return {
		phoneUrl: sandbox.urls.phone,
		credentials: dealers.map((dealer) => ({
			name: `${dealerNames[dealer]} (local Kakao)`,
			type: 'kakaoBizMessageApi',
			data: { provider: dealer, baseUrl: sandbox.urls[dealer], ...DEMO_CREDENTIALS[dealer] },
		})),
		n8nIsAt: sandbox.n8nIsAt,
		stop: async () => await sandbox.close(),
	};
}

async function ports(first: number): Promise<[number, number, number, number]> {
	if (first === 0) return [0, 0, 0, 0];
	const phone = await portFrom(first);
	if (phone !== first) console.log(`Port ${first} is taken by another program, so the phone page uses ${phone}.`);
	const nhnCloud = await portFrom(phone + 1);
	const solapi = await portFrom(nhnCloud + 1);
	return [phone, nhnCloud, solapi, await portFrom(solapi + 1)];
}
