import type { Hono } from 'hono';
import { CHATBOT_BEHAVIOUR_SHAPE, CHATBOT_CHOICES, type ChatbotBehaviour } from '../chatbot/behaviour.mts';
import type { Chatbot, Saying } from '../chatbot/chatbot.mts';
import { EVENT_PRICE, taskResult } from '../chatbot/events/tasks.mts';
import type { Tap } from '../chatbot/tap.mts';
import type { Bot, BotBlock, ConversationHead } from '../chatbot/types.mts';
import { wholeNumber } from '../dealers/pages.mts';
import type { World } from '../world/world.mts';
import { behaviourIn, numberIn, webAddressIn } from './developersInput.mts';
import { BadControl, bodyOf } from './input.mts';

/** Who talks with which bot; `channel` may be the bot's id. */
interface Place { number?: string | null; channel?: string | null }
const PLACE = { number: 'string', channel: 'string' } as const;
const UTTERANCE_MAX = 1000;

const withoutNulls = <Body extends object>(body: Body): Partial<Body> =>
	Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)) as Partial<Body>;

/** What a customer does. */
function customerRoutes(app: Hono, chatbot: Chatbot): void {
	app.post('/api/chatbot/say', async (c) => {
		type Body = Place & { [Field in keyof Saying]?: Saying[Field] | null };
		const { number, channel, utterance, ...more } = await bodyOf<Body>(
			c, { ...PLACE, utterance: 'string', block: 'string', clientExtra: 'object', params: 'strings' });
		if (!channel) throw new BadControl('channel: required');
		if (!utterance || utterance.length > UTTERANCE_MAX) throw new BadControl(`utterance: 1 to ${UTTERANCE_MAX} characters`);
		return c.json({ entries: await chatbot.say(numberIn(number), channel, { utterance, ...more }) }, 201);
	});
	app.post('/api/chatbot/tap', async (c) => {
		const { number, channel, entryId, ...tap } = await bodyOf<Place & Partial<Tap>>(
			c, { ...PLACE, entryId: 'string', quickReply: 'number', output: 'number', card: 'number', button: 'number', item: 'number' });
		if (!channel || !entryId) throw new BadControl('channel and entryId: required');
		return c.json(await chatbot.tap(numberIn(number), channel, { entryId, ...tap }), 201);
	});
	app.get('/api/chatbot/conversations', (c) => {
		const { number, channel } = c.req.query();
		const limit = wholeNumber(c.req.query('limit'), 500, 1, 2000);
		if (limit === null) throw new BadControl('limit: 1 to 2,000');
		const isIn = (head: ConversationHead) => !channel || head.channel === channel || head.botId === channel;
		const talks = chatbot.talks.filter(({ head }) => (!number || head.number === number) && isIn(head));
		return c.json(talks.map((talk) => talk.whole(limit)));
	});
}

/** What one sets up in the Chatbot Admin Center. */
function adminRoutes(app: Hono, { bots }: Chatbot, { bus }: World): void {
	const changed = (bot: Bot) => {
		bus.emit({ type: 'chatbot', conversation: null });
		return bot;
	};
	app.get('/api/chatbot/bots', (c) => c.json(bots.all));
	app.put('/api/chatbot/bots/:bot', async (c) => {
		type Body = Partial<Omit<Bot, 'skillUrl'>> & { skillUrl?: string | null };
		const { skillUrl, ...rest } = await bodyOf<Body>(
			c, { name: 'string', skillUrl: 'string', skillHeaders: 'strings', aiChatbot: 'boolean', fallbackText: 'string' });
		const url = skillUrl === undefined ? {} : { skillUrl: skillUrl ? webAddressIn('skillUrl', skillUrl) : null };
		return c.json(changed(bots.change(c.req.param('bot'), { ...withoutNulls(rest), ...url })));
	});
	app.put('/api/chatbot/bots/:bot/blocks/:block', async (c) => {
		const { event, ...rest } = await bodyOf<Partial<BotBlock>>(
			c, { utterances: ['string'], event: 'string', skill: 'boolean', callback: 'boolean', text: 'string', waiting: 'string' });
		return c.json(changed(bots.setBlock(c.req.param('bot'), c.req.param('block'), { ...withoutNulls(rest), ...(event !== undefined && { event }) })));
	});
}

/** The chatbot tab of the phone, and what its operator sees. */
export function chatbotRoutes(app: Hono, world: World, chatbot: Chatbot): void {
	customerRoutes(app, chatbot);
	adminRoutes(app, chatbot, world);
	app.get('/api/chatbot/tasks', (c) => {
		const shown = chatbot.tasks.all.map((task) => ({ ...task, won: task.succeeded * EVENT_PRICE, result: taskResult(task) }));
		return c.json(shown.reverse());
	});
	app.get('/api/chatbot/behaviour', (c) => c.json(chatbot.behaviours.now));
	app.post('/api/chatbot/behaviour', async (c) => {
		chatbot.behaviours.set(await behaviourIn<ChatbotBehaviour>(c, CHATBOT_BEHAVIOUR_SHAPE, CHATBOT_CHOICES));
		return c.json(chatbot.behaviours.now);
	});
}
