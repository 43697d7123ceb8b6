import { createServer } from 'node:net';

async function listen(port: number): Promise<number | null> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
			else reject(error);
		});
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			const got = typeof address === 'object' && address !== null ? address.port : port;
			server.close(() => resolve(got));
		});
	});
}

/** Any port nobody uses. */
export async function freePort(): Promise<number> {
	const port = await listen(0);
	if (port === null) throw new Error('The system has no free port on 127.0.0.1.');
	return port;
}

/** The wanted port, or the next free one after it. */
export async function portFrom(wanted: number): Promise<number> {
	for (let port = wanted; port < wanted + 50; port++) {
		if ((await listen(port)) !== null) return port;
	}
	return await freePort();
}
