import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { kstMinutes } from '../../sandbox/world/kst.mts';
import { SHOP, benchText, benchValues, control, eventually, finished, nhn, receiver } from './support.mts';

interface Header {
	resultCode: number;
	resultMessage: string;
	isSuccessful: boolean;
}
interface SendAnswer {
	header: Header;
	message: { requestId: string | null; sendResults: { recipientSeq: number; resultCode: number; recipientGroupingKey: string | null }[] };
}
interface ListAnswer {
	header: Header;
	messageSearchResultResponse: { totalCount: number; messages: { recipientNo: string; resultCode: string; resendStatus: string; messageStatus: string }[] };
}

describe('NHN Cloud on the wire', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 20 });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const body = (recipients: object[], extra: object = {}) => ({
		senderKey: SHOP.senderKey, templateCode: 'bench-three', recipientList: recipients, ...extra,
	});
	const to = (recipientNo: string, extra: object = {}) => ({ recipientNo, templateParameter: benchValues, ...extra });
	const send = (json: object, headers: Record<string, string> = {}, path = '/messages') => nhn<SendAnswer>(sandbox, 'POST', path, json, headers);
	const code = async (json: object, path = '/messages') => (await send(json, {}, path)).body.header.resultCode;

	it('says in the header, with HTTP 200, that the keys are wrong', async () => {
		const answer = await nhn<SendAnswer>(sandbox, 'GET', '/sender/categories', undefined, { 'X-Secret-Key': 'wrong' });
		expect([answer.status, answer.body.header]).toEqual([200, { resultCode: -1001, resultMessage: 'Invalid secretKey.', isSuccessful: false }]);
	});

	it('fills the template and delivers it under the recipient key', async () => {
		const { body: answer } = await send(body([to('01012345678', { recipientGroupingKey: 'order-1' })]));
		expect(answer.message.sendResults).toMatchObject([{ recipientSeq: 1, resultCode: 0, recipientGroupingKey: 'order-1' }]);
		expect(await finished(sandbox, '01012345678')).toMatchObject({ state: 'delivered', messageKey: 'order-1', bubble: { text: benchText } });
	});

	it('accepts the good recipients of a mixed request and names the bad ones', async () => {
		const { body: answer } = await send(body([to('01011110001'), to('010-1111-0002'), { recipientNo: '01011110003', templateParameter: { 이름: '홍' } }]));
		expect(answer.header.isSuccessful).toBe(true);
		expect(answer.message.sendResults.map(({ resultCode }) => resultCode)).toEqual([0, -5000, -3049]);
	});

	it('fails the header without a request id when everybody failed', async () => {
		const { body: answer } = await send(body([to('abc')]));
		expect([answer.header.resultCode, answer.message.requestId]).toEqual([-1031, null]);
	});

	it('still succeeds when all failed at Kakao but go out by SMS', async () => {
		const raw = (content: string) => body([{ recipientNo: '01012345678', content, resendParameter: { isResend: true, resendContent: '문자' } }]);
		expect(await code(raw(benchText), '/raw-messages')).toBe(0);
		const { body: answer } = await send(raw(benchText.replace('님, ', '님,  ')), {}, '/raw-messages');
		expect(answer.header.isSuccessful).toBe(true);
		expect(answer.message.sendResults).toMatchObject([{ resultCode: -3010 }]);
		expect(await finished(sandbox, '01012345678')).toMatchObject({ state: 'fallbackDelivered', resultCode: '3016' });
		const noFallback = body([{ recipientNo: '01012345678', content: 'x', resendParameter: { isResend: false } }]);
		expect(await code(noFallback, '/raw-messages')).toBe(-1031);
	});

	it('refuses the same idempotency key for ten minutes, but a refused request does not burn it', async () => {
		const key = { 'X-NC-API-IDEMPOTENCY-KEY': 'once' };
		expect((await send({ ...body([to('01012345678')]), templateCode: 'none' }, key)).body.header.resultCode).toBe(-3003);
		expect((await send(body([to('01012345678')]), key)).body.header.resultCode).toBe(0);
		const again = await send(body([to('01012345678')]), key);
		expect([again.status, again.body.header.resultCode]).toEqual([200, -1005]);
		expect(sandbox.world.messages).toHaveLength(1);
	});

	it.each([
		['a mistyped field', { ...body([to('01012345678')]), recipientlist: [] }, 4],
		['a number where a text belongs', body([{ recipientNo: 1012345678 }]), 4],
		['an unknown channel', { ...body([to('01012345678')]), senderKey: 'x'.repeat(40) }, -2017],
		['a template in review', { ...body([to('01012345678')]), templateCode: 'refund-done' }, -3005],
		['too many recipients', body(Array.from({ length: 1001 }, () => to('01012345678'))), -2004],
		['a grouping key that is too long', body([to('01012345678', { recipientGroupingKey: 'x'.repeat(101) })]), -2000],
		['a reservation in the past', body([to('01012345678')], { requestDate: '2020-01-01 09:00' }), -2025],
		['a reservation too far ahead', body([to('01012345678')], { requestDate: kstMinutes(Date.now() + 61 * 86_400_000) }), -2026],
		['a reservation with seconds', body([to('01012345678')], { requestDate: '2026-12-01 09:00:00' }), -2027],
	])('refuses %s loudly', async (_case, json, resultCode) => {
		expect(await code(json)).toBe(resultCode);
	});

	it('refuses a fallback that the channel is not set up for', async () => {
		const json = { senderKey: SHOP.senderKey.replace(/1$/, '2'), templateCode: 'cs-answer' };
		const recipient = { recipientNo: '01012345678', templateParameter: { 고객명: '홍', 문의번호: '1' } };
		expect(await code({ ...json, recipientList: [{ ...recipient, resendParameter: { isResend: true } }] })).toBe(-2502);
		expect(await code({ ...json, recipientList: [recipient] })).toBe(0);
	});

	it('falls back by SMS unless told not to, because the console says so', async () => {
		await send(body([to('01000003019'), to('01000003020', { resendParameter: { isResend: false } })]));
		expect(await finished(sandbox, '01000003019')).toMatchObject({ state: 'fallbackDelivered', fallback: { type: 'SMS', from: '0212345678' } });
		expect(await finished(sandbox, '01000003020')).toMatchObject({ state: 'failed', fallback: null });
	});

	it('keeps one-time passwords in a lane of their own', async () => {
		const json = { senderKey: SHOP.senderKey, templateCode: 'login-code', recipientList: [{ recipientNo: '01012345678', templateParameter: { 인증번호: '123456' } }] };
		const { body: answer } = await send(json, {}, '/auth/messages');
		const id = answer.message.requestId ?? '';
		expect((await nhn<ListAnswer>(sandbox, 'GET', `/auth/messages?requestId=${id}`)).body.messageSearchResultResponse.totalCount).toBe(1);
		expect((await nhn<ListAnswer>(sandbox, 'GET', `/messages?requestId=${id}`)).body.messageSearchResultResponse.totalCount).toBe(0);
		expect(await code(body([to('01012345678')]), '/auth/messages')).toBe(-1031);
	});

	it('finds what was accepted by grouping key and window, page by page', async () => {
		await send(body(Array.from({ length: 25 }, (_, i) => to(`010111100${String(i).padStart(2, '0')}`)), { senderGroupingKey: 'run-1' }));
		await send(body([to('01099990000')], { senderGroupingKey: 'run-2' }));
		const range = `startCreateDate=${kstMinutes(Date.now() - 3_600_000)}&endCreateDate=${kstMinutes(Date.now() + 60_000)}`;
		const page = (number: number) => nhn<ListAnswer>(sandbox, 'GET', `/messages?${range}&senderGroupingKey=run-1&pageSize=20&pageNum=${number}`);
		const [one, two] = [await page(1), await page(2)];
		expect(one.body.messageSearchResultResponse.totalCount).toBe(25);
		const numbers = [one, two].flatMap(({ body: { messageSearchResultResponse: found } }) => found.messages.map(({ recipientNo }) => recipientNo));
		expect(new Set(numbers).size).toBe(25);
		expect((await nhn<ListAnswer>(sandbox, 'GET', '/messages?senderGroupingKey=run-1')).body.header.resultCode).toBe(-4000);
		const wide = `startCreateDate=${kstMinutes(Date.now() - 40 * 86_400_000)}&endCreateDate=${kstMinutes(Date.now())}`;
		expect((await nhn<ListAnswer>(sandbox, 'GET', `/messages?${wide}`)).body.header.resultCode).toBe(-4003);
	});

	it('reports results to a poller', async () => {
		await send(body([to('01012345678'), to('01000003019')]));
		await finished(sandbox, '01000003019');
		const range = `startUpdateDate=${kstMinutes(Date.now() - 60_000)}&endUpdateDate=${kstMinutes(Date.now() + 60_000)}`;
		const { body: answer } = await nhn<{ messages: object[] }>(sandbox, 'GET', `/message-results?${range}`);
		expect(answer.messages).toMatchObject([
			{ resultCode: '1000', messageStatus: 'COMPLETED', resendStatus: 'RSC02' }, { resultCode: '3019', messageStatus: 'FAILED', resendStatus: 'RSC04' },
		]);
	});

	it('cancels reserved messages, chosen ones first, and nothing twice', async () => {
		const { body: answer } = await send(body([to('01011110001'), to('01011110002')], { requestDate: kstMinutes(Date.now() + 3_600_000) }));
		const path = `/messages/${answer.message.requestId ?? ''}`;
		const cancel = async (query = '') => (await nhn<SendAnswer>(sandbox, 'DELETE', path + query)).body.header.resultCode;
		expect(await cancel('?recipientSeq=2')).toBe(0);
		expect(sandbox.world.messages.map(({ state }) => state)).toEqual(['scheduled', 'canceled']);
		expect(await cancel()).toBe(0);
		expect(await cancel()).toBe(-2029);
	});

	it('posts results to the URL in the console, with the string typed there as signature', async () => {
		const customer = await receiver();
		await control(sandbox, 'POST', '/api/dealers/nhnCloud/webhook', { url: customer.url, signature: 'typed-in-console' });
		await send(body([to('01012345678', { recipientGroupingKey: 'k' })], { senderGroupingKey: 'run' }));
		const post = await eventually(() => customer.posts[0]);
		expect(post.headers['x-toast-webhook-signature']).toBe('typed-in-console');
		expect(post.body).toMatchObject({
			event: 'MESSAGE_RESULT_UPDATE', productName: 'KakaoTalk Bizmessage',
			hooks: [{ kakaoMessageType: 'ALIMTALK_NORMAL', recipientSeq: 1, resultCode: '1000', senderGroupingKey: 'run', recipientGroupingKey: 'k' }],
		});
		await customer.close();
	});

	it('lists templates by name and status, and one template under the key that says many', async () => {
		const path = `/senders/${SHOP.senderKey}/templates`;
		const list = await nhn<{ templateListResponse: { templates: { templateCode: string }[]; totalCount: number } }>(sandbox, 'GET', `${path}?templateStatus=TSC03&pageSize=3`);
		expect(list.body.templateListResponse.templates).toHaveLength(3);
		expect(list.body.templateListResponse.totalCount).toBeGreaterThan(6);
		const one = await nhn<{ templates: { templateTitle: string } }>(sandbox, 'GET', `${path}/shipping-started`);
		expect(one.body.templates.templateTitle).toBe('#{택배사} 배송 시작');
	});
});
