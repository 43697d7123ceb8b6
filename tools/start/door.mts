import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { root } from '../n8n/paths.mts';
import { portFrom } from '../n8n/ports.mts';
import { N8nRest } from '../n8n/rest.mts';

/** The campaign's picture, which in real life lies on the shop's own web server. */
const PICTURE = 'weekend-sale.jpg';

/**
 * Pages that sign the visitor in and send him on to a workflow: cookies belong to a host, not to a port, so one set
 * here counts there. Only for the demo's own account, on this machine.
 * @param workflows ids; each one is behind its id
 * @param first the one behind `/`
 */
export async function openDoor(
	n8nUrl: string,
	workflows: readonly string[],
	first: string,
): Promise<{ url: string; close: () => Promise<void> }> {
	const server = createServer((request, response) => {
		const path = (request.url ?? '').slice(1);
		if (path === PICTURE) {
			response.writeHead(200, { 'content-type': 'image/jpeg' }).end(readFileSync(join(root, 'workflows', PICTURE)));
			return;
		}
		const workflow = path === '' ? first : workflows.find((id) => id === path);
		if (workflow === undefined) {
			response.writeHead(404).end();
			return;
		}
		const rest = new N8nRest(n8nUrl);
		rest.signIn().then(
			() =>
				response
					.writeHead(302, {
						'set-cookie': `${rest.session}; Path=/; HttpOnly; SameSite=Lax`,
						location: `${n8nUrl}/workflow/${workflow}`,
					})
					.end(),
			(error: unknown) => response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error)),
		);
	});
	const port = await portFrom(5677);
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const close = async () => {
		server.closeAllConnections();
		await new Promise<void>((resolve) => server.close(() => resolve()));
	};
	return { url: `http://127.0.0.1:${port}`, close };
}
