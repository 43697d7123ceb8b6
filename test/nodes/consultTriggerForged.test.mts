import { describe, expect, onTestFinished, test } from 'vitest';

import { DEMO_HUB_CREDENTIALS as DEMO } from '../../sandbox/world/credentials.mts';
import { requireFromN8n } from '../../tools/n8n/paths.mts';
import {
	BRAND,
	bridgeHeaders,
	consult,
	consultCredential,
	type Door,
	door,
	PATIENT,
	rawMessage,
	SENDER_KEY,
} from './consult.mts';
import { stage } from './kakao.mts';

const kakao = stage();
const signal = JSON.stringify({ userKey: 'AbCd_e_fg12h', kind: 'reference', seq: 1, brand: BRAND });
const STARTS = { parameters: { events: ['session.started', 'message.received'] } };
const bridge = async (options = {}) =>
	await door(kakao, { credentials: consultCredential(kakao, 'talkBridge'), ...STARTS, ...options });
const nothing = (it: Door) => expect([it.executions, it.thrown]).toEqual([[], []]);

describe('TalkBridge', () => {
	const good = bridgeHeaders(signal);
	const now = Math.floor(Date.now() / 1000);
	test.each<[string, Record<string, string>, string?]>([
		['no signature', {}],
		['a signature with another secret', bridgeHeaders(signal, 'whsec_another')],
		['a signature with an empty secret', bridgeHeaders(signal, '')],
		['a signature of another body', good, signal.replace('reference', 'message')],
		['a signature that is cut', { ...good, 'x-bridge-signature': good['x-bridge-signature'].slice(0, -2) }],
		['a signature in capitals', { ...good, 'x-bridge-signature': good['x-bridge-signature'].toUpperCase() }],
		['another time than the signed one', { ...good, 'x-bridge-timestamp': String(now + 1) }],
		['a signature six minutes old', bridgeHeaders(signal, undefined, now - 360)],
		['a signature six minutes ahead', bridgeHeaders(signal, undefined, now + 360)],
	])('a call with %s is turned away and starts nothing', async (_what, headers, body = signal) => {
		const it = await bridge();
		expect(await it.ring('', body, headers)).toMatchObject({ status: 401, body: '' });
		nothing(it);
	});

	test('a recorded call that is sent again under another delivery id starts nothing', async () => {
		const it = await bridge();
		const headers = bridgeHeaders(signal);
		expect((await it.ring('', signal, headers)).status).toBe(200);
		expect(
			await it.ring('', signal, { ...headers, 'x-bridge-delivery-id': '00000000-0000-4000-8000-000000000000' }),
		).toMatchObject({
			status: 200,
			body: '',
		});
		expect(it.items()).toHaveLength(1);
	});

	test('bad signatures of the hub are answered 401 each, and the good one that follows starts the flow', async () => {
		const it = await consult(kakao, 'talkBridge');
		await it.behave({ badSignature: true, retryPausesMs: [20] });
		await it.customer.write('하나');
		await expect.poll(() => it.answers.map(({ status }) => status), PATIENT).toEqual([401, 401, 401, 401]);
		await it.behave({ badSignature: false, timestampOffsetSeconds: -400, retryPausesMs: [] });
		await it.customer.write('둘');
		await expect.poll(() => it.answers.length, PATIENT).toBe(5);
		nothing(it);
		await it.behave({ timestampOffsetSeconds: 0 });
		await it.customer.write('셋');
		expect((await it.until(1))[0]?.message?.text).toBe('셋');
	});

	test('without a webhook secret in the credential nobody gets in, whatever they sign with', async () => {
		const it = await bridge({ credentials: consultCredential(kakao, 'talkBridge', { webhookSecret: '' }) });
		expect((await it.ring('', signal, bridgeHeaders(signal, ''))).status).toBe(401);
		nothing(it);
	});
});

describe('Channel Talk', () => {
	test.each([
		'',
		'?token=',
		'?token=wrong',
		`?token=${DEMO.channelTalk.webhookToken}x`,
		`?token=${DEMO.channelTalk.webhookToken}&token=x`,
		'?Token=',
	])('a call with "%s" behind the address is turned away and starts nothing', async (query) => {
		const it = await consult(kakao, 'channelTalk', STARTS);
		await it.customer.write('하나');
		await it.until(1);
		const call = await it.firstCall('message');
		const before = it.items().length;
		expect(await it.ring(query, call.body.replace(/"id":"/, '"id":"x'))).toMatchObject({ status: 401, body: '' });
		expect(it.items()).toHaveLength(before);
	});

	test('a wrong token of the hub never stops it for good: each call is answered and the next right one starts the flow', async () => {
		const it = await consult(kakao, 'channelTalk');
		await it.behave({ badSignature: true });
		await it.customer.write('하나');
		await expect.poll(() => it.answers.map(({ status }) => status)).toEqual([401, 401]);
		await it.behave({ badSignature: false });
		await it.customer.write('둘');
		expect((await it.until(1))[0]?.message?.text).toBe('둘');
	});
});

describe("Kakao's own callbacks", () => {
	test('a call for a channel that is not ours is turned away and starts nothing', async () => {
		const it = await door(kakao, STARTS);
		expect((await it.ring('/message', rawMessage('x', { sender_key: 'f'.repeat(40) }))).status).toBe(403);
		expect((await it.ring('/message', rawMessage('x', { sender_key: SENDER_KEY.slice(0, -1) }))).status).toBe(403);
		nothing(it);
		expect((await it.ring('/message', rawMessage('우리 것'))).status).toBe(200);
		expect(it.items()).toHaveLength(1);
	});

	test('a channel that was added to the credential afterwards is let in at once, and one that was taken out is turned away', async () => {
		const it = await door(kakao, STARTS);
		const ours = rawMessage('하나');
		const added = rawMessage('둘', { sender_key: 'f'.repeat(40) });
		await it.ring('/message', ours);
		it.credentials = consultCredential(kakao, 'happyTalk', { senderKeys: `${'e'.repeat(40)},${'f'.repeat(40)}` });
		expect((await it.ring('/message', added)).status).toBe(200);
		expect(it.items().map(({ message }) => message?.text)).toEqual(['하나', '둘']);
		expect((await it.ring('/message', rawMessage('셋'))).status).toBe(403);
	});

	test('after a minute nobody is let in whose channel has left the credential', async () => {
		const it = await door(kakao, STARTS);
		await it.ring('/message', rawMessage('하나'));
		it.credentials = consultCredential(kakao, 'happyTalk', { senderKeys: 'f'.repeat(40) });
		const memory = it.staticData['node:Node'] as { readAt: number };
		memory.readAt -= 61_000;
		expect((await it.ring('/message', rawMessage('둘'))).status).toBe(403);
		expect(it.items()).toHaveLength(1);
	});

	test.each(['talkBridge', 'channelTalk'] as const)(
		'a credential that was changed to %s does not swallow that hub’s calls',
		async (hub) => {
			const it = await consult(kakao, hub, { credentials: consultCredential(kakao, 'happyTalk') });
			await it.ring('/message', rawMessage('해피톡'));
			it.credentials = consultCredential(kakao, hub);
			await it.customer.write('다른 허브');
			const items = await it.until(2);
			expect(items[1]).toMatchObject({ provider: hub, message: { text: '다른 허브' } });
			// And the former hub has nothing to say any more.
			expect((await it.ring('/message', rawMessage('해피톡'))).status).toBe(401);
		},
	);
});

describe('whatever the hub', () => {
	test.each([
		['no JSON', '{"user_key":', 400],
		['half a text', '"\\u12', 400],
		['a form', 'user_key=a&sender_key=b', 400],
	])('%s is refused and starts nothing', async (_what, body, status) => {
		const it = await door(kakao, STARTS);
		expect((await it.ring('/message', body, { 'content-type': 'text/plain' })).status).toBe(status);
		nothing(it);
	});

	test.each([
		['null', 'null'],
		['a list', '[1,2,{"user_key":1}]'],
		['a number', '12345678901234567890'],
		['fields of wrong kinds', JSON.stringify({ user_key: {}, sender_key: [SENDER_KEY], time: {}, contents: 7 })],
		['a time beyond all calendars', JSON.stringify(rawMessage('x', { time: 1e300, sender_key: '' }))],
		['very deep brackets', '['.repeat(200_000) + ']'.repeat(200_000)],
		['nothing at all', ''],
	])('%s breaks nothing and starts nothing', async (_what, body) => {
		const it = await door(kakao, STARTS);
		for (const suffix of ['', '/message', '/reference', '/expired_session']) {
			const { status } = await it.ring(suffix, body, { 'content-type': 'text/plain' });
			expect([200, 400, 403]).toContain(status);
		}
		nothing(it);
	});

	test('a time that a hostile caller makes up does not stop the flow', async () => {
		const it = await door(kakao, STARTS);
		for (const time of [1e300, -1, 'yesterday', null, '9'.repeat(30)])
			await it.ring('/message', rawMessage('x', { time }));
		expect(it.thrown).toEqual([]);
		expect(it.items()).toHaveLength(5);
	});

	test.each([
		['announced', {}],
		['not announced', { 'transfer-encoding': 'chunked' }],
	])('a body of more than a megabyte, its size %s, is refused and starts nothing', async (_what, headers) => {
		const it = await door(kakao, STARTS);
		const body = JSON.stringify(rawMessage('가'.repeat(360_000)));
		expect(body.length).toBeLessThan(1024 * 1024);
		const chunks = 'transfer-encoding' in headers ? new Blob([body]).stream() : body;
		const answer = await fetch(`${it.url}/message`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: chunks,
			duplex: 'half',
		} as RequestInit);
		expect(answer.status).toBe(413);
		nothing(it);
	});

	test('only the addresses that were allowed get in, also behind a proxy, and nobody by naming one of them', async () => {
		const parameters = { ...STARTS.parameters, options: { allowedIps: '203.0.113.0/24, 2001:db8::7' } };
		const it = await door(kakao, { parameters, proxyHops: 1 });
		const from = async (forwarded?: string) =>
			(await it.ring('/message', rawMessage('x'), forwarded ? { 'x-forwarded-for': forwarded } : {})).status;
		expect(await from()).toBe(403);
		expect(await from('198.51.100.1')).toBe(403);
		// The proxy adds the caller's own address at the end.
		expect(await from('203.0.113.9, 198.51.100.1')).toBe(403);
		nothing(it);
		expect(await from('198.51.100.1, 203.0.113.9')).toBe(200);
		expect(await from('2001:db8:0::7')).toBe(200);
		expect(it.items()).toHaveLength(2);
	});

	test('a proxy of our own that stands in the list does not let everybody in', async () => {
		const parameters = { ...STARTS.parameters, options: { allowedIps: '10.0.0.0/8' } };
		const it = await door(kakao, { parameters, proxyHops: 2 });
		expect((await it.ring('/message', rawMessage('x'), { 'x-forwarded-for': '198.51.100.1, 10.0.0.2' })).status).toBe(
			403,
		);
		nothing(it);
	});

	test('no secret stands in an item, an answer, the log or what is kept', async () => {
		const said = listenToTheLog();
		for (const hub of ['happyTalk', 'talkBridge', 'channelTalk', 'hub'] as const) {
			const it = await consult(kakao, hub, { parameters: { options: { includeRaw: true, downloadFiles: true } } });
			if (hub === 'talkBridge') await it.behave({ noPersistence: true });
			await it.customer.write('비밀은 없어요');
			await it.ring('', '{}', { 'x-bridge-signature': 'v0=00' });
			if (hub === 'talkBridge') {
				await expect.poll(() => it.answers.some(({ status }) => status === 503), PATIENT).toBe(true);
				await it.behave({ noPersistence: false });
			}
			await it.until(1);
			const everything = JSON.stringify([it.items(), it.answers, it.staticData, said]);
			const { webhookSecret, clientSecret, agentKey, accessKey, accessSecret, authValue } = it.credentials
				.kakaoConsultTalkApi as Record<string, string>;
			for (const secret of [webhookSecret, clientSecret, agentKey, accessKey, accessSecret, authValue])
				if (secret) expect(everything).not.toContain(secret);
		}
		expect(JSON.stringify(said)).toContain('The hub is asked to call again');
		expect(JSON.stringify(said)).not.toContain('비밀은');
	}, 60_000);
});

/** Everything that nodes write into n8n's log from now on. */
function listenToTheLog(): unknown[][] {
	const { Container } = requireFromN8n('@n8n/di') as {
		Container: { get(id: unknown): object; set(id: unknown, what: object): void };
	};
	const { Logger } = requireFromN8n('@n8n/backend-common') as { Logger: unknown };
	const logger = Container.get(Logger);
	const said: unknown[][] = [];
	const note = (...words: unknown[]) => void said.push(words);
	Container.set(Logger, { error: note, warn: note, info: note, debug: note, scoped: () => logger });
	onTestFinished(() => Container.set(Logger, logger));
	return said;
}
