import type { Hono } from 'hono';
import type { Chat } from '../consult/chat.mts';
import type { Tap, Upload } from '../consult/customerContent.mts';
import type { ConsultEntry } from '../consult/types.mts';
import { wholeNumber } from '../dealers/pages.mts';
import type { Shape } from '../dealers/shape.mts';
import type { World } from '../world/world.mts';
import { agentRoutes } from './consultAgent.mts';
import { burst, type BurstWish } from './consultBurst.mts';
import { placed, type Place } from './consultInput.mts';
import { BadControl, bodyOf, hubIn } from './input.mts';

const UPLOAD = { base64: 'string', name: 'string', comment: 'string' } as const satisfies Shape;
const BOT_FLAGS = ['true', 'false', 'auto'] as const;

function upTo(text: string | null | undefined, field: string, max: number): string | null {
	if (text && text.length > max) throw new BadControl(`${field}: up to ${max} characters`);
	return text || null;
}

function botIn(flag: string | boolean | null | undefined): ConsultEntry['bot'] {
	const found = BOT_FLAGS.find((known) => known === String(flag ?? 'false'));
	if (!found) throw new BadControl(`bot: one of ${BOT_FLAGS.join(', ')}`);
	return found;
}

/** What the customer does, from the phone page or a test. */
function customerRoutes(app: Hono, { consult }: World): void {
	app.post('/api/consult/open', async (c) => {
		const { number, channel, extra, bot, event } = await placed<Place & { extra?: string | null; bot?: string | null; event?: string | null }>(
			c, { extra: 'string', bot: 'string', event: 'string' });
		const chat = consult.open(number, channel, { extra: upTo(extra, 'extra', 50), bot: botIn(bot), event: upTo(event, 'event', 100) });
		return c.json({ chat: chat.head });
	});
	app.post('/api/consult/messages', async (c) => {
		type Body = Place & { text?: string | null; photos?: Upload[] | null; file?: Upload | null; extra?: string | null };
		const { number, channel, ...writing } = await placed<Body>(c, { text: 'string', photos: [UPLOAD], file: UPLOAD, extra: 'string' });
		for (const { base64, name } of [...(writing.photos ?? []), ...(writing.file ? [writing.file] : [])]) {
			if (!base64 || !name) throw new BadControl('photos, file: base64 and name are required');
		}
		const messages = consult.write(number, channel, writing);
		if (messages.length === 0) throw new BadControl('text, photos or file: required');
		return c.json({ messages }, 201);
	});
	app.post('/api/consult/tap', async (c) => {
		const { number, channel, messageId, ...tap } = await placed<Place & Partial<Tap>>(
			c, { messageId: 'string', button: 'number', quickReply: 'number', card: 'number' });
		if (!messageId) throw new BadControl('messageId: required');
		return c.json(consult.tap(number, channel, { messageId, ...tap }));
	});
	app.post('/api/consult/leave', async (c) => {
		const { number, channel } = await placed(c);
		return c.json({ chat: consult.leave(number, channel).head });
	});
	app.post('/api/consult/block', async (c) => {
		const { number, channel, blocked } = await placed<Place & { blocked?: boolean | null }>(c, { blocked: 'boolean' });
		return c.json({ chat: consult.block(number, channel, blocked ?? true).head });
	});
}

/** ISO times in one zone sort as texts. */
const newestFirst = (chats: readonly Chat[]): Chat[] => [...chats].sort((a, b) => (a.lastActivityAt < b.lastActivityAt ? 1 : -1));

/** Looking, connecting channels, letting time pass. */
export function consultRoutes(app: Hono, world: World): void {
	const { consult } = world;
	app.get('/api/consult/chats', (c) => {
		const { number, channel } = c.req.query();
		const limit = wholeNumber(c.req.query('limit'), 500, 0, 10_000);
		if (limit === null) throw new BadControl('limit: 0 to 10,000');
		const chats = (number ? consult.chats.of(number) : consult.chats.all()).filter((chat) => !channel || chat.channel === channel);
		return c.json(newestFirst(chats).map((chat) => chat.whole(limit)));
	});
	app.get('/api/consult/rooms', (c) => {
		const limit = wholeNumber(c.req.query('limit'), 500, 1, 10_000);
		if (limit === null) throw new BadControl('limit: 1 to 10,000');
		return c.json(newestFirst(consult.chats.all()).slice(0, limit).map((chat) => ({
			...chat.head, incoming: chat.messages.filter(({ from }) => from === 'agent' || from === 'bot').length,
		})));
	});
	app.get('/api/consult/channels', (c) => c.json(consult.channels.all()));
	app.put('/api/consult/channels/:searchId', async (c) => {
		const { hub, chatActive, bot } = await bodyOf<{ hub?: string | null; chatActive?: boolean | null; bot?: boolean | null }>(
			c, { hub: 'string', chatActive: 'boolean', bot: 'boolean' });
		return c.json(consult.connect(c.req.param('searchId'), {
			...(hub !== undefined && { hub: hubIn(hub) ?? null }), ...(typeof chatActive === 'boolean' && { chatActive }),
			...(typeof bot === 'boolean' && { bot }),
		}));
	});
	app.post('/api/consult/age', async (c) => {
		const { days = 0 } = await bodyOf<{ days?: number }>(c, { days: 'number' });
		if (!(days > 0 && days <= 400)) throw new BadControl('days: above 0, up to 400');
		return c.json({ now: consult.clock.iso(), ended: consult.age(days) });
	});
	customerRoutes(app, world);
	agentRoutes(app, world);
	app.post('/api/consult/burst', async (c) => {
		const wish = await bodyOf<BurstWish>(c, { customers: 'number', messages: 'number', channel: 'string', firstNumber: 'string' });
		return c.json(burst(world, wish), 201);
	});
}
