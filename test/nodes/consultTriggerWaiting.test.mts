import { describe, expect, test } from 'vitest';

import { type Choice, noteHeaders, type WaitingNote } from '../../nodes/shared/consultWaiting';
import {
	consult,
	consultCredential,
	type Consult,
	type ConsultItem,
	type Door,
	door,
	elsewhere,
	rawMessage,
	SENDER_KEY,
} from './consult.mts';
import { stage } from './kakao.mts';

const kakao = stage();
const CUSTOMER = { provider: 'happyTalk', senderKey: SENDER_KEY, userKey: 'a1bCD2EFGHi3', chatId: '' };
const textsOf = (it: Door) => it.items().map(({ message }) => message?.text);

interface Resumed {
	choice: string | null;
	event: ConsultItem;
}

/** An execution that waits, at an address of the same n8n. */
async function waiting(it: Door, answers: () => unknown = () => ({ taken: true })) {
	const resumed: Resumed[] = [];
	it.resume = (body) => {
		resumed.push(JSON.parse(body) as Resumed);
		return answers();
	};
	return resumed;
}

const note = (it: Door, changes: Partial<WaitingNote> = {}): WaitingNote => ({
	customer: CUSTOMER,
	resumeUrl: `${new URL(it.url).origin}/webhook-waiting/7?signature=s`,
	until: Date.now() + 60_000,
	choices: [],
	...changes,
});

/** What "Send and Wait" does. */
async function leave(it: Door, changes: Partial<WaitingNote> = {}, headers: Record<string, string> = {}) {
	const body = JSON.stringify(note(it, changes));
	const stored = it.credentials.kakaoConsultTalkApi!;
	return await it.ring('', body, { ...noteHeaders(stored, body, Date.now()), ...headers });
}

const CHOICES: readonly Choice[] = [
	{ label: '환불', extra: 'refund_1' },
	{ label: '교환', extra: 'swap_1' },
];

describe('an execution that waits for a customer', () => {
	test('gets the next thing they write, once, and the flow does not start for it', async () => {
		const it = await door(kakao);
		const resumed = await waiting(it);
		expect(await leave(it)).toMatchObject({ status: 200, body: '{"waiting":true}' });
		expect(await it.ring('/message', rawMessage('남의 말', { user_key: 'another' }))).toMatchObject({ status: 200 });
		expect(await it.ring('/message', rawMessage('네, 보내 주세요'))).toMatchObject({ status: 200, body: '' });
		await it.ring('/message', rawMessage('그리고 하나 더'));
		expect(resumed).toMatchObject([
			{
				choice: null,
				event: { message: { text: '네, 보내 주세요' }, reply: { userKey: CUSTOMER.userKey, listener: it.url } },
			},
		]);
		expect(textsOf(it)).toEqual(['남의 말', '그리고 하나 더']);
	});

	test.each([
		['by the words', { contents: [' 교환 '] }, '교환'],
		['by what a button carried', { contents: ['교환할게요'], extra: 'refund_1' }, '환불'],
	])('gets the choice that was made, %s', async (_what, changes, label) => {
		const it = await door(kakao);
		const resumed = await waiting(it);
		await leave(it, { choices: CHOICES });
		await it.ring('/message', rawMessage('', changes));
		expect(resumed).toMatchObject([{ choice: label }]);
		expect(it.items()).toEqual([]);
	});

	test('waits on when the customer writes something that is no choice, and the flow starts for that', async () => {
		const it = await door(kakao);
		const resumed = await waiting(it);
		await leave(it, { choices: CHOICES });
		await it.ring('/message', rawMessage('배송은 언제 되나요?'));
		expect([textsOf(it), resumed]).toEqual([['배송은 언제 되나요?'], []]);
		await it.ring('/message', rawMessage('환불'));
		expect(resumed).toMatchObject([{ choice: '환불' }]);
		expect(it.items()).toHaveLength(1);
	});

	test('is awaited also after n8n has started anew', async () => {
		const it = await door(kakao);
		const resumed = await waiting(it);
		await leave(it);
		it.restart();
		await it.ring('/message', rawMessage('아직 기다리나요'));
		expect(resumed).toHaveLength(1);
		expect(it.items()).toEqual([]);
		it.restart();
		await it.ring('/message', rawMessage('이제 아니죠'));
		expect([resumed.length, textsOf(it)]).toEqual([1, ['이제 아니죠']]);
	});

	test('whose time is over gets nothing: the flow starts', async () => {
		const it = await door(kakao);
		const resumed = await waiting(it);
		await leave(it, { until: Date.now() - 1 });
		await leave(it, { until: Date.now() + 50, customer: { ...CUSTOMER, userKey: 'b' } });
		await new Promise<void>((resolve) => setTimeout(resolve, 80));
		await it.ring('/message', rawMessage('하나'));
		await it.ring('/message', rawMessage('둘', { user_key: 'b' }));
		expect([textsOf(it), resumed]).toEqual([['하나', '둘'], []]);
	});

	test.each<[string, () => unknown]>([
		['does not take the message', () => ({ taken: false })],
		['is gone', () => 404],
		['answers something else', () => 'ok'],
		['breaks', () => 500],
		['leads elsewhere', () => 302],
	])('that %s loses no message: the flow starts with it', async (_what, answers) => {
		const it = await door(kakao);
		const resumed = await waiting(it, answers);
		await leave(it);
		await it.ring('/message', rawMessage('안 들려요?'));
		await it.ring('/message', rawMessage('여보세요'));
		expect([textsOf(it), resumed.length, it.thrown]).toEqual([['안 들려요?', '여보세요'], 1, []]);
	});

	test('has its note taken back by a later one, and the latest note counts', async () => {
		const it = await door(kakao);
		const resumed = await waiting(it);
		await leave(it, { choices: CHOICES });
		await leave(it);
		await it.ring('/message', rawMessage('아무 말'));
		expect(resumed).toHaveLength(1);
		await leave(it);
		await leave(it, { until: 0 });
		await it.ring('/message', rawMessage('다시'));
		expect([resumed.length, textsOf(it)]).toEqual([1, ['다시']]);
	});

	test('goes on waiting when another one, which asked the same customer before, takes its own note back', async () => {
		const it = await door(kakao);
		const resumed = await waiting(it);
		await leave(it);
		await leave(it, { until: 0, resumeUrl: `${new URL(it.url).origin}/webhook-waiting/6?signature=s` });
		await it.ring('/message', rawMessage('답'));
		expect([resumed.length, textsOf(it)]).toEqual([1, []]);
	});

	test('does not come back through a call that was under way when it got its answer', async () => {
		const it = await door(kakao);
		const resumed = await waiting(it);
		await leave(it);
		const loadedBefore = structuredClone(it.staticData);
		await it.ring('/message', rawMessage('답'));
		it.staticData = loadedBefore;
		await it.ring('/message', rawMessage('남', { user_key: 'another' }));
		await it.ring('/message', rawMessage('새 문의'));
		expect([resumed.length, textsOf(it)]).toEqual([1, ['남', '새 문의']]);
	});

	test('leaves its note though n8n is not among the allowed addresses; nobody else gets in by looking like a note', async () => {
		const it = await door(kakao, { parameters: { options: { allowedIps: '203.0.113.7' } } });
		expect(await leave(it)).toMatchObject({ status: 200, body: '{"waiting":true}' });
		expect((await it.ring('/message', rawMessage('하나'))).status).toBe(403);
		const forged = { 'x-kakao-consult-waiting': `v0=${'0'.repeat(64)}` };
		expect((await it.ring('/message', rawMessage('둘'), forged)).status).toBe(401);
		expect([it.executions, it.thrown]).toEqual([[], []]);
	});

	test('hears a message also when only other events start the flow', async () => {
		const it = await door(kakao, { parameters: { events: ['session.ended'] } });
		const resumed = await waiting(it);
		await leave(it);
		await it.ring('/message', rawMessage('하나'));
		await it.ring('/message', rawMessage('둘'));
		expect([resumed.length, it.items()]).toEqual([1, []]);
	});

	test('gets the whole of an answer of more than a thousand characters', async () => {
		const long = `${'가나다라마바사 '.repeat(150)}끝`;
		const it = await consult(kakao, 'happyTalk');
		const resumed = await waiting(it);
		await it.customer.write('안녕하세요');
		const [{ reply }] = (await it.until(1)) as [ConsultItem];
		await leave(it, { customer: reply as unknown as WaitingNote['customer'] });
		await it.customer.write(long);
		await expect
			.poll(() => resumed.map(({ event }) => event.message))
			.toMatchObject([{ text: long, truncated: false }]);
		await it.settle();
		expect([textsOf(it)[0], it.items().length, it.thrown]).toEqual(['안녕하세요', 2, []]);
		expect(new Set(it.answers.map(({ path, status }) => path === '' || status))).toEqual(new Set([200, true]));
	});

	test.each(['talkBridge', 'channelTalk', 'hub'] as const)('is reached at %s with what was said', async (hub) => {
		const it: Consult = await consult(kakao, hub);
		const resumed = await waiting(it);
		await it.customer.write('안녕하세요');
		const [{ reply }] = (await it.until(1)) as [ConsultItem];
		expect((await leave(it, { customer: reply as unknown as WaitingNote['customer'] })).status).toBe(200);
		await it.customer.write('네');
		await expect.poll(() => resumed.map(({ event }) => event.message?.text)).toEqual(['네']);
		await it.settle();
		expect(it.items()).toHaveLength(2);
	});
});

describe('a note of somebody else', () => {
	test.each<[string, (it: Door) => Promise<{ status: number }>, number]>([
		['without a proof', async (it) => await leave(it, {}, { 'x-kakao-consult-waiting': '' }), 401],
		[
			'with a wrong proof',
			async (it) => await leave(it, {}, { 'x-kakao-consult-waiting': `v0=${'0'.repeat(64)}` }),
			401,
		],
		[
			'of another time',
			async (it) => await leave(it, {}, { 'x-kakao-consult-waiting-time': String(Date.now() + 1) }),
			401,
		],
		[
			'of two minutes ago',
			async (it) => {
				const body = JSON.stringify(note(it));
				return await it.ring('', body, noteHeaders(it.credentials.kakaoConsultTalkApi!, body, Date.now() - 120_000));
			},
			401,
		],
		[
			'with another credential',
			async (it) => {
				const body = JSON.stringify(note(it));
				const { kakaoConsultTalkApi } = consultCredential(kakao, 'happyTalk', { clientSecret: 'another' });
				return await it.ring('', body, noteHeaders(kakaoConsultTalkApi, body, Date.now()));
			},
			401,
		],
		[
			'that leads to another host',
			async (it) => await leave(it, { resumeUrl: 'https://evil.example/webhook-waiting/7' }),
			400,
		],
		[
			'that leads to another port',
			async (it) => await leave(it, { resumeUrl: 'http://127.0.0.1:1/webhook-waiting/7' }),
			400,
		],
		['that leads nowhere', async (it) => await leave(it, { resumeUrl: 'nowhere' }), 400],
	])('%s is refused, and the customer’s words go to the flow only', async (_what, send, status) => {
		const it = await door(kakao);
		const resumed = await waiting(it);
		expect((await send(it)).status).toBe(status);
		await it.ring('/message', rawMessage('비밀 이야기'));
		expect([textsOf(it), resumed, it.thrown]).toEqual([['비밀 이야기'], [], []]);
	});

	test('at a hub whose credential holds no secret is refused: anybody could have made it', async () => {
		const it = await door(kakao, { credentials: consultCredential(kakao, 'closer') });
		expect((await leave(it, { customer: { ...CUSTOMER, provider: 'closer' } })).status).toBe(401);
	});

	test('never sends the customer’s words on to where a waiting execution points', async () => {
		const seen: string[] = [];
		const evil = await elsewhere((request, response) => {
			seen.push(request.url ?? '');
			response.end('{"taken":true}');
		});
		const it = await door(kakao);
		it.resume = () => ({ location: `${evil}/stolen` });
		await leave(it);
		await it.ring('/message', rawMessage('비밀 이야기'));
		expect([textsOf(it), seen]).toEqual([['비밀 이야기'], []]);
	});
});
