import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { kstMinutes, parseKst } from '../../sandbox/world/kst.mts';
import { Night } from '../../sandbox/world/night.mts';
import type { SandboxMessage } from '../../sandbox/world/types.mts';
import { basic, brand, contents, freestyle, picture, to, type SendAnswer } from './brandNhnSupport.mts';
import { SHOP, benchValues, control, eventually, finished, nhn } from './support.mts';

describe('how Brand Messages travel', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 20, night: 'never' });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const STRANGER = '01000002001';
	const UNWILLING = '01000002002';
	const night = (mode: string) => control<{ mode: string; isNight: boolean }>(sandbox, 'POST', '/api/night', { mode });
	const send = async (recipientList: object[], extra: object = {}) =>
		(await brand<SendAnswer>(sandbox, 'POST', '/freestyle-messages', freestyle('TEXT', { content: '세일' }, { recipientList, ...extra }))).body;
	const arrives = async (number: string, targeting: string, extra: object = {}) => {
		await send([to(number, { targeting, resendParameter: { isResend: false } })], extra);
		return finished(sandbox, number);
	};

	it.each<[string, string, string]>([
		[STRANGER, 'M', '1000'], [STRANGER, 'N', '1000'], [STRANGER, 'I', '3018'],
		[UNWILLING, 'M', '3018'], [UNWILLING, 'N', '3018'], [UNWILLING, 'I', '1000'],
		['01012345678', 'M', '1000'], ['01012345678', 'N', '3018'], ['01012345678', 'I', '1000'],
		['01000003019', 'M', '3019'], ['01000003020', 'I', '3020'],
	])('%s addressed as %s: Kakao answers %s', async (number, targeting, code) => {
		expect((await arrives(number, targeting)).resultCode).toBe(code);
	});

	it('shows strangers how to object: by the request’s number, else by the channel’s', async () => {
		expect((await arrives(STRANGER, 'N')).bubble).toMatchObject({ optOut: { number: '080-123-4567', authNumber: null } });
		const own = await arrives(STRANGER, 'N', { unsubscribeNo: '08098765432', unsubscribeAuthNo: '77' });
		expect(own.bubble).toMatchObject({ optOut: { number: '08098765432', authNumber: '77' } });
		expect((await arrives('01012345678', 'M')).bubble).toMatchObject({ optOut: null });
	});

	it('shows the channel button to strangers only', async () => {
		const buttons = [{ name: '채널 추가', type: 'AC' }];
		expect((await arrives(STRANGER, 'M', { buttons })).bubble).toMatchObject({ buttons: [{ type: 'AC' }] });
		expect((await arrives('01012345678', 'M', { buttons })).bubble).toMatchObject({ buttons: [] });
	});

	it('loses advertising at night, without a text message, while AlimTalk goes out', async () => {
		expect((await night('always')).body).toEqual({ mode: 'always', isNight: true });
		await send([to('01000003019')]);
		expect(await finished(sandbox, '01000003019')).toMatchObject({ state: 'failed', resultCode: '3022', fallback: { type: 'SMS' } });
		await nhn(sandbox, 'POST', '/messages', { senderKey: SHOP.senderKey, templateCode: 'bench-three', recipientList: [{ recipientNo: '01012345678', templateParameter: benchValues }] });
		expect((await finished(sandbox, '01012345678')).state).toBe('delivered');
		await control(sandbox, 'POST', '/api/reset');
		expect((await control(sandbox, 'GET', '/api/night')).body).toEqual({ mode: 'never', isNight: false });
		expect((await night('dusk')).status).toBe(400);
	});

	it('knows the Korean night to the minute', () => {
		const clock = new Night('clock');
		const at = (time: string) => clock.isNight(parseKst(`2026-12-01 ${time}`, 'seconds') ?? NaN);
		expect(['07:59:59', '08:00:00', '20:49:59', '20:50:00', '00:00:00'].map(at)).toEqual([true, false, false, true, true]);
	});

	it('releases everything reserved at once, even at night', async () => {
		const later = { requestDate: kstMinutes(Date.now() + 3_600_000) };
		const { message } = await send([to('01011110001'), to('01011110002')], later);
		await send([to('01011110003')], later);
		await brand(sandbox, 'DELETE', `/messages/${message.requestId ?? ''}?recipientSeq=2`);
		await night('always');
		expect((await control(sandbox, 'POST', '/api/scheduled/release')).body).toEqual({ released: 2 });
		expect(sandbox.world.messages.map(({ state }) => state)).toEqual(['delivered', 'canceled', 'delivered']);
		expect((await control(sandbox, 'POST', '/api/scheduled/release')).body).toEqual({ released: 0 });
	});

	it('falls back by SMS in the words that advertising must have, and not in others', async () => {
		await send([to('01000003019'), to('01000003020', { resendParameter: { resendContent: '세일!' } })]);
		expect(await finished(sandbox, '01000003019')).toMatchObject({ state: 'fallbackDelivered', fallback: { text: '(광고)세일\n[무료 수신거부]080-123-4567' } });
		expect((await finished(sandbox, '01000003020')).state).toBe('failed');
		await send([to('01000003020', { resendParameter: { resendContent: '(광고)세일!\n[무료 수신거부]0801234567' } })]);
		expect((await finished(sandbox, '01000003020')).state).toBe('fallbackDelivered');
	});

	it('has nothing to send by SMS for a carousel unless a text is given', async () => {
		const body = (resendParameter: object) => freestyle('CAROUSEL_FEED', contents(sandbox).CAROUSEL_FEED, { recipientList: [to('01000003019', { resendParameter })] });
		const result = async (resend: object) => (await brand<SendAnswer>(sandbox, 'POST', '/freestyle-messages', body(resend))).body.message.sendResults[0]?.resultCode;
		expect(await result({ isResend: true })).toBe(-4200);
		expect(await result({})).toBe(0);
		expect(await finished(sandbox, '01000003019')).toMatchObject({ state: 'failed', fallback: null });
	});

	it('loses a carousel whose pictures differ in shape on delivery', async () => {
		const { head, list: [card] } = contents(sandbox).CAROUSEL_COMMERCE.carousel;
		const wide = sandbox.world.images.put('wide', { name: 'w', kind: 'carouselCommerce', width: 800, height: 400, format: 'png', bytes: new Uint8Array() });
		await brand(sandbox, 'POST', '/freestyle-messages', freestyle('CAROUSEL_COMMERCE', { carousel: { head, list: [{ ...card, imageUrl: wide.url }] } }));
		expect((await finished(sandbox, '01012345678')).resultCode).toBe('3024');
	});

	it('changes who is a friend and who consents from the next message on', async () => {
		const changed = await control(sandbox, 'PUT', '/api/phones/01012345678', { friend: false, consents: false });
		expect(changed.body).toMatchObject({ friend: false, consents: false });
		expect((await arrives('01012345678', 'M')).resultCode).toBe('3018');
		expect((await control(sandbox, 'PUT', '/api/phones/01099990000', { label: '새 번호' })).body).toMatchObject({ friend: true, consents: true });
	});

	it('offers demo templates of every type with pictures that are there', async () => {
		const { body } = await control<{ bubble: { layout: string } }[]>(sandbox, 'GET', '/api/brand-templates');
		expect(new Set(body.map(({ bubble }) => bubble.layout)).size).toBe(8);
		const urls = [...new Set(JSON.stringify(body).match(/http:\/\/127[^"]+\/images\/[^"]+/g))];
		const served = await Promise.all(urls.map((url) => fetch(url)));
		expect(urls.length).toBeGreaterThan(10);
		expect(served.every((answer) => answer.ok && answer.headers.get('content-type') === 'image/svg+xml')).toBe(true);
		expect((await fetch(picture(sandbox, 'nothing'))).status).toBe(404);
	});

	it('counts two different messages without text to one number as two', async () => {
		for (const header of ['이번 주 추천', '다음 주 추천']) {
			await brand(sandbox, 'POST', '/freestyle-messages', freestyle('WIDE_ITEM_LIST', { ...contents(sandbox).WIDE_ITEM_LIST, header }));
		}
		expect((await control(sandbox, 'GET', '/api/stats')).body).toMatchObject({ accepted: 2, duplicates: 0 });
	});

	it('keeps the template of a message from being changed by what arrives', async () => {
		const values = (이름: string) => ({ templateParameter: { ...benchValues, 이름 } });
		await brand(sandbox, 'POST', '/basic-messages', basic('brand-bench', [to('01011110001', values('가')), to(STRANGER, { targeting: 'M', ...values('#{번호}') })]));
		const second: SandboxMessage = await eventually(async () => finished(sandbox, STRANGER));
		expect(second.bubble.text).toContain('#{번호}님, 회원 가입');
		expect((await finished(sandbox, '01011110001')).bubble).toMatchObject({ optOut: null, text: expect.stringContaining('가님') as string });
	});
});
