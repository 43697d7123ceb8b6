import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { DESK, PIXEL, SHOP, act, answersIn, behave, chatOf, form, happy, listenAt, listener, open, write, type Listener } from './consultSupport.mts';
import { control, eventually } from './support.mts';

type Answer = Record<string, unknown> & { code: unknown };
const V3 = '/kakaoWebhook/v3/bzc';

describe('HappyTalk', () => {
	let sandbox: Sandbox;
	let there: Listener;
	let user_key: string;
	const sender_key = SHOP.senderKey;
	let serial = 0;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		await control(sandbox, 'POST', '/api/reset');
		there = await listener();
		user_key = (await open(sandbox, SHOP.channel, { extra: '메타 정보' })).body.chat.userKey;
		return () => there.close();
	});

	const person = () => ({ user_key, sender_key });
	const to = () => ({ ...person(), serial_number: `t${++serial}_${Date.now()}` });
	const v1 = (body: object) => happy<Answer>(sandbox, '/v1/chat/write', { ...to(), ...body });
	const plain = (body: object) => happy<Answer>(sandbox, `${V3}/chat/send/plain`, { ...to(), ...body });
	const rich = (body: object) => happy<Answer>(sandbox, `${V3}/chat/send/rich`, { ...to(), ...body });
	const picture = async (image_type?: string) =>
		String((await happy<Answer>(sandbox, `${V3}/image/upload`, form({ sender_key, image: { bytes: PIXEL, name: 'a.png' }, ...(image_type && { image_type }) }))).body['image']);
	const register = (domain = there.url) => happy<Answer>(sandbox, `/kakaoWebhook/v1/bzmc/consult/${sender_key}/receiveDomain`, { domain });

	it('registers a receive domain per sender key and posts F1, F2 and F5 below it', async () => {
		expect((await register()).body).toEqual({ code: 200 });
		expect((await register('not an address')).body).toEqual({ code: '405', message: '유효하지 않은 허브파트너 수신도메인입니다.' });
		expect((await register(`${there.url}?x=1`)).body.code).toBe('405');
		await write(sandbox, DESK.channel, '다른 채널');
		await open(sandbox, SHOP.channel, { extra: '메타 정보' });
		const [message] = await write(sandbox, SHOP.channel, '안녕하세요');
		await act(sandbox, 'leave', SHOP.channel);
		await eventually(() => there.posts.length === 3);
		expect(there.posts.map(({ path }) => path)).toEqual(['/reference', '/message', '/expired_session'].map((end) => `/webhook/consult${end}`));
		const session_id = (await chatOf(sandbox, SHOP.channel)).session?.id;
		const [reference, , ended] = there.bodies<Record<string, unknown>>();
		const wallClock = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/) as unknown;
		expect(reference).toEqual({
			user_key, session_id, sender_key, app_user_id: null, time: expect.any(Number) as unknown,
			reference: { extra: '메타 정보', text: '', lastText: '', lastTextDate: wallClock, appUserId: null },
			last_reference: { extra: '메타 정보', bot: 'false', bot_event: '', created_at: wallClock },
		});
		expect(there.posts[1]?.raw).toBe(
			`{"user_key":"${user_key}","sender_key":"${sender_key}","session_id":"${session_id}","time":${Date.parse(message?.at ?? '')},`
			+ `"serial_number":${message?.serial},"type":"text","contents":["안녕하세요"]}`);
		expect(ended).toEqual({ user_key, sender_key, session_id });
	});

	it('sends only old metadata when the customer just writes again', async () => {
		await act(sandbox, 'leave', SHOP.channel);
		await register();
		await write(sandbox, SHOP.channel, '또 왔어요');
		await eventually(() => there.posts.length === 2);
		expect(there.bodies('/reference')).toMatchObject([{ reference: null, last_reference: { extra: '메타 정보', bot: 'false' } }]);
	});

	it('posts photos with comments, files, long texts and button extras', async () => {
		await register();
		const base64 = PIXEL.toString('base64');
		await write(sandbox, SHOP.channel, { photos: [{ base64, name: 'a.png', comment: '코멘트1' }, { base64, name: 'b.png' }] });
		await write(sandbox, SHOP.channel, { file: { base64, name: '계약서.pdf' } });
		await write(sandbox, SHOP.channel, { file: { base64, name: 'a.m4a' } });
		await write(sandbox, SHOP.channel, '가'.repeat(1001));
		await write(sandbox, SHOP.channel, { text: '배송 문의', extra: 'ship_1' });
		await eventually(() => there.posts.length === 5);
		const url = expect.stringContaining('/talk.kakaocdn.net/dna/') as unknown;
		const [photos, file, audio, long, tapped] = there.bodies<{ contents: unknown[]; extra?: string }>();
		expect(photos).toMatchObject({ type: 'photo', contents: [{ url, comment: '코멘트1' }, { url }] });
		expect(photos?.contents[1]).not.toHaveProperty('comment');
		expect([file, audio]).toMatchObject([{ type: 'file', contents: [{ url }] }, { type: 'audio', contents: [{ url }] }]);
		expect(long).toMatchObject({ type: 'text', contents: ['가'.repeat(300)], attachment: { url } });
		expect(tapped).toMatchObject({ contents: ['배송 문의'], extra: 'ship_1' });
	});

	it('v1: sends every message type', async () => {
		const image_url = await picture();
		const uploaded = await happy<Answer>(sandbox, '/v1/file/upload', form({ sender_key, file: { bytes: Buffer.from('x,y'), name: '주문.xlsx' } }));
		expect(uploaded.body).toEqual({ code: '0000', file: expect.stringMatching(/\/api1-kage\.kakao\.com\/dn\/.*\.xlsx$/) as unknown, name: '주문.xlsx', size: 3 });
		const file = { file_url: uploaded.body['file'], file_name: '주문.xlsx', file_size: 3 };
		for (const body of [
			{ message: '기본' }, { message_type: 'TX', message: '안녕하세요' }, { message_type: 'IM', image_url }, { message_type: 'FI', ...file },
			{ message_type: 'LI', message: '골라 주세요', image_url, links: [{ type: 'WL', name: '보기', url_mobile: 'https://shop.example.com' }] },
			{ message_type: 'LI', message: '상담원이 없어요', auto_answer: 'S2' },
		]) expect((await v1(body)).body, JSON.stringify(body)).toEqual({ code: 0 });
		expect(answersIn(await chatOf(sandbox, SHOP.channel))).toMatchObject([
			{ kind: 'text', text: '기본' }, { kind: 'text', text: '안녕하세요' }, { kind: 'media', media: 'photo', files: [{ url: image_url }] },
			{ kind: 'media', media: 'file', files: [{ name: '주문.xlsx' }] },
			{ kind: 'rich', layout: 'IMAGE', text: '골라 주세요', imageUrl: image_url, buttons: [{ type: 'WL', name: '보기', linkMobile: 'https://shop.example.com' }] },
			{ kind: 'notice', notice: 'S2', text: '상담원이 없어요' },
		]);
	});

	it.each([
		['a text of 1,001 characters', { message: 'x'.repeat(1001) }], ['no text', { message_type: 'TX' }], ['an unknown type', { message_type: 'XX', message: 'a' }],
		['a picture from elsewhere', { message_type: 'IM', image_url: 'https://example.com/a.png' }], ['LI without text', { message_type: 'LI', links: [{ type: 'BK', name: 'a' }] }],
		['LI with text alone', { message_type: 'LI', message: 'a' }], ['buttons on TX', { message: 'a', links: [{ type: 'BK', name: 'a' }] }],
		['six buttons', { message_type: 'LI', message: 'a', links: Array.from({ length: 6 }, () => ({ type: 'BK', name: 'a' })) }],
		['a button name of 29', { message_type: 'LI', message: 'a', links: [{ type: 'BK', name: 'x'.repeat(29) }] }],
		['a Korean extra', { message_type: 'LI', message: 'a', links: [{ type: 'BK', name: 'a', extra: '배송' }] }],
		['a quick reply name of 15', { message_type: 'LI', message: 'a', supplement: { quick_reply: [{ type: 'BK', name: 'x'.repeat(15) }] } }],
		['WL without address', { message_type: 'LI', message: 'a', links: [{ type: 'WL', name: 'a' }] }], ['an unknown field', { message: 'a', mesage: 'b' }],
		['a serial number of 31', { message: 'a', serial_number: 'x'.repeat(31) }], ['a stranger', { message: 'a', user_key: 'AbCd1EfGh2Jk' }],
	])('v1: refuses %s with -509', async (_name, body) => {
		const answer = await v1(body);
		expect([answer.status, answer.body.code]).toEqual([200, -509]);
		expect(answersIn(await chatOf(sandbox, SHOP.channel))).toEqual([]);
	});

	it('refuses wrong keys, foreign channels, ended consults and serial numbers used before', async () => {
		expect((await happy(sandbox, '/v1/chat/write', { ...to(), message: 'a' }, { 'HT-Client-Id': 'x', 'HT-Client-Secret': 'y' })).status).toBe(401);
		expect((await v1({ message: 'a', sender_key: 'test-key' })).body).toEqual({ code: -501, message: 'InvalidSenderException(senderKey: test-key)' });
		expect((await v1({ message: 'a', sender_key: DESK.senderKey })).body.code).toBe(-501);
		const once = { ...to(), message: 'a' };
		expect((await v1(once)).body.code).toBe(0);
		expect((await v1(once)).body.code).toBe(-509);
		expect((await happy<Answer>(sandbox, '/v1/chat/end', person())).body).toEqual({ code: 0, sessionId: expect.stringMatching(/^\d+$/) as unknown });
		expect((await happy<Answer>(sandbox, '/v1/chat/end', person())).body).toEqual({ code: 0 });
		expect((await v1({ message: 'a' })).body.code).toBe(-502);
	});

	it('v3: sends plain and rich bubbles of every layout', async () => {
		const img_url = await picture('rich');
		const video = await happy<Answer>(sandbox, `${V3}/file/upload`, form({ sender_key, file_type: 'video', file: { bytes: Buffer.from('mp4'), name: 'a.mp4' } }));
		const buttons = [
			{ type: 'WL', name: '보기', url_mobile: 'https://shop.example.com', url_pc: 'https://shop.example.com' },
			{ type: 'AL', name: '앱', scheme_android: 'shop://1' }, { type: 'BT', name: '봇', event: 'menu' },
		];
		const item = { list: [{ title: '하나', img_url, url_mobile: 'https://shop.example.com/1' }, { title: '둘', img_url }] };
		const created_at = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as unknown;
		expect((await plain({ chat_bubble_type: 'TEXT', message: '안녕' })).body).toEqual({ code: 0, created_at });
		for (const send of [
			() => plain({ chat_bubble_type: 'IMAGE', attachment: { image: { img_url } } }),
			() => plain({ chat_bubble_type: 'VIDEO', attachment: { file: { file_url: video.body['file'], file_name: 'a.mp4', file_size: 3 } } }),
			() => rich({ chat_bubble_type: 'TEXT', message: '골라 주세요', attachment: { buttons }, lock: true }),
			() => rich({ chat_bubble_type: 'WIDE_IMAGE', message: '사진', attachment: { image: { img_url, img_link: 'https://shop.example.com' } } }),
			() => rich({ chat_bubble_type: 'WIDE_ITEM_LIST', header: '추천', attachment: { item, buttons } }),
			() => rich({ chat_bubble_type: 'ITEM_LIST', header: '주문', message: '내역입니다', description: '부가', attachment: { item } }),
			() => rich({
				chat_bubble_type: 'CAROUSEL_FEED',
				carousel: { list: [{ header: '가', message: '나', attachment: { image: { img_url }, buttons } }], tail: { url_mobile: 'https://shop.example.com' } },
			}),
			() => rich({ chat_bubble_type: 'TEXT', auto_answer: 'S4' }),
		]) expect((await send()).body).toMatchObject({ code: 0 });
		expect(answersIn(await chatOf(sandbox, SHOP.channel)).slice(3)).toMatchObject([
			{ layout: 'TEXT', secure: true, buttons: [{ type: 'WL' }, { type: 'AL', schemeAndroid: 'shop://1' }, { type: 'BT', event: 'menu' }] },
			{ layout: 'WIDE_IMAGE', imageUrl: img_url, imageLink: 'https://shop.example.com' },
			{ layout: 'WIDE_ITEM_LIST', header: '추천', items: [{ title: '하나' }, { title: '둘' }] }, { layout: 'ITEM_LIST', description: '부가' },
			{ layout: 'CAROUSEL_FEED', cards: [{ header: '가', text: '나', imageUrl: img_url }], tail: { linkMobile: 'https://shop.example.com' } },
			{ kind: 'notice', notice: 'S4', text: '상담 대기 중입니다. 잠시만 기다려 주세요.' },
		]);
	});

	it.each([
		['an unknown layout', { chat_bubble_type: 'VIDEO', message: 'a' }], ['IMAGE without picture', { chat_bubble_type: 'IMAGE', message: 'a' }],
		['a header on TEXT', { chat_bubble_type: 'TEXT', message: 'a', header: 'b' }], ['items without header', { chat_bubble_type: 'ITEM_LIST', attachment: { item: { list: [{ title: 'a' }] } } }],
		['a carousel on TEXT', { chat_bubble_type: 'TEXT', message: 'a', carousel: { list: [{ header: 'a' }] } }], ['auto_answer on IMAGE', { chat_bubble_type: 'IMAGE', auto_answer: 'S1' }],
		['an unknown notice', { chat_bubble_type: 'TEXT', auto_answer: 'S9' }],
	])('v3: refuses %s with -509', async (_name, body) => {
		expect((await rich(body)).body.code).toBe(-509);
	});

	it('answers uploads in its own mixture of codes', async () => {
		const upload = (path: string, fields: Parameters<typeof form>[0]) => happy<Answer>(sandbox, path, form({ sender_key, ...fields }));
		const image = expect.stringMatching(/\/api1-kage\.kakao\.com\/dn\/\w+\/\w+\/\w+\/img_l\.png$/) as unknown;
		expect((await upload(`${V3}/image/upload`, { image: { bytes: PIXEL, name: 'a.png' } })).body).toEqual({ code: '0000', image });
		const large = Buffer.concat([PIXEL, Buffer.alloc(600 * 1024)]);
		expect((await upload('/v1/image/upload', { image: { bytes: large, name: 'a.png' } })).body.code).toBe('0000');
		expect((await upload('/v1/image/upload', { image: { bytes: large, name: 'a.png' }, image_type: 'link' })).body).toEqual({ code: '-505', message: 'InvalidImageSizeException' });
		expect((await upload(`${V3}/image/upload`, { image: { bytes: Buffer.from('no'), name: 'a.png' } })).body.code).toBe('-505');
		expect((await upload(`${V3}/file/upload`, { file: { bytes: PIXEL, name: 'a.png' }, file_type: 'audio' })).body)
			.toEqual({ code: -505, message: 'FailedToUploadFileException' });
		expect((await happy<Answer>(sandbox, '/v1/image/upload', form({ sender_key: 'x', image: { bytes: PIXEL, name: 'a.png' } }))).body.code).toBe(-501);
	});

	it('ends with a bot event, and tells of it like of every end', async () => {
		await register();
		const answer = await happy<Answer>(sandbox, `${V3}/chat/endWithBot`, { ...person(), bot_event: 'start_bot' });
		expect(answer.body).toEqual({ code: 0, session_id: expect.stringMatching(/^\d+$/) as unknown });
		expect(await chatOf(sandbox, SHOP.channel)).toMatchObject({ state: 'bot', session: { endReason: 'agentToBot' }, lastMessage: { from: 'bot' } });
		await eventually(() => there.bodies('/expired_session').length === 1);
		expect((await happy<Answer>(sandbox, `${V3}/chat/endWithBot`, { user_key, sender_key: 'test-key' })).body)
			.toEqual({ code: -501, message: 'InvalidSenderException(senderKey: test-key)' });
	});

	it('shows the sender in both versions, switches the chat, blocks', async () => {
		const v1Sender = await happy<{ code: string; data: object }>(sandbox, '/v1/center/sender', { sender_key });
		expect(v1Sender.body).toMatchObject({ code: '200', data: { senderKey: sender_key, uuid: '@kakaoshop', name: '카카오상점', status: 'A', bizchat: true, businessType: 'BUSINESS' } });
		const v3Sender = await happy<{ code: string; data: object }>(sandbox, `/kakaoWebhook/v3/bzmc/sender?senderKey=${sender_key}`);
		expect(v3Sender.body.data).toMatchObject({ senderKey: sender_key, profileSpamLevel: '0', unsubscribePhoneNumber: '080-123-4567' });
		expect((await happy<Answer>(sandbox, `${V3}/profile/chat/deactivate`, { senderKey: sender_key })).body).toEqual({ code: '200' });
		expect((await happy<Answer>(sandbox, `${V3}/profile/chat/deactivate`, { senderKey: 'x' })).body).toEqual({ code: '515', message: '상담톡 프로필을 찾을 수 없습니다.' });
		expect((await happy<Answer>(sandbox, '/v1/profile/user/block', person())).body).toEqual({ code: 0 });
		expect(await chatOf(sandbox, SHOP.channel)).toMatchObject({ blockedByAgent: true, session: { endReason: 'agentBlocked' } });
	});

	it('fails as it is told to, and a lost answer leaves the bubble behind', async () => {
		await control(sandbox, 'POST', '/api/faults', { plan: [{ dealer: 'happyTalk', nth: 1, kind: 'lose' }, { dealer: 'happyTalk', nth: 2, kind: 'refuse' }] });
		await expect(v1({ message: '사라진 답' })).rejects.toThrow();
		expect((await v1({ message: '거절' })).status).toBe(503);
		expect(answersIn(await chatOf(sandbox, SHOP.channel))).toMatchObject([{ text: '사라진 답' }]);
		expect((await control<{ dealer: string }[]>(sandbox, 'GET', '/api/requests')).body.map(({ dealer }) => dealer)).toEqual(['happyTalk', 'happyTalk']);
	});

	it('posts old bodies, quoted numbers and end types when told to (F3, F4)', async () => {
		await listenAt(sandbox, 'happyTalk', there.url);
		await behave(sandbox, { hub: 'happyTalk', legacyContent: 'only', quotedNumbers: true, endType: 'user' });
		const [message] = await write(sandbox, SHOP.channel, { text: 'hello', extra: 'product consultant' });
		await behave(sandbox, { hub: 'happyTalk', legacyContent: 'both', quotedNumbers: false });
		await write(sandbox, SHOP.channel, { photos: [{ base64: PIXEL.toString('base64'), name: 'a.png' }] });
		await act(sandbox, 'leave', SHOP.channel);
		await eventually(() => there.posts.length === 3);
		const [old, both, ended] = there.bodies();
		expect(old).toEqual({ user_key, sender_key, time: String(Date.parse(message?.at ?? '')), serial_number: message?.serial, type: 'text', content: 'hello', extra: 'product consultant' });
		const url = expect.stringContaining('kakaocdn') as unknown;
		expect(both).toMatchObject({ type: 'photo', content: { url }, contents: [{ url }] });
		expect(ended).toMatchObject({ end_type: 'user' });
	});
});
