import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
	method: string;
	/** Path and query. */
	path: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** An answer in place of the dealer's; `lose`: the dealer gets the request, and its answer is lost on the way. */
export type Verdict = { status: number; headers?: Record<string, string>; body?: unknown } | 'lose' | 'pass';

export interface Proxy {
	url: string;
	seen: Seen[];
	close(): Promise<void>;
}

/** A real HTTP server between n8n and a dealer, which can lose, refuse and forge single answers. */
export async function proxy(
	target: () => string,
	judge: (request: Seen) => Verdict | Promise<Verdict>,
): Promise<Proxy> {
	const seen: Seen[] = [];
	const server = createServer((incoming, response) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const { method = 'GET', url: path = '/', headers } = incoming;
			const bytes = Buffer.concat(chunks);
			const request = { method, path, headers, body: bytes.toString('utf8') };
			seen.push(request);
			void answer(request, bytes, response);
		});
	});
	async function answer(request: Seen, bytes: Buffer<ArrayBuffer>, response: ServerResponse): Promise<void> {
		const verdict = await judge(request);
		if (typeof verdict === 'object') {
			const { status, headers = {}, body } = verdict;
			response.writeHead(status, { 'content-type': 'application/json', ...headers });
			response.end(body === undefined ? '' : JSON.stringify(body));
			return;
		}
		const { method, path, headers } = request;
		const { host: _host, connection: _connection, 'content-length': _length, ...kept } = headers;
		const own = Object.entries(kept).map(([name, value]): [string, string] => [name, String(value)]);
		const got = await fetch(target() + path, { method, headers: own, ...(bytes.length > 0 && { body: bytes }) });
		const text = await got.text();
		if (verdict === 'lose') response.destroy();
		else response.writeHead(got.status, { 'content-type': got.headers.get('content-type') ?? '' }).end(text);
	}
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const close = async () => {
		// What is being answered is answered; nobody is let in any more.
		await new Promise<void>((resolve) => server.close(() => resolve()));
	};
	return { url: `http://127.0.0.1:${port}`, seen, close };
}
