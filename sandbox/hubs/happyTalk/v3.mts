import type { Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import type { ConsultMessage } from '../../consult/types.mts';
import { kstSeconds } from '../../world/kst.mts';
import { checkShape, upTo } from '../kakao/checks.mts';
import { plainBubble, readPlain } from '../kakao/v3Plain.mts';
import { readRich, richBubble } from '../kakao/v3Rich.mts';
import type { Address } from '../kakao/v1Message.mts';
import { NO_PROFILE, saveDomain, senderInfoV3, type HappyTalkAccount } from './account.mts';
import { jsonOf, uploadFile, uploadPicture } from './answers.mts';
import { blocking, chatSwitch, knownChannel } from './v1.mts';

const BASE = '/kakaoWebhook/v3/bzc';

/** `created_at` is in a customer's types only (facts 2.2); its form is not public. */
const sent = ({ at }: ConsultMessage) => ({ code: 0, created_at: kstSeconds(Date.parse(at)) });

function endRoutes(app: Hono<DealerEnv>, { desk }: HappyTalkAccount): void {
	const { agents } = desk.consult;
	const ended = (session: { id: string } | null) => ({ code: 0, ...(session && { session_id: session.id }) });
	// The path of the plain end is a guess by analogy (facts 2.3).
	app.post(`${BASE}/chat/end`, async (c) => {
		const body = await jsonOf(c);
		checkShape(body, { user_key: 'string', sender_key: 'string' });
		return c.json(ended(agents.end(desk.chat(body as Address))));
	});
	app.post(`${BASE}/chat/endWithBot`, async (c) => {
		const body = await jsonOf(c);
		checkShape(body, { user_key: 'string', sender_key: 'string', bot_event: 'string' });
		const wish = body as Address & { bot_event?: string | null };
		const event = wish.bot_event ? upTo(wish.bot_event, 'bot_event', 100) : null;
		return c.json(ended(agents.endWithBot(desk.chat(wish), event)));
	});
}

/** `/kakaoWebhook/v3/…` (developer-center.happytalk.io/KakaoWebhook). */
export function v3Routes(app: Hono<DealerEnv>, account: HappyTalkAccount): void {
	const { desk } = account;
	const { media } = desk.consult;
	const knows = (senderKey: string) => void desk.channel(senderKey);
	app.post(`${BASE}/chat/send/plain`, async (c) => {
		const message = readPlain(await jsonOf(c));
		return c.json(sent(desk.send(message, () => plainBubble(media, message))));
	});
	app.post(`${BASE}/chat/send/rich`, async (c) => {
		const message = readRich(await jsonOf(c));
		return c.json(sent(desk.send(message, () => richBubble(media, message))));
	});
	endRoutes(app, account);
	// By analogy with `…/profile/chat/deactivate`, which is documented.
	blocking(app, account, `${BASE}/profile/user`);
	chatSwitch(app, account, `${BASE}/profile/chat`, 'senderKey');
	app.post(`${BASE}/image/upload`, async (c) => c.json(await uploadPicture(c, media, knows)));
	app.post(`${BASE}/file/upload`, async (c) => c.json(await uploadFile(c, media, knows)));
	app.get('/kakaoWebhook/v3/bzmc/sender', (c) => {
		const channel = knownChannel(desk, c.req.query('senderKey'));
		return c.json(channel ? { code: '200', data: senderInfoV3(account, channel) } : NO_PROFILE);
	});
	app.post('/kakaoWebhook/v1/bzmc/consult/:senderKey/receiveDomain', async (c) => {
		const body = await jsonOf(c);
		checkShape(body, { domain: 'string' });
		return c.json(saveDomain(account, c.req.param('senderKey'), (body as { domain?: string | null }).domain));
	});
}
