import type { Context, Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { checkShape } from '../kakao/checks.mts';
import { KakaoRefusal } from '../kakao/refusals.mts';
import { readV1, v1Bubble, type Address } from '../kakao/v1Message.mts';
import { NO_PROFILE, saveDomain, senderInfo, type HappyTalkAccount } from './account.mts';
import { jsonOf, uploadFile, uploadPicture } from './answers.mts';

const PERSON = { user_key: 'string', sender_key: 'string' } as const;

async function personIn(c: Context<DealerEnv>): Promise<Address> {
	const body = await jsonOf(c);
	checkShape(body, PERSON);
	return body as Address;
}

/** `sender_key` of the calls about a channel; null when there is no such channel here. */
async function channelIn(c: Context<DealerEnv>, { desk }: HappyTalkAccount, field: 'sender_key' | 'senderKey') {
	const body = await jsonOf(c);
	checkShape(body, { [field]: 'string' });
	return knownChannel(desk, (body as Record<string, string | null | undefined>)[field]);
}

/** @returns null instead of -501 */
export function knownChannel(desk: HappyTalkAccount['desk'], senderKey: string | null | undefined) {
	try {
		return desk.channel(senderKey);
	} catch (error) {
		if (error instanceof KakaoRefusal) return null;
		throw error;
	}
}

/** Switching the channel's chat on and off, the same in both versions but for the field's name. */
export function chatSwitch(app: Hono<DealerEnv>, account: HappyTalkAccount, base: string, field: 'sender_key' | 'senderKey'): void {
	for (const action of ['activate', 'deactivate'] as const) {
		app.post(`${base}/${action}`, async (c) => {
			const channel = await channelIn(c, account, field);
			if (!channel) return c.json(NO_PROFILE);
			account.tools.world.consult.connect(channel.channel, { chatActive: action === 'activate' });
			return c.json({ code: '200' });
		});
	}
}

/** Blocking and unblocking a customer. */
export function blocking(app: Hono<DealerEnv>, { desk }: HappyTalkAccount, base: string): void {
	for (const action of ['block', 'unblock'] as const) {
		app.post(`${base}/${action}`, async (c) => {
			desk.consult.agents.block(desk.chat(await personIn(c)), action === 'block');
			return c.json({ code: 0 });
		});
	}
}

/** `/v1/…` (mbi-developer-center.happytalk.io/kakaotalk_webhook). */
export function v1Routes(app: Hono<DealerEnv>, account: HappyTalkAccount): void {
	const { desk } = account;
	const { media } = desk.consult;
	const knows = (senderKey: string) => void desk.channel(senderKey);
	app.post('/v1/chat/write', async (c) => {
		const message = readV1(await jsonOf(c));
		desk.send(message, () => v1Bubble(media, message));
		return c.json({ code: 0 });
	});
	app.post('/v1/chat/end', async (c) => {
		const ended = desk.consult.agents.end(desk.chat(await personIn(c)));
		// Nothing was open: no id, and no failure either (facts 2.4, Palette).
		return c.json({ code: 0, ...(ended && { sessionId: ended.id }) });
	});
	blocking(app, account, '/v1/profile/user');
	chatSwitch(app, account, '/v1/profile/chat', 'sender_key');
	app.post('/v1/center/sender', async (c) => {
		const channel = await channelIn(c, account, 'sender_key');
		return c.json(channel ? { code: '200', data: senderInfo(account, channel) } : NO_PROFILE);
	});
	// Known from the public code of a customer only; so is its body.
	app.post('/v1/center/domain/update', async (c) => {
		const body = await jsonOf(c);
		checkShape(body, { sender_key: 'string', domain: 'string' });
		const { sender_key, domain } = body as { sender_key?: string; domain?: string };
		return c.json(saveDomain(account, sender_key ?? '', domain));
	});
	app.post('/v1/image/upload', async (c) => c.json(await uploadPicture(c, media, knows)));
	app.post('/v1/file/upload', async (c) => c.json(await uploadFile(c, media, knows)));
}
