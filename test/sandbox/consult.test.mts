import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { billingDay } from '../../sandbox/consult/clock.mts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import type { ConsultChannel, ConsultChat, SandboxEvent } from '../../sandbox/world/types.mts';
import { DESK, NUMBER, PIXEL, SHOP, act, behave, chatOf, connect, happy, listenAt, listener, open, write } from './consultSupport.mts';
import { control, eventually } from './support.mts';

describe('consults', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const say = (user_key: string, serial_number: string, message = '안녕하세요') =>
		happy<{ code: number }>(sandbox, '/v1/chat/write', { user_key, sender_key: SHOP.senderKey, serial_number, message });

	it('are connected to the demo hubs, and to another one when told', async () => {
		const { body } = await control<ConsultChannel[]>(sandbox, 'GET', '/api/consult/channels');
		expect(body.map(({ channel, hub }) => [channel, hub])).toEqual([
			['@kakaoshop', 'happyTalk'], ['@kakaoshop_cs', 'talkBridge'], ['@oldshop', null], ['@kakaoshop_talk', 'channelTalk'],
		]);
		expect((await connect(sandbox, '@oldshop', { hub: 'closer' })).body).toMatchObject({ channel: '@oldshop', hub: 'closer' });
		expect((await connect(sandbox, '@oldshop', { hub: 'nobody' })).status).toBe(400);
		expect((await connect(sandbox, '@nowhere', { hub: 'closer' })).status).toBe(409);
		expect((await connect(sandbox, '@oldshop', { hub: null })).body).toMatchObject({ hub: null });
		expect((await open(sandbox, '@oldshop')).status).toBe(409);
	});

	it('begin with the customer only: by the button, or by writing in the room', async () => {
		expect((await say('AbCd1EfGh2Jk', 's0')).body.code).toBe(-509);
		const { body } = await open(sandbox, SHOP.channel, { extra: 'mid_1' });
		expect(body.chat).toMatchObject({ state: 'consult', session: { entry: { extra: 'mid_1', bot: 'false' } } });
		expect(body.chat.userKey).toMatch(/^\w{12}$/);
		await write(sandbox, DESK.channel, '문의드려요');
		expect(await chatOf(sandbox, DESK.channel)).toMatchObject({ state: 'consult', session: { entry: null } });
		expect((await chatOf(sandbox, DESK.channel)).userKey).not.toBe(body.chat.userKey);
	});

	it('keep the user key for ever, and never use a session or serial number twice, not even after a reset', async () => {
		const [first] = await write(sandbox, SHOP.channel, '하나');
		const before = await chatOf(sandbox, SHOP.channel);
		await control(sandbox, 'POST', '/api/reset');
		const [second] = await write(sandbox, SHOP.channel, '둘');
		const after = await chatOf(sandbox, SHOP.channel);
		expect(after.userKey).toBe(before.userKey);
		expect(BigInt(second?.serial ?? 0) - BigInt(first?.serial ?? 0)).toBe(1n);
		expect(Number(second?.serial)).toBe(Number(first?.serial));
		expect(after.session?.id).not.toBe(before.session?.id);
	});

	it.each([
		['the customer leaves', 'customerLeft', () => act(sandbox, 'leave', SHOP.channel)],
		['the customer types !종료', 'customerCommand', () => write(sandbox, SHOP.channel, '!종료')],
		['the customer blocks the channel', 'customerBlocked', () => act(sandbox, 'block', SHOP.channel)],
		['30 days pass', 'idle', () => control(sandbox, 'POST', '/api/consult/age', { days: 30.01 })],
		['the channel moves to another hub', 'disconnected', () => connect(sandbox, SHOP.channel, { hub: 'hub' })],
	])('end when %s, and then nobody can answer', async (_name, endReason, end) => {
		const { userKey } = (await open(sandbox, SHOP.channel)).body.chat;
		expect((await say(userKey, 's1')).body.code).toBe(0);
		await end();
		const chat = await chatOf(sandbox, SHOP.channel);
		expect(chat).toMatchObject({ state: 'closed', session: { endReason } });
		expect(chat.lastMessage?.bubble ?? {}).toMatchObject({ kind: 'notice', notice: 'ED' });
		await connect(sandbox, SHOP.channel, { hub: 'happyTalk' });
		expect((await say(userKey, 's2')).body.code).toBe(-502);
	});

	it('live 30 days from the customer\'s last message, whatever the agent says', async () => {
		const { userKey } = (await open(sandbox, SHOP.channel)).body.chat;
		await control(sandbox, 'POST', '/api/consult/age', { days: 29 });
		await write(sandbox, SHOP.channel, '아직 있어요');
		await control(sandbox, 'POST', '/api/consult/age', { days: 29 });
		expect((await say(userKey, 's1')).body.code).toBe(0);
		expect((await control(sandbox, 'POST', '/api/consult/age', { days: 2 })).body).toMatchObject({ ended: 1 });
		await write(sandbox, SHOP.channel, '다시 왔어요');
		expect(await chatOf(sandbox, SHOP.channel)).toMatchObject({ state: 'consult', sessions: 2 });
	});

	it('are paid once a day, and the day begins at 04:00 Korean time', async () => {
		expect(billingDay(Date.parse('2026-12-01T18:59:59Z'))).toBe('2026-12-01');
		expect(billingDay(Date.parse('2026-12-01T19:00:00Z'))).toBe('2026-12-02');
		await open(sandbox, SHOP.channel);
		await act(sandbox, 'leave', SHOP.channel);
		await open(sandbox, SHOP.channel);
		expect((await chatOf(sandbox, SHOP.channel)).billedDays).toHaveLength(1);
		await control(sandbox, 'POST', '/api/consult/age', { days: 1 });
		await write(sandbox, SHOP.channel, '다음 날');
		expect((await chatOf(sandbox, SHOP.channel)).billedDays).toHaveLength(2);
	});

	it('leave what is said to the bot, after a block or with the chat switched off unheard', async () => {
		const there = await listener();
		await listenAt(sandbox, 'happyTalk', there.url);
		await open(sandbox, SHOP.channel, { bot: 'true', event: 'faq' });
		const [toBot] = await write(sandbox, SHOP.channel, '배송 언제 와요');
		expect(toBot?.relayed).toBe(false);
		const withBot = await chatOf(sandbox, SHOP.channel);
		expect(withBot).toMatchObject({ state: 'bot', sessions: 0 });
		expect(withBot.messages.map(({ from }) => from)).toEqual(['bot', 'customer', 'bot']);

		const called = await act<{ button: { type: string } }>(sandbox, 'tap', SHOP.channel, { messageId: withBot.messages[2]?.id, quickReply: 0 });
		expect(called.body.button.type).toBe('BC');
		await eventually(() => there.posts.length === 1 && there.posts[0]?.path.endsWith('/reference'));

		const { userKey } = await chatOf(sandbox, SHOP.channel);
		await happy(sandbox, '/v1/profile/user/block', { user_key: userKey, sender_key: SHOP.senderKey });
		expect((await write(sandbox, SHOP.channel, '저기요'))[0]?.relayed).toBe(false);
		await happy(sandbox, '/v1/profile/user/unblock', { user_key: userKey, sender_key: SHOP.senderKey });
		await happy(sandbox, '/v1/profile/chat/deactivate', { sender_key: SHOP.senderKey });
		expect((await write(sandbox, SHOP.channel, '여보세요'))[0]?.relayed).toBe(false);
		await happy(sandbox, '/v1/profile/chat/activate', { sender_key: SHOP.senderKey });
		expect((await write(sandbox, SHOP.channel, '이제 되나요'))[0]?.relayed).toBe(true);
		await there.close();
	});

	it('let the customer tap buttons: BK and MD write, WL leads away, BT calls the bot', async () => {
		const { userKey } = (await open(sandbox, SHOP.channel)).body.chat;
		await happy(sandbox, '/v1/chat/write', {
			user_key: userKey, sender_key: SHOP.senderKey, serial_number: 'b1', message_type: 'LI', message: '무엇을 도와드릴까요?',
			links: [
				{ type: 'BK', name: '배송 문의', extra: 'ship_1' }, { type: 'MD', name: '그대로 전달' },
				{ type: 'WL', name: '홈페이지', url_mobile: 'https://shop.example.com' }, { type: 'BT', name: '챗봇', event: 'menu' },
			],
			supplement: { quick_reply: [{ type: 'BK', name: '괜찮아요', chat_extra: 'ok_1' }] },
		});
		const message = (await chatOf(sandbox, SHOP.channel)).messages.at(-1);
		const tap = (which: object) => act<{ message: { bubble: { text: string }; extra: string | null } | null }>(sandbox, 'tap', SHOP.channel, { messageId: message?.id, ...which });
		expect((await tap({ button: 0 })).body.message).toMatchObject({ bubble: { text: '배송 문의' }, extra: 'ship_1', relayed: true });
		expect((await tap({ button: 1 })).body.message).toMatchObject({ bubble: { text: '그대로 전달\n무엇을 도와드릴까요?' }, extra: null });
		expect((await tap({ button: 2 })).body.message).toBeNull();
		expect((await tap({ quickReply: 0 })).body.message).toMatchObject({ bubble: { text: '괜찮아요' }, extra: 'ok_1' });
		expect((await tap({ button: 9 })).status).toBe(409);
		await tap({ button: 3 });
		expect(await chatOf(sandbox, SHOP.channel)).toMatchObject({ state: 'bot', session: { endReason: 'customerToBot' } });
	});

	it('carry photos, files and long texts on a path like Kakao\'s, for ten days', async () => {
		const photos = [{ base64: PIXEL.toString('base64'), name: '영수증.png', comment: '영수증이요' }, { base64: PIXEL.toString('base64'), name: 'b.png' }];
		const [photo] = await write(sandbox, SHOP.channel, { photos });
		const files = photo?.bubble.kind === 'media' ? photo.bubble.files : [];
		expect(files.map(({ comment }) => comment)).toEqual(['영수증이요', null]);
		const url = files[0]?.url ?? '';
		expect(new URL(url).pathname).toMatch(/^\/talk\.kakaocdn\.net\/dna\/\w+\/\w+\/\w+\/i_\w{12}\.png$/);
		expect(Number(new URL(url).searchParams.get('expires')) * 1000).toBeGreaterThan(Date.now() + 9 * 86_400_000);
		const got = await fetch(url);
		expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/png']);
		expect(Buffer.from(await got.arrayBuffer()).equals(PIXEL)).toBe(true);
		expect((await fetch(url.replace(/expires=\d+/, 'expires=9999999999'))).status).toBe(404);

		const [clip] = await write(sandbox, SHOP.channel, { file: { base64: Buffer.from('x').toString('base64'), name: 'clip.mp4' } });
		expect(clip?.bubble).toMatchObject({ kind: 'media', media: 'video' });
		const long = '가'.repeat(1500);
		const [text] = await write(sandbox, SHOP.channel, long);
		expect(await (await fetch(text?.bubble.kind === 'text' ? (text.bubble.longTextUrl ?? '') : '')).text()).toBe(long);

		await control(sandbox, 'POST', '/api/consult/age', { days: 11 });
		expect((await fetch(url)).status).toBe(403);
		expect((await act(sandbox, 'messages', SHOP.channel, { photos: [{ base64: 'bm8=', name: 'no.png' }] })).status).toBe(409);
	});

	it('tell the phone page to look again', async () => {
		const abort = new AbortController();
		const reader = (await fetch(`${sandbox.urls.phone}/api/events`, { signal: abort.signal })).body?.pipeThrough(new TextDecoderStream()).getReader();
		const told: Promise<SandboxEvent> = (async () => {
			let text = '';
			for (;;) {
				text += (await reader?.read())?.value ?? '';
				const found = /^data: (\{"type":"consult".*)$/m.exec(text)?.[1];
				if (found) return JSON.parse(found) as SandboxEvent;
			}
		})();
		await write(sandbox, SHOP.channel, '보이나요');
		expect(await told).toMatchObject({ type: 'consult', chat: { number: NUMBER, channel: SHOP.channel, state: 'consult', lastMessage: { bubble: { text: '보이나요' } } } });
		abort.abort();
	});

	it('refuse what makes no sense', async () => {
		for (const [path, body] of [
			['open', { number: '010-1234', channel: SHOP.channel }], ['open', { number: NUMBER }], ['open', { number: NUMBER, channel: SHOP.channel, extra: 'x'.repeat(51) }],
			['open', { number: NUMBER, channel: SHOP.channel, bot: 'maybe' }], ['messages', { number: NUMBER, channel: SHOP.channel }],
			['messages', { number: NUMBER, channel: SHOP.channel, txt: '오타' }], ['burst', { customers: 0, channel: SHOP.channel }], ['age', { days: -1 }],
		] as const) expect((await control(sandbox, 'POST', `/api/consult/${path}`, body)).status, JSON.stringify(body)).toBe(400);
		expect((await behave(sandbox, { duplicate: 1 })).status).toBe(400);
		expect((await behave(sandbox, { legacyContent: 'sometimes' })).status).toBe(400);
		expect((await listenAt(sandbox, 'happyTalk', 'ftp://nowhere')).status).toBe(400);
	});

	it('are all gone after a reset', async () => {
		await write(sandbox, SHOP.channel, '안녕하세요');
		await connect(sandbox, '@oldshop', { hub: 'hub' });
		await listenAt(sandbox, 'hub', 'http://127.0.0.1:9/x');
		await behave(sandbox, { duplicates: 2 });
		await control(sandbox, 'POST', '/api/reset');
		expect((await control<ConsultChat[]>(sandbox, 'GET', '/api/consult/chats')).body).toEqual([]);
		const { body } = await control<{ id: string; callback: unknown; channels: string[]; behaviour: { duplicates: number } }[]>(sandbox, 'GET', '/api/hubs');
		expect(body.find(({ id }) => id === 'hub')).toMatchObject({ callback: null, channels: [], behaviour: { duplicates: 0 } });
	});
});
