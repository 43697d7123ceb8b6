import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { expect, onTestFinished } from 'vitest';

import type { Behaviour } from '../../sandbox/hubs/callbacks/behaviour.mts';
import type { CallbackRecord } from '../../sandbox/hubs/callbacks/log.mts';
import { signature } from '../../sandbox/hubs/talkBridge/signature.mts';
import { DEMO_HUB_CREDENTIALS as DEMO } from '../../sandbox/world/credentials.mts';
import type { HubId } from '../../sandbox/world/types.mts';
import { requireFromN8n } from '../../tools/n8n/paths.mts';
import { CHANNEL, customerOf, type Customer } from '../contract/hubs/customer.mts';
import type { Credentials } from '../harness/credentialsHelper.mts';
import type { Call } from '../harness/nodeMethods.mts';
import { webhook } from '../harness/triggerCalls.mts';
import { jsonOf, type Stage } from './kakao.mts';

export const CONSULT_TRIGGER = 'n8n-nodes-kakao-business.kakaoConsultMessageTrigger';
export const PATH = '/webhook/n8n-hook/consult';
export const SENDER_KEY = DEMO.happyTalk.senderKey;
/** The shop's channel as a brand of TalkBridge. */
export const BRAND = 'crm-ffee01';
export const PATIENT = { timeout: 15_000 };

const KEYS: Record<HubId, Record<string, string>> = {
	happyTalk: { clientId: DEMO.happyTalk.clientId, clientSecret: DEMO.happyTalk.clientSecret, senderKeys: SENDER_KEY },
	talkBridge: { agentKey: DEMO.talkBridge.apiKey, brand: BRAND, webhookSecret: DEMO.talkBridge.webhookSecret },
	channelTalk: {
		accessKey: DEMO.channelTalk.accessKey,
		accessSecret: DEMO.channelTalk.accessSecret,
		webhookSecret: DEMO.channelTalk.webhookToken,
	},
	closer: {},
	hub: {
		authHeader: DEMO.hub.headerName,
		authValue: DEMO.hub.headerValue,
		sendPath: DEMO.hub.sendPath,
		endPath: DEMO.hub.endPath,
		senderKeys: SENDER_KEY,
	},
};
const BASE_PATHS: Partial<Record<HubId, string>> = { channelTalk: '/open/v5' };

/** The credential of a hub of the local Kakao. */
export const consultCredential = (kakao: Stage, hub: HubId, changes: Record<string, string> = {}) => ({
	kakaoConsultTalkApi: {
		provider: hub,
		...(hub !== 'closer' && { baseUrl: kakao.sandbox.urls[hub] + (BASE_PATHS[hub] ?? '') }),
		...KEYS[hub],
		...changes,
	},
});

/** An item of the trigger. */
export interface ConsultItem extends IDataObject {
	event: string;
	eventId: string;
	message: (IDataObject & { id: string; type: string; text: string; attachments: IDataObject[] }) | null;
	channel: { senderKey: string; brandKey: string; channelId: string };
	user: IDataObject;
	session: IDataObject;
	reply: IDataObject & { userKey: string; senderKey: string; listener: string };
	entry: IDataObject | null;
}

/** How a call was answered. */
export interface Answer {
	path: string;
	status: number;
	body: string;
}

export interface DoorOptions {
	parameters?: IDataObject;
	credentials?: Credentials;
	workflowId?: string;
	staticData?: IDataObject;
	/** Proxies before n8n (N8N_PROXY_HOPS). */
	proxyHops?: number;
}

/**
 * n8n as hubs see it: a real server on n8n's own express that hands calls to the node as they come, several at once. Like
 * n8n it reads the static data at the beginning of a call and writes the whole back at its end, without a lock.
 */
export interface Door {
	/** The trigger's production address. */
	url: string;
	/** What each started execution got, in the order in which they were started. */
	executions: INodeExecutionData[][];
	/** The items of all executions. */
	items(): ConsultItem[];
	answers: Answer[];
	/** What the node has thrown; n8n would start an execution that failed. */
	thrown: unknown[];
	staticData: IDataObject;
	credentials: Credentials;
	parameters: IDataObject;
	call(): Call;
	/** One call from somebody, or from a hub under the test's control. */
	ring(suffix: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
	/** n8n starts anew: of what the node knew only the static data is left. */
	restart(): void;
	/** What a waiting execution of the same n8n answers when it is resumed: a body, a status, or where it leads. */
	resume: (body: string) => unknown;
	/** Waits until so many items have started executions, and gives them. */
	until(count: number): Promise<ConsultItem[]>;
}

interface ExpressRequest extends IncomingMessage {
	originalUrl: string;
	ip?: string;
	ips: string[];
}
interface Express {
	(request: IncomingMessage, response: ServerResponse): void;
	set(setting: string, value: unknown): void;
	use(handle: (request: ExpressRequest, response: ServerResponse) => void): void;
}

let made = 0;
/** The node remembers by workflow and node in the process: each door has a workflow of its own. */
const nextWorkflow = () => `consult-${process.pid}-${++made}`;

export async function door(kakao: Stage, options: DoorOptions = {}): Promise<Door> {
	const app = (requireFromN8n('express') as () => Express)();
	app.set('trust proxy', options.proxyHops ?? 0);
	app.use((request, response) => void receive(kakao, it, request, response));
	const server = createServer(app);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(async () => await closed(server));
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	let workflowId = options.workflowId ?? nextWorkflow();
	const it: Door = {
		url: base + PATH,
		executions: [],
		items: () => it.executions.flatMap(jsonOf) as ConsultItem[],
		answers: [],
		thrown: [],
		staticData: options.staticData ?? {},
		credentials: options.credentials ?? consultCredential(kakao, 'happyTalk'),
		parameters: options.parameters ?? {},
		call: () => ({
			credentials: it.credentials,
			workflowId,
			staticData: it.staticData,
			webhookBaseUrl: `${base}/webhook`,
			node: {
				type: CONSULT_TRIGGER,
				webhookId: 'n8n-hook',
				parameters: { events: ['message.received'], ...it.parameters } as Call['node']['parameters'] & object,
			},
		}),
		ring: async (suffix, body, headers = {}) => {
			const text = typeof body === 'string' ? body : JSON.stringify(body);
			const url = it.url + suffix;
			const answer = await fetch(url, {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...headers },
				body: text,
			});
			return { path: suffix, status: answer.status, body: await answer.text() };
		},
		resume: () => 404,
		restart: () => {
			workflowId = nextWorkflow();
		},
		until: async (count) => {
			await expect.poll(() => it.items().length, PATIENT).toBeGreaterThanOrEqual(count);
			return it.items();
		},
	};
	return it;
}

async function receive(kakao: Stage, it: Door, request: ExpressRequest, response: ServerResponse): Promise<void> {
	// Read before anything is awaited, as n8n has loaded the workflow before the node reads the body.
	const staticData = structuredClone(it.staticData);
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { pathname, searchParams } = new URL(request.originalUrl, 'http://n8n');
	if (pathname.startsWith('/webhook-waiting/'))
		return answerResumed(it.resume(Buffer.concat(chunks).toString()), response);
	const finish = (status: number, body: unknown) => {
		if (response.headersSent) return;
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		it.answers.push({ path: pathname.slice(PATH.length), status, body: text });
		response.writeHead(status).end(text);
	};
	try {
		const { result, staticData: learnt } = await webhook(kakao.host, {
			...it.call(),
			staticData,
			body: Buffer.concat(chunks),
			headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
			query: Object.fromEntries(searchParams),
			url: request.originalUrl,
			ips: request.ips.length > 0 ? request.ips : [request.ip ?? ''],
			webhook: pathname === PATH ? 'default' : 'setup',
			onAnswer: ({ status, body }) => finish(status, body ?? ''),
		});
		it.staticData = learnt;
		const items = result.workflowData?.[0];
		if (items) it.executions.push(items);
		finish(200, items ? { message: 'Workflow was started' } : (result.webhookResponse ?? ''));
	} catch (error) {
		it.thrown.push(error);
		finish(500, { message: 'Error in workflow' });
	}
}

function answerResumed(answer: unknown, response: ServerResponse): void {
	const location = (answer as { location?: string }).location ?? '/elsewhere';
	const status = typeof answer === 'number' ? answer : location === '/elsewhere' ? 200 : 302;
	const headers = { 'content-type': 'application/json', ...(status === 302 && { location }) };
	response.writeHead(status, headers).end(typeof answer === 'object' ? JSON.stringify(answer) : String(answer));
}

const closed = async (server: Server) =>
	await new Promise<void>((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});

/** A door with a hub of the local Kakao before it, and the customer of the shop behind that. */
export interface Consult extends Door {
	hub: HubId;
	customer: Customer;
	/** How the hub's calls go wrong. */
	behave(behaviour: Partial<Behaviour>): Promise<void>;
	/** An agent works in the hub's own screen. */
	agent(what: { text?: string; end?: boolean }): Promise<void>;
	/** The hub's calls, oldest first, with what they were answered. */
	calls(kind?: string): Promise<CallbackRecord[]>;
	/** The first of a kind. The hub notes a call once it is answered, and by then the flow may have started. */
	firstCall(kind: string): Promise<CallbackRecord>;
	/** Everything caused before has been told once this returns: a customer's calls keep their order. */
	settle(): Promise<void>;
}

const encodedChannel = encodeURIComponent(CHANNEL);

/** @param address where the hub calls; the door itself unless said otherwise */
export async function consult(kakao: Stage, hub: HubId, options: DoorOptions = {}): Promise<Consult> {
	const opened = await door(kakao, { credentials: consultCredential(kakao, hub), ...options });
	const request = requestOf(kakao);
	await request('POST', '/api/hubs/behaviour', { hub, batchMs: 20, echoMs: 30, retryPausesMs: [50, 200, 400] });
	await request('PUT', `/api/consult/channels/${encodedChannel}`, { hub });
	await request('POST', `/api/hubs/${hub}/callback`, { url: opened.url, token: DEMO.channelTalk.webhookToken });
	const customer = customerOf(request);
	const calls = async (kind?: string) =>
		(await request<CallbackRecord[]>('GET', `/api/hubs/callbacks?hub=${hub}${kind ? `&kind=${kind}` : ''}`)).reverse();
	return Object.assign(opened, {
		hub,
		customer,
		behave: async (behaviour: Partial<Behaviour>) =>
			void (await request('POST', '/api/hubs/behaviour', { hub, ...behaviour })),
		agent: async (what: { text?: string; end?: boolean }) =>
			void (await request('POST', '/api/consult/agent', { number: '01012345678', channel: CHANNEL, ...what })),
		calls,
		firstCall: async (kind: string) => {
			await expect.poll(async () => await calls(kind), PATIENT).not.toEqual([]);
			return (await calls(kind))[0]!;
		},
		settle: async () => {
			const last = `끝 ${Math.random()}`;
			await customer.write(last);
			await expect.poll(() => opened.items().some(({ message }) => message?.text === last), PATIENT).toBe(true);
		},
	});
}

/** The local Kakao's control API. */
export const requestOf =
	(kakao: Stage) =>
	async <T,>(method: string, path: string, body?: unknown): Promise<T> => {
		const answer = await fetch(kakao.sandbox.urls.phone + path, { method, body: JSON.stringify(body) });
		if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		return (await answer.json()) as T;
	};

/** Kakao's callback of a message, as a hub that relays it raw posts it. */
export const rawMessage = (text: string, changes: IDataObject = {}) => ({
	user_key: 'a1bCD2EFGHi3',
	sender_key: SENDER_KEY,
	session_id: '163755146',
	time: 1668429686816,
	serial_number: String(serial++),
	type: 'text',
	contents: [text],
	...changes,
});
let serial = 2_914_978_254_845_711n;

/** What TalkBridge puts beside a body; a delivery id of its own each time. */
export function bridgeHeaders(
	body: string,
	secret: string = DEMO.talkBridge.webhookSecret,
	seconds = Math.floor(Date.now() / 1000),
) {
	const timestamp = String(seconds);
	return {
		'x-bridge-signature': signature(secret, timestamp, body),
		'x-bridge-timestamp': timestamp,
		'x-bridge-event': 'message',
		'x-bridge-delivery-id': randomUUID(),
	};
}

/** A server of somebody else's, say of files; its address. */
export async function elsewhere(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
	const server = createServer(handle);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(async () => await closed(server));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
