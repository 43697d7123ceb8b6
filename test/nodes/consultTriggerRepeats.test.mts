import { describe, expect, test } from 'vitest';

import { DEMO_HUB_CREDENTIALS as DEMO } from '../../sandbox/world/credentials.mts';
import { webhook } from '../harness/triggerCalls.mts';
import {
	bridgeHeaders,
	consult,
	consultCredential,
	type ConsultItem,
	door,
	PATIENT,
	rawMessage,
	SENDER_KEY,
} from './consult.mts';
import { stage } from './kakao.mts';

const kakao = stage();
const SERIAL = '2914978254845711401';

const textsOf = (items: ConsultItem[]) => items.map(({ message }) => message?.text);
const started = { parameters: { events: ['session.started', 'message.received', 'session.ended'] } };

describe.each(['happyTalk', 'talkBridge', 'channelTalk', 'closer', 'hub'] as const)('%s', (hub) => {
	test('calls that come twice start the flow once each', async () => {
		const it = await consult(kakao, hub, started);
		await it.behave({ duplicates: 2 });
		await it.customer.open();
		for (const words of ['하나', '둘', '셋']) await it.customer.write(words);
		await expect.poll(() => textsOf(it.items()).filter(Boolean), PATIENT).toEqual(['하나', '둘', '셋']);
		await expect.poll(async () => (await it.calls()).length % 3, PATIENT).toBe(0);
		expect(it.items().filter(({ event }) => event === 'session.started')).toHaveLength(1);
		expect(new Set(it.answers.map(({ status }) => status))).toEqual(new Set([200]));
	});

	test('calls that come again after n8n has started anew start nothing, and new ones do', async () => {
		const it = await consult(kakao, hub, started);
		await it.customer.open();
		for (const words of ['하나', '둘']) await it.customer.write(words);
		await expect.poll(() => textsOf(it.items()).filter(Boolean), PATIENT).toEqual(['하나', '둘']);
		const before = it.items().length;
		it.restart();
		for (const { url, body } of await it.calls()) {
			const suffix = url.slice(it.url.length).replace('***', DEMO.channelTalk.webhookToken);
			expect(await it.ring(suffix, body, hub === 'talkBridge' ? bridgeHeaders(body) : {})).toMatchObject({
				status: 200,
				body: '',
			});
		}
		expect(it.items()).toHaveLength(before);
		await it.settle();
		expect(
			it
				.items()
				.slice(before)
				.map(({ message, user }) => [message?.text.slice(0, 1), user.isReturning]),
		).toEqual([['끝', false]]);
	});
});

describe("Kakao's own callbacks", () => {
	test('a serial number of 64 bits arrives to the last digit, bare or quoted, and its neighbours are no repeats of it', async () => {
		const it = await door(kakao);
		const body = JSON.stringify(rawMessage('하나')).replace(/"serial_number":"\d+"/, `"serial_number":${SERIAL}`);
		expect(body).toContain(`"serial_number":${SERIAL},`);
		await it.ring('/message', body);
		await it.ring('/message', body.replace(SERIAL, '2914978254845711402'));
		await it.ring('/message', rawMessage('하나', { serial_number: SERIAL }));
		await it.ring('/message', rawMessage('셋', { serial_number: '2914978254845711403', time: '1668429686816' }));
		expect(it.items().map(({ message }) => message?.id)).toEqual([
			SERIAL,
			'2914978254845711402',
			'2914978254845711403',
		]);
		expect(it.items()[2]).toMatchObject({
			occurredAt: '2022-11-14T21:41:26.816+09:00',
			eventId: `${SENDER_KEY}:2914978254845711403`,
		});
	});

	test.each(['off', 'both', 'only'] as const)(
		'bodies from before Kakao’s change (content: %s) bring the words and files',
		async (legacyContent) => {
			const it = await consult(kakao, 'happyTalk');
			await it.behave({ legacyContent, quotedNumbers: true });
			await it.customer.write('예전 형식');
			await it.customer.write({ photos: [{ name: 'a.png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') }] });
			const [words, photo] = await it.until(2);
			expect(words!.message).toMatchObject({ type: 'text', text: '예전 형식', attachments: [] });
			expect(photo!.message).toMatchObject({
				type: 'image',
				text: '',
				attachments: [{ type: 'image', url: expect.stringMatching(/^http/) }],
			});
		},
	);

	test('a consult that is announced several times, also later, starts once, with what the button carried', async () => {
		const it = await consult(kakao, 'happyTalk', started);
		await it.behave({ repeatReference: 2 });
		await it.customer.open({ extra: 'member_A100__plan_xed9484eba19c' });
		await it.customer.write('안녕하세요');
		await it.until(2);
		const reference = await it.firstCall('reference');
		const later = JSON.parse(reference.body) as { time: number };
		expect((await it.ring('/reference', { ...later, time: later.time + 1500 })).body).toBe('');
		expect(it.items().map(({ event }) => event)).toEqual(['session.started', 'message.received']);
		expect(it.items()[0]!.entry).toEqual({
			extra: 'member_A100__plan_xed9484eba19c',
			params: { member: 'A100', plan: '프로' },
			startedByBot: false,
			botEvent: null,
			carriedOver: false,
		});
	});

	test('a message that comes before its consult is announced belongs to that consult, and nobody counts as returning', async () => {
		const it = await consult(kakao, 'happyTalk', started);
		await it.behave({ messageBeforeReference: true });
		await it.customer.open({ extra: 'plan_pro' });
		await it.customer.write('먼저 왔어요');
		const items = await it.until(2);
		expect(items.map(({ event }) => event)).toEqual(['message.received', 'session.started']);
		expect(items[1]!.session.id).toBe(items[0]!.session.id);
		for (const { user, session } of items) expect([user.isReturning, session.previousSessionId]).toEqual([false, null]);
		expect(items[1]!.session.startedAt).toBe(items[0]!.session.startedAt);
	});

	test('metadata of an earlier consult is never taken for this one’s', async () => {
		const it = await consult(kakao, 'happyTalk', started);
		await it.customer.open({ extra: 'plan_pro' });
		await it.customer.write('하나');
		await it.customer.leave();
		await it.customer.write('둘');
		await it.until(5);
		const starts = it.items().filter(({ event }) => event === 'session.started');
		expect(starts.map(({ entry }) => [entry?.extra, entry?.carriedOver])).toEqual([
			['plan_pro', false],
			[null, true],
		]);
		expect(it.items().find(({ event }) => event === 'session.ended')?.session).toMatchObject({ state: 'ended' });
		expect(starts[1]!.session.previousSessionId).toBe(starts[0]!.session.id);
	});

	test('a message that the end of its consult has overtaken belongs to that consult, and the next consult is a new one', async () => {
		const it = await door(kakao, started);
		const first = rawMessage('하나');
		await it.ring('/message', first);
		await it.ring('/expired_session', {
			user_key: first.user_key,
			sender_key: SENDER_KEY,
			session_id: first.session_id,
		});
		await it.ring('/message', rawMessage('둘', { time: first.time + 1_000 }));
		await it.ring('/message', rawMessage('셋', { session_id: '163755147', time: Date.now() }));
		const [one, , two, three] = it.items();
		expect([two!.user.isReturning, two!.session.previousSessionId]).toEqual([false, null]);
		expect(two!.session.startedAt).toBe(one!.session.startedAt);
		expect([three!.user.isReturning, three!.session.previousSessionId]).toEqual([true, '163755146']);
	});

	test('a call whose address ends with a slash is heard, because n8n takes it in', async () => {
		const it = await door(kakao);
		expect((await it.ring('/message/', rawMessage('하나'))).status).toBe(200);
		expect(textsOf(it.items())).toEqual(['하나']);
	});

	test('one and the same call starts every test listen anew, for whoever sends it while building a flow', async () => {
		const it = await door(kakao);
		const call = { ...it.call(), mode: 'manual' as const, body: JSON.stringify(rawMessage('하나')) };
		const test = { ...call, webhook: 'setup', url: '/webhook-test/n8n-hook/consult/message' };
		for (const _again of [1, 2]) {
			const { result } = await webhook(kakao.host, { ...test, staticData: {} });
			expect(result.workflowData?.[0]).toMatchObject([{ json: { message: { text: '하나' } } }]);
		}
	});

	test('the end of a consult tells the hub’s reason, and may come without one or without a body', async () => {
		const it = await door(kakao, started);
		const ended = { user_key: 'u1', sender_key: SENDER_KEY, session_id: '1' };
		await it.ring('/expired_session', { ...ended, end_type: 'AGENT' });
		await it.ring('/expired_session', { ...ended, session_id: '2' });
		expect(await it.ring('/expired_session', '')).toMatchObject({ status: 200, body: '' });
		expect(it.items().map(({ session, reply }) => [session.endedReason, reply.canReply])).toEqual([
			['AGENT', false],
			[null, false],
		]);
	});
});

describe('what is remembered while calls come all at once', () => {
	/** So many messages of so many customers, all at once, then all of them again. */
	test('of two thousand messages the latest thousand are known, whatever was called at the same time', async () => {
		const it = await door(kakao);
		const bodies = Array.from({ length: 2_000 }, (_, at) => rawMessage(`${at}`, { user_key: `user-${at % 100}` }));
		const inTurns = async (list: typeof bodies) => {
			const waiting = [...list];
			const worker = async () => {
				for (let body = waiting.shift(); body; body = waiting.shift()) await it.ring('/message', body);
			};
			await Promise.all(Array.from({ length: 32 }, worker));
		};
		await inTurns(bodies);
		expect(it.items()).toHaveLength(2_000);
		// What was under way at the same time has no order.
		await inTurns(bodies.slice(-960));
		expect(it.items()).toHaveLength(2_000);
		it.restart();
		await inTurns(bodies.slice(-960));
		expect(it.items()).toHaveLength(2_000);
	});
});

const closerEvent = (id: string, bot: string, text: string) => ({
	id,
	sourceId: bot,
	event: 'bot.message.received',
	data: {
		message: { endUserId: `c-${bot}`, data: { text, type: 'text' }, conversationId: 'v1', id, isUser: true },
	},
	timestamp: 1536130243609,
});

test('CLOSER: of a batch with another bot’s customers ours are heard, and a batch of that bot alone is turned away', async () => {
	const it = await door(kakao, { credentials: consultCredential(kakao, 'closer', { senderKeys: 'B1' }) });
	const messages = [closerEvent('e-1', 'B2', '남의 봇'), closerEvent('e-2', 'B1', '우리 봇')];
	for (const _again of [1, 2]) expect((await it.ring('', { id: 'd-1', messages })).status).toBe(200);
	expect(textsOf(it.items())).toEqual(['우리 봇']);
	expect((await it.ring('', { id: 'd-2', messages: [closerEvent('e-3', 'B2', '남의 봇')] })).status).toBe(403);
	expect(it.items()).toHaveLength(1);
});

test('CLOSER: a batch with the same event twice starts the flow with it once', async () => {
	const it = await door(kakao, { credentials: consultCredential(kakao, 'closer') });
	const event = closerEvent('e-1', 'B1', '하나');
	await it.ring('', { id: 'd-1', messages: [event, event, { ...event, id: 'e-2' }] });
	expect(it.executions.map((items) => items.length)).toEqual([2]);
	await it.ring('', { id: 'd-2', messages: [event] });
	expect(it.items()).toHaveLength(2);
});
