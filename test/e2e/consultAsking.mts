import type { IDataObject } from 'n8n-workflow';
import { afterAll, beforeAll, expect } from 'vitest';

import type { ConsultChat, ConsultMessage } from '../../sandbox/consult/types.mts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_HUB_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { Execution } from '../../tools/n8n/rest.mts';
import { RealN8n } from '../harness/realN8n.mts';

export const CHANNEL = '@kakaoshop';
export const PATIENT = { timeout: 40_000, interval: 250 };

let sandbox: Sandbox;
/** Running while the file's tests do. */
export let n8n: RealN8n;
export type HubName = 'happyTalk' | 'channelTalk';
export const credentials = new Map<HubName, { id: string; name: string }>();

/** Starts a local Kakao and an n8n with a credential for each hub. Call it once in a test file. */
export function asksInRealN8n(): void {
	beforeAll(async () => {
		sandbox = await startSandbox();
		n8n = await RealN8n.start();
		const { clientId, clientSecret, senderKey } = DEMO_HUB_CREDENTIALS.happyTalk;
		const { accessKey, accessSecret, webhookToken } = DEMO_HUB_CREDENTIALS.channelTalk;
		const data: Record<HubName, Record<string, string>> = {
			happyTalk: { baseUrl: sandbox.urls.happyTalk, clientId, clientSecret, senderKeys: senderKey },
			channelTalk: {
				baseUrl: `${sandbox.urls.channelTalk}/open/v5`,
				accessKey,
				accessSecret,
				webhookSecret: webhookToken,
			},
		};
		for (const hub of ['happyTalk', 'channelTalk'] as const) {
			const saved = { name: hub, type: 'kakaoConsultTalkApi', data: { provider: hub, ...data[hub] } };
			credentials.set(hub, { name: hub, id: await n8n.rest.saveCredential(saved) });
		}
	});
	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
	});
}

/** What a person does at the phone page. */
export async function control<T>(path: string, body?: unknown): Promise<T> {
	const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
	const answer = await fetch(`${sandbox.urls.phone}${path}`, {
		...init,
		headers: { 'content-type': 'application/json' },
	});
	if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
	return (await answer.json()) as T;
}

export const write = async (number: string, text: string, channel = CHANNEL) =>
	await control('/api/consult/messages', { number, channel, text });

/** What the customer was asked, oldest first. */
export async function questions(number: string, channel = CHANNEL): Promise<ConsultMessage[]> {
	const chats = await control<ConsultChat[]>(`/api/consult/chats?number=${number}`);
	const chat = chats.find((each) => each.channel === channel);
	return (chat?.messages ?? []).filter(({ from }) => from === 'agent');
}

export const position: [number, number] = [0, 0];
export const to = (...nodes: string[]) => ({
	main: [nodes.map((node) => ({ node, type: 'main' as const, index: 0 }))],
});

/** Whoever writes is asked; what comes of it arrives at "After", which still knows who wrote. */
export async function asking(name: string, question: IDataObject, hub: HubName = 'happyTalk'): Promise<string> {
	const used = { kakaoConsultTalkApi: credentials.get(hub)! };
	const id = await n8n.rest.importWorkflow({
		id: `asking-${name}`,
		name: `Asking ${name}`,
		nodes: [
			{
				id: `t-${name}`,
				name: 'Trigger',
				type: 'n8n-nodes-kakao-business.kakaoConsultMessageTrigger',
				typeVersion: 2,
				position,
				webhookId: `ask-${name}`,
				parameters: { events: ['message.received'] },
				credentials: used,
			},
			{
				id: `s-${name}`,
				name: 'Ask',
				type: 'n8n-nodes-kakao-business.kakaoConsultMessageSend',
				typeVersion: 1,
				position,
				parameters: {
					operation: 'sendAndWait',
					targetFrom: 'reply',
					reply: '={{ $json.reply }}',
					...question,
				} as IDataObject & never,
				credentials: used,
			},
			{
				id: `a-${name}`,
				name: 'After',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				position,
				parameters: {
					assignments: {
						assignments: [
							{ id: 'who', name: 'who', type: 'string', value: "={{ $('Trigger').item.json.user.userKey }}" },
						],
					},
					includeOtherFields: true,
					options: {},
				},
			},
		],
		connections: { Trigger: to('Ask'), Ask: { main: [...to('After').main, ...to('After').main] } },
	});
	await n8n.rest.activate(id);
	const url = `${n8n.url}/webhook/ask-${name}/consult`;
	const suffix = hub === 'happyTalk' ? '/message' : '';
	await expect
		.poll(async () => (await fetch(url + suffix, { method: 'POST', body: '{}' })).status, PATIENT)
		.not.toBe(404);
	const token = hub === 'channelTalk' ? DEMO_HUB_CREDENTIALS.channelTalk.webhookToken : undefined;
	await control(`/api/hubs/${hub}/callback`, { url, ...(token && { token }) });
	return id;
}

/** The items that came out behind the question. */
export async function after(workflow: string): Promise<IDataObject[]> {
	const executions = await Promise.all(
		(await n8n.rest.executionIds(workflow)).map(async (id) => await n8n.rest.execution(id)),
	);
	return executions.flatMap(({ runData }: Execution) =>
		(runData['After']?.[0]?.data?.['main']?.[0] ?? []).map(({ json }) => json),
	);
}

/** Executions of a workflow that wait for an answer. */
export async function waiting(workflow: string): Promise<number> {
	const ids = await n8n.rest.executionIds(workflow);
	const executions = await Promise.all(ids.map(async (id) => await n8n.rest.execution(id)));
	return executions.filter(({ status }) => status === 'waiting').length;
}
