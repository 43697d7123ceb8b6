import type { Hono } from 'hono';
import { words } from '../../consult/bot.mts';
import type { DealerEnv } from '../../dealers/contract.mts';
import { parseJson } from '../../dealers/shape.mts';
import type { ChannelAccount, Line, UserChat } from './account.mts';
import { plainText, readMessage, type Option } from './blocks.mts';
import { badRequest, notFound } from './errors.mts';
import { BOT, BOTS, SECOND_BOT } from './ids.mts';
import type { ChannelWebhook } from './webhook.mts';
import { wireBot, wireMessage } from './wire.mts';

/** These keep a message within Channel Talk (facts 4.1). */
const INSIDE: ReadonlySet<Option> = new Set(['doNotSendApp', 'private', 'doNotPost']);

/**
 * Writes a message into a chat and, unless told otherwise, into Kakao's room. When that consult has ended the message stays
 * here: the customer must write first (facts 6.12). Whether Channel Talk then says so is not public; here only `state` does.
 */
export function post(
	account: ChannelAccount, webhook: ChannelWebhook, userChat: UserChat, message: Pick<Line, 'blocks' | 'plainText' | 'options'>, bot: { id: string },
): Line {
	const inside = message.options.some((option) => INSIDE.has(option));
	const line = account.fromBot(userChat, { ...message, state: 'sent' }, bot);
	if (!inside) {
		const { agents } = account.tools.world.consult;
		const sent = agents.send(userChat.chat, [{ serial: line.id, bubble: words(line.plainText) }]);
		if (typeof sent === 'string') line.state = 'failed';
	}
	webhook.message(userChat, line);
	return line;
}

/** @throws ChannelError 404 for an unknown name */
export function botNamed(name: string | undefined): { id: string; name: string } {
	if (!name) return BOT;
	const bot = BOTS.find((candidate) => candidate.name === name);
	if (!bot) throw notFound('Bot');
	return bot;
}

/** For quick replies, whose name need not be a bot's. */
export const botOr = (name: string | null): { id: string } => BOTS.find((candidate) => candidate.name === name) ?? SECOND_BOT;

export function sendRoutes(
	app: Hono<DealerEnv>, account: ChannelAccount, webhook: ChannelWebhook, userChatIn: (id: string) => UserChat,
): void {
	app.post('/open/v5/user-chats/:id/messages', async (c) => {
		const userChat = userChatIn(c.req.param('id'));
		const bot = botNamed(c.req.query('botName'));
		const body = parseJson(await c.req.text());
		if (body === undefined) throw badRequest('the body is not JSON');
		const { blocks, options } = readMessage(body);
		const line = post(account, webhook, userChat, { blocks, plainText: plainText(blocks), options }, bot);
		return c.json({ message: wireMessage(line), bot: wireBot(bot) });
	});
	// The demo has no team chats.
	app.post('/open/v5/groups/:group/messages', () => {
		throw notFound('Group');
	});
}
