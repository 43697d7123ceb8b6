import { createServer } from 'node:http';
import { portFrom } from '../n8n/ports.mts';
import { N8nRest } from '../n8n/rest.mts';

/**
 * A page that signs the visitor in and sends him on to n8n: cookies belong to a host, not to a port, so one set here
 * counts there. Only for the demo's own account, on this machine.
 */
export async function openDoor(n8nUrl: string, path: string): Promise<{ url: string; close: () => Promise<void> }> {
	const server = createServer((request, response) => {
		if (request.url !== '/') {
			response.writeHead(404).end();
			return;
		}
		const rest = new N8nRest(n8nUrl);
		rest.signIn().then(
			() => response.writeHead(302, { 'set-cookie': `${rest.session}; Path=/; HttpOnly; SameSite=Lax`, location: n8nUrl + path }).end(),
			(error: unknown) => response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error)),
		);
	});
	const port = await portFrom(5677);
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const close = async () => {
		server.closeAllConnections();
		await new Promise<void>((resolve) => server.close(() => resolve()));
	};
	return { url: `http://127.0.0.1:${port}/`, close };
}
