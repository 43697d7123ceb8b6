import { describe, expect, test } from 'vitest';

import {
	bridgeHeaders,
	BRAND,
	consult,
	consultCredential,
	type ConsultItem,
	door,
	elsewhere,
	PATIENT,
	rawMessage,
} from './consult.mts';
import { stage } from './kakao.mts';
import { proxy } from './proxy.mts';

const kakao = stage();
const textsOf = (items: ConsultItem[]) => items.map(({ message }) => message?.text);
const signal = (userKey: string, seq: number) => JSON.stringify({ userKey, kind: 'message', seq, brand: BRAND });

/** TalkBridge's rooms, from a server that is as slow or as broken as the test wants. */
async function rooms(answer: (path: string, count: number) => Promise<object | number> | object | number) {
	let count = 0;
	const server = await proxy(
		() => '',
		async ({ path }) => {
			const body = await answer(path, ++count);
			return typeof body === 'number' ? { status: body, body: {} } : { status: 200, body };
		},
	);
	const credentials = consultCredential(kakao, 'talkBridge', { baseUrl: server.url });
	return { credentials, server };
}
const room = (...messages: [seq: number, text: string][]) => ({
	ok: true,
	messages: messages.map(([seq, text]) => ({
		seq,
		text,
		kind: 'message',
		sessionId: '1',
		timestampUnixMs: Date.now(),
	})),
});
const pause = async (milliseconds: number) => await new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

describe('the order in which customers wrote', () => {
	test('is kept for each customer when the words of the first message take longer; others do not wait', async () => {
		let release = (): void => undefined;
		const held = new Promise<void>((resolve) => (release = resolve));
		const { credentials } = await rooms(async (path, count) => {
			if (path.includes('/slow/') && count === 1) await held;
			return room([1, '하나'], [2, '둘'], [3, '셋']);
		});
		const it = await door(kakao, { credentials });
		const calls = [1, 2, 3].map(async (seq) => {
			await pause(seq * 30);
			const body = signal('slow', seq);
			return await it.ring('', body, bridgeHeaders(body));
		});
		await pause(150);
		const other = signal('other', 1);
		expect((await it.ring('', other, bridgeHeaders(other))).status).toBe(200);
		expect(it.items().map(({ user }) => user.userKey)).toEqual(['other']);
		release();
		expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(textsOf(it.items())).toEqual(['하나', '하나', '둘', '셋']);
	});

	test('is kept behind a file that takes longer than the hub is made to wait for words', async () => {
		let release = (): void => undefined;
		const files = await elsewhere((_request, response) => {
			response.writeHead(200, { 'content-type': 'image/png' }).write('x');
			release = () => response.end('y');
		});
		const { credentials } = await rooms(() => room([1, `[photo] ${files}/talk.kakaocdn.net/a.png`], [2, '보셨어요?']));
		const it = await door(kakao, { credentials, parameters: { options: { downloadFiles: true } } });
		const ring = async (seq: number) => await it.ring('', signal('u', seq), bridgeHeaders(signal('u', seq)));
		expect((await ring(1)).status).toBe(200);
		const next = ring(2);
		await pause(8_500);
		release();
		expect((await next).status).toBe(200);
		expect(it.items().map(({ message }) => message?.type)).toEqual(['image', 'text']);
	}, 30_000);

	test('is kept when the hub sends everything of a customer at once', async () => {
		const it = await door(kakao);
		const words = Array.from({ length: 40 }, (_, at) => `${at}`);
		await Promise.all(words.map(async (text) => await it.ring('/message', rawMessage(text))));
		// What comes at once has no order of its own; nothing is lost and nothing is doubled.
		expect(new Set(textsOf(it.items()))).toEqual(new Set(words));
		expect(it.items()).toHaveLength(40);
		expect(new Set(it.items().map(({ user }) => user.firstSeenAt)).size).toBe(1);
	});
});

describe('a TalkBridge room that cannot be read', () => {
	test('is answered 503, and the message starts the flow when the hub calls again', async () => {
		const it = await consult(kakao, 'talkBridge');
		await it.behave({ noPersistence: true, retryPausesMs: [300] });
		await it.customer.write('중요한 말');
		// The first call only says that a consult has begun.
		await expect.poll(() => it.answers.map(({ status }) => status), PATIENT).toEqual([200, 503]);
		expect(it.items()).toEqual([]);
		await it.behave({ noPersistence: false });
		expect(textsOf(await it.until(1))).toEqual(['중요한 말']);
		expect(it.thrown).toEqual([]);
	});

	test('is tried again also when other customers wrote meanwhile and n8n has kept what they said', async () => {
		let broken = true;
		let release = (): void => undefined;
		const held = new Promise<void>((resolve) => (release = resolve));
		const { credentials } = await rooms(async (path) => {
			if (!path.includes('/unlucky/') || !broken) return room([1, '하나']);
			await held;
			return 403;
		});
		const it = await door(kakao, { credentials });
		const body = signal('unlucky', 1);
		const headers = bridgeHeaders(body);
		const failing = it.ring('', body, headers);
		await pause(100);
		// These store all that the process knows while the first call is under way.
		for (const userKey of ['a', 'b']) await it.ring('', signal(userKey, 1), bridgeHeaders(signal(userKey, 1)));
		const kept = structuredClone(it.staticData);
		release();
		expect((await failing).status).toBe(503);
		broken = false;
		// The slowest of them is stored last.
		it.staticData = kept;
		expect((await it.ring('', body, headers)).status).toBe(200);
		expect(it.items().map(({ user }) => user.userKey)).toEqual(['a', 'b', 'unlucky']);
	});

	test.each([
		['fails each time', () => 500],
		['never answers', async () => await new Promise<never>(() => undefined)],
	])('that %s does not keep the hub waiting until it gives up', async (_what, answer) => {
		const { credentials } = await rooms(answer);
		const it = await door(kakao, { credentials });
		const body = signal('u', 1);
		const answered = await fetch(it.url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...bridgeHeaders(body) },
			body,
			// As long as the sandbox's hubs wait.
			signal: AbortSignal.timeout(10_000),
		});
		expect(answered.status).toBe(503);
		expect(it.items()).toEqual([]);
	});
});

test('of what all customers said at the same time nothing is forgotten, though n8n stores it without a lock', async () => {
	const it = await door(kakao, { parameters: { events: ['message.received', 'session.ended'] } });
	const customers = Array.from({ length: 60 }, (_, at) => `customer-${at}`);
	const say = async (text: string) =>
		await Promise.all(
			customers.map(async (user_key) => await it.ring('/message', rawMessage(text, { user_key, session_id: text }))),
		);
	await say('1');
	it.restart();
	await say('2');
	expect(
		it
			.items()
			.slice(60)
			.map(({ user, session }) => [user.isReturning, session.previousSessionId]),
	).toEqual(customers.map(() => [true, '1']));
});
