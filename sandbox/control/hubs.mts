import type { Hono } from 'hono';
import { wholeNumber } from '../dealers/pages.mts';
import { BEHAVIOUR_SHAPE, type Behaviour } from '../hubs/callbacks/behaviour.mts';
import type { HubHouse } from '../hubs/house.mts';
import type { World } from '../world/world.mts';
import { BadControl, bodyOf, hubIn } from './input.mts';

const LEGACY: readonly string[] = ['off', 'both', 'only'] satisfies Behaviour['legacyContent'][];
const RAW_HUB = { headerName: 'string', headerValue: 'string', sendPath: 'string', endPath: 'string' } as const;
const MOST_COPIES = 10;

function checkBehaviour({ legacyContent, duplicates = 0, repeatReference = 0 }: Partial<Behaviour>): void {
	if (legacyContent !== undefined && !LEGACY.includes(legacyContent)) throw new BadControl(`legacyContent: one of ${LEGACY.join(', ')}`);
	if (duplicates < 0 || duplicates > MOST_COPIES || repeatReference < 0 || repeatReference > MOST_COPIES) {
		throw new BadControl(`duplicates, repeatReference: 0 to ${MOST_COPIES}`);
	}
}

/** What a hub is told in its own console, how it misbehaves, and what its callbacks were answered. */
export function hubRoutes(app: Hono, { consult }: World, hubs: HubHouse): void {
	const shown = () => hubs.all.map((hub) => ({
		id: hub.id, url: hubs.urlOf(hub.id), channels: consult.channels.of(hub.id).map(({ channel }) => channel), ...hub.state,
		behaviour: hubs.behaviours.of(hub.id),
	}));
	app.get('/api/hubs', (c) => c.json(shown()));
	app.get('/api/hubs/callbacks', (c) => {
		const { hub, kind, number } = c.req.query();
		const id = hubIn(hub);
		const limit = wholeNumber(c.req.query('limit'), 1000, 1, 20_000);
		if (limit === null) throw new BadControl('limit: 1 to 20,000');
		const found = hubs.log.all.filter((record) =>
			(!id || record.hub === id) && (!kind || record.kind === kind) && (!number || record.number === number));
		return c.json(found.slice(-limit).reverse());
	});
	app.get('/api/hubs/behaviour', (c) => c.json(Object.fromEntries(hubs.all.map(({ id }) => [id, hubs.behaviours.of(id)]))));
	app.post('/api/hubs/behaviour', async (c) => {
		const { hub, ...changes } = await bodyOf<Partial<Behaviour> & { hub?: string | null }>(c, BEHAVIOUR_SHAPE);
		checkBehaviour(changes);
		hubs.behaviours.set(changes, hubIn(hub));
		return c.json(Object.fromEntries(hubs.all.map(({ id }) => [id, hubs.behaviours.of(id)])));
	});
	const hubAt = (name: string) => {
		const hub = hubs.find(hubIn(name));
		if (!hub) throw new BadControl('hub: required');
		return hub;
	};
	app.post('/api/hubs/:hub/callback', async (c) => {
		const hub = hubAt(c.req.param('hub'));
		const { url, token } = await bodyOf<{ url?: string | null; token?: string | null }>(c, { url: 'string', token: 'string' });
		if (url && !/^https?:\/\//.test(url)) throw new BadControl('url: http or https');
		hub.setCallback(url ? { url, token: token ?? undefined } : null);
		return c.json(hub.state);
	});
	app.post('/api/hubs/:hub/test', (c) => {
		const hub = hubAt(c.req.param('hub'));
		if (!hub.sendTestSignal) throw new BadControl(`${hub.id} has no test signal`);
		hub.sendTestSignal();
		return c.json({ ok: true });
	});
	app.post('/api/hubs/:hub/settings', async (c) => {
		const hub = hubAt(c.req.param('hub'));
		if (!hub.configure) throw new BadControl(`${hub.id} has no settings`);
		hub.configure(await bodyOf<Record<string, string>>(c, RAW_HUB));
		return c.json(hub.state);
	});
}
