import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Call, Verdict } from '../../../kakao/consult/contract';
import type { ConsultEvent } from '../../../kakao/consult/event';

/** A call of the hub, and what was made of it. */
export interface Arrival {
	call: Call;
	verdict: Verdict;
	events: readonly ConsultEvent[];
}

export interface Inbox {
	url: string;
	/** In the order in which they were answered. */
	arrivals: readonly Arrival[];
	close(): Promise<void>;
}

const PATH = '/webhook/consult';

/** The flow's side: takes the hub's calls as the trigger does, and answers when it has read them. */
export async function startInbox(hear: (call: Call) => Promise<Arrival>): Promise<Inbox> {
	const arrivals: Arrival[] = [];
	const server = createServer(async (request, response) => {
		const call = await callOf(request);
		try {
			const arrival = await hear(call);
			arrivals.push(arrival);
			response.writeHead(arrival.verdict === 'genuine' ? 200 : 401).end();
		} catch (failure) {
			// What could not be read must be called again (facts §1.2).
			response.writeHead(503).end((failure as Error).message);
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`,
		arrivals,
		close: async () =>
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

async function callOf(request: IncomingMessage): Promise<Call> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { pathname, searchParams } = new URL(request.url ?? '', 'http://inbox');
	return {
		suffix: pathname.slice(PATH.length).replace(/^\//, ''),
		headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
		query: Object.fromEntries(searchParams),
		rawBody: Buffer.concat(chunks).toString(),
	};
}
