import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { SandboxMessage } from '../../sandbox/world/types.mts';
import type { Sandbox } from '../../sandbox/sandbox.mts';

export const SHOP = {
	searchId: '@kakaoshop',
	senderKey: '5a1dbc00c0ffee00c0ffee00c0ffee00c0ffee01',
	pfId: 'PF01ID2601010000000001SANDBOXSHOP',
} as const;

/** Looks again and again until the value is there; a test never sleeps for a guessed time. */
export async function eventually<Value>(look: () => Value | undefined | null | false | Promise<Value | undefined | null | false>): Promise<Value> {
	const deadline = Date.now() + 20_000;
	for (;;) {
		const value = await look();
		if (value) return value;
		if (Date.now() > deadline) throw new Error('it did not happen within twenty seconds');
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

export interface Answer<Body> {
	status: number;
	headers: Headers;
	text: string;
	body: Body;
}

/** Reads an answer; the caller says what shape it expects. */
export async function read<Body>(response: Response): Promise<Answer<Body>> {
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, body: (text ? JSON.parse(text) : undefined) as Body };
}

const json = (body: unknown) => (body === undefined ? {} : { body: JSON.stringify(body) });

/** Calls NHN Cloud with the demo keys. @param path what follows the app key */
export async function nhn<Body>(sandbox: Sandbox, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
	const { appKey, secretKey } = DEMO_CREDENTIALS.nhnCloud;
	return read<Body>(await fetch(`${sandbox.urls.nhnCloud}/alimtalk/v2.3/appkeys/${appKey}${path}`, {
		method, headers: { 'X-Secret-Key': secretKey, 'Content-Type': 'application/json;charset=UTF-8', ...headers }, ...json(body),
	}));
}

/** A fresh SOLAPI authorization header, made here and not by the sandbox's own code. */
export function solapiAuthorization(date = new Date().toISOString(), salt = randomBytes(16).toString('hex')): string {
	const { apiKey, apiSecret } = DEMO_CREDENTIALS.solapi;
	const signature = createHmac('sha256', apiSecret).update(date + salt).digest('hex');
	return `HMAC-SHA256 apiKey=${apiKey}, date=${date}, salt=${salt}, signature=${signature}`;
}

export async function solapi<Body>(sandbox: Sandbox, method: string, path: string, body?: unknown, authorization = solapiAuthorization()) {
	return read<Body>(await fetch(sandbox.urls.solapi + path, {
		method, headers: { Authorization: authorization, 'Content-Type': 'application/json' }, ...json(body),
	}));
}

/** Calls SENS. @param path signed exactly as it goes out */
export async function sens<Body>(sandbox: Sandbox, method: string, path: string, body?: unknown, signedPath = path) {
	const { accessKey, secretKey } = DEMO_CREDENTIALS.naverSens;
	const timestamp = String(Date.now());
	const signature = createHmac('sha256', secretKey).update(`${method} ${signedPath}\n${timestamp}\n${accessKey}`).digest('base64');
	return read<Body>(await fetch(sandbox.urls.naverSens + path, {
		method,
		headers: {
			'x-ncp-apigw-timestamp': timestamp, 'x-ncp-iam-access-key': accessKey, 'x-ncp-apigw-signature-v2': signature,
			'Content-Type': 'application/json; charset=utf-8',
		},
		...json(body),
	}));
}

export const SENS_BASE = `/alimtalk/v2/services/${DEMO_CREDENTIALS.naverSens.serviceId}`;

/** The control API on the phone's port. */
export async function control<Body>(sandbox: Sandbox, method: string, path: string, body?: unknown) {
	return read<Body>(await fetch(sandbox.urls.phone + path, { method, ...json(body) }));
}

/** Waits until the number's newest message has come to its end. */
export const finished = (sandbox: Sandbox, to: string): Promise<SandboxMessage> =>
	eventually(() => {
		const newest = sandbox.world.phones.messagesTo(to).at(-1);
		return newest?.finishedAt ? newest : null;
	});

export const benchValues = { 이름: '홍길동', 항목: '회원 가입', 번호: 'A-1' };
export const benchText = '홍길동님, 요청하신 회원 가입 처리가 완료되었습니다.\n접수번호: A-1';

interface Post {
	headers: IncomingHttpHeaders;
	body: unknown;
}

/** A customer's server that notes what is posted to it. @param statuses answers in order; 200 after that */
export async function receiver(statuses: number[] = []) {
	const posts: Post[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			posts.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
			response.writeHead(statuses[posts.length - 1] ?? 200).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/hook`, posts, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}
