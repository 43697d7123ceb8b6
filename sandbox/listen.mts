import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { DealerEnv } from './dealers/contract.mts';
import type { Hono } from 'hono';

/** A running HTTP server. */
export interface Running {
	/** `http://127.0.0.1:5801`, no slash at the end. */
	url: string;
	close(): Promise<void>;
}

/** Starts a server. @param port 0 = any free one */
export async function listen(app: Hono | Hono<DealerEnv>, host: string, port: number): Promise<Running> {
	// Without http2 options the adaptor makes a plain node:http server.
	const server = createAdaptorServer({ fetch: app.fetch }) as Server;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	const address = server.address() as AddressInfo;
	const shownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
	return {
		url: `http://${shownHost}:${address.port}`,
		close: () =>
			new Promise((resolve, reject) => {
				server.close((error) => (error ? reject(error) : resolve()));
				server.closeAllConnections();
			}),
	};
}
