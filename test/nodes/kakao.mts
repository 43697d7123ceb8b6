import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { afterAll, beforeAll, beforeEach } from 'vitest';

import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.mts';
import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { DEMO_CHANNELS } from '../../sandbox/world/seed/channels.mts';
import type { DealerId, SandboxMessage } from '../../sandbox/world/types.mts';
import { n8nHost, type N8nHost, type NodeRun, type NodeUnderTest, type RunOptions } from '../harness/n8nCore.mts';

export const SENDER: Record<DealerId, string> = {
	nhnCloud: DEMO_CHANNELS[0]!.senderKey,
	solapi: DEMO_CHANNELS[0]!.pfId,
	naverSens: '@kakaoshop',
};

export const templateCode = (dealer: DealerId, name: string) => (dealer === 'solapi' ? `KA01TP${name}` : name);

export const THREE = { 이름: '홍길동', 항목: '환불', 번호: 'A-100' };

/** A local Kakao and n8n-core with the built package, for one test file. */
export interface Stage {
	host: N8nHost;
	sandbox: Sandbox;
	credentials(dealer?: DealerId): RunOptions['credentials'] & object;
	/** Runs the AlimTalk node; parameters are laid over those of a plain send of `bench-three`. */
	run(items: IDataObject[], options?: RunAlimTalk): Promise<NodeRun>;
	messages(): Promise<SandboxMessage[]>;
	post(path: string, body: unknown): Promise<void>;
}

export interface RunAlimTalk extends RunOptions {
	dealer?: DealerId;
	template?: string;
	parameters?: IDataObject;
	node?: Partial<NodeUnderTest>;
}

/** @param options of the local Kakao, say that it is never night there */
export function stage(options: SandboxOptions = {}): Stage {
	let host: N8nHost;
	let sandbox: Sandbox;
	const it: Stage = {
		get host() {
			return host;
		},
		get sandbox() {
			return sandbox;
		},
		credentials: (dealer: DealerId = 'nhnCloud') => ({
			kakaoBizMessageApi: { provider: dealer, baseUrl: it.sandbox.urls[dealer], ...DEMO_CREDENTIALS[dealer] },
		}),
		run: async (items, { dealer = 'nhnCloud', template = 'bench-three', parameters, node, ...options } = {}) =>
			await it.host.execute({
				credentials: it.credentials(dealer),
				items,
				...options,
				node: {
					type: 'n8n-nodes-kakao-business.kakaoAlimTalkSend',
					parameters: {
						operation: 'send',
						senderProfile: { __rl: true, mode: 'id', value: SENDER[dealer] },
						template: { __rl: true, mode: 'code', value: templateCode(dealer, template) },
						to: '={{ $json.to }}',
						variables: { mappingMode: 'autoMapInputData', value: null },
						smsFallback: false,
						options: {},
						...parameters,
					} as NonNullable<NodeUnderTest['parameters']>,
					...node,
				},
			}),
		messages: async () =>
			(await (await fetch(`${it.sandbox.urls.phone}/api/messages?limit=100000`)).json()) as SandboxMessage[],
		post: async (path, body) => {
			const answer = await fetch(`${it.sandbox.urls.phone}${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
			if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		},
	};
	beforeAll(async () => {
		host = await n8nHost();
		sandbox = await startSandbox({ reportDelayMs: 30, ...options });
	});
	afterAll(async () => await it.sandbox.close());
	beforeEach(async () => {
		await it.post('/api/reset', {});
		await it.post('/api/faults', { rates: {}, plan: [] });
	});
	return it;
}

export const jsonOf = (items: INodeExecutionData[] | undefined) => (items ?? []).map(({ json }) => json);
