import type { Hono } from 'hono';
import { words } from '../../consult/bot.mts';
import type { Chat } from '../../consult/chat.mts';
import type { RecallProblem } from '../../consult/agent.mts';
import type { ConsultMessage } from '../../consult/types.mts';
import type { DealerEnv } from '../../dealers/contract.mts';
import type { BridgeAccount } from './account.mts';
import { empty, failure, success } from './errors.mts';
import { journalText } from './journal.mts';
import { PERSON, bodyOf, personOf, type Person } from './request.mts';
import { sendOne } from './sends.mts';

type Recall = Person & { serial?: string | null; text?: string | null; withinSeconds?: number | null };

const RECALL_PROBLEMS: Readonly<Record<RecallProblem, readonly [string, string]>> = {
	notFound: ['NOT_FOUND', '지울 메시지를 찾지 못했어요.'],
	notDeletable: ['NOT_DELETABLE', '지울 수 없는 메시지예요.'],
	expired: ['EXPIRED', '보낸 지 24시간이 지나 지울 수 없어요.'],
};

const DEFAULT_WITHIN_SECONDS = 180;

/** By serial, else the newest with exactly this text within so many seconds. */
function recalled({ tools }: BridgeAccount, chat: Chat, { serial, text, withinSeconds }: Recall): ConsultMessage | undefined {
	if (serial) return chat.messages.find((message) => message.from === 'agent' && message.serial === serial);
	const within = Math.min(86_400, Math.max(10, withinSeconds ?? DEFAULT_WITHIN_SECONDS));
	const since = tools.world.consult.clock.now() - within * 1000;
	return chat.messages.findLast((message) =>
		message.from === 'agent' && !message.deletedAt && journalText(message) === text && Date.parse(message.at) >= since);
}

/** Ending, handing over, blocking, recalling (facts 2.6). */
export function actionRoutes(app: Hono<DealerEnv>, account: BridgeAccount): void {
	const { agents } = account.tools.world.consult;
	app.post('/api/agent/delete', async (c) => {
		const body = await bodyOf<Recall>(c, { ...PERSON, serial: 'string', text: 'string', withinSeconds: 'number' });
		const { chat } = personOf(account, body);
		if (!body.serial && !body.text) throw empty('serial or text');
		const message = recalled(account, chat, body);
		const problem = agents.recall(chat, message);
		if (problem) return c.json(failure(...RECALL_PROBLEMS[problem]));
		return c.json({ ok: true, brandKey: body.brandKey, userKey: body.userKey, serial: message?.serial });
	});
	app.post('/api/agent/end', async (c) => {
		const body = await bodyOf<Person & { greeting?: string | null }>(c, { ...PERSON, greeting: 'string' });
		const { greeting } = body;
		if (greeting) sendOne(account, body, () => words(greeting));
		agents.end(personOf(account, body).chat);
		return c.json(success());
	});
	app.post('/api/agent/end-with-bot', async (c) => {
		const body = await bodyOf<Person & { botEvent?: string | null }>(c, { ...PERSON, botEvent: 'string' });
		agents.endWithBot(personOf(account, body).chat, body.botEvent ?? null);
		return c.json(success());
	});
	for (const action of ['block', 'unblock'] as const) {
		app.post(`/api/agent/${action}`, async (c) => {
			const body = await bodyOf<Person>(c, PERSON);
			agents.block(personOf(account, body).chat, action === 'block');
			return c.json(success());
		});
	}
}
