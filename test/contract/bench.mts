import type { CredentialValues, Dealer } from '../../kakao/dealers/contract';
import { converse } from '../../kakao/delivery/converse';
import { deliver } from '../../kakao/delivery/deliver';
import type { AlimTalkMessage } from '../../kakao/message/message';
import { parseMessageId } from '../../kakao/message/reference';
import type { Report } from '../../kakao/message/report';
import type { Template } from '../../kakao/message/template';
import type { Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { DealerId, SandboxMessage } from '../../sandbox/world/types.mts';
import { fetchWire } from './fetchWire.mts';
import { compose, memoryLedger, templateOf, type Ask } from './messages.mts';

/** What differs between dealers and that the suite must know. */
export interface DealerUnderTest {
	dealer: Dealer;
	/** The main channel and how template codes look at this dealer. */
	senderProfile: string;
	code(name: string): string;
}

/** A dealer's adapter, and the fake dealer that it talks to. */
export interface Bench extends DealerUnderTest {
	id: DealerId;
	sandbox(): Sandbox;
	wire(): ReturnType<typeof fetchWire>;
	credential(): CredentialValues;
	template(name: string): Promise<Template>;
	messages(name: string, asks: readonly Ask[]): Promise<AlimTalkMessage[]>;
	send(messages: readonly AlimTalkMessage[], ledger?: ReturnType<typeof memoryLedger>): ReturnType<typeof deliver>;
	accepted(): Promise<SandboxMessage[]>;
	post(path: string, body: unknown): Promise<void>;
	resultOf(messageId: string): Promise<Report | null>;
}

/** Values of the template `bench-three`. */
export const THREE = { 이름: '홍길동', 항목: '환불', 번호: 'A-100' };

/** @param sandbox the running one; it starts after the bench is made */
export function makeBench(under: DealerUnderTest, sandbox: () => Sandbox): Bench {
	const { dealer, senderProfile, code } = under;
	const id = dealer.id as DealerId;
	const bench: Bench = {
		...under,
		id,
		sandbox,
		credential: () => ({ ...DEMO_CREDENTIALS[id], baseUrl: sandbox().urls[id] }),
		wire: () => fetchWire(dealer, bench.credential(), { haste: 20 }),
		template: async (name) => await templateOf(dealer, bench.wire(), senderProfile, code(name)),
		messages: async (name, asks) => compose(dealer, senderProfile, await bench.template(name), asks),
		send: async (messages, ledger = memoryLedger()) =>
			await deliver(messages, dealer.alimTalk, bench.wire(), {
				includeRaw: false,
				parallel: dealer.capabilities.parallelRequests,
				ledger,
				onUnexpected: (error) => {
					throw error;
				},
			}),
		accepted: async () =>
			(await (
				await fetch(`${sandbox().urls.phone}/api/messages?limit=100000&dealer=${id}`)
			).json()) as SandboxMessage[],
		post: async (path, body) => {
			const answer = await fetch(`${sandbox().urls.phone}${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
			if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		},
		resultOf: async (messageId) =>
			(await converse(dealer.alimTalk.results([parseMessageId(messageId)]), bench.wire()))[0]!,
	};
	return bench;
}
