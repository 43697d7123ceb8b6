import type { CredentialValues } from '../../kakao/partner/partner';
import type { Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { DealerId, PhoneSettings, SandboxMessage } from '../../sandbox/world/types.mts';
import { brandDesk, type BrandDesk } from './brandDesk.mts';
import type { DealerUnderTest } from './dealerUnderTest.mts';
import { alimTalkDesk, type AlimTalkDesk, type NewWire } from './desk.mts';
import { fetchWire } from './fetchWire.mts';

/** A dealer's adapter, and the fake dealer that it talks to. */
export interface Bench extends DealerUnderTest {
	id: DealerId;
	sandbox(): Sandbox;
	wire: NewWire;
	credential(): CredentialValues;
	alimTalk: AlimTalkDesk;
	/** Undefined where the dealer sells no Brand Messages. */
	brand: BrandDesk | undefined;
	/** What the dealer has taken, newest first. */
	accepted(): Promise<SandboxMessage[]>;
	/** The most recipients that came in one request. */
	largestBatch(): Promise<number>;
	post(path: string, body: unknown): Promise<void>;
	/** Changes how a number behaves. */
	phone(number: string, settings: Partial<PhoneSettings>): Promise<void>;
}

/** @param sandbox the running one; it starts after the bench is made */
export function makeBench(under: DealerUnderTest, sandbox: () => Sandbox): Bench {
	const { dealer } = under;
	const id = dealer.id as DealerId;
	const credential = () => ({ ...DEMO_CREDENTIALS[id], baseUrl: sandbox().urls[id] });
	const wire: NewWire = (options) => fetchWire(dealer, credential(), { haste: 100, ...options });
	const ask = async <T,>(path: string, request?: RequestInit): Promise<T> => {
		const answer = await fetch(`${sandbox().urls.phone}${path}`, request);
		if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		return (await answer.json()) as T;
	};
	return {
		...under,
		id,
		sandbox,
		wire,
		credential,
		alimTalk: alimTalkDesk(under, wire),
		brand: dealer.brand && brandDesk(under, dealer.brand, wire),
		accepted: async () => await ask<SandboxMessage[]>(`/api/messages?limit=100000&dealer=${id}`),
		largestBatch: async () => {
			const { dealers } = await ask<{ dealers: Record<string, { largestBatch: number }> }>('/api/stats');
			return dealers[id]?.largestBatch ?? 0;
		},
		post: async (path, body) => void (await ask(path, json('POST', body))),
		phone: async (number, settings) => void (await ask(`/api/phones/${number}`, json('PUT', settings))),
	};
}

const json = (method: string, body: unknown): RequestInit => ({
	method,
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(body),
});
