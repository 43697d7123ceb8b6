import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signature } from '../../sandbox/dealers/naverSens/auth.mts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { kstMinutes, kstSeconds } from '../../sandbox/world/kst.mts';
import { SENS_BASE, benchText, control, finished, sens } from './support.mts';

interface Failure {
	status: number;
	errors: string[];
	errorMessage: string;
}
interface SendAnswer {
	requestId: string;
	statusCode: string;
	messages: { messageId: string; requestStatusCode: string; requestStatusName: string }[];
}

describe('Naver SENS on the wire', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 20 });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const send = (messages: object[], extra: object = {}) =>
		sens<SendAnswer & Failure>(sandbox, 'POST', `${SENS_BASE}/messages`, { plusFriendId: '@kakaoshop', templateCode: 'bench-three', messages, ...extra });

	it.each([
		['POST', '/alimtalk/v2/services/ncp:kkobizmsg:kr:100000000002:proj/messages', 'TqkYARbcrQD0bIZKBSdd6NYP+jiem4sRhb5gl2yZcrk='],
		['POST', '/alimtalk/v2/services/ncp%3Akkobizmsg%3Akr%3A100000000002%3Aproj/messages', 'SujMOM86eIPvqQ4gkZPdrNBVRtxMUse8+Ui7CRgCKnE='],
		['GET', '/alimtalk/v2/services/ncp%3Akkobizmsg%3Akr%3A100000000002%3Aproj/templates?channelId=%40shop&pageSize=100&pageIndex=0', 'ZckyZwGFZ7Pa1H3eYTWtGb/09ouNmuAct6pzfLKkyXE='],
	])('computes the signature of %s %s as SENS does', (method, path, expected) => {
		expect(signature('testSecretKey', method, path, '1767323045000', 'testAccessKey')).toBe(expected);
	});

	it('accepts the service id raw or encoded, but only signed the way it was sent', async () => {
		const encoded = `${SENS_BASE.replaceAll(':', '%3A')}/channels`;
		expect((await sens(sandbox, 'GET', `${SENS_BASE}/channels`)).status).toBe(200);
		expect((await sens(sandbox, 'GET', encoded)).status).toBe(200);
		const mixed = await sens<Failure>(sandbox, 'GET', encoded, undefined, `${SENS_BASE}/channels`);
		expect([mixed.status, mixed.body.errorMessage]).toEqual([401, 'Unauthorized']);
	});

	it('delivers a finished text that matches its template to the letter', async () => {
		const answer = await send([{ to: '01012345678', content: benchText }]);
		expect([answer.status, answer.body.statusCode, answer.body.messages[0]?.requestStatusCode]).toEqual([202, '202', 'A000']);
		expect((await finished(sandbox, '01012345678')).state).toBe('delivered');
	});

	it('accepts a text that is one space off, and fails it later with 3016', async () => {
		const { body } = await send([{ to: '01012345678', content: benchText.replace('님, ', '님,  ') }]);
		expect(body.messages[0]?.requestStatusCode).toBe('A000');
		await finished(sandbox, '01012345678');
		const one = await sens<{ messageStatusCode: string; messageStatusName: string }>(sandbox, 'GET', `${SENS_BASE}/messages/${body.messages[0]?.messageId ?? ''}`);
		expect(one.body).toMatchObject({ messageStatusCode: '3016', messageStatusName: 'fail' });
	});

	it("insists on the template's own buttons", async () => {
		const content = '홍길동님, A/S가 접수되었습니다.\n\n- 접수번호: 1\n- 방문 예정: 내일\n\n일정을 바꾸시려면 전화해 주세요.';
		const buttons = [{ type: 'TN', name: '고객센터 연결' }, { type: 'MD', name: '메시지 전달' }];
		await send([{ to: '01011110001', content, buttons }, { to: '01011110002', content }], { templateCode: 'repair-call' });
		expect((await finished(sandbox, '01011110001')).resultCode).toBe('1000');
		expect((await finished(sandbox, '01011110002')).resultCode).toBe('3027');
	});

	it('answers an empty list with an empty 404', async () => {
		const range = `requestStartTime=${encodeURIComponent(kstSeconds(Date.now() - 60_000))}&requestEndTime=${encodeURIComponent(kstSeconds(Date.now()))}`;
		const answer = await sens(sandbox, 'GET', `${SENS_BASE}/messages?plusFriendId=%40kakaoshop&${range}`);
		expect([answer.status, answer.text]).toEqual([404, '']);
		expect((await sens<Failure>(sandbox, 'GET', `${SENS_BASE}/messages?${range}`)).status).toBe(400);
	});

	it('pages with nextToken through everything that was sent', async () => {
		await send(Array.from({ length: 45 }, (_, i) => ({ to: `010222200${String(i).padStart(2, '0')}`, content: benchText })));
		const range = `requestStartTime=${encodeURIComponent(kstSeconds(Date.now() - 60_000))}&requestEndTime=${encodeURIComponent(kstSeconds(Date.now() + 1000))}`;
		const seen: string[] = [];
		let token = '';
		do {
			const path = `${SENS_BASE}/messages?plusFriendId=%40kakaoshop&${range}${token && `&nextToken=${token}`}`;
			const { body } = await sens<{ messages: { to: string }[]; nextToken?: string }>(sandbox, 'GET', path);
			seen.push(...body.messages.map(({ to }) => to));
			token = body.nextToken ?? '';
		} while (token);
		expect(new Set(seen).size).toBe(45);
	});

	it('falls back only when the message says so', async () => {
		const failoverConfig = { type: 'LMS', from: '0212345678', subject: '안내', content: '대체 문자' };
		await send([
			{ to: '01000003019', content: benchText, useSmsFailover: true, failoverConfig }, { to: '01000003020', content: benchText },
			{ to: '01000000404', content: benchText, useSmsFailover: true },
		]);
		expect(await finished(sandbox, '01000003019')).toMatchObject({ state: 'fallbackDelivered', fallback: { type: 'LMS', title: '안내' } });
		expect((await finished(sandbox, '01000003020')).state).toBe('failed');
		expect((await finished(sandbox, '01000000404')).state).toBe('failed');
	});

	it.each([
		['a mistyped field', [{ to: '01012345678', contents: 'x' }], {}],
		['a number with hyphens', [{ to: '010-1234-5678', content: 'x' }], {}],
		['more than 100 messages', Array.from({ length: 101 }, () => ({ to: '01012345678', content: 'x' })), {}],
		['a reservation that is too soon', [{ to: '01012345678', content: 'x' }], { reserveTime: kstMinutes(Date.now() + 60_000) }],
		['a rejected template', [{ to: '01012345678', content: 'x' }], { templateCode: 'coupon-event' }],
		['a web link button without its PC link', [{ to: '01012345678', content: 'x', buttons: [{ type: 'WL', name: 'a', linkMobile: 'https://a.kr' }] }], {}],
	])('refuses %s with 400 and says where', async (_case, messages, extra) => {
		const answer = await send(messages, extra);
		expect(answer.status).toBe(400);
		expect(answer.body.errors.length).toBeGreaterThan(0);
		expect(sandbox.world.messages).toHaveLength(0);
	});

	it('tells a refused recipient within an accepted request', async () => {
		const { status, body } = await send([{ to: '01012345678', content: benchText }, { to: '12345', content: benchText }]);
		expect([status, ...body.messages.map(({ requestStatusName }) => requestStatusName)]).toEqual([202, 'success', 'fail']);
	});

	it('reads a reservation in the time zone it names, shows it and lets it be cancelled', async () => {
		const due = Math.ceil((Date.now() + 3_600_000) / 60_000) * 60_000;
		const reserveTime = new Date(due).toISOString().slice(0, 16).replace('T', ' ');
		const { body } = await send([{ to: '01012345678', content: benchText }], { reserveTime, reserveTimeZone: 'UTC' });
		expect(sandbox.world.messages[0]?.scheduledAt).toBe(new Date(due).toISOString());
		const path = `${SENS_BASE}/reservations/${body.requestId}`;
		expect((await sens<{ reserveStatus: string }>(sandbox, 'GET', `${path}/reserve-status`)).body.reserveStatus).toBe('READY');
		const canceled = await sens(sandbox, 'DELETE', path);
		expect([canceled.status, canceled.text]).toEqual([204, '']);
		expect((await sens<{ reserveStatus: string }>(sandbox, 'GET', `${path}/reserve-status`)).body.reserveStatus).toBe('CANCELED');
	});

	it('pages templates from zero and gives the review comments with the code', async () => {
		const list = (query: string) => sens<{ templateCode: string; comments?: unknown[] }[]>(sandbox, 'GET', `${SENS_BASE}/templates?channelId=%40kakaoshop${query}`);
		const first = await list('&pageSize=2&pageIndex=0');
		expect(first.body.map(({ templateCode }) => templateCode)).toEqual(['order-confirmed', 'shipping-started']);
		expect((await list('&templateCode=coupon-event')).body[0]?.comments).toHaveLength(1);
		expect((await sens(sandbox, 'GET', `${SENS_BASE}/templates`)).status).toBe(400);
	});
});
