import { afterAll, beforeAll, expect, test } from 'vitest';

import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import type { DealerId, SandboxMessage } from '../../sandbox/world/types.mts';
import type { WorkflowFile } from '../../tools/n8n/rest.mts';
import { RealN8n } from '../harness/realN8n.mts';
import { SENDER, templateCode } from '../nodes/kakao.mts';

/** Enough for several requests at once and several after them, where a request takes 1,000. */
const MESSAGES = 6000;

let sandbox: Sandbox;
let n8n: RealN8n;

beforeAll(async () => {
	sandbox = await startSandbox({ reportDelayMs: 30 });
	n8n = await RealN8n.start();
});
afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

const api = async <T,>(path: string, body?: unknown): Promise<T> => {
	const request =
		body === undefined
			? {}
			: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
	return (await (await fetch(`${sandbox.urls.phone}${path}`, request)).json()) as T;
};

/** 6,000 orders, each with its number as the message key. */
function campaign(dealer: DealerId, credentialId: string): WorkflowFile {
	const position: [number, number] = [0, 0];
	const code = `return Array.from({ length: ${MESSAGES} }, (_, at) => ({ json: { to: '010' + (20000000 + at), 이름: '홍길동', 항목: '주문', 번호: 'N-' + at } }));`;
	const nodes: WorkflowFile['nodes'] = [
		{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position, parameters: {} },
		{
			id: 'orders',
			name: 'Orders',
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			position,
			parameters: { jsCode: code },
		},
		{
			id: 'send',
			name: 'Send',
			type: 'n8n-nodes-kakao-business.kakaoAlimTalkSend',
			typeVersion: 1,
			position,
			parameters: {
				operation: 'send',
				senderProfile: { __rl: true, mode: 'id', value: SENDER[dealer] },
				template: { __rl: true, mode: 'code', value: templateCode(dealer, 'bench-three') },
				to: '={{ $json.to }}',
				variables: { mappingMode: 'autoMapInputData', value: null },
				smsFallback: false,
				options: { maxRecipients: MESSAGES, messageKey: '={{ $json["번호"] }}' },
			},
			credentials: { kakaoBizMessageApi: { id: credentialId, name: dealer } },
		},
	];
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		id: `crash-${dealer}`,
		name: `Crash ${dealer}`,
		nodes,
		connections: { Start: to('Orders'), Orders: to('Send') },
	};
}

test.each<DealerId>(['nhnCloud', 'solapi', 'naverSens'])(
	'n8n is killed in the middle of 6,000 messages at %s and run again: nobody gets one twice, nobody is left out',
	async (dealer) => {
		await api('/api/reset', {});
		await api('/api/latency', { ms: 400 });
		const credentialId = await n8n.rest.saveCredential({
			name: dealer,
			type: 'kakaoBizMessageApi',
			data: { provider: dealer, baseUrl: sandbox.urls[dealer], ...DEMO_CREDENTIALS[dealer] },
		});
		const id = await n8n.rest.importWorkflow(campaign(dealer, credentialId));

		await n8n.rest.run(id, 'Start');
		const accepted = async () => (await api<{ accepted: number }>('/api/stats')).accepted;
		await expect.poll(accepted, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
		await n8n.kill();
		await n8n.restart();
		// Requests that were on their way when n8n died are in it as well.
		const before = await accepted();

		await api('/api/latency', { ms: 0 });
		const execution = await n8n.rest.waitFor(await n8n.rest.run(id, 'Start'), 120_000);
		expect(execution.status, execution.error?.message).toBe('success');
		const outcomes = (execution.runData['Send']?.[0]?.data?.['main']?.[0] ?? []).map(({ json }) => json['outcome']);
		const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
		expect(outcomes).toHaveLength(MESSAGES);
		expect(count('skipped')).toBe(before);
		expect(count('accepted')).toBe(MESSAGES - before);

		const sent = (await api<SandboxMessage[]>(`/api/messages?dealer=${dealer}&limit=100000`)).map(({ to }) => to);
		expect(sent).toHaveLength(MESSAGES);
		expect(new Set(sent).size).toBe(MESSAGES);
		console.log(
			`${dealer}: killed after ${before} of ${MESSAGES}; then ${count('skipped')} skipped, ${count('accepted')} sent`,
		);
	},
);
