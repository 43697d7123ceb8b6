import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_HUB_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { PIXEL, SHOP, act, answersIn, behave, chatOf, connect, listenAt, listener, open, write, type Listener } from './consultSupport.mts';
import { control, eventually, read } from './support.mts';

describe('the hubs with a webhook of their own', () => {
	let sandbox: Sandbox;
	let there: Listener;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		await control(sandbox, 'POST', '/api/reset');
		there = await listener();
		return () => there.close();
	});

	describe('a raw hub', () => {
		const { headerName, headerValue } = DEMO_HUB_CREDENTIALS.hub;
		const call = async (path: string, body: object, value: string = headerValue, header: string = headerName) =>
			read<{ code: number; sessionId?: string }>(await fetch(sandbox.urls.hub + path, { method: 'POST', headers: { [header]: value }, body: JSON.stringify(body) }));

		it('relays Kakao\'s callbacks unchanged and takes HappyTalk\'s v1 body', async () => {
			await connect(sandbox, SHOP.channel, { hub: 'hub' });
			await listenAt(sandbox, 'hub', `${there.url}/`);
			await write(sandbox, SHOP.channel, '안녕하세요');
			await eventually(() => there.posts.length === 2);
			expect(there.posts.map(({ path }) => path)).toEqual(['/webhook/consult/reference', '/webhook/consult/message']);
			const { user_key } = there.bodies<{ user_key: string }>('/message')[0] ?? { user_key: '' };
			const person = { user_key, sender_key: SHOP.senderKey };
			expect((await call('/chat/write', { ...person, serial_number: 'h1', message_type: 'TX', message: '답변' })).body).toEqual({ code: 0 });
			expect(answersIn(await chatOf(sandbox, SHOP.channel))).toMatchObject([{ text: '답변' }]);
			expect((await call('/chat/end', person)).body).toEqual({ code: 0, sessionId: expect.any(String) as unknown });
			await eventually(() => there.bodies('/expired_session').length === 1);
			expect((await call('/chat/write', { ...person, serial_number: 'h2', message: '늦음' })).body.code).toBe(-502);
			expect((await call('/chat/write', {}, 'wrong')).status).toBe(401);
			expect((await call('/elsewhere', {})).status).toBe(404);
		});

		it('has its paths and its key where it is told', async () => {
			await connect(sandbox, SHOP.channel, { hub: 'hub' });
			const { userKey: user_key } = (await open(sandbox, SHOP.channel)).body.chat;
			await control(sandbox, 'POST', '/api/hubs/hub/settings', { sendPath: '/api/talk/send', headerName: 'Authorization', headerValue: 'Bearer x' });
			const body = { user_key, sender_key: SHOP.senderKey, serial_number: 'h3', message: '안녕' };
			expect((await call('/api/talk/send', body, 'Bearer x', 'Authorization')).body).toEqual({ code: 0 });
			expect((await call('/chat/write', body)).status).toBe(401);
			expect((await control(sandbox, 'POST', '/api/hubs/closer/settings', { sendPath: '/x' })).status).toBe(400);
		});
	});

	describe('CLOSER', () => {
		interface Delivery { id: string; webhookId: string; webhookUrl: string; messages: { event: string; sourceType: string; sourceId: string; data: { message?: object } }[] }

		beforeEach(async () => {
			await connect(sandbox, SHOP.channel, { hub: 'closer' });
			await listenAt(sandbox, 'closer', there.url);
			await behave(sandbox, { hub: 'closer', batchMs: 30 });
		});

		const deliveries = (count: number) => eventually(() => there.posts.length === count && there.bodies<Delivery>());
		/** In however many arrays they came. */
		const told = (count: number) => eventually(() => {
			const all = there.bodies<Delivery>().flatMap(({ messages }) => messages);
			return all.length === count && all;
		});

		it('gathers events and posts them as one array (F13)', async () => {
			await write(sandbox, SHOP.channel, '고객 메시지');
			const [delivery] = await deliveries(1);
			expect(there.posts[0]?.headers['user-agent']).toBe('CLOSER/webhook');
			const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as unknown;
			expect(delivery).toMatchObject({ id: uuid, webhookId: DEMO_HUB_CREDENTIALS.closer.webhookId, webhookUrl: there.url });
			expect(delivery?.messages.map(({ event }) => event)).toEqual([
				'bot.end_user.created', 'bot.conversation.created', 'bot.conversation.agent_call_requested', 'bot.message.received',
			]);
			expect(delivery?.messages[3]).toEqual({
				id: uuid, sourceId: 'Bsandbox1', sourceType: 'bot', event: 'bot.message.received', timestamp: expect.any(Number) as unknown,
				data: {
					message: {
						endUserId: uuid, data: { text: '고객 메시지', type: 'text' }, requestId: uuid, conversationId: uuid, meta: null, id: uuid, isUser: true,
						timestamp: expect.any(Number) as unknown,
					},
				},
			});
			expect(delivery?.messages[0]?.data).toMatchObject({ endUser: { platform: 'kakaobiz', botId: 'Bsandbox1', userKey: expect.stringMatching(/^\w{12}$/) as unknown } });
		});

		it('tells of pictures, of agents, and of the end', async () => {
			const base64 = PIXEL.toString('base64');
			await write(sandbox, SHOP.channel, { photos: [{ base64, name: 'a.png' }, { base64, name: 'b.png' }] });
			await act(sandbox, 'agent', SHOP.channel, { text: '상담원 메시지', end: true });
			const events = await told(8);
			expect(events.slice(3).map(({ event }) => event)).toEqual([
				'bot.message.received', 'bot.message.received', 'bot.conversation.agent_call_connected', 'bot.message.sent', 'bot.conversation.agent_call_disconnected',
			]);
			expect(events[3]?.data.message).toMatchObject({ data: { type: 'media', media: { contentType: 'image', uri: expect.stringContaining('kakaocdn') as unknown } } });
			expect(events[6]?.data.message).toMatchObject({ isUser: false, meta: { sender: { platform: 'closer-chat' } }, data: { text: '상담원 메시지' } });
			await open(sandbox, SHOP.channel);
			await act(sandbox, 'leave', SHOP.channel);
			expect((await told(13)).slice(8).map(({ event }) => event)).toEqual([
				'bot.end_user.updated', 'bot.conversation.created', 'bot.conversation.agent_call_requested', 'bot.conversation.agent_call_cancelled', 'bot.end_user.deleted',
			]);
		});

		it('tries three times more and then switches itself off', async () => {
			const broken = await listener(() => ({ status: 404 }));
			await listenAt(sandbox, 'closer', broken.url);
			await behave(sandbox, { hub: 'closer', retryPausesMs: [5, 5, 5] });
			await write(sandbox, SHOP.channel, '들리나요');
			await eventually(() => broken.posts.length === 4);
			expect(new Set(broken.posts.map(({ raw }) => raw)).size).toBe(1);
			await eventually(async () => (await control<{ id: string; stopped: string | null }[]>(sandbox, 'GET', '/api/hubs')).body.find(({ id }) => id === 'closer')?.stopped);
			await broken.close();
		});

		it('has no API', async () => {
			expect((await fetch(`${sandbox.urls.closer}/openapi/kakaobiz/x/message`, { method: 'POST' })).status).toBe(404);
		});
	});
});
