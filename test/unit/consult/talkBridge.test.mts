import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { talkBridge } from '../../../kakao/consult/talkBridge';
import { contentOf } from '../../../kakao/consult/talkBridge/complete';
import { DealerFailure } from '../../../kakao/partner/failure';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';

const SECRET = 'whsec_test_0123456789abcdef';
const TIME = 1788856230;
const NOW = TIME * 1000;
const MESSAGE = '{"userKey":"AbCd_e_fg12h","kind":"message","seq":1,"brand":"crm-0a1b2c"}';
const KOREAN = '{"userKey":"AbCd_e_fg12h","kind":"message","seq":2,"brand":"crm-0a1b2c","extra":"주문문의"}';
const GOOD = 'v0=ced7c10f24fc3879c7aa27216609968a2374eb6429afa26d7ed42dcbf8bd6854';
const { reception } = talkBridge;
const call = (rawBody: string, headers: Record<string, string> = {}) => ({ suffix: '', headers, query: {}, rawBody });
const signed = (rawBody: string, signature: string, time: number | string = TIME) =>
	call(rawBody, { 'x-bridge-signature': signature, 'x-bridge-timestamp': String(time) });
const read = (body: object, headers: Record<string, string> = {}) =>
	reception.read(call(JSON.stringify(body), { 'x-bridge-timestamp': String(TIME), ...headers }), NOW);

describe('a forged call never starts a workflow', () => {
	test.each([
		['the first vector', MESSAGE, GOOD],
		['Korean', KOREAN, 'v0=127d4192c186b29524a2599ba79a306ffee72d75b8526637cd1253fe19617b44'],
	])('%s is genuine', (_, body, signature) => {
		expect(reception.verify(signed(body, signature), SECRET, NOW)).toBe('genuine');
	});

	test.each([
		['one bit off', signed(MESSAGE, `${GOOD.slice(0, -1)}5`), SECRET],
		['another body', signed(KOREAN, GOOD), SECRET],
		['another time', signed(MESSAGE, GOOD, TIME + 1), SECRET],
		['another secret', signed(MESSAGE, GOOD), `${SECRET}x`],
		['no secret', signed(MESSAGE, GOOD), ''],
		['no signature', signed(MESSAGE, ''), SECRET],
		['a signature of another length', signed(MESSAGE, GOOD.slice(0, -2)), SECRET],
		['no time', signed(MESSAGE, GOOD, ''), SECRET],
	])('%s is forged', (_, forged, secret) => {
		expect(reception.verify(forged, secret, NOW)).toBe('forged');
	});

	test.each([
		[300_000, 'genuine'],
		[-300_000, 'genuine'],
		[300_001, 'stale'],
		[-300_001, 'stale'],
	])('%i ms after it was signed it is %s', (later, verdict) => {
		expect(reception.verify(signed(MESSAGE, GOOD), SECRET, NOW + later)).toBe(verdict);
	});
});

describe('what happened reaches the workflow once', () => {
	test('a message is named by its delivery and can be answered', () => {
		const [event] = reception.read(
			call(KOREAN, { 'x-bridge-delivery-id': 'd1', 'x-bridge-timestamp': String(TIME) }),
			NOW,
		);
		expect(event).toMatchObject({
			event: 'message.received',
			eventId: 'd1',
			session: { state: 'open', billingDay: '2026-09-08' },
			message: { id: '2', text: '', button: { extra: '주문문의' } },
			reply: { canReply: true, provider: 'talkBridge', senderKey: 'crm-0a1b2c', userKey: 'AbCd_e_fg12h' },
		});
	});

	test('an echo’s two calls share their id, and one that cannot be matched is dropped', () => {
		const own = { userKey: 'u', kind: 'agent', brand: 'b' };
		const [accepted] = read({ ...own, phase: 'accepted', serial: 'bw-1' }, { 'x-bridge-delivery-id': 'd1' });
		const [journal] = read({ ...own, seq: 103, serial: 'bw-1', serials: ['bw-1', 'bw-2'] });
		expect(accepted).toMatchObject({ event: 'message.echo', message: { id: 'bw-1' } });
		expect(journal!.eventId).toBe(accepted!.eventId);
		expect(read({ ...own, phase: 'accepted' })).toEqual([]);
		expect(read({ ...own, seq: 7 })[0]!.eventId).toBe('b:echo:7');
	});

	test.each([
		[
			{ kind: 'deleted', seq: 104, serial: 'bw-1' },
			{ event: 'message.deleted', message: { id: 'bw-1' } },
		],
		[
			{ kind: 'expired', seq: 5 },
			{ event: 'session.ended', session: { endedReason: 'expired' }, reply: { canReply: false } },
		],
		[
			{ kind: 'ended', seq: 6 },
			{ event: 'session.ended', session: { state: 'ended', endedReason: 'ended' } },
		],
		[
			{ kind: 'message', test: true, seq: 0 },
			{ event: 'test', message: null, reply: { canReply: false } },
		],
		[
			{ kind: 'reference', seq: 1, reference: { extra: 'mid_123' } },
			{ event: 'session.started', entry: { extra: 'mid_123', params: { mid: '123' }, carriedOver: false } },
		],
		[
			{ kind: 'reference', seq: 1, lastReference: { extra: 'mid_9', bot: 'true' } },
			{ event: 'session.started', entry: { extra: null, params: {}, startedByBot: true, carriedOver: true } },
		],
	])('%j', (body, expected) => {
		expect(read({ userKey: 'u', brand: 'b', ...body })).toMatchObject([expected]);
	});

	test('the billing day begins at midnight, not at four', () => {
		const at = Date.UTC(2026, 11, 1, 15, 30);
		const body = JSON.stringify({ userKey: 'u', kind: 'ended', seq: 1, brand: 'b' });
		expect(reception.read(call(body), at)[0]!.session.billingDay).toBe('2026-12-02');
	});

	test('nothing that is posted throws', () => {
		const anything = fc.record(
			{
				userKey: fc.anything(),
				kind: fc.constantFrom('message', 'reference', 'agent', 'deleted', 'constructor'),
				seq: fc.anything(),
				serials: fc.anything(),
				reference: fc.anything(),
				lastReference: fc.anything(),
			},
			{ requiredKeys: ['kind'] },
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					anything.map((each) => JSON.stringify(each)),
				),
				fc.string(),
				(body, time) => {
					for (const event of reception.read(call(body, { 'x-bridge-timestamp': time }), NOW))
						expect(event.occurredAt).toMatch(/^\d{4}-/);
					reception.verify(signed(body, body, time), SECRET, NOW);
				},
			),
		);
	});
});

describe('the text, which the call leaves out', () => {
	const events = reception.read(call(MESSAGE), NOW);
	const row = {
		seq: 1,
		userKey: 'AbCd_e_fg12h',
		sessionId: 's1',
		kind: 'message',
		text: '안녕하세요',
		timestampUnixMs: NOW,
	};

	test('is read from the room', () => {
		const { result, wishes } = talk(reception.complete!(events), [answer({ ok: true, messages: [{ seq: 2 }, row] })]);
		expect(requestsOf(wishes)).toEqual([
			{ method: 'GET', path: '/api/agent/rooms/AbCd_e_fg12h/messages?brand=crm-0a1b2c&max=100' },
		]);
		expect(result).toMatchObject([{ session: { id: 's1' }, message: { id: '1', text: '안녕하세요', type: 'text' } }]);
	});

	test('is waited for while the journal lags', () => {
		const empty = answer({ ok: true, messages: [] });
		const later = talk(reception.complete!(events), [empty, answer({ ok: true, messages: [row] })]);
		expect(later.result[0]!.message!.text).toBe('안녕하세요');
		expect(later.wishes.map(({ kind }) => kind)).toEqual(['ask', 'pause', 'ask']);
		expect(talk(reception.complete!(events), [empty, empty, empty]).result[0]!.message!.text).toBe('');
	});

	test.each([
		lost,
		answer({ ok: false, code: 'NO_BRAND' }),
		answer({ code: 'FORBIDDEN' }, 403),
		answer('<html>'),
		answer(null),
	])('that cannot be read is an error, not an empty message: %j', (reply) => {
		expect(() => talk(reception.complete!(events), [reply])).toThrow(DealerFailure);
	});

	test('of other events is not asked for', () => {
		const ended = read({ userKey: 'u', kind: 'ended', seq: 1, brand: 'b' });
		expect(talk(reception.complete!(ended), []).result).toEqual(ended);
	});

	test('brings files, but only those that Kakao keeps', () => {
		const kakao = 'https://talk.kakaocdn.net/dn/a/i.jpg?expires=1';
		expect(contentOf(`[photo] ${kakao} 이거요\n[photo] ${kakao}`)).toMatchObject({
			type: 'image',
			text: '',
			attachments: [{ url: kakao, comment: '이거요' }, { comment: null }],
		});
		expect(contentOf(`[file] ${kakao}\n보세요`)).toMatchObject({ type: 'mixed', text: '보세요' });
		for (const url of [
			'http://talk.kakaocdn.net/a',
			'https://talk.kakaocdn.net.evil.example/a',
			'https://talk.kakaocdn.net@evil.example/a',
			'https://u@talk.kakaocdn.net/a',
			'https://talk.kakaocdn.net:8443/a',
			'https://evil.example/?talk.kakaocdn.net',
		])
			expect(contentOf(`[photo] ${url}`)).toEqual({ type: 'text', text: `[photo] ${url}`, attachments: [] });
	});
});
