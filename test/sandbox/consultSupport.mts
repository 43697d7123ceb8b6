import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_HUB_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { ConsultChat, ConsultMessage } from '../../sandbox/world/types.mts';
import { control, read } from './support.mts';

export const NUMBER = '01012345678';
/** Connected to HappyTalk from the start. */
export const SHOP = { channel: '@kakaoshop', senderKey: DEMO_HUB_CREDENTIALS.happyTalk.senderKey, brandKey: 'crm-ffee01' } as const;
/** Connected to TalkBridge from the start. */
export const DESK = { channel: '@kakaoshop_cs', senderKey: '5a1dbc00c0ffee00c0ffee00c0ffee00c0ffee02', brandKey: DEMO_HUB_CREDENTIALS.talkBridge.brandKey } as const;

/** One black pixel. */
export const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

export interface Post {
	/** Path and query. */
	path: string;
	headers: IncomingHttpHeaders;
	/** Byte for byte. */
	raw: string;
}

interface Reply { status?: number; headers?: Record<string, string>; body?: string; delayMs?: number }

/** A customer's server that notes what is posted to it. @param reply 200 without a body unless said otherwise */
export async function listener(reply: (post: Post, index: number) => Reply = () => ({})) {
	const posts: Post[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const post = { path: request.url ?? '', headers: request.headers, raw: Buffer.concat(chunks).toString() };
			posts.push(post);
			const { status = 200, headers = {}, body = '', delayMs = 0 } = reply(post, posts.length - 1);
			setTimeout(() => response.writeHead(status, headers).end(body), delayMs);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/webhook/consult`, posts,
		/** @returns bodies, as JSON reads them, of the posts whose path ends so */
		bodies: <Body,>(suffix = '') => posts.filter(({ path }) => path.endsWith(suffix)).map(({ raw }) => JSON.parse(raw) as Body),
		close: () => new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		}),
	};
}

export type Listener = Awaited<ReturnType<typeof listener>>;

const place = (channel: string, number: string) => ({ number, channel });

export const open = (sandbox: Sandbox, channel: string, wish: object = {}, number = NUMBER) =>
	control<{ chat: ConsultChat }>(sandbox, 'POST', '/api/consult/open', { ...place(channel, number), ...wish });

/** What the customer writes. */
export async function write(sandbox: Sandbox, channel: string, what: string | object, number = NUMBER): Promise<ConsultMessage[]> {
	const answer = await control<{ messages: ConsultMessage[] }>(sandbox, 'POST', '/api/consult/messages', {
		...place(channel, number), ...(typeof what === 'string' ? { text: what } : what),
	});
	if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
	return answer.body.messages;
}

export const act = <Body,>(sandbox: Sandbox, action: string, channel: string, more: object = {}, number = NUMBER) =>
	control<Body>(sandbox, 'POST', `/api/consult/${action}`, { ...place(channel, number), ...more });

export async function chatOf(sandbox: Sandbox, channel: string, number = NUMBER): Promise<ConsultChat> {
	const { body } = await control<ConsultChat[]>(sandbox, 'GET', `/api/consult/chats?number=${number}`);
	const chat = body.find((candidate) => candidate.channel === channel);
	if (!chat) throw new Error(`no chat of ${number} in ${channel}`);
	return chat;
}

/** What agents said in the room. */
export const answersIn = (chat: ConsultChat) => chat.messages.filter(({ from }) => from === 'agent').map(({ bubble }) => bubble);

export const behave = (sandbox: Sandbox, behaviour: object) => control(sandbox, 'POST', '/api/hubs/behaviour', behaviour);

export const listenAt = (sandbox: Sandbox, hub: string, url: string | null, token?: string) =>
	control(sandbox, 'POST', `/api/hubs/${hub}/callback`, { url, ...(token && { token }) });

/** Connects a channel to another hub. */
export const connect = (sandbox: Sandbox, channel: string, changes: object) =>
	control(sandbox, 'PUT', `/api/consult/channels/${encodeURIComponent(channel)}`, changes);

const { clientId, clientSecret } = DEMO_HUB_CREDENTIALS.happyTalk;
const HAPPY = { 'HT-Client-Id': clientId, 'HT-Client-Secret': clientSecret };

export async function happy<Body>(sandbox: Sandbox, path: string, body?: object | FormData, headers: Record<string, string> = HAPPY) {
	if (body instanceof FormData) return read<Body>(await fetch(sandbox.urls.happyTalk + path, { method: 'POST', headers, body }));
	const more = body ? { method: 'POST', body: JSON.stringify(body) } : {};
	return read<Body>(await fetch(sandbox.urls.happyTalk + path, { headers: { ...headers, 'Content-Type': 'application/json' }, ...more }));
}

export async function bridge<Body>(sandbox: Sandbox, path: string, body?: object | FormData, key: string = DEMO_HUB_CREDENTIALS.talkBridge.apiKey) {
	const headers = { Authorization: `Bearer ${key}` };
	if (body instanceof FormData) return read<Body>(await fetch(sandbox.urls.talkBridge + path, { method: 'POST', headers, body }));
	return read<Body>(await fetch(sandbox.urls.talkBridge + path, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) }));
}

const { accessKey, accessSecret } = DEMO_HUB_CREDENTIALS.channelTalk;

export async function channelTalk<Body>(sandbox: Sandbox, method: string, path: string, body?: unknown, key: string = accessKey) {
	return read<Body>(await fetch(`${sandbox.urls.channelTalk}/open/v5${path}`, {
		method, headers: { 'x-access-key': key, 'x-access-secret': accessSecret, 'Content-Type': 'application/json' },
		...(body !== undefined && { body: JSON.stringify(body) }),
	}));
}

export const form = (fields: Record<string, string | { bytes: Uint8Array; name: string } | { bytes: Uint8Array; name: string }[]>): FormData => {
	const made = new FormData();
	for (const [field, value] of Object.entries(fields)) {
		if (typeof value === 'string') made.append(field, value);
		else for (const { bytes, name } of [value].flat()) made.append(field, new Blob([new Uint8Array(bytes)]), name);
	}
	return made;
};
