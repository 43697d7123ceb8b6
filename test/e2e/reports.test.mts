import type { IDataObject } from 'n8n-workflow';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { solapi } from '../../kakao/dealers/solapi';
import { converse } from '../../kakao/delivery/converse';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { DealerId } from '../../sandbox/world/types.mts';
import type { WorkflowFile } from '../../tools/n8n/rest.mts';
import { fetchWire } from '../contract/fetchWire.mts';
import { RealN8n } from '../harness/realN8n.mts';
import { SENDER, templateCode } from '../nodes/kakao.mts';

let sandbox: Sandbox;
let n8n: RealN8n;

beforeAll(async () => {
	sandbox = await startSandbox({ reportDelayMs: 200 });
	n8n = await RealN8n.start();
});
afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

const position: [number, number] = [0, 0];
const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });

async function credential(dealer: DealerId): Promise<{ id: string; name: string }> {
	const data = { provider: dealer, baseUrl: sandbox.urls[dealer], ...DEMO_CREDENTIALS[dealer] };
	return {
		id: await n8n.rest.saveCredential({ name: `reports ${dealer}`, type: 'kakaoBizMessageApi', data }),
		name: dealer,
	};
}

async function reportWorkflow(
	dealer: DealerId,
	parameters: WorkflowFile['nodes'][number]['parameters'],
): Promise<string> {
	return await n8n.rest.importWorkflow({
		id: `reports-${dealer}`,
		name: `Reports ${dealer}`,
		nodes: [
			{
				id: 'trigger',
				name: 'Trigger',
				type: 'n8n-nodes-kakao-business.kakaoDeliveryReportTrigger',
				typeVersion: 2,
				position,
				webhookId: `hook-${dealer}`,
				parameters,
				credentials: { kakaoBizMessageApi: await credential(dealer) },
			},
			{ id: 'after', name: 'After', type: 'n8n-nodes-base.noOp', typeVersion: 1, position, parameters: {} },
		],
		connections: { Trigger: to('After') },
	});
}

/** Sends two AlimTalks through the node: one arrives, one number has blocked AlimTalk. */
async function send(dealer: DealerId): Promise<void> {
	const execution = await n8n.runToEnd(
		{
			id: `send-${dealer}`,
			name: `Send ${dealer}`,
			nodes: [
				{ id: 's', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position, parameters: {} },
				{
					id: 'k',
					name: 'Send',
					type: 'n8n-nodes-kakao-business.kakaoAlimTalkSend',
					typeVersion: 1,
					position,
					parameters: {
						operation: 'send',
						senderProfile: { __rl: true, mode: 'id', value: SENDER[dealer] },
						template: { __rl: true, mode: 'code', value: templateCode(dealer, 'bench-three') },
						to: '010-1234-5678, 010-0000-3020',
						variables: { mappingMode: 'defineBelow', value: { 이름: '홍길동', 항목: '환불', 번호: 'A-1' } },
						smsFallback: false,
						options: {},
					},
					credentials: { kakaoBizMessageApi: await credential(dealer) },
				},
			],
			connections: { Start: to('Send') },
		},
		'Start',
	);
	expect(execution.status, execution.error?.message).toBe('success');
}

/** All items that executions of a workflow have started with. */
async function received(workflowId: string): Promise<IDataObject[]> {
	const executions = await Promise.all(
		(await n8n.rest.executionIds(workflowId)).map(async (id) => await n8n.rest.waitFor(id)),
	);
	return executions.flatMap(({ runData }) =>
		(runData['After']?.[0]?.data?.['main']?.[0] ?? []).map(({ json }) => json),
	);
}

const statuses = async (workflowId: string) => (await received(workflowId)).map(({ status }) => status).sort();

test('publishing the workflow registers its address at SOLAPI, reports start it, and unpublishing leaves foreign ones alone', async () => {
	const wire = fetchWire(solapi, { ...DEMO_CREDENTIALS.solapi, baseUrl: sandbox.urls.solapi });
	const register = solapi.webhook!.register!;
	const foreign = await converse(
		register.create({ url: 'https://shop.example.com/hook', name: 'shop', secret: 'their secret' }),
		wire,
	);
	const registered = async () => (await converse(register.list(), wire)).map(({ url }) => url);

	const id = await reportWorkflow('solapi', { receive: 'webhook' });
	await n8n.rest.activate(id);
	await expect.poll(registered, { timeout: 30_000 }).toHaveLength(2);
	await send('solapi');
	await expect.poll(async () => await statuses(id), { timeout: 30_000 }).toEqual(['delivered', 'failed']);

	await n8n.rest.deactivate(id);
	await expect.poll(registered, { timeout: 30_000 }).toEqual(['https://shop.example.com/hook']);
	await converse(register.remove(foreign), wire);
});

test('NHN reports start the workflow through the address typed in its console; forged ones get 401 and start nothing', async () => {
	const id = await reportWorkflow('nhnCloud', {
		receive: 'webhook',
		secret: 'a secret of my own',
		filters: { statuses: ['failed'] },
	});
	await n8n.rest.activate(id);
	const url = `${n8n.url}/webhook/hook-nhnCloud/delivery-report`;
	const call = async (signature: string) =>
		(
			await fetch(url, {
				method: 'POST',
				headers: { 'x-toast-webhook-signature': signature, 'content-type': 'application/json' },
				body: '{"event":"OTHER"}',
			})
		).status;
	await expect.poll(async () => await call('forged'), { timeout: 30_000 }).toBe(401);

	await fetch(`${sandbox.urls.phone}/api/dealers/nhnCloud/webhook`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ url, signature: 'a secret of my own' }),
	});
	await send('nhnCloud');
	await expect.poll(async () => await statuses(id), { timeout: 30_000 }).toEqual(['failed']);
	expect(await received(id)).toMatchObject([{ to: '01000003020', reason: { codeSpace: 'kakao', code: '3020' } }]);
	await n8n.rest.deactivate(id);
});

test('SENS, which calls nobody, is asked every minute', async () => {
	const id = await reportWorkflow('naverSens', { receive: 'polling', everyMinutes: 1 });
	await n8n.rest.activate(id);
	await send('naverSens');
	await expect
		.poll(async () => await statuses(id), { timeout: 150_000, interval: 1_000 })
		.toEqual(['delivered', 'failed']);
	await n8n.rest.deactivate(id);
}, 180_000);
