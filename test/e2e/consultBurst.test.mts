import { afterAll, beforeAll, expect, test } from 'vitest';

import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import type { CallbackRecord } from '../../sandbox/hubs/callbacks/log.mts';
import { DEMO_HUB_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { Execution } from '../../tools/n8n/rest.mts';
import { RealN8n } from '../harness/realN8n.mts';
import type { ConsultItem } from '../nodes/consult.mts';

const CHANNEL = '@kakaoshop';
const { clientId, clientSecret, senderKey } = DEMO_HUB_CREDENTIALS.happyTalk;
const WORKFLOW = 'consult-burst';
const PATIENT = { timeout: 60_000, interval: 500 };

let sandbox: Sandbox;
let n8n: RealN8n;

beforeAll(async () => {
	sandbox = await startSandbox();
	n8n = await RealN8n.start();
});
afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
	const answer = await fetch(sandbox.urls.phone + path, { method, body: JSON.stringify(body) });
	expect(answer.ok, path).toBe(true);
	return (await answer.json()) as T;
}

const position: [number, number] = [0, 0];

async function publish(): Promise<void> {
	const data = {
		provider: 'happyTalk',
		baseUrl: sandbox.urls.happyTalk,
		clientId,
		clientSecret,
		senderKeys: senderKey,
	};
	const id = await n8n.rest.saveCredential({ name: 'consult', type: 'kakaoConsultTalkApi', data });
	await n8n.rest.importWorkflow({
		id: WORKFLOW,
		name: 'Consult burst',
		nodes: [
			{
				id: 'trigger',
				name: 'Trigger',
				type: 'n8n-nodes-kakao-business.kakaoConsultMessageTrigger',
				typeVersion: 2,
				position,
				webhookId: 'hook-consult',
				parameters: { events: ['message.received'], registerAddress: true },
				credentials: { kakaoConsultTalkApi: { id, name: 'consult' } },
			},
			{ id: 'after', name: 'After', type: 'n8n-nodes-base.noOp', typeVersion: 1, position, parameters: {} },
		],
		connections: { Trigger: { main: [[{ node: 'After', type: 'main', index: 0 }]] } },
	});
	await n8n.rest.activate(WORKFLOW);
}

const production = () => `${n8n.url}/webhook/hook-consult/consult`;
const domains = async () =>
	(await control<{ id: string; domains: Record<string, string> }[]>('GET', '/api/hubs')).find(
		({ id }) => id === 'happyTalk',
	)?.domains;
const registrations = async () =>
	(await control<{ path: string }[]>('GET', '/api/requests')).filter(({ path }) => path.includes('receiveDomain'))
		.length;
const messages = async () =>
	(await control<CallbackRecord[]>('GET', '/api/hubs/callbacks?kind=message&limit=2000')).reverse();

type Head = Pick<Execution, 'status'> & { id: string; mode: string };

/** All executions of the workflow, oldest first. */
async function executions(): Promise<Head[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: WORKFLOW }));
	const all: Head[] = [];
	for (let cursor = ''; ;) {
		type Page = { results: Head[]; nextCursor: string | null };
		const page = await n8n.rest.request<Page>('GET', `/rest/executions?filter=${filter}&limit=100${cursor}`);
		all.push(...page.results);
		if (page.nextCursor === null) return all.sort((a, b) => Number(a.id) - Number(b.id));
		cursor = `&cursor=${page.nextCursor}`;
	}
}

const successes = async () => (await executions()).filter(({ status }) => status === 'success').length;

async function itemsOf(id: string): Promise<ConsultItem[]> {
	const { runData } = await n8n.rest.execution(id);
	return (runData['After']?.[0]?.data?.['main']?.[0] ?? []).map(({ json }) => json as ConsultItem);
}

const post = async (
	url: string,
	body: string | FormData,
	headers: Record<string, string> = { 'content-type': 'application/json' },
) => await fetch(url, { method: 'POST', ...(typeof body === 'string' && { headers }), body });

test('500 messages of 50 customers at once: each starts one execution, in the order in which the customer wrote', async () => {
	await publish();
	await expect.poll(domains, PATIENT).toEqual({ [senderKey]: production() });
	await control('POST', '/api/consult/burst', { customers: 50, messages: 500, channel: CHANNEL });
	await expect.poll(successes, { timeout: 150_000, interval: 500 }).toBe(500);

	const heard: ConsultItem[] = [];
	for (const { id } of await executions()) {
		const items = await itemsOf(id);
		expect(items).toHaveLength(1);
		heard.push(...items);
	}
	const said = (await messages()).map(({ number, body }) => ({
		number,
		...(JSON.parse(body) as { user_key: string; contents: string[] }),
	}));
	expect(new Set(heard.map(({ eventId }) => eventId)).size).toBe(500);
	const customers = [...new Set(said.map(({ user_key }) => user_key))];
	expect(customers).toHaveLength(50);
	for (const customer of customers) {
		const wrote = said.filter(({ user_key }) => user_key === customer).map(({ contents }) => contents[0]);
		expect(heard.filter(({ user }) => user.userKey === customer).map(({ message }) => message?.text)).toEqual(wrote);
	}
	expect(heard.some(({ user }) => user.isReturning)).toBe(false);
}, 360_000);

test('after n8n has started anew none of the 500 starts anything, the next one does, and the address is not set again', async () => {
	const [first] = await itemsOf((await executions())[0]!.id);
	await n8n.restart();
	await expect.poll(async () => (await post(`${production()}/message`, '{}')).status, PATIENT).toBe(200);
	for (const { body } of await messages()) await post(`${production()}/message`, body);
	expect(await executions()).toHaveLength(500);
	await control('POST', '/api/consult/messages', { number: '01080000000', channel: CHANNEL, text: '다시 왔어요' });
	await expect.poll(successes, PATIENT).toBe(501);
	const [next] = await itemsOf((await executions()).at(-1)!.id);
	expect(next).toMatchObject({ message: { text: '다시 왔어요' }, user: { isReturning: false } });
	expect(next!.reply.listener).toBe(production());
	expect(first!.session.previousSessionId).toBeNull();
	expect(await registrations()).toBe(1);
}, 360_000);

test('a test listen takes what comes to its own address, while production goes on and keeps its address at the hub', async () => {
	const before = (await executions()).length;
	const waiting = await n8n.rest.request<{ waitingForWebhook?: boolean }>('POST', `/rest/workflows/${WORKFLOW}/run`, {
		triggerToStartFrom: { name: 'Trigger' },
	});
	expect(waiting.waitingForWebhook).toBe(true);
	await control('POST', '/api/consult/messages', { number: '01080000001', channel: CHANNEL, text: '운영' });
	await expect.poll(successes, PATIENT).toBe(before + 1);
	const body = JSON.stringify({
		user_key: 'tester',
		sender_key: senderKey,
		serial_number: '1',
		type: 'text',
		contents: ['시험'],
		time: Date.now(),
	});
	expect((await post(production().replace('/webhook/', '/webhook-test/') + '/message', body)).status).toBe(200);
	await expect.poll(successes, PATIENT).toBe(before + 2);
	const last = (await executions()).slice(-2);
	expect(last.map(({ mode }) => mode)).toEqual(['webhook', 'manual']);
	expect((await itemsOf(last[1]!.id))[0]).toMatchObject({ message: { text: '시험' } });
	expect([await domains(), await registrations()]).toEqual([{ [senderKey]: production() }, 1]);
	await control('POST', '/api/consult/messages', { number: '01080000001', channel: CHANNEL, text: '아직 운영' });
	await expect.poll(successes, PATIENT).toBe(before + 3);
});

test('strangers start nothing, not even an execution that fails', async () => {
	const before = (await executions()).length;
	const form = new FormData();
	form.set('user_key', 'x');
	const answers = [
		await post(`${production()}/message`, '{"user_key":'),
		await post(`${production()}/message`, '{"user_key":', { 'content-type': 'text/plain' }),
		await post(`${production()}/message`, form),
		await post(
			`${production()}/message`,
			JSON.stringify({ user_key: 'x', sender_key: 'f'.repeat(40), contents: ['x'] }),
		),
		await post(`${production()}/message`, JSON.stringify({ contents: ['x'.repeat(1024 * 1024)] })),
		await post(production(), '{}', { 'x-kakao-consult-waiting': 'v0=00' }),
		await post(`${production()}/other`, '{}'),
	];
	expect(answers.map(({ status }) => status)).toEqual([422, 400, 400, 403, 413, 401, 404]);
	expect(await executions()).toHaveLength(before);
});

test('switching off leaves the address, because HappyTalk does not tell whose it is, and nothing starts any more', async () => {
	const before = (await executions()).length;
	await n8n.rest.deactivate(WORKFLOW);
	await expect.poll(async () => (await post(`${production()}/message`, '{}')).status, PATIENT).toBe(404);
	expect([await domains(), await registrations()]).toEqual([{ [senderKey]: production() }, 1]);
	expect(await executions()).toHaveLength(before);
});
