import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_HUB_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { DESK, PIXEL, SHOP, act, answersIn, behave, bridge, chatOf, form, listenAt, listener, open, write, type Listener, type Post } from './consultSupport.mts';
import { control, eventually } from './support.mts';

interface Envelope { ok: boolean; code?: string | null; message?: string | null; serial?: string; results?: object[]; url?: string }
interface Signal { userKey: string; kind: string; seq?: number; brand: string; serial?: string; serials?: string[]; phase?: string; test?: boolean }
const { webhookSecret, readKey, writeKey } = DEMO_HUB_CREDENTIALS.talkBridge;
const BRAND = DESK.brandKey;

describe('TalkBridge', () => {
	let sandbox: Sandbox;
	let there: Listener;
	let userKey: string;
	/** Number of the journal's first entry. */
	let first: number;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		await control(sandbox, 'POST', '/api/reset');
		await behave(sandbox, { hub: 'talkBridge', echoMs: 20 });
		there = await listener();
		await listenAt(sandbox, 'talkBridge', there.url);
		userKey = (await open(sandbox, DESK.channel, { extra: 'mid_7' })).body.chat.userKey;
		await eventually(() => there.posts.length === 1);
		first = there.bodies<Signal>()[0]?.seq ?? 0;
		return () => there.close();
	});

	const person = () => ({ brandKey: BRAND, userKey });
	const send = (text: string, more: object = {}) => bridge<Envelope>(sandbox, '/api/agent/send', { ...person(), text, ...more });
	const sent = (count: number) => eventually(() => there.posts.length === count && there.bodies<Signal>());
	const messages = async () =>
		(await bridge<{ messages: (Signal & { text: string })[] }>(sandbox, `/api/agent/rooms/${userKey}/messages?brand=${BRAND}`)).body.messages;

	it('signals without a body, signed, with the keys in the order of the wire (F9)', async () => {
		await write(sandbox, DESK.channel, '안녕하세요');
		await write(sandbox, DESK.channel, { text: '배송 문의', extra: 'ship_1' });
		await sent(3);
		const [reference, message, tapped] = there.posts;
		expect(reference?.raw).toMatch(new RegExp(`^\\{"userKey":"${userKey}","kind":"reference","seq":${first},"brand":"${BRAND}","reference":\\{"extra":"mid_7"\\},"lastReference":\\{"extra":"mid_7"`));
		expect(message?.raw).toBe(`{"userKey":"${userKey}","kind":"message","seq":${first + 1},"brand":"${BRAND}"}`);
		expect(tapped?.raw).toBe(`{"userKey":"${userKey}","kind":"message","seq":${first + 2},"brand":"${BRAND}","extra":"ship_1"}`);
		const { headers, raw }: Pick<Post, 'headers' | 'raw'> = message ?? { headers: {}, raw: '' };
		const timestamp = String(headers['x-bridge-timestamp']);
		expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(10);
		expect(headers['x-bridge-signature']).toBe(`v0=${createHmac('sha256', webhookSecret).update(`v0:${timestamp}:${raw}`).digest('hex')}`);
		expect(headers['x-bridge-event']).toBe('message');
		expect(headers['x-bridge-delivery-id']).toMatch(/^[0-9a-f-]{36}$/);
	});

	it('hands the text out on request: newest first, attachments as lines', async () => {
		await write(sandbox, DESK.channel, '영수증 보내요');
		const base64 = PIXEL.toString('base64');
		await write(sandbox, DESK.channel, { photos: [{ base64, name: 'a.png' }, { base64, name: 'b.png', comment: '영수증이요' }] });
		const [photos, text, reference] = await messages();
		expect(photos?.text).toMatch(/^\[photo\] http\S+\/talk\.kakaocdn\.net\/\S+\n\[photo\] \S+ 영수증이요$/);
		const sessionId = (await chatOf(sandbox, DESK.channel)).session?.id;
		expect(text).toEqual({ seq: first + 1, userKey, sessionId, kind: 'message', text: '영수증 보내요', timestampUnixMs: expect.any(Number) as unknown });
		expect(reference).toMatchObject({ seq: first, kind: 'reference' });
		const rooms = await bridge<{ rooms: object[] }>(sandbox, `/api/agent/rooms?brand=${BRAND}&max=5`);
		expect(rooms.body).toMatchObject({ ok: true, brand: BRAND, rooms: [{ userKey, lastSeq: first + 2, lastKind: 'message', count: 3, ended: false }] });
		expect((await bridge(sandbox, '/api/agent/me')).body).toEqual({ name: '카카오상점 샌드박스', scope: 'Admin', brands: [BRAND] });
	});

	it('sends, and echoes twice: at once without seq, later with (F9, F11)', async () => {
		const answer = await send('답변드립니다');
		expect(answer.body).toEqual({ ok: true, brandKey: BRAND, userKey, serial: expect.stringMatching(/^bw-\d{13}-[0-9a-f]{4}$/) as unknown });
		const { serial } = answer.body;
		await sent(3);
		expect(there.posts[1]?.raw).toBe(`{"userKey":"${userKey}","kind":"agent","phase":"accepted","serial":"${serial}","brand":"${BRAND}"}`);
		expect(there.posts[2]?.raw).toBe(`{"userKey":"${userKey}","kind":"agent","seq":${first + 1},"serial":"${serial}","brand":"${BRAND}"}`);
		expect(await messages()).toMatchObject([{ seq: first + 1, kind: 'agent', text: '답변드립니다' }, { seq: first }]);
		expect((await messages())[0]).not.toHaveProperty('serial');
		await behave(sandbox, { journalSerials: true });
		expect((await messages())[0]).toMatchObject({ serial });
	});

	it('sends rich bubbles from a JSON text, and uploaded pictures in them', async () => {
		const upload = await bridge<Envelope>(sandbox, '/api/agent/upload/image', form({ brand: BRAND, file: { bytes: PIXEL, name: 'a.png' } }));
		expect(upload.body).toEqual({ ok: true, code: '0', message: null, url: expect.stringContaining('/api1-kage.kakao.com/dn/') as unknown, name: 'a.png', size: PIXEL.length });
		const bubble = { chat_bubble_type: 'IMAGE', message: '골라 주세요', attachment: { image: { img_url: upload.body.url }, buttons: [{ type: 'BK', name: '네', extra: 'yes_1' }] } };
		expect((await bridge<Envelope>(sandbox, '/api/agent/send/rich', { ...person(), rich: JSON.stringify(bubble) })).body.ok).toBe(true);
		expect(answersIn(await chatOf(sandbox, DESK.channel))).toMatchObject([{ layout: 'IMAGE', text: '골라 주세요', imageUrl: upload.body.url, buttons: [{ extra: 'yes_1' }] }]);
		for (const rich of ['{', '"text"', '{"message":"a"}']) {
			expect(await bridge<Envelope>(sandbox, '/api/agent/send/rich', { ...person(), rich })).toMatchObject({ status: 400, body: { ok: false, code: 'BAD_RICH' } });
		}
		expect((await bridge<Envelope>(sandbox, '/api/agent/send/rich', { ...person(), rich: '{"chat_bubble_type":"TEXT"}' }))).toMatchObject({ status: 200, body: { ok: false, code: '-509' } });
	});

	it('sends several attachments in one call, one bubble and serial each, one journal entry', async () => {
		const files = [{ bytes: PIXEL, name: 'a.png' }, { bytes: Buffer.from('not a picture'), name: 'b.png' }, { bytes: Buffer.from('x'), name: 'c.pdf' }];
		const { body } = await bridge<Envelope>(sandbox, '/api/agent/send/attachments', form({ brandKey: BRAND, userKey, text: '보세요', files }));
		const serial = expect.stringMatching(/^bw-/) as unknown;
		expect(body).toEqual({ ok: true, results: [
			{ kind: 'image', ok: true, code: '0', serial }, { kind: 'image', ok: false, code: '-505', serial: null, message: '보낼 수 없는 이미지예요.' },
			{ kind: 'file', ok: true, code: '0', serial },
		] });
		expect(answersIn(await chatOf(sandbox, DESK.channel))).toMatchObject([{ layout: 'IMAGE', text: '보세요' }, { media: 'file', files: [{ name: 'c.pdf' }] }]);
		const [, accepted, journal] = await sent(3);
		expect(accepted).toMatchObject({ kind: 'agent', phase: 'accepted' });
		expect(journal).toMatchObject({ kind: 'agent', seq: first + 1 });
		expect(journal?.serials).toHaveLength(2);
		expect((await bridge<Envelope>(sandbox, '/api/agent/send/attachments', form({ brandKey: BRAND, userKey }))).body.code).toBe('NO_FILE');
		expect((await bridge<Envelope>(sandbox, '/api/agent/send/attachments', person())).body.code).toBe('NOT_MULTIPART');
	});

	it('recalls a bubble within a day, by serial or by text', async () => {
		const { serial } = (await send('잘못 보냈어요')).body;
		await send('이것도요');
		await sent(5);
		const recall = (what: object) => bridge<Envelope>(sandbox, '/api/agent/delete', { ...person(), ...what });
		expect((await recall({ serial })).body).toEqual({ ok: true, brandKey: BRAND, userKey, serial });
		const deleted = (await sent(6)).at(-1);
		expect(deleted).toMatchObject({ kind: 'deleted', seq: first + 3, serial });
		expect((await recall({ serial })).body).toMatchObject({ ok: false, code: 'NOT_FOUND' });
		expect((await recall({ text: '이것도요', withinSeconds: 60 })).body.ok).toBe(true);
		expect((await recall({ text: '없는 말' })).body.code).toBe('NOT_FOUND');
		expect((await recall({})).body.code).toBe('EMPTY');
		const { serial: old } = (await send('어제')).body;
		await control(sandbox, 'POST', '/api/consult/age', { days: 1.1 });
		expect((await recall({ serial: old })).body.code).toBe('EXPIRED');
		expect((await chatOf(sandbox, DESK.channel)).messages.filter(({ deletedAt }) => deletedAt)).toHaveLength(2);
	});

	it('ends, with a greeting or with the bot; what Kakao ends is called expired', async () => {
		expect((await bridge<Envelope>(sandbox, '/api/agent/end', { ...person(), greeting: '감사합니다' })).body).toEqual({ ok: true, code: '0', message: null });
		expect(answersIn(await chatOf(sandbox, DESK.channel))).toMatchObject([{ text: '감사합니다' }]);
		await sent(4);
		expect(there.bodies<Signal>().map(({ kind }) => kind)).toEqual(['reference', 'agent', 'ended', 'agent']);
		expect(await send('늦은 답')).toMatchObject({ status: 200, body: { ok: false, code: '-502' } });
		await write(sandbox, DESK.channel, '다시요');
		await act(sandbox, 'leave', DESK.channel);
		expect((await sent(7)).at(-1)).toMatchObject({ kind: 'expired' });
		expect((await bridge<{ rooms: object[] }>(sandbox, `/api/agent/rooms?brand=${BRAND}`)).body.rooms).toMatchObject([{ ended: true }]);
		expect((await bridge<Envelope>(sandbox, '/api/agent/end-with-bot', { ...person(), botEvent: 'menu' })).body.ok).toBe(true);
		expect(await chatOf(sandbox, DESK.channel)).toMatchObject({ state: 'bot' });
	});

	it('blocks and unblocks', async () => {
		await bridge(sandbox, '/api/agent/block', person());
		expect((await write(sandbox, DESK.channel, '저기요'))[0]?.relayed).toBe(false);
		await bridge(sandbox, '/api/agent/unblock', person());
		expect((await write(sandbox, DESK.channel, '고마워요'))[0]?.relayed).toBe(true);
	});

	it('refuses wrong keys, scopes, brands and empty fields', async () => {
		expect((await bridge<Envelope>(sandbox, '/api/agent/me', undefined, 'blumnb-wrong')).status).toBe(401);
		expect((await bridge<Envelope>(sandbox, '/api/agent/send', { ...person(), text: 'a' }, readKey))).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
		expect((await bridge<Envelope>(sandbox, '/api/agent/channel/chat', { brandKey: BRAND, active: true }, writeKey))).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
		expect(await send('a', { brandKey: 'crm-000000' })).toMatchObject({ status: 404, body: { code: 'NO_BRAND' } });
		expect(await send('a', { brandKey: SHOP.brandKey })).toMatchObject({ status: 403, body: { code: 'NO_BRAND_SCOPE' } });
		expect(await send('')).toMatchObject({ status: 400, body: { code: 'EMPTY' } });
		expect(await send('a', { userKey: 'nobody' }))
			.toMatchObject({ status: 200, body: { ok: false, code: '-509', message: '메시지 형식이 올바르지 않아 전송되지 않았어요.' } });
		expect(await send('x'.repeat(1001))).toMatchObject({ status: 200, body: { ok: false, code: '-509' } });
		await behave(sandbox, { hub: 'talkBridge', noPersistence: true });
		expect((await bridge<Envelope>(sandbox, `/api/agent/rooms?brand=${BRAND}`))).toMatchObject({ status: 503, body: { code: 'NO_PERSISTENCE' } });
	});

	it('counts customers per day against the plan', async () => {
		await behave(sandbox, { hub: 'talkBridge', quota: 1 });
		expect((await send('하나')).body.ok).toBe(true);
		expect((await send('둘')).body.ok).toBe(true);
		const other = (await open(sandbox, DESK.channel, {}, '01055550001')).body.chat.userKey;
		expect(await send('셋', { userKey: other })).toMatchObject({ status: 402, body: { code: 'QUOTA_EXHAUSTED' } });
	});

	it('keeps schedules and domains, shows profile and notices', async () => {
		const weekTimetable = [{ day: 'MON', startAt: '09:00', endAt: '18:00' }];
		expect((await bridge<Envelope>(sandbox, '/api/agent/channel/schedule', { brandKey: BRAND, weekTimetable })).body.ok).toBe(true);
		expect((await bridge(sandbox, `/api/agent/channel/schedule?brand=${BRAND}`)).body).toMatchObject({ data: { weekTimetable } });
		expect((await bridge<Envelope>(sandbox, '/api/agent/channel/schedule', { brandKey: BRAND, weekTimetable: [] }))).toMatchObject({ status: 400, body: { code: 'EMPTY' } });
		expect((await bridge(sandbox, `/api/agent/profile?brand=${BRAND}`)).body).toMatchObject({ ok: true, data: { uuid: DESK.channel, senderKey: DESK.senderKey } });
		const notices = expect.arrayContaining([{ messageType: 'S1', content: expect.any(String) as unknown }]) as unknown;
		expect((await bridge(sandbox, `/api/agent/sysmsg?brand=${BRAND}`)).body).toMatchObject({ data: [{ messages: notices }] });
		expect((await bridge(sandbox, `/api/agent/conversations?brand=${BRAND}`)).body).toMatchObject({ ok: true, conversations: [{ userKey, ended: false }] });
	});

	it('tries again after 4xx and silence, with the same delivery id and a fresh signature', async () => {
		const moody = await listener((_post, index) => ({ status: [401, 500][index] ?? 200 }));
		await listenAt(sandbox, 'talkBridge', moody.url);
		await behave(sandbox, { hub: 'talkBridge', retryPausesMs: [10, 10, 10] });
		await write(sandbox, DESK.channel, '여러 번');
		await eventually(() => moody.posts.length === 3);
		expect(new Set(moody.posts.map(({ headers }) => headers['x-bridge-delivery-id'])).size).toBe(1);
		const body = await eventually(async () => {
			const found = await control<{ attempt: number; status: number }[]>(sandbox, 'GET', '/api/hubs/callbacks?hub=talkBridge&kind=message');
			return found.body.length === 3 && found.body;
		});
		expect(body.map(({ attempt, status }) => [attempt, status])).toEqual([[3, 200], [2, 500], [1, 401]]);
		await moody.close();
	});

	it('signs wrongly, or for another time, when told to', async () => {
		await behave(sandbox, { hub: 'talkBridge', badSignature: true, timestampOffsetSeconds: -3600 });
		await write(sandbox, DESK.channel, '가짜');
		await sent(2);
		const { headers, raw }: Pick<Post, 'headers' | 'raw'> = there.posts[1] ?? { headers: {}, raw: '' };
		const timestamp = String(headers['x-bridge-timestamp']);
		expect(Number(timestamp)).toBeLessThan(Date.now() / 1000 - 3500);
		expect(headers['x-bridge-signature']).not.toBe(`v0=${createHmac('sha256', webhookSecret).update(`v0:${timestamp}:${raw}`).digest('hex')}`);
	});

	it('sends the centre\'s test signal: nobody, seq 0', async () => {
		expect((await control(sandbox, 'POST', '/api/hubs/talkBridge/test')).status).toBe(200);
		expect((await control(sandbox, 'POST', '/api/hubs/happyTalk/test')).status).toBe(400);
		expect((await sent(2))[1]).toEqual({ userKey: expect.stringMatching(/^tb-test-/) as unknown, kind: 'message', seq: 0, brand: BRAND, test: true });
	});

	it('never uses a number twice, not even after a reset', async () => {
		await write(sandbox, DESK.channel, '하나');
		await sent(2);
		await control(sandbox, 'POST', '/api/reset');
		await listenAt(sandbox, 'talkBridge', there.url);
		await open(sandbox, DESK.channel);
		expect((await sent(3))[2]).toMatchObject({ kind: 'reference', seq: first + 2 });
		expect(await messages()).toHaveLength(1);
	});

	it('echoes what an agent typed elsewhere', async () => {
		await act(sandbox, 'agent', DESK.channel, { text: '센터에서 답장' });
		expect((await sent(3)).slice(1)).toMatchObject([{ kind: 'agent', phase: 'accepted' }, { kind: 'agent', seq: first + 1 }]);
	});
});
