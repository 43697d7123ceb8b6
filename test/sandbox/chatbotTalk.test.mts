import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { CHANNEL, NUMBER, answer, behave, botId, conversation, say, setBot, tap, trySaying, words, type SkillRequest } from './chatbotSupport.mts';
import { listener, type Listener } from './consultSupport.mts';
import { relate } from './developersSupport.mts';
import { control, eventually } from './support.mts';

describe('a chatbot', () => {
	let sandbox: Sandbox;
	let skill: Listener;
	let reply: (request: SkillRequest) => { status?: number; body?: string; delayMs?: number };
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		await control(sandbox, 'POST', '/api/reset');
		reply = ({ userRequest }) => ({ body: answer([words(`${userRequest.utterance}?`)]) });
		skill = await listener((post) => reply(JSON.parse(post.raw) as SkillRequest));
		await setBot(sandbox, { skillUrl: skill.url, skillHeaders: { 'X-Skill-Secret': 's3' } });
		return () => skill.close();
	});

	const asked = () => skill.bodies<SkillRequest>().at(-1);

	it('asks the skill what the customer said, as Kakao asks it', async () => {
		const said = await say(sandbox, '배송 언제 오나요', { params: { sys_date: '오늘' } });
		expect(said).toMatchObject({ from: 'bot', source: 'skill', outputs: [words('배송 언제 오나요?')], block: { name: '자주 묻는 질문' }, problems: [] });
		const key = (await conversation(sandbox)).botUserKey;
		expect(asked()).toMatchObject({
			intent: { name: '자주 묻는 질문', extra: { reason: { code: 1, message: 'OK' } } }, bot: { id: botId, name: '카카오상점 챗봇' },
			userRequest: {
				utterance: '배송 언제 오나요', timezone: 'Asia/Seoul', lang: 'ko', params: { surface: 'Kakaotalk.plusfriend' }, block: { name: '자주 묻는 질문' },
				user: { id: key, type: 'botUserKey', properties: { botUserKey: key, bot_user_key: key, isFriend: true, appUserId: '3012345678', appUserStatus: 'REGISTERED' } },
			},
			action: { clientExtra: {}, params: { sys_date: '오늘' }, detailParams: { sys_date: { origin: '오늘', value: '오늘', groupName: '' } } }, contexts: [],
		});
		expect(key).toMatch(/^[0-9a-f]{66}$/);
		expect(skill.posts[0]?.headers).toMatchObject({ 'x-skill-secret': 's3', 'content-type': 'application/json;charset=UTF-8' });
		expect(asked()?.userRequest).not.toHaveProperty('callbackUrl');
	});

	it('says of strangers and of people outside the app no more than it knows', async () => {
		await relate(sandbox, 'NONE');
		await control(sandbox, 'PUT', `/api/developers/users/${NUMBER}`, { linked: false });
		await say(sandbox, '환불');
		expect(Object.keys(asked()?.userRequest.user.properties ?? {})).toEqual(['botUserKey', 'plusfriendUserKey', 'bot_user_key', 'plusfriend_user_key']);
	});

	it('asks in the odd shapes too: the tester, the dev channel, the least there is', async () => {
		await behave(sandbox, { payload: 'tester' });
		await say(sandbox, '환불');
		expect(asked()).toMatchObject({ userRequest: { utterance: '환불\n', lang: null, params: { surface: 'BuilderBotTest' }, user: { type: 'accountId', properties: {} } }, action: { clientExtra: null } });
		await behave(sandbox, { payload: 'devChannel' });
		await say(sandbox, '환불');
		expect(asked()?.bot.id).toBe(`${botId}!`);
		await behave(sandbox, { payload: 'minimal' });
		await say(sandbox, '환불');
		expect([Object.keys(asked()?.userRequest ?? {}), asked()?.action.clientExtra]).toEqual([['utterance', 'user'], undefined]);
	});

	it('speaks for itself where a block has no skill, and falls back without one', async () => {
		expect(await say(sandbox, '안녕하세요')).toMatchObject({ source: 'block', text: '안녕하세요, 카카오상점이에요. 무엇을 도와드릴까요?' });
		expect(await say(sandbox, '아무 말')).toMatchObject({ source: 'skill', block: { name: '폴백 블록' } });
		await setBot(sandbox, { skillUrl: null, fallbackText: '잘 모르겠어요.' });
		expect(await say(sandbox, '아무 말')).toMatchObject({ source: 'fallback', text: '잘 모르겠어요.' });
		expect(skill.posts).toHaveLength(1);
		await control(sandbox, 'PUT', `/api/chatbot/bots/${botId}/blocks/웰컴 블록`, { text: '어서 오세요.' });
		expect((await say(sandbox, '안녕')).text).toBe('어서 오세요.');
	});

	it('falls back when the skill is late, broken or away, and says why', async () => {
		const why = async () => {
			const { source, problems, skill: call } = await say(sandbox, '배송');
			return [source, problems[0]?.message.en, call?.status];
		};
		await behave(sandbox, { timeoutMs: 100 });
		reply = () => ({ delayMs: 1000, body: answer([words('늦음')]) });
		expect(await why()).toEqual(['fallback', 'the skill server did not answer within 0.1 s.', 0]);
		await behave(sandbox, { timeoutMs: 5000 });
		reply = () => ({ status: 500, body: 'oops' });
		expect(await why()).toEqual(['fallback', 'the skill server answered HTTP 500.', 500]);
		reply = () => ({ body: '<html>' });
		expect(await why()).toEqual(['fallback', 'the answer is not JSON.', 200]);
		await skill.close();
		expect(await why()).toEqual(['fallback', 'the skill server could not be reached.', 0]);
	});

	it('goes on where a button or a quick reply leads', async () => {
		reply = () => ({ body: answer([
			{ textCard: { title: '무엇을?', buttons: [
				{ label: '열기', action: 'webLink', webLinkUrl: 'https://shop.example.com' },
				{ label: '더', action: 'block', blockId: '5a1dbc00c0ffee0000000c02', extra: { page: 2 } },
			] } },
			{ carousel: { type: 'listCard', items: [{ header: { title: '목록' }, items: [{ title: '첫째', action: 'message', messageText: '첫째 주세요', extra: { row: 1 } }] }] } },
		], { quickReplies: [{ label: '환불', action: 'message', messageText: '환불해 주세요', extra: { from: 'quick' } }] }) });
		const { id } = await say(sandbox, '배송');
		expect((await tap(sandbox, id, { button: 0 })).body).toMatchObject({ button: { action: 'webLink', webLinkUrl: 'https://shop.example.com' }, entries: [] });
		expect((await tap(sandbox, id, { quickReply: 0 })).body.entries).toMatchObject([{ from: 'customer', text: '환불해 주세요' }, { from: 'bot' }]);
		expect(asked()?.action.clientExtra).toEqual({ from: 'quick' });
		await tap(sandbox, id, { button: 1 });
		expect(asked()).toMatchObject({ intent: { name: '폴백 블록' }, userRequest: { utterance: '더' }, action: { clientExtra: { page: 2 } } });
		await tap(sandbox, id, { output: 1, card: 0, item: 0 });
		expect(asked()).toMatchObject({ userRequest: { utterance: '첫째 주세요' }, action: { clientExtra: { row: 1 } } });
		expect((await tap(sandbox, id, { button: 7 })).status).toBe(409);
	});

	it('hands over to ConsultTalk when the customer taps the agent button', async () => {
		reply = () => ({ body: answer([{ textCard: { description: '상담원이 필요하세요?', buttons: [{ label: '상담원 연결', action: 'operator' }] } }]) });
		const { id } = await say(sandbox, '배송');
		expect((await tap(sandbox, id, { button: 0 })).body.entries).toMatchObject([{ from: 'system', text: '상담원에게 연결되었습니다.' }]);
		expect((await control<object[]>(sandbox, 'GET', `/api/consult/chats?number=${NUMBER}`)).body).toMatchObject([{ channel: CHANNEL, state: 'consult' }]);
		await control(sandbox, 'PUT', `/api/consult/channels/${CHANNEL}`, { hub: null });
		expect((await tap(sandbox, id, { button: 0 })).status).toBe(409);
	});

	it('remembers the contexts that a skill sets, for as long as it said', async () => {
		reply = ({ userRequest }) => ({ body: JSON.stringify({
			version: '2.0', template: { outputs: [words('네')] },
			...(userRequest.utterance === '주문' && { context: { values: [{ name: 'order', lifeSpan: 1, params: { no: 'A-1' } }, { name: 'gone', lifeSpan: 0 }] } }),
		}) });
		await say(sandbox, '주문');
		await say(sandbox, '배송');
		expect(asked()?.contexts).toEqual([{ name: 'order', lifeSpan: 0, ttl: null, params: { no: { value: 'A-1', resolvedValue: 'A-1' } } }]);
		await say(sandbox, '배송');
		expect(asked()?.contexts).toEqual([]);
	});

	it('does not hear people who have blocked the channel or have no KakaoTalk', async () => {
		await relate(sandbox, 'BLOCKED');
		expect((await trySaying(sandbox, '배송')).status).toBe(409);
		expect((await trySaying(sandbox, '배송', { number: '01000003019' })).status).toBe(409);
		expect((await trySaying(sandbox, '배송', { channel: '@kakaoshop_cs' })).body.error).toBe('@kakaoshop_cs has no chatbot');
		expect((await trySaying(sandbox, '', {})).status).toBe(400);
		expect(skill.posts).toHaveLength(0);
	});

	it('keeps the conversation for the phone page and tells it when to look', async () => {
		const watching = new AbortController();
		const stream = await fetch(`${sandbox.urls.phone}/api/events`, { signal: watching.signal });
		const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
		await say(sandbox, '배송');
		let seen = '';
		await eventually(async () => (seen += (await reader?.read())?.value ?? '').includes('event: chatbot'));
		watching.abort();
		expect((await conversation(sandbox)).entries.map(({ from, text }) => [from, text])).toEqual([['customer', '배송'], ['bot', null]]);
		await say(sandbox, '배송', { number: '01011112222' });
		expect((await control(sandbox, 'GET', '/api/chatbot/conversations')).body).toMatchObject([{ number: '01011112222' }, { number: NUMBER }]);
	});
});
