import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_HUB_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { FOLLOWED_UP_NUMBER } from '../../sandbox/world/phones.mts';
import { NUMBER, PIXEL, SHOP, act, answersIn, behave, channelTalk, chatOf, connect, listenAt, listener, open, write, type Listener } from './consultSupport.mts';
import { control, eventually } from './support.mts';

interface Message { id: string; chatId: string; personType: string; plainText: string; blocks: object[]; files?: { key: string; type: string }[]; state: string }
interface Event { event: string; type: string; entity: Message & { state: string }; refers: { user?: { id: string; name: string; type: string }; userChat?: { id: string; state: string } } }
const { webhookToken } = DEMO_HUB_CREDENTIALS.channelTalk;

describe('Channel Talk', () => {
	let sandbox: Sandbox;
	let there: Listener;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		await control(sandbox, 'POST', '/api/reset');
		await connect(sandbox, SHOP.channel, { hub: 'channelTalk' });
		there = await listener();
		await listenAt(sandbox, 'channelTalk', there.url, webhookToken);
		return () => there.close();
	});

	const events = (count: number) => eventually(() => there.posts.length === count && there.bodies<Event>());
	/** The customer writes; the chat's id here. */
	const begin = async (text = '문의드려요', number = NUMBER) => {
		await write(sandbox, SHOP.channel, text, number);
		return (await events(2))[1]?.entity.chatId ?? '';
	};
	const reply = (id: string, body: object, bot = '') => channelTalk<{ message: Message }>(sandbox, 'POST', `/user-chats/${id}/messages${bot && `?botName=${encodeURIComponent(bot)}`}`, body);
	const text = (value: string) => ({ blocks: [{ type: 'text', value }] });

	it('posts a chat and its messages with the token and the documented keys (F12)', async () => {
		const id = await begin('1 < 2 & 맞죠?');
		expect(there.posts.map(({ path }) => path)).toEqual(Array.from({ length: 2 }, () => `/webhook/consult?token=${webhookToken}`));
		const [chat, message] = there.bodies<Event>();
		const source = { appMessenger: { mediumType: 'appKakao', displayName: '카카오상점' } };
		expect(chat).toMatchObject({ event: 'upsert', type: 'userChat', entity: { id, state: 'opened', source }, refers: { user: { type: 'lead' } } });
		expect(message).toMatchObject({
			event: 'push', type: 'message',
			entity: {
				chatId: id, chatType: 'userChat', personType: 'user', plainText: '1 < 2 & 맞죠?', language: 'ko',
				blocks: [{ type: 'text', value: '1 &lt; 2 &amp; 맞죠?' }],
			},
			refers: { user: { id: expect.any(String) as unknown }, userChat: { id, state: 'opened' } },
		});
		const keys = ['chatKey', 'id', 'mainKey', 'threadKey', 'root', 'channelId', 'personId', 'requestId', 'createdAt', 'version', 'updatedAt', 'state'];
		for (const key of keys) expect(message?.entity).toHaveProperty(key);
		expect(there.posts[1]?.raw).not.toContain('01012345678');
	});

	it('answers as a bot, into Kakao\'s room, and tells of that too', async () => {
		const id = await begin();
		const blocks = [{ type: 'text', value: '<b>안녕하세요</b> &lt;3' }, { type: 'bullets', blocks: [{ type: 'text', value: '하나' }] }];
		const { status, body } = await reply(id, { blocks }, '상담봇');
		expect([status, body.message.plainText, body.message.state]).toEqual([200, '안녕하세요 <3\n• 하나', 'sent']);
		expect(answersIn(await chatOf(sandbox, SHOP.channel))).toMatchObject([{ kind: 'text', text: '안녕하세요 <3\n• 하나' }]);
		expect((await events(3))[2]).toMatchObject({ type: 'message', entity: { personType: 'bot' }, refers: { bot: { name: '상담봇' } } });
	});

	it('keeps inside what shall not leave, and what Kakao does not take any more', async () => {
		const id = await begin();
		for (const option of ['doNotSendApp', 'private']) expect((await reply(id, { ...text('우리끼리'), options: [option] })).status).toBe(200);
		await act(sandbox, 'leave', SHOP.channel);
		const late = await reply(id, text('늦은 답'));
		expect([late.status, late.body.message.state]).toEqual([200, 'failed']);
		expect(answersIn(await chatOf(sandbox, SHOP.channel))).toEqual([]);
		expect((await channelTalk<{ userChat: object }>(sandbox, 'GET', `/user-chats/${id}`)).body.userChat).toMatchObject({ state: 'closed' });
	});

	it('lists chats, messages and sessions, page by page', async () => {
		for (let i = 0; i < 5; i++) await write(sandbox, SHOP.channel, `문의 ${i}`, `0105555000${i}`);
		const page = (since = '') => channelTalk<{ next?: string; userChats: { id: string }[] }>(
			sandbox, 'GET', `/user-chats?state=opened&sortOrder=asc&limit=2${since && `&since=${since}`}`);
		const seen: string[] = [];
		let since: string | undefined = '';
		while (since !== undefined) {
			const { body }: Awaited<ReturnType<typeof page>> = await page(since);
			seen.push(...body.userChats.map(({ id }) => id));
			since = body.next;
		}
		expect(new Set(seen).size).toBe(5);
		await write(sandbox, SHOP.channel, '하나 더', '01055550000');
		const { body } = await channelTalk<{ messages: Message[] }>(sandbox, 'GET', `/user-chats/${seen[0]}/messages?sortOrder=desc&limit=1`);
		expect(body.messages.map(({ plainText }) => plainText)).toEqual(['하나 더']);
		expect((await channelTalk<{ sessions: object[] }>(sandbox, 'GET', `/user-chats/${seen[0]}/sessions`)).body.sessions).toHaveLength(2);
		expect((await channelTalk<{ userChats: object[] }>(sandbox, 'GET', '/user-chats?state=closed')).body.userChats).toEqual([]);
		expect((await channelTalk(sandbox, 'GET', '/user-chats?limit=501')).status).toBe(422);
		expect((await channelTalk(sandbox, 'GET', '/user-chats?since=nonsense')).status).toBe(422);
	});

	it('gives files by key, and the key by an address that ends', async () => {
		await write(sandbox, SHOP.channel, { photos: [{ base64: PIXEL.toString('base64'), name: '영수증.png', comment: '여기요' }] });
		const message = (await events(2))[1]?.entity;
		expect(message).toMatchObject({ plainText: '여기요', files: [{ type: 'image', name: '영수증.png', contentType: 'image/png', size: PIXEL.length }] });
		const key = encodeURIComponent(message?.files?.[0]?.key ?? '');
		const { body } = await channelTalk<{ result: string }>(sandbox, 'GET', `/user-chats/${message?.chatId}/messages/file?key=${key}`);
		expect((await fetch(body.result)).status).toBe(200);
	});

	it('closes the consult at Kakao, and the customer opens it again', async () => {
		const id = await begin();
		expect((await channelTalk(sandbox, 'PUT', `/user-chats/${id}/close`)).body).toMatchObject({ userChat: { state: 'closed' } });
		expect(await chatOf(sandbox, SHOP.channel)).toMatchObject({ state: 'closed', session: { endReason: 'agent' } });
		await open(sandbox, SHOP.channel);
		expect((await events(4)).slice(2)).toMatchObject([
			{ type: 'userChat', event: 'update', entity: { state: 'closed' } }, { type: 'userChat', event: 'update', entity: { id, state: 'opened' } },
		]);
		expect((await channelTalk(sandbox, 'PATCH', `/user-chats/${id}`, { description: '배송 지연' })).body).toMatchObject({ userChat: { description: '배송 지연' } });
	});

	it('has the name and number of customers whom the shop knows, and of no others', async () => {
		const userIn = async (number: string) => (await channelTalk<{ user: object }>(sandbox, 'GET', `/user-chats/${await begin('문의', number)}`)).body.user;
		expect(await userIn(NUMBER)).toMatchObject({ name: '홍길동', mobileNumber: '+821012345678' });
		there.posts.length = 0;
		expect(await userIn('01055551111')).not.toHaveProperty('mobileNumber');
	});

	it('tells when it has sent its own follow-up alarm', async () => {
		const chatAfterAnswer = async (number: string) => {
			const id = await begin('문의', number);
			await act(sandbox, 'agent', SHOP.channel, { text: '답변' }, number);
			await events(3);
			there.posts.length = 0;
			return (await channelTalk<{ userChat: object }>(sandbox, 'GET', `/user-chats/${id}`)).body.userChat;
		};
		expect(await chatAfterAnswer(NUMBER)).not.toHaveProperty('followUpTriggeredAt');
		expect(await chatAfterAnswer(FOLLOWED_UP_NUMBER)).toMatchObject({ followUpTriggeredAt: expect.any(Number) });
	});

	it('knows users, members, managers, bots and the workspace', async () => {
		await begin('문의드려요', '01055551111');
		const user = there.bodies<Event>()[1]?.refers.user;
		expect((await channelTalk(sandbox, 'GET', `/users/${user?.id}`)).body).toMatchObject({ user: { type: 'lead', mobileNumberQualified: false } });
		expect((await channelTalk(sandbox, 'PATCH', `/users/${user?.id}`, { profile: { mobileNumber: '+821012345678' } })).body)
			.toMatchObject({ user: { mobileNumber: '+821012345678', mobileNumberQualified: true } });
		expect((await events(3))[2]).toMatchObject({ event: 'upsert', type: 'user', entity: { id: user?.id } });
		expect((await channelTalk(sandbox, 'PUT', '/users/@mid_1', { profile: { name: '홍길동' }, tags: ['vip'] })).body)
			.toMatchObject({ user: { memberId: 'mid_1', type: 'member', name: '홍길동', tags: ['vip'] } });
		expect((await channelTalk(sandbox, 'GET', '/users/@mid_1')).status).toBe(200);
		expect((await channelTalk(sandbox, 'GET', `/users/${user?.id}/user-chats`)).body).toMatchObject({ userChats: [{ userId: user?.id }] });
		expect((await channelTalk(sandbox, 'GET', '/channel')).body).toMatchObject({ channel: { name: '카카오상점', timeZone: 'Asia/Seoul' } });
		expect((await channelTalk(sandbox, 'GET', '/bots')).body).toMatchObject({ bots: [{ name: 'Channel-bot' }, { name: '상담봇' }] });
		expect((await channelTalk(sandbox, 'GET', '/managers?limit=10')).body).toMatchObject({ managers: [{ name: '김상담' }] });
	});

	it('refuses wrong keys, unknown chats and bots, and bodies that are no messages', async () => {
		const id = await begin();
		expect((await channelTalk(sandbox, 'GET', '/channel', undefined, 'wrong')).status).toBe(401);
		expect((await reply('nowhere', text('a'))).status).toBe(404);
		expect((await reply(id, text('a'), '없는봇')).status).toBe(404);
		for (const body of [{}, { blocks: [] }, { blocks: [{ type: 'image', value: 'a' }] }, { ...text('a'), options: ['loud'] }, { ...text('a'), plian: 'b' }]) {
			expect((await reply(id, body)).status, JSON.stringify(body)).toBe(422);
		}
	});

	it('limits the rate and says so in every answer', async () => {
		await behave(sandbox, { hub: 'channelTalk', rateLimit: 2 });
		const headersOf = async () => (await channelTalk(sandbox, 'GET', '/bots')).headers;
		const first = await headersOf();
		expect([first.get('x-ratelimit-limit'), first.get('x-ratelimit-remaining')]).toEqual(['2', '1']);
		expect(Math.abs(Number(first.get('x-ratelimit-reset')) - Date.now() / 1000 - 60)).toBeLessThan(5);
		await headersOf();
		const refused = await channelTalk(sandbox, 'GET', '/bots');
		expect([refused.status, refused.headers.get('x-ratelimit-remaining'), refused.headers.get('x-ratelimit-will-be-throttled')]).toEqual([429, '0', 'true']);
	});

	it('stops after 100 failures in a row, until somebody registers the webhook again', async () => {
		const broken = await listener(() => ({ status: 404 }));
		await listenAt(sandbox, 'channelTalk', broken.url, webhookToken);
		await control(sandbox, 'POST', '/api/consult/burst', { customers: 1, messages: 120, channel: SHOP.channel });
		const state = async () => (await control<{ id: string; stopped: string | null }[]>(sandbox, 'GET', '/api/hubs')).body.find(({ id }) => id === 'channelTalk')?.stopped;
		await eventually(state);
		expect(broken.posts).toHaveLength(100);
		await write(sandbox, SHOP.channel, '들리나요');
		expect((await control<{ url: string }[]>(sandbox, 'GET', '/api/hubs/callbacks?limit=1')).body[0]?.url).toContain('token=***');
		await listenAt(sandbox, 'channelTalk', there.url, webhookToken);
		expect(await state()).toBeNull();
		await write(sandbox, SHOP.channel, '이제요');
		expect((await events(1))[0]).toMatchObject({ entity: { plainText: '이제요' } });
		expect(broken.posts).toHaveLength(100);
		await broken.close();
	});

	it('takes a quick reply, writes types with a capital and shows a wrong token when told to', async () => {
		const quick = await listener((post) => (post.raw.includes('"personType":"user"') ? { headers: { 'x-quick-reply': 'true', 'x-bot-name': 'x' }, body: '잠시만요' } : {}));
		await listenAt(sandbox, 'channelTalk', quick.url, webhookToken);
		await behave(sandbox, { hub: 'channelTalk', upperCaseType: true, badSignature: true });
		await write(sandbox, SHOP.channel, '빨리요');
		await eventually(() => quick.posts.length === 3);
		expect(quick.bodies<Event>().map(({ type }) => type)).toEqual(['UserChat', 'Message', 'Message']);
		expect(quick.posts[1]?.path).toBe('/webhook/consult?token=wrong');
		expect(answersIn(await chatOf(sandbox, SHOP.channel))).toMatchObject([{ text: '잠시만요' }]);
		await quick.close();
	});

	it('tells of a manager who answers in its own screen', async () => {
		await begin();
		await act(sandbox, 'agent', SHOP.channel, { text: '김상담입니다' });
		expect((await events(3))[2]).toMatchObject({ entity: { personType: 'manager', plainText: '김상담입니다' }, refers: { manager: { name: '김상담' } } });
	});
});
