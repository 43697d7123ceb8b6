import type { Hono } from 'hono';
import { words } from '../consult/bot.mts';
import { ConsultRefusal } from '../consult/refusal.mts';
import type { World } from '../world/world.mts';
import { placed, type Place } from './consultInput.mts';
import { BadControl } from './input.mts';

/** An agent who answers in the hub's own screen instead of through its API: what others do must be seen too. */
export function agentRoutes(app: Hono, { consult }: World): void {
	app.post('/api/consult/agent', async (c) => {
		type Body = Place & { text?: string | null; end?: boolean | null };
		const { number, channel, text, end } = await placed<Body>(c, { text: 'string', end: 'boolean' });
		const chat = consult.chats.find(channel, number);
		if (!chat) throw new ConsultRefusal('this customer has never written to this channel');
		if (!text && !end) throw new BadControl('text or end: required');
		const serial = `console-${Date.now()}-${chat.messages.length}`;
		const sent = text ? consult.agents.send(chat, [{ serial, bubble: words(text) }], 'console') : [];
		if (typeof sent === 'string') throw new ConsultRefusal('agents cannot speak first: no consult is open');
		if (end) consult.agents.end(chat);
		return c.json({ messages: sent, chat: chat.head }, 201);
	});
}
