import { Hono } from 'hono';
import type { Chatbot } from '../chatbot/chatbot.mts';
import type { Dealer } from '../dealers/contract.mts';
import { wholeNumber } from '../dealers/pages.mts';
import { ConsultRefusal } from '../consult/refusal.mts';
import type { Developers } from '../developers/developers.mts';
import type { FrontDoorSettings } from '../frontDoor.mts';
import type { HubHouse } from '../hubs/house.mts';
import { template } from '../world/seed/build.mts';
import type { World } from '../world/world.mts';
import { chatbotRoutes } from './chatbot.mts';
import { consultRoutes } from './consult.mts';
import { developersRoutes } from './developers.mts';
import { hubRoutes } from './hubs.mts';
import { BadControl, bodyOf, dealerIn, faultsIn, nightIn, phoneIn, stateIn, templateIn } from './input.mts';
import { findMessages } from './query.mts';
import { eventStream } from './stream.mts';

/** What the control API works on. */
export interface Controls extends FrontDoorSettings {
	world: World;
	dealers: readonly Dealer[];
	hubs: HubHouse;
	developers: Developers;
	chatbot: Chatbot;
	/** Ends the event streams. */
	closing: AbortSignal;
}

const LIMIT_MAX = 200_000;

function limitIn(text: string | undefined, fallback: number): number {
	const limit = wholeNumber(text, fallback, 1, LIMIT_MAX);
	if (limit === null) throw new BadControl(`limit: 1 to ${LIMIT_MAX}`);
	return limit;
}

/** Looking: messages, phones, templates, what the dealers were asked. Lists are newest first. */
function readRoutes(app: Hono, { world, closing }: Controls): void {
	app.get('/api/messages', (c) => {
		const { to, dealer, templateCode, state, since, limit } = c.req.query();
		return c.json(findMessages(world, {
			to, templateCode, since, dealer: dealerIn(dealer), state: stateIn(state), limit: limitIn(limit, 100),
		}));
	});
	app.get('/api/messages/:id', (c) => {
		const message = world.message(c.req.param('id'));
		return message ? c.json(message) : c.json({ error: 'no such message' }, 404);
	});
	app.get('/api/refused', (c) => c.json(world.refused.slice(-limitIn(c.req.query('limit'), 200)).reverse()));
	app.get('/api/phones', (c) => c.json(world.phones.list(limitIn(c.req.query('limit'), 500))));
	app.get('/api/templates', (c) => c.json(world.templates.all()));
	app.get('/api/brand-templates', (c) => c.json(world.brandTemplates.all()));
	app.get('/api/channels', (c) => c.json(world.channels));
	app.get('/api/requests', (c) => c.json(world.journal.requests.slice(-limitIn(c.req.query('limit'), 1000)).reverse()));
	app.get('/api/stats', (c) => c.json(world.journal.stats));
	app.get('/api/events', (c) => eventStream(world, c, closing));
}

/** Changing: phones, templates, and everything back to the start. */
function changeRoutes(app: Hono, { world, dealers, hubs, developers, chatbot, faults, latency }: Controls): void {
	app.put('/api/phones/:number', async (c) => {
		const number = c.req.param('number');
		const phone = await phoneIn(c, number, world.phones.get(number));
		world.phones.set(phone);
		world.bus.emit({ type: 'phone', phone });
		return c.json(world.phones.summary(number));
	});
	app.post('/api/templates', async (c) => {
		const { bubble, ...about } = await templateIn(c);
		const added = template({ ...about, text: about.text ?? bubble?.text ?? '' }, bubble);
		if (!world.channels.some((channel) => channel.searchId === added.channel)) throw new BadControl(`channel: ${added.channel} does not exist`);
		world.templates.add(added);
		return c.json(added, 201);
	});
	app.post('/api/templates/bulk', async (c) => {
		const { count = 0 } = await bodyOf<{ count?: number }>(c, { count: 'number' });
		if (!Number.isInteger(count) || count < 1 || count > 10_000) throw new BadControl('count: 1 to 10,000');
		const [channel] = world.channels;
		if (!channel) throw new BadControl('there is no channel');
		world.templates.addMany(channel, count, template({ code: 'bulk', name: '대량 시험', text: '#{이름}님, 안내드립니다.' }));
		return c.json({ templates: world.templates.of(channel).length }, 201);
	});
	app.post('/api/reset', (c) => {
		const at = world.reset();
		for (const dealer of dealers) dealer.reset();
		hubs.reset();
		developers.reset();
		chatbot.reset();
		faults.clear();
		latency.ms = 0;
		return c.json({ ok: true, at });
	});
}

/** Letting time pass as a test or a visitor needs it. */
function timeRoutes(app: Hono, { world }: Controls): void {
	const state = () => ({ mode: world.night.mode, isNight: world.night.isNight() });
	app.get('/api/night', (c) => c.json(state()));
	app.post('/api/night', async (c) => {
		world.night.mode = nightIn((await bodyOf<{ mode?: string }>(c, { mode: 'string' })).mode);
		return c.json(state());
	});
	app.post('/api/scheduled/release', (c) => c.json({ released: world.delivery.releaseAll() }));
}

/** Making the dealers misbehave, and the one webhook that lives in a console. */
function dealerRoutes(app: Hono, { dealers, faults, latency }: Controls): void {
	app.get('/api/faults', (c) => c.json(faults.report));
	app.post('/api/faults', async (c) => {
		faults.configure(await faultsIn(c));
		return c.json(faults.report);
	});
	app.post('/api/latency', async (c) => {
		const { ms = 0 } = await bodyOf<{ ms?: number }>(c, { ms: 'number' });
		if (ms < 0) throw new BadControl('ms: from 0');
		latency.ms = ms;
		return c.json({ ms });
	});
	app.post('/api/dealers/:dealer/webhook', async (c) => {
		const id = dealerIn(c.req.param('dealer'));
		const { url, signature } = await bodyOf<{ url?: string | null; signature?: string | null }>(c, { url: 'string', signature: 'string' });
		const dealer = dealers.find((candidate) => candidate.id === id);
		if (!dealer?.setConsoleWebhook) throw new BadControl(`${c.req.param('dealer')} has no webhook in its console`);
		if (url && !/^https?:\/\//.test(url)) throw new BadControl('url: http or https');
		dealer.setConsoleWebhook(url ? { url, signature: signature ?? '' } : null);
		return c.json({ url: url ?? null });
	});
}

/** Mounts `/api`, through which the phone page, tests and benchmarks see and steer the local Kakao. */
export function mountControl(app: Hono, controls: Controls): void {
	readRoutes(app, controls);
	changeRoutes(app, controls);
	timeRoutes(app, controls);
	dealerRoutes(app, controls);
	consultRoutes(app, controls.world);
	hubRoutes(app, controls.world, controls.hubs);
	developersRoutes(app, controls.developers);
	chatbotRoutes(app, controls.world, controls.chatbot);
	app.all('/api/*', (c) => c.json({ error: `no such call: ${c.req.method} ${c.req.path}` }, 404));
	app.onError((error, c) => {
		if (error instanceof BadControl) return c.json({ error: error.message }, 400);
		if (error instanceof ConsultRefusal) return c.json({ error: error.message }, 409);
		console.error(error);
		return c.json({ error: 'internal error' }, 500);
	});
}
