import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallbackRecord } from '../../sandbox/hubs/callbacks/log.mts';
import { signature } from '../../sandbox/hubs/talkBridge/signature.mts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { SHOP, act, behave, listenAt, listener, open, write } from './consultSupport.mts';
import { control, eventually } from './support.mts';

describe('callbacks', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const answered = async (query = '') => (await control<CallbackRecord[]>(sandbox, 'GET', `/api/hubs/callbacks${query}`)).body;
	const serialOf = (raw: string) => /"serial_number":(\d+)/.exec(raw)?.[1];

	it('arrive once each and in each customer\'s order: 500 messages of 50 customers', async () => {
		// Answers come late and at different times, as a busy workflow's would.
		const there = await listener((_post, index) => ({ delayMs: (index * 7) % 40 }));
		await listenAt(sandbox, 'happyTalk', there.url);
		const burst = await control(sandbox, 'POST', '/api/consult/burst', { customers: 50, messages: 500, channel: SHOP.channel });
		expect(burst.body).toEqual({ customers: 50, messages: 500, relayed: 500, numbers: ['01080000000', '01080000049'] });
		const messages = () => there.posts.filter(({ path }) => path.endsWith('/message'));
		await eventually(async () => (await answered('?limit=20000')).length === 550);
		expect(new Set(messages().map(({ raw }) => serialOf(raw))).size).toBe(500);
		// Read as doubles they are all but the same number.
		expect(new Set(there.bodies<{ serial_number: number }>('/message').map(({ serial_number }) => serial_number)).size).toBeLessThan(10);
		const byCustomer = Map.groupBy(messages(), ({ raw }) => (JSON.parse(raw) as { user_key: string }).user_key);
		expect(byCustomer.size).toBe(50);
		for (const posts of byCustomer.values()) {
			expect(posts.map(({ raw }) => /님의 (\d+)번째/.exec(raw)?.[1])).toEqual(Array.from({ length: 10 }, (_, i) => String(i + 1)));
		}
		await there.close();
	});

	it('come twice, out of order or with repeated references when told to', async () => {
		const there = await listener();
		await listenAt(sandbox, 'happyTalk', there.url);
		await behave(sandbox, { duplicates: 1 });
		await write(sandbox, SHOP.channel, '두 번');
		await eventually(() => there.posts.length === 4);
		expect(there.posts.map(({ path }) => path.split('/').at(-1))).toEqual(['reference', 'reference', 'message', 'message']);
		expect(there.posts[2]?.raw).toBe(there.posts[3]?.raw);

		await behave(sandbox, { duplicates: 0, messageBeforeReference: true, repeatReference: 2 });
		await act(sandbox, 'leave', SHOP.channel);
		await eventually(() => there.posts.length === 5);
		there.posts.length = 0;
		await open(sandbox, SHOP.channel, { extra: 'again' });
		await write(sandbox, SHOP.channel, '먼저');
		await eventually(() => there.posts.length === 4);
		expect(there.posts.map(({ path }) => path.split('/').at(-1))).toEqual(['message', 'reference', 'reference', 'reference']);
		expect(new Set(there.posts.slice(1).map(({ raw }) => raw)).size).toBe(1);
		await there.close();
	});

	it('hold a reference back for a moment only', async () => {
		const there = await listener();
		await listenAt(sandbox, 'happyTalk', there.url);
		await behave(sandbox, { messageBeforeReference: true });
		await open(sandbox, SHOP.channel);
		await eventually(() => there.posts.length === 1);
		await there.close();
	});

	it('are listed with what they were answered and how long that took', async () => {
		const there = await listener(() => ({ status: 201, delayMs: 30 }));
		await listenAt(sandbox, 'happyTalk', `${there.url}?token=secret`);
		await listenAt(sandbox, 'happyTalk', there.url);
		await behave(sandbox, { delayMs: 20 });
		const started = Date.now();
		await open(sandbox, SHOP.channel);
		const [record] = await eventually(async () => {
			const found = await answered('?hub=happyTalk&kind=reference');
			return found.length > 0 && found;
		});
		expect(Date.now() - started).toBeGreaterThanOrEqual(50);
		expect(record).toMatchObject({ hub: 'happyTalk', kind: 'reference', number: '01012345678', channel: SHOP.channel, attempt: 1, status: 201, body: there.posts[0]?.raw });
		expect(record?.ms).toBeGreaterThanOrEqual(29);
		await there.close();
		await behave(sandbox, { delayMs: 0 });
		await act(sandbox, 'leave', SHOP.channel);
		expect(await eventually(async () => (await answered('?kind=expired_session'))[0])).toMatchObject({ status: 0 });
	});

	it('do not hold up the request that caused them, and nothing is posted where nobody listens', async () => {
		const there = await listener(() => ({ delayMs: 60_000 }));
		await listenAt(sandbox, 'happyTalk', there.url);
		await write(sandbox, SHOP.channel, '바로');
		expect(await answered()).toEqual([]);
		await eventually(() => there.posts.length === 1);
		await control(sandbox, 'POST', '/api/reset');
		await write(sandbox, SHOP.channel, '아무도 없음');
		expect(await answered()).toEqual([]);
		await there.close();
	});

	// F10, computed by others with Python and openssl.
	it.each([
		['{"userKey":"AbCd_e_fg12h","kind":"message","seq":1,"brand":"crm-0a1b2c"}', 'v0=ced7c10f24fc3879c7aa27216609968a2374eb6429afa26d7ed42dcbf8bd6854'],
		['{"userKey":"AbCd_e_fg12h","kind":"message","seq":2,"brand":"crm-0a1b2c","extra":"주문문의"}', 'v0=127d4192c186b29524a2599ba79a306ffee72d75b8526637cd1253fe19617b44'],
	])('are signed as TalkBridge signs %s', (body, expected) => {
		expect(signature('whsec_test_0123456789abcdef', '1788856230', body)).toBe(expected);
		expect(`v0=${createHmac('sha256', 'whsec_test_0123456789abcdef').update(`v0:1788856230:${body}`).digest('hex')}`).toBe(expected);
	});
});
