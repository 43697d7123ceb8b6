import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Whether nobody uses the port. */
async function isFree(port: number): Promise<boolean> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
			else reject(error);
		});
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}

/** Below the ports that systems give to outgoing connections: from those a browser or a test may take one before n8n does. */
const LOWEST = 20_000;
const HIGHEST = 32_000;
const TRIES = 200;

/** What this process has handed out already; its taker may not listen yet. */
const given = new Set<number>();

/** Any port nobody uses. */
export async function freePort(): Promise<number> {
	for (let attempt = 0; attempt < TRIES; attempt++) {
		const port = randomInt(LOWEST, HIGHEST);
		if (given.has(port) || !(await isFree(port))) continue;
		given.add(port);
		return port;
	}
	throw new Error(`No free port between ${LOWEST} and ${HIGHEST} on 127.0.0.1.`);
}

/** The wanted port, or the next free one after it. */
export async function portFrom(wanted: number): Promise<number> {
	for (let port = wanted; port < wanted + 50; port++) {
		if (await isFree(port)) return port;
	}
	return await freePort();
}
