import { Readable } from 'node:stream';

/** One HTTP call to a webhook. */
export interface Delivery {
	/** The bytes on the wire; a string is sent as UTF-8. */
	body?: string | Buffer;
	method?: string;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	/** Path and query as express has them in `originalUrl`. */
	url?: string;
	/** Who calls, as express reads it behind the proxies that n8n was told to trust: the caller first. */
	ips?: readonly string[];
}

/** What a node has answered by hand. */
export interface Answered {
	status: number;
	headers: Record<string, string>;
	body: unknown;
}

/** An express request as n8n hands it on for typeVersion above 1: the body is read when the node asks for it. */
export function fakeRequest({ body = '', method = 'POST', headers = {}, query = {}, url = '/webhook', ips = [] }: Delivery): object {
	const bytes = Buffer.from(body);
	const lower = Object.fromEntries(Object.entries({ 'content-type': 'application/json', ...headers }).map(([key, value]) => [key.toLowerCase(), value]));
	const isJson = lower['content-type']?.startsWith('application/json') === true && bytes.length > 0;
	const request = Object.assign(Readable.from([bytes]), {
		rawBody: undefined as Buffer | undefined,
		method,
		url,
		originalUrl: url,
		headers: lower,
		query,
		params: {},
		ip: ips[0] ?? '127.0.0.1',
		ips,
		contentType: lower['content-type'],
		body: isJson ? (JSON.parse(bytes.toString('utf8')) as unknown) : {},
		readRawBody: async () => {
			request.rawBody = bytes;
		},
	});
	return request;
}

/** Remembers what a node answers by hand. */
export class FakeResponse {
	statusCode = 200;
	headersSent = false;
	private readonly headers: Record<string, string> = {};
	private readonly onAnswer: (answer: Answered) => void;
	private body: unknown = null;

	/** @param onAnswer told as soon as the node answers, which may be long before it is done */
	constructor(onAnswer: (answer: Answered) => void = () => undefined) {
		this.onAnswer = onAnswer;
	}

	get answer(): Answered | null {
		return this.headersSent ? { status: this.statusCode, headers: this.headers, body: this.body } : null;
	}

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	writeHead(code: number, headers: Record<string, string> = {}): this {
		for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
		return this.status(code);
	}

	setHeader(name: string, value: string): this {
		this.headers[name.toLowerCase()] = value;
		return this;
	}

	header(name: string, value: string): this {
		return this.setHeader(name, value);
	}

	json(body: unknown): this {
		return this.end(body);
	}

	send(body: unknown): this {
		return this.end(body);
	}

	end(body?: unknown): this {
		this.body = body ?? null;
		this.headersSent = true;
		this.onAnswer({ status: this.statusCode, headers: this.headers, body: this.body });
		return this;
	}
}
