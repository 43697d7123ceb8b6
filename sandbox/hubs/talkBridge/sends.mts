import type { Hono } from 'hono';
import { words } from '../../consult/bot.mts';
import type { ConsultBubble } from '../../consult/types.mts';
import type { DealerEnv } from '../../dealers/contract.mts';
import { parseJson } from '../../dealers/shape.mts';
import { TEXT_MAX, upTo } from '../kakao/checks.mts';
import { readRich, richBubble } from '../kakao/v3Rich.mts';
import { formOf } from '../kakao/uploads.mts';
import type { BridgeAccount } from './account.mts';
import { attach } from './attachments.mts';
import { BridgeError, empty } from './errors.mts';
import { requireScope, scopeOf } from './keys.mts';
import { PERSON, bodyOf, personOf, type Person } from './request.mts';

/** One bubble to one customer. @throws KakaoRefusal, BridgeError 402 */
export function sendOne(account: BridgeAccount, person: Person, bubbleOf: () => ConsultBubble): object {
	const { chat } = personOf(account, person);
	const bubble = bubbleOf();
	const serial = account.newSerial();
	if (chat.open) account.spend(chat);
	account.desk.answer(chat, serial, bubble);
	return { ok: true, brandKey: person.brandKey, userKey: person.userKey, serial };
}

/** `rich` is a text that holds JSON; who sends and the serial are filled in by TalkBridge. @throws BridgeError 400 BAD_RICH */
function richIn(text: string): unknown {
	const body = parseJson(text);
	if (typeof body === 'object' && body !== null && 'chat_bubble_type' in body) return body;
	throw new BridgeError(400, 'BAD_RICH', '리치 JSON을 읽을 수 없어요. (chat_bubble_type 필수)');
}

/** What goes to customers (facts 2.6). */
export function sendRoutes(app: Hono<DealerEnv>, account: BridgeAccount): void {
	const { media } = account.tools.world.consult;
	app.post('/api/agent/send', async (c) => {
		const body = await bodyOf<Person & { text?: string | null }>(c, { ...PERSON, text: 'string' });
		return c.json(sendOne(account, body, () => {
			if (!body.text) throw empty('text');
			return words(upTo(body.text, 'text', TEXT_MAX));
		}));
	});
	app.post('/api/agent/send/rich', async (c) => {
		const body = await bodyOf<Person & { rich?: string | null }>(c, { ...PERSON, rich: 'string' });
		return c.json(sendOne(account, body, () => {
			if (!body.rich) throw empty('rich');
			return richBubble(media, readRich(richIn(body.rich)));
		}));
	});
	app.post('/api/agent/send/attachments', async (c) => {
		requireScope(scopeOf(c.req.header('Authorization')), 'BrandWrite');
		const form = await formOf(c);
		if (!form) throw new BridgeError(400, 'NOT_MULTIPART', 'multipart/form-data로 보내 주세요.');
		return c.json(await attach(account, form));
	});
}

