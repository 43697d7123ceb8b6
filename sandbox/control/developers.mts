import type { Hono } from 'hono';
import { DAY_MS } from '../consult/clock.mts';
import { wholeNumber } from '../dealers/pages.mts';
import { DEVELOPERS_BEHAVIOUR_SHAPE, DEVELOPERS_CHOICES, type DevelopersBehaviour } from '../developers/behaviour.mts';
import type { Developers } from '../developers/developers.mts';
import { ADMIN_KEY_NAMES, CATEGORIES } from '../developers/keys.mts';
import type { PlannedRefusal } from '../developers/refusals.mts';
import { SCOPES } from '../developers/users.mts';
import { REFERRER_TYPES } from '../developers/webhooks/bodies.mts';
import { DEMO_DEVELOPERS_CREDENTIALS } from '../world/credentials.mts';
import { behaviourIn, channelIn, numberIn, oneOf, someOf, webAddressIn } from './developersInput.mts';
import { BadControl, bodyOf } from './input.mts';

/** Of a customer file, on the page. */
const USERS_SHOWN = 500;
const RELATIONS = ['ADDED', 'BLOCKED', 'NONE'] as const;

/** What a person does with a channel or with the app. */
function personRoutes(app: Hono, developers: Developers): void {
	const { world, users } = developers.platform;
	const relationsOf = (number: string) => world.channels.map(({ searchId }) => world.phones.relations.of(number, searchId));
	app.get('/api/channel/relations', (c) => c.json(relationsOf(numberIn(c.req.query('number')))));
	app.post('/api/channel/relation', async (c) => {
		type Body = { number?: string | null; channel?: string | null; relation?: string | null };
		const body = await bodyOf<Body>(c, { number: 'string', channel: 'string', relation: 'string' });
		const number = numberIn(body.number);
		const channel = channelIn(developers, body.channel);
		const changed = developers.relate(number, channel, oneOf('relation', RELATIONS, body.relation));
		return c.json({ changed: changed !== null, relation: world.phones.relations.of(number, channel.searchId) });
	});
	app.get('/api/developers/users', (c) => {
		const { number } = c.req.query();
		return c.json(number === undefined ? users.all() : [users.of(numberIn(number))]);
	});
	app.put('/api/developers/users/:number', async (c) => {
		const number = numberIn(c.req.param('number'));
		const { linked, scopes } = await bodyOf<{ linked?: boolean | null; scopes?: string[] | null }>(c, { linked: 'boolean', scopes: ['string'] });
		const agreed = scopes ? { scopes: someOf('scopes', SCOPES, scopes) } : {};
		return c.json(users.set(number, { ...(typeof linked === 'boolean' && { linked }), ...agreed }));
	});
	app.post('/api/developers/unlink', async (c) => {
		const body = await bodyOf<{ number?: string | null; referrerType?: string | null }>(c, { number: 'string', referrerType: 'string' });
		return c.json(developers.unlink(numberIn(body.number), oneOf('referrerType', REFERRER_TYPES, body.referrerType ?? 'UNLINK_FROM_APPS')));
	});
}

/** What one sets in the console. */
function consoleRoutes(app: Hono, developers: Developers): void {
	const { platform, grants, webhooks } = developers;
	const { keys, channels, behaviours, refusals, world } = platform;
	const shown = () => ({
		appId: DEMO_DEVELOPERS_CREDENTIALS.appId, keys: keys.allowed, webhooks: webhooks.settings, redirectUris: grants.redirectUris,
		channels: world.channels.map((channel) => ({ channel: channel.searchId, publicId: channel.publicId, connected: channels.isConnected(channel) })),
		behaviour: behaviours.now, refusals: refusals.planned,
	});
	app.get('/api/developers', (c) => c.json(shown()));
	app.put('/api/developers/keys/:name', async (c) => {
		const { categories } = await bodyOf<{ categories?: string[] | null }>(c, { categories: ['string'] });
		keys.allow(oneOf('key', ADMIN_KEY_NAMES, c.req.param('name')), someOf('categories', CATEGORIES, categories ?? []));
		return c.json(shown());
	});
	app.put('/api/developers/channels/:channel', async (c) => {
		const { connected } = await bodyOf<{ connected?: boolean | null }>(c, { connected: 'boolean' });
		channels.connect(channelIn(developers, c.req.param('channel')), connected ?? true);
		return c.json(shown());
	});
	app.post('/api/developers/redirects', async (c) => {
		const { uris } = await bodyOf<{ uris?: string[] | null }>(c, { uris: ['string'] });
		grants.redirectUris = uris ?? null;
		return c.json(shown());
	});
	app.post('/api/developers/webhook', async (c) => {
		type Body = { kind?: string | null; url?: string | null; method?: string | null };
		const { kind, url, method } = await bodyOf<Body>(c, { kind: 'string', url: 'string', method: 'string' });
		const address = url ? webAddressIn('url', url) : null;
		if (oneOf('kind', ['channel', 'unlink'], kind ?? 'channel') === 'channel') {
			webhooks.settings = { ...webhooks.settings, channel: address ? { url: address } : null };
		} else {
			const unlink = address ? { url: address, method: oneOf('method', ['GET', 'POST'], method ?? 'POST') } : null;
			webhooks.settings = { ...webhooks.settings, unlink };
		}
		return c.json(shown());
	});
}

/** Looking, and making Kakao misbehave. */
export function developersRoutes(app: Hono, developers: Developers): void {
	const { behaviours, refusals, tokens, files } = developers.platform;
	personRoutes(app, developers);
	consoleRoutes(app, developers);
	app.get('/api/developers/webhooks', (c) => {
		const { kind, number } = c.req.query();
		const limit = wholeNumber(c.req.query('limit'), 1000, 1, 10_000);
		if (limit === null) throw new BadControl('limit: 1 to 10,000');
		const found = developers.webhooks.log.all.filter((record) => (!kind || record.kind === kind) && (!number || record.number === number));
		return c.json(found.slice(-limit).reverse());
	});
	app.get('/api/developers/files', (c) => c.json(files.all.map(({ users, updatedAt, ...file }) => ({
		...file, updatedAt: new Date(updatedAt).toISOString(), count: users.size,
		users: [...users].slice(0, USERS_SHOWN).map(([number, fields]) => ({ number, fields })),
	}))));
	app.post('/api/developers/behaviour', async (c) => {
		behaviours.set(await behaviourIn<DevelopersBehaviour>(c, DEVELOPERS_BEHAVIOUR_SHAPE, DEVELOPERS_CHOICES));
		return c.json(behaviours.now);
	});
	app.post('/api/developers/refuse', async (c) => {
		type Body = { [Field in keyof PlannedRefusal]?: PlannedRefusal[Field] | null };
		const body = await bodyOf<Body>(c, { code: 'number', after: 'number', times: 'number', path: 'string', message: 'string' });
		if (body.code === null || body.code === undefined || body.code >= 0) throw new BadControl('code: below 0');
		refusals.plan({ code: body.code, after: body.after ?? 0, times: body.times ?? null, path: body.path ?? '/', message: body.message ?? null });
		return c.json(refusals.planned, 201);
	});
	app.post('/api/developers/age', async (c) => {
		const { days } = await bodyOf<{ days?: number | null }>(c, { days: 'number' });
		if (!days || days < 0 || days > 400) throw new BadControl('days: above 0, up to 400');
		tokens.pass(days * DAY_MS);
		return c.json({ now: new Date(tokens.now()).toISOString() });
	});
}
