import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { kstMinutes, kstSeconds } from '../../sandbox/world/kst.mts';
import { BRAND_BASE, MESSAGE_TYPES, button, contents, coupon, pictureFor, send } from './brandSensSupport.mts';
import { SENS_BASE, benchText, benchValues, control, finished, sens } from './support.mts';

interface Row {
	messageId: string;
	messageType?: string;
	templateCode?: string;
	content?: string;
	messageStatusCode: string | null;
	messageStatusName: string;
	failover?: object;
}

const TO = '01012345678';
const TEXT = { messageType: 'TEXT' };
const TEMPLATE = { templateCode: 'brand-bench' };

describe('Brand Message at Naver SENS', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 20, night: 'never' });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const one = async (messageId = '') => (await sens<Row>(sandbox, 'GET', `${BRAND_BASE}/messages/${messageId}`)).body;

	it.each(MESSAGE_TYPES)('delivers a free-form message of type %s as it was sent', async (messageType) => {
		const answer = await send(sandbox, [{ to: TO, ...(await contents(sandbox))[messageType] }], { messageType });
		expect([answer.status, answer.body.errors, answer.body.messages[0]?.requestStatusCode]).toEqual([202, undefined, 'A000']);
		const message = await finished(sandbox, TO);
		expect(message).toMatchObject({
			state: 'delivered', targeting: 'I', templateCode: '', bubble: { kind: 'brand', layout: messageType === 'WIDE_IMAGE' ? 'WIDE' : messageType },
		});
		expect((await control<object[]>(sandbox, 'GET', '/api/messages?dealer=naverSens')).body).toMatchObject([{ id: message.id }]);
		expect(await one(answer.body.messages[0]?.messageId)).toMatchObject({ messageType, messageStatusCode: '0000' });
	});

	it('reads prices from texts and shows the uploaded pictures', async () => {
		const { COMMERCE } = await contents(sandbox);
		await send(sandbox, [{ to: TO, ...COMMERCE }], { messageType: 'COMMERCE' });
		expect((await finished(sandbox, TO)).bubble).toMatchObject({
			imageUrl: `${sandbox.urls.phone}/images/${COMMERCE.image.imageId}`,
			commerce: { regularPrice: 30_000, discountPrice: 24_000, discountRate: 20, discountFixed: null },
		});
	});

	it('fills a template for everybody with values of their own', async () => {
		const messages = Array.from({ length: 100 }, (_, i) => ({ to: `0103333${String(i).padStart(4, '0')}`, templateParameters: { ...benchValues, 번호: `B-${i}` } }));
		const answer = await send(sandbox, messages, TEMPLATE);
		expect(answer.body.messages.every(({ requestStatusName }) => requestStatusName === 'success')).toBe(true);
		expect(await finished(sandbox, '01033330099')).toMatchObject({ templateCode: 'brand-bench', bubble: { text: '홍길동님, 회원 가입 소식을 전해 드립니다.\n번호: B-99' } });
		expect(await one(answer.body.messages[0]?.messageId)).toMatchObject({ messageType: 'TEXT', templateCode: 'brand-bench' });
		expect((await control<{ largestBatch: number }>(sandbox, 'GET', '/api/stats')).body.largestBatch).toBe(100);
	});

	it('tells a recipient without its values within an accepted request', async () => {
		const { status, body } = await send(sandbox, [{ to: TO, templateParameters: benchValues }, { to: '01011110002', templateParameters: { 이름: 'a' } }], TEMPLATE);
		expect([status, ...body.messages.map(({ requestStatusName }) => requestStatusName)]).toEqual([202, 'success', 'fail']);
		expect(sandbox.world.refused).toMatchObject([{ to: '01011110002', templateCode: 'brand-bench' }]);
	});

	it.each([
		['a mistyped field', [{ to: TO, contents: 'a' }], TEXT],
		['a field of another type', [{ to: TO, content: 'a', headerContent: 'b' }], TEXT],
		['a message without its text', [{ to: TO }], TEXT],
		['a message without a type or template', [{ to: TO, content: 'a' }], {}],
		["Kakao's own name for the wide type", [{ to: TO, content: 'a' }], { messageType: 'WIDE' }],
		['an AC button without a template', [{ to: TO, content: 'a', buttons: [{ type: 'AC', name: '채널 추가' }] }], TEXT],
		['an app link with one scheme', [{ to: TO, content: 'a', buttons: [{ type: 'AL', name: '앱', schemeIos: 'a://b' }] }], TEXT],
		['six buttons', [{ to: TO, content: 'a', buttons: Array(6).fill(button) }], TEXT],
		['a coupon in words of its own', [{ to: TO, content: 'a', coupon: { ...coupon, title: '반값 쿠폰' } }], TEXT],
		['a picture that nobody uploaded', [{ to: TO, content: 'a', image: { imageId: 'x' } }], { messageType: 'IMAGE' }],
		['a price that is a number', [{ to: TO, commerce: { title: 'a', regularPrice: 1000 } }], { messageType: 'COMMERCE' }],
		['a text beyond 1,300 characters', [{ to: TO, content: '가'.repeat(1301) }], TEXT],
		['parameters without a template', [{ to: TO, content: 'a', templateParameters: {} }], TEXT],
		['a text of its own beside a template', [{ to: TO, content: 'a', templateParameters: benchValues }], TEMPLATE],
		['a type that is not the template’s', [{ to: TO, templateParameters: benchValues }], { ...TEMPLATE, messageType: 'IMAGE' }],
		['a template that is stopped', [{ to: TO, templateParameters: { 이름: 'a' } }], { templateCode: 'brand-stopped' }],
		['a template of another channel', [{ to: TO }], { templateCode: 'brand-cs-notice' }],
		['strangers on a channel without approval', [{ to: TO, content: 'a' }], { ...TEXT, targeting: 'M', plusFriendId: '@kakaoshop_cs' }],
		['an unknown targeting', [{ to: TO, content: 'a' }], { ...TEXT, targeting: 'F' }],
		['a reservation that is too soon', [{ to: TO, content: 'a' }], { ...TEXT, reserveTime: kstMinutes(Date.now() + 60_000) }],
		['more than 100 messages', Array.from({ length: 101 }, () => ({ to: TO, content: 'a' })), TEXT],
	])('refuses %s with 400 and says where', async (_case, messages, extra) => {
		const answer = await send(sandbox, messages, extra);
		expect(answer.status).toBe(400);
		expect(answer.body.errors.length).toBeGreaterThan(0);
		expect(sandbox.world.messages).toHaveLength(0);
	});

	it('refuses a template with a button for consultation', async () => {
		const [template] = sandbox.world.brandTemplates.all().filter(({ code }) => code === 'brand-bench');
		if (!template) throw new Error('the demo has no such template');
		sandbox.world.brandTemplates.add({ ...template, code: 'brand-bc', bubble: { ...template.bubble, buttons: [{ type: 'BC', name: '상담' }] } });
		expect((await send(sandbox, [{ to: TO, templateParameters: benchValues }], { templateCode: 'brand-bc' })).status).toBe(400);
	});

	it('refuses a picture that was uploaded for another type', async () => {
		const imageId = await pictureFor(sandbox, 'BASIC');
		const answer = await send(sandbox, [{ to: TO, content: 'a', image: { imageId } }], { messageType: 'WIDE_IMAGE' });
		expect([answer.status, answer.body.errors]).toEqual([400, ['messages[0].image.imageId: no such picture of type WIDE']]);
	});

	it('addresses friends unless told otherwise, and strangers with the number to object', async () => {
		const stranger = '01000002001';
		const friends = await send(sandbox, [{ to: stranger, content: 'a' }], TEXT);
		await finished(sandbox, stranger);
		expect(await one(friends.body.messages[0]?.messageId)).toMatchObject({ messageStatusName: 'fail' });
		await send(sandbox, [{ to: stranger, content: 'b' }], { ...TEXT, targeting: 'N' });
		expect(await finished(sandbox, stranger)).toMatchObject({ state: 'delivered', bubble: { optOut: { number: '080-123-4567' } } });
	});

	it('fails at night with the code of the document, without trying an SMS', async () => {
		await control(sandbox, 'POST', '/api/night', { mode: 'always' });
		const { body } = await send(sandbox, [{ to: TO, content: 'a', useSmsFailover: true }], TEXT);
		await finished(sandbox, TO);
		const row = await one(body.messages[0]?.messageId);
		expect(row).toMatchObject({ messageStatusCode: '3022' });
		expect(row.failover).toBeUndefined();
	});

	it('falls back when a message says so, and says no where there is nothing to send', async () => {
		const { COMMERCE } = await contents(sandbox);
		await send(sandbox, [{ to: '01000003019', content: '주말 세일', useSmsFailover: true, failoverConfig: { from: '0212345678' } }], TEXT);
		expect(await finished(sandbox, '01000003019')).toMatchObject({ state: 'fallbackDelivered', fallback: { type: 'SMS', text: '주말 세일' } });
		const silent = await send(sandbox, [{ to: TO, ...COMMERCE, useSmsFailover: true }], { messageType: 'COMMERCE' });
		expect(silent.body.messages).toMatchObject([{ requestStatusName: 'fail', useSmsFailover: true }]);
	});

	it('keeps advertising and AlimTalk apart in every look-up', async () => {
		const brand = await send(sandbox, [{ to: TO, content: 'a' }], TEXT);
		const alimtalk = await sens<{ requestId: string }>(sandbox, 'POST', `${SENS_BASE}/messages`, {
			plusFriendId: '@kakaoshop', templateCode: 'bench-three', messages: [{ to: TO, content: benchText }],
		});
		const range = `requestStartTime=${encodeURIComponent(kstSeconds(Date.now() - 60_000))}&requestEndTime=${encodeURIComponent(kstSeconds(Date.now() + 1000))}`;
		const list = (base: string) => sens<{ messages: Row[] }>(sandbox, 'GET', `${base}/messages?plusFriendId=%40kakaoshop&${range}`);
		expect((await list(BRAND_BASE)).body.messages).toMatchObject([{ messageType: 'TEXT', content: 'a' }]);
		expect((await list(SENS_BASE)).body.messages).toMatchObject([{ templateCode: 'bench-three' }]);
		expect((await sens(sandbox, 'GET', `${SENS_BASE}/messages?requestId=${brand.body.requestId}`)).status).toBe(404);
		expect((await sens(sandbox, 'GET', `${BRAND_BASE}/messages?requestId=${alimtalk.body.requestId}`)).status).toBe(404);
		expect((await sens(sandbox, 'GET', `${SENS_BASE}/messages/${brand.body.messages[0]?.messageId ?? ''}`)).status).toBe(404);
	});

	it('finds the failed ones of a request', async () => {
		const { body } = await send(sandbox, [{ to: TO, content: 'a' }, { to: '01000002001', content: 'a' }], TEXT);
		await finished(sandbox, '01000002001');
		const failed = await sens<{ messages: Row[] }>(sandbox, 'GET', `${BRAND_BASE}/messages?requestId=${body.requestId}&messageStatusName=fail`);
		expect(failed.body.messages).toMatchObject([{ to: '01000002001', messageStatusName: 'fail' }]);
	});

	it('holds a reservation under its own path and lets it be cancelled there', async () => {
		const { body } = await send(sandbox, [{ to: TO, content: 'a' }], { ...TEXT, reserveTime: kstMinutes(Date.now() + 3_600_000) });
		const path = `/reservations/${body.requestId}`;
		const status = async (base: string) => sens<{ reserveStatus: string }>(sandbox, 'GET', `${base}${path}/reserve-status`);
		expect((await status(SENS_BASE)).status).toBe(404);
		expect((await status(BRAND_BASE)).body.reserveStatus).toBe('READY');
		expect((await sens(sandbox, 'DELETE', `${BRAND_BASE}${path}`)).status).toBe(204);
		expect((await status(BRAND_BASE)).body.reserveStatus).toBe('CANCELED');
		expect(sandbox.world.messages[0]?.state).toBe('canceled');
	});
});
