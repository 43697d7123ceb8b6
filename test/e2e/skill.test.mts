import { setTimeout as delay } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_BOT_CREDENTIALS, DEMO_DEVELOPERS_CREDENTIALS as KEYS } from '../../sandbox/world/credentials.mts';
import type { Execution, WorkflowFile } from '../../tools/n8n/rest.mts';
import { RealN8n } from '../harness/realN8n.mts';
import { conversation, say, setBot } from '../sandbox/chatbotSupport.mts';
import { hook, NUMBER, relate, SHOP, webhookLog } from '../sandbox/developersSupport.mts';
import { control } from '../sandbox/support.mts';

const SECRET = 'a value of the skill';
const HEADER = 'X-Skill-Secret';
const PATIENT = { timeout: 30_000, interval: 100 };
/** Others wait their turn: what a flow does must not hold up an answer. */
const ONE_AT_A_TIME = { N8N_CONCURRENCY_PRODUCTION_LIMIT: '1' };

let sandbox: Sandbox;
let n8n: RealN8n;
let credential: { id: string; name: string };

beforeAll(async () => {
	sandbox = await startSandbox();
	n8n = await RealN8n.start();
	credential = await saveCredential('kapi');
});
afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});
beforeEach(async () => {
	await control(sandbox, 'POST', '/api/reset', {});
});

async function saveCredential(server: 'kapi' | 'botApi', on = n8n) {
	const data = { ...KEYS, baseUrl: sandbox.urls[server] };
	return { id: await on.rest.saveCredential({ name: server, type: 'kakaoDevelopersApi', data }), name: server };
}

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: IDataObject,
	more: object = {},
): WorkflowFile['nodes'][number] => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters: parameters as WorkflowFile['nodes'][number]['parameters'],
	...more,
});

const chain = (...names: string[]): WorkflowFile['connections'] =>
	Object.fromEntries(
		names
			.slice(0, -1)
			.map((name, at) => [name, { main: [[{ node: names[at + 1]!, type: 'main' as const, index: 0 }]] }]),
	);

/** Answers with the customer's own words, after as many seconds as they say. */
const echo = (id: string, trigger: IDataObject = {}, respond: IDataObject = {}): WorkflowFile => ({
	id,
	name: id,
	nodes: [
		node(
			'Skill',
			'n8n-nodes-kakao-business.kakaoSkillTrigger',
			2,
			{ headerName: HEADER, secret: SECRET, ...trigger },
			{ webhookId: id },
		),
		node('Wait', 'n8n-nodes-base.wait', 1.1, {
			amount: '={{ Number($json.utterance.match(/\\d+/)?.[0] ?? 0) }}',
			unit: 'seconds',
		}),
		node(
			'Respond',
			'n8n-nodes-kakao-business.kakaoSkillRespond',
			1,
			{
				parts: { part: [{ type: 'simpleText', text: "=답: {{ $('Skill').item.json.utterance }}" }] },
				quickReplies: { quickReply: [{ type: 'message', label: '처음으로' }] },
				...respond,
			},
			{ credentials: { kakaoDevelopersApi: credential } },
		),
	],
	connections: chain('Skill', 'Wait', 'Respond'),
});

async function publish(workflow: WorkflowFile, on = n8n): Promise<{ id: string; url: string }> {
	const id = await on.rest.importWorkflow(workflow);
	await on.rest.activate(id);
	const path = workflow.nodes[0]!.type.endsWith('SkillTrigger') ? 'skill' : 'channel';
	const url = `${on.url}/webhook/${workflow.nodes[0]!.webhookId}/${path}`;
	await expect.poll(async () => (await fetch(url, { method: 'POST' })).status, PATIENT).toBe(401);
	return { id, url };
}

/** A published workflow to which the demo bot turns. */
async function bot(workflow: WorkflowFile, headers: Record<string, string> = { [HEADER]: SECRET }): Promise<string> {
	const { id, url } = await publish(workflow);
	await setBot(sandbox, { skillUrl: url, skillHeaders: headers });
	return id;
}

async function executions(id: string, on = n8n): Promise<Execution[]> {
	return await Promise.all((await on.rest.executionIds(id)).map(async (each) => await on.rest.waitFor(each)));
}

const outcome = ({ runData }: Execution): unknown =>
	runData['Respond']?.[0]?.data?.['main']?.[0]?.map(({ json }) => json['outcome']);
const texts = (entry: { outputs: readonly object[] }): unknown =>
	entry.outputs.map((each) => (each as { simpleText: { text: string } }).simpleText.text);

test('a customer is answered by the flow, with quick replies', async () => {
	const id = await bot(echo('skill-quick'));
	const reply = await say(sandbox, '배송');
	expect(reply).toMatchObject({ source: 'skill', problems: [], skill: { status: 200 } });
	expect(texts(reply)).toEqual(['답: 배송']);
	expect(reply.quickReplies).toEqual([{ action: 'message', label: '처음으로', messageText: '처음으로' }]);
	const [execution] = await executions(id);
	expect([execution!.status, outcome(execution!)]).toEqual(['success', ['answered']]);
});

test('a flow that needs too long leaves no error with the customer but a friendly word, and n8n goes on', async () => {
	const id = await bot(echo('skill-slow', { waitingText: '조금만 기다렸다가 다시 물어봐 주세요.' }));
	const reply = await say(sandbox, '환불 7', { block: '자주 묻는 질문' });
	expect(reply).toMatchObject({ source: 'skill', problems: [] });
	expect(texts(reply)).toEqual(['조금만 기다렸다가 다시 물어봐 주세요.']);
	const [execution] = await executions(id);
	expect([execution!.status, outcome(execution!)]).toEqual(['success', ['tooLate']]);
	expect(texts(await say(sandbox, '배송'))).toEqual(['답: 배송']);
});

test('a flow that fails leaves no error with the customer either', async () => {
	const broken = echo('skill-broken', {}, { parts: { part: [{ type: 'simpleText', text: '' }] } });
	const id = await bot(broken);
	const reply = await say(sandbox, '배송');
	expect(reply).toMatchObject({ source: 'skill', problems: [] });
	const [execution] = await executions(id);
	expect(execution).toMatchObject({ status: 'error' });
	expect(execution!.error!.message).toContain('text');
});

test('a sub-workflow answers for the flow that called it', async () => {
	const child = await n8n.rest.importWorkflow({
		id: 'skill-child',
		name: 'skill-child',
		nodes: [
			node('Called', 'n8n-nodes-base.executeWorkflowTrigger', 1.2, { inputSource: 'passthrough' }),
			{
				...echo('').nodes[2]!,
				parameters: { parts: { part: [{ type: 'simpleText', text: '=답: {{ $json.utterance }}' }] } },
			},
		],
		connections: chain('Called', 'Respond'),
	});
	await n8n.rest.activate(child);
	const flow = echo('skill-parent');
	const workflowId = { __rl: true, mode: 'id', value: child };
	const id = await bot({
		...flow,
		nodes: [flow.nodes[0]!, node('Sub', 'n8n-nodes-base.executeWorkflow', 1.2, { workflowId })],
		connections: chain('Skill', 'Sub'),
	});
	expect(await say(sandbox, '배송')).toMatchObject({ source: 'skill', problems: [] });
	expect(texts((await conversation(sandbox)).entries.at(-1)!)).toEqual(['답: 배송']);
	const [execution] = await executions(id);
	expect(execution!.runData['Sub']![0]!.data!['main']![0]![0]!.json).toMatchObject({ outcome: 'answered' });
});

test('in a block with callback the late answer follows by itself, once', async () => {
	const id = await bot(echo('skill-callback'));
	expect(await say(sandbox, '추천 6', { block: 'AI 상담' })).toMatchObject({
		source: 'waiting',
		text: '답을 찾고 있어요. 잠시만 기다려 주세요.',
	});
	await expect.poll(async () => (await conversation(sandbox)).entries.at(-1)?.source, PATIENT).toBe('callback');
	const { entries, waiting } = await conversation(sandbox);
	expect([texts(entries.at(-1)!), waiting]).toEqual([['답: 추천 6'], false]);
	const [execution] = await executions(id);
	expect(outcome(execution!)).toEqual(['calledBack']);
});

test('"Later, by callback" says wait at once; two Respond nodes do not answer twice', async () => {
	const twice = echo('skill-later', { answerMode: 'callback', waitingText: '생각하고 있어요.' });
	const again = { ...twice.nodes[2]!, id: 'Again', name: 'Again' };
	const id = await bot({
		...twice,
		nodes: [...twice.nodes, again],
		connections: chain('Skill', 'Wait', 'Respond', 'Again'),
	});
	expect(await say(sandbox, '추천 1', { block: 'AI 상담' })).toMatchObject({
		source: 'waiting',
		text: '생각하고 있어요.',
	});
	await expect.poll(async () => (await conversation(sandbox)).waiting, PATIENT).toBe(false);
	const [execution] = await executions(id);
	expect([outcome(execution!), execution!.runData['Again']![0]!.data!['main']![0]![0]!.json['outcome']]).toEqual([
		['calledBack'],
		'tooLate',
	]);
	const { entries } = await conversation(sandbox);
	expect(entries.filter(({ source }) => source === 'callback')).toHaveLength(1);
	// A block without callback: nothing may be promised there.
	expect(texts(await say(sandbox, '배송'))).toEqual(['답: 배송']);
});

test('without the header of the skill nobody starts the flow, and a forged callback address gets no answer', async () => {
	const { id, url } = await publish(echo('skill-forged'));
	await setBot(sandbox, { skillUrl: url, skillHeaders: { [HEADER]: `${SECRET}!` } });
	expect(await say(sandbox, '배송')).toMatchObject({ source: 'fallback', skill: { status: 401 } });
	expect(await n8n.rest.executionIds(id)).toEqual([]);

	const body = (callbackUrl: string) =>
		JSON.stringify({
			userRequest: { utterance: '5', callbackUrl, user: { id: 'u', type: 'botUserKey' } },
			bot: { id: 'b' },
		});
	const headers = { 'content-type': 'application/json', [HEADER]: SECRET };
	const answer = await fetch(url, { method: 'POST', headers, body: body('https://kakao.com.example.com/callback') });
	expect(await answer.json()).toMatchObject({ useCallback: true });
	const [execution] = await executions(id);
	expect(execution).toMatchObject({
		status: 'error',
		error: { message: expect.stringContaining('which is not Kakao') as string },
	});
});

test('a customer who hangs up harms nobody: the flow ends, and the next one is answered', async () => {
	const { id, url } = await publish(echo('skill-gone'));
	const headers = { 'content-type': 'application/json', [HEADER]: SECRET };
	const body = (words: string) =>
		JSON.stringify({ userRequest: { utterance: words, user: { id: 'u', type: 'botUserKey' } } });
	const hangUp = new AbortController();
	const hanging = expect(
		fetch(url, { method: 'POST', headers, body: body('3'), signal: hangUp.signal }),
	).rejects.toThrow();
	await expect.poll(async () => await n8n.rest.executionIds(id), PATIENT).toHaveLength(1);
	hangUp.abort();
	await hanging;
	await expect.poll(async () => (await executions(id)).map(outcome), PATIENT).toEqual([['tooLate']]);
	await delay(4_000);
	const answer = await fetch(url, { method: 'POST', headers, body: body('안녕') });
	expect(await answer.json()).toMatchObject({ template: { outputs: [{ simpleText: { text: '답: 안녕' } }] } });
	expect(n8n.log).not.toContain('Cannot set headers');
});

test('while somebody tries the flow in the editor, customers are answered by the published one', async () => {
	const id = await bot(echo('skill-editor'));
	const listening = await n8n.rest.request<{ waitingForWebhook?: boolean }>('POST', `/rest/workflows/${id}/run`, {
		triggerToStartFrom: { name: 'Skill' },
	});
	expect(listening).toMatchObject({ waitingForWebhook: true });
	expect(texts(await say(sandbox, '배송'))).toEqual(['답: 배송']);
	await setBot(sandbox, { skillUrl: `${n8n.url}/webhook-test/skill-editor/skill` });
	expect(texts(await say(sandbox, '환불'))).toEqual(['답: 환불']);
});

test('a bot event goes out signed with the REST key, and its result is told', async () => {
	const key = (await say(sandbox, '안녕'), (await conversation(sandbox)).botUserKey);
	const bots = { kakaoDevelopersApi: await saveCredential('botApi') };
	const type = 'n8n-nodes-kakao-business.kakaoSkillRespond';
	const run = await n8n.runToEnd(
		{
			id: 'bot-events',
			name: 'Bot events',
			nodes: [
				node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
				node('Users', 'n8n-nodes-base.set', 3.4, {
					assignments: { assignments: [{ id: 'k', name: 'key', type: 'string', value: key }] },
				}),
				node(
					'Send',
					type,
					1,
					{
						operation: 'sendBotEvent',
						botId: DEMO_BOT_CREDENTIALS.botId,
						eventName: 'order_shipped',
						user: '={{ $json.key }}',
						data: { entry: [{ name: 'item', value: '양말' }] },
					},
					{ credentials: bots },
				),
				node('Pause', 'n8n-nodes-base.wait', 1.1, { amount: 1, unit: 'seconds' }),
				node(
					'Result',
					type,
					1,
					{ operation: 'getBotEventResult', messageId: '={{ $json.messageId }}' },
					{ credentials: bots },
				),
			],
			connections: chain('Start', 'Users', 'Send', 'Pause', 'Result'),
		},
		'Start',
	);
	expect(run.error?.message).toBeUndefined();
	expect(run.runData['Send']![0]!.data!['main']![0]![0]!.json).toMatchObject({ outcome: 'accepted', user: key });
	expect(run.runData['Result']![0]!.data!['main']![0]![0]!.json).toMatchObject({ status: 'delivered', user: key });
	expect((await conversation(sandbox)).entries.at(-1)).toMatchObject({
		source: 'event',
		text: '주문하신 양말 상품이 출발했어요.',
	});
});

test('friends who come and go start the flow once each, whatever is repeated, forged or running, also after a restart', async () => {
	const own = await RealN8n.start(ONE_AT_A_TIME);
	try {
		const id = 'channel';
		const { url } = await publish(
			{
				id,
				name: id,
				nodes: [
					node(
						'Channel',
						'n8n-nodes-kakao-business.kakaoChannelTrigger',
						2,
						{ events: ['added', 'blocked', 'unlinked'], filters: { channels: SHOP.publicId } },
						{ webhookId: id, credentials: { kakaoDevelopersApi: await saveCredential('kapi', own) } },
					),
					// So slow that the next one has to wait its turn.
					node('Slow', 'n8n-nodes-base.wait', 1.1, { amount: 5, unit: 'seconds' }),
				],
				connections: chain('Channel', 'Slow'),
			},
			own,
		);
		await hook(sandbox, 'channel', url);
		await hook(sandbox, 'unlink', url, 'GET');
		await control(sandbox, 'POST', '/api/developers/behaviour', { duplicates: 2 });
		for (const relation of ['BLOCKED', 'ADDED']) await relate(sandbox, relation);
		await expect.poll(async () => (await webhookLog(sandbox)).length, PATIENT).toBe(6);
		await control(sandbox, 'POST', '/api/developers/behaviour', { duplicates: 0 });
		await control(sandbox, 'POST', '/api/developers/unlink', { number: NUMBER });
		await expect.poll(async () => (await webhookLog(sandbox)).length, PATIENT).toBe(7);
		expect((await webhookLog(sandbox)).map(({ status, problem }) => [status, problem])).toEqual(
			Array(7).fill([200, null]),
		);

		const [first] = (await webhookLog(sandbox)).filter(({ kind }) => kind === 'added');
		const { body, resourceId } = first!;
		const ring = async (key: string, id: string | null) =>
			(
				await fetch(url, {
					method: 'POST',
					body,
					headers: {
						'content-type': 'application/json',
						'x-kakao-resource-id': String(id),
						authorization: `KakaoAK ${key}`,
					},
				})
			).status;
		expect(await ring(KEYS.adminKey, 'another')).toBe(401);

		await expect.poll(async () => (await executions(id, own)).length, PATIENT).toBeGreaterThanOrEqual(3);
		const told = (await executions(id, own)).map(({ runData }) => runData['Channel']![0]!.data!['main']![0]![0]!.json);
		expect(told.map(({ event }) => event).sort()).toEqual(expect.arrayContaining(['added', 'blocked', 'unlinked']));
		expect(told.filter(({ event }) => event !== 'unlinked')).toHaveLength(2);
		expect(JSON.stringify(await executions(id, own))).not.toContain(KEYS.primaryAdminKey);

		const before = (await own.rest.executionIds(id)).length;
		await own.restart();
		await expect.poll(async () => await ring(KEYS.primaryAdminKey, resourceId), PATIENT).toBe(200);
		await delay(1_000);
		expect(await own.rest.executionIds(id)).toHaveLength(before);
	} finally {
		await own.stop();
	}
}, 360_000);
