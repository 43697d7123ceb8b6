import { describe, expect, test } from 'vitest';

import { happyTalk } from '../../../kakao/consult/happyTalk';
import type { Reply } from '../../../kakao/delivery/conversation';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';

const target = {
	canReply: true,
	provider: 'happyTalk',
	senderKey: 'S'.repeat(40),
	userKey: 'AbCd1EfGh2Jk',
	chatId: '',
};
const desk = happyTalk.desk!;
const said = (reply: Reply) => talk(desk.sendText(target, 'hi', 'n1'), [reply]);
const ended = (reply: Reply) => talk(desk.end(target, null), [reply]).result;
const picture = { bytes: Uint8Array.of(1), name: 'a.jpg', type: 'image/jpeg', kind: 'image' as const };

describe('an answer', () => {
	test.each([0, '0', '0000', 200, '200'])('with code %j means sent: it is not sent again', (code) => {
		expect(said(answer({ code })).result).toMatchObject({ outcome: 'sent', messageId: 'n1', raw: { code } });
	});

	test('of a consult that is over says that only the customer can go on', () => {
		const { result } = said(answer({ code: -502, message: 'ExpiredSessionException' }));
		expect(result).toMatchObject({
			outcome: 'sessionEnded',
			messageId: null,
			reason: { code: '-502', codeSpace: 'happyTalk', kind: 'time', retryable: false },
		});
		expect(result.reason?.advice).toMatch(/AlimTalk/);
	});

	test.each([
		[{ code: -501, message: 'InvalidSenderException(senderKey: test-key)' }, 200, '-501', 'channel'],
		[{ code: '-505', message: 'InvalidImageSizeException' }, 200, '-505', 'message'],
		[{ code: -509 }, 400, '-509', 'message'],
		[{ code: '-777', message: 'Odd' }, 200, '-777', 'message'],
		[{ code: -1 }, 401, 'HTTP 401', 'credential'],
		[{}, 403, 'HTTP 403', 'credential'],
		['<html>', 404, 'HTTP 404', 'message'],
		['', 302, 'HTTP 302', 'message'],
	])('%j with HTTP %i is a no with its reason', (body, status, code, kind) => {
		const { result } = said(answer(body, status));
		expect(result).toMatchObject({ outcome: 'rejected', reason: { code, kind } });
		const words = typeof body === 'object' && 'message' in body ? body.message : undefined;
		if (words) expect(result.reason?.text).toContain(words);
	});

	test.each<[string, Reply]>([
		['is lost', lost],
		['is a login page', answer('<html>')],
		['has no code', answer({ created_at: 'now' })],
		['has an empty code', answer({ code: '' })],
	])('that %s leaves it unknown and asks nothing again: the customer would read it twice', (_, reply) => {
		const { result, wishes } = said(reply);
		expect(wishes).toHaveLength(1);
		expect(result).toMatchObject({
			outcome: 'unknown',
			messageId: null,
			reason: { kind: 'unknown', retryable: false },
		});
	});

	test('that never left is a no that may be tried again', () => {
		expect(said({ kind: 'refused', why: 'unreachable', detail: 'ECONNREFUSED' }).result).toMatchObject({
			outcome: 'rejected',
			reason: { codeSpace: 'transport', retryable: true },
		});
	});
});

describe('an end', () => {
	test.each([
		['in v1’s spelling', { code: 0, sessionId: '163477524' }, '163477524'],
		['in v3’s spelling', { code: 0, session_id: '123212' }, '123212'],
		['of what was over already, without an id', { code: 0 }, null],
		['of what was over already, with a code', { code: -502 }, null],
	])('%s is done (F6)', (_, body, sessionId) => {
		expect(ended(answer(body))).toMatchObject({ outcome: 'done', sessionId, messageId: null, reason: null });
	});

	test('for a foreign channel is a no (F6)', () => {
		const body = { code: -501, message: 'InvalidSenderException(senderKey: test-key)' };
		expect(ended(answer(body))).toMatchObject({ outcome: 'rejected', reason: { code: '-501' } });
	});

	test('without an answer stays unknown', () => {
		expect(ended(lost).outcome).toBe('unknown');
	});
});

describe('an upload', () => {
	test.each<[string, Reply, string]>([
		['is refused', answer({ code: '-505', message: 'InvalidImageSizeException' }), '-505'],
		['gets no address', answer({ code: '0000' }), 'noAddress'],
		['gets no answer', lost, 'noAnswer'],
	])('that %s sends nothing and says why', (_, reply, code) => {
		const { result, wishes } = talk(desk.sendFile!(target, picture, 'n1'), [reply]);
		expect(wishes).toHaveLength(1);
		expect(result).toMatchObject({ outcome: 'rejected', reason: { code } });
	});

	test('that is done, followed by a lost answer, leaves the message unknown', () => {
		const { result } = talk(desk.sendFile!(target, picture, 'n1'), [
			answer({ code: '0000', image: 'http://k/1' }),
			lost,
		]);
		expect(result.outcome).toBe('unknown');
	});
});

describe('the receive address', () => {
	const registration = happyTalk.registration!;

	test('is set for one channel, without a slash that would double', () => {
		const { wishes } = talk(registration.set('a/b', 'https://n8n.example.com/webhook/1/'), [answer({ code: 200 })]);
		expect(requestsOf(wishes)).toEqual([
			{
				method: 'POST',
				path: '/kakaoWebhook/v1/bzmc/consult/a%2Fb/receiveDomain',
				body: { domain: 'https://n8n.example.com/webhook/1' },
			},
		]);
	});

	test('that HappyTalk refuses is told in its words', () => {
		const no = answer({ code: '405', message: '유효하지 않은 허브파트너 수신도메인입니다.' });
		expect(() => talk(registration.set('s', 'https://a'), [no])).toThrow(/허브파트너/);
	});

	test('cannot be read there, so that nobody takes "not ours" from an answer that says nothing', () => {
		expect(registration.current).toBeUndefined();
	});
});

describe('testing the credential', () => {
	const explain = (body: unknown, status = 200) => happyTalk.probe.explain({ status, headers: {}, body }, 0);
	const senderInfo = {
		code: '200',
		data: { senderKey: '0123', uuid: '@examplechannel01', status: 'A', bizchat: true },
	};

	test('both keys travel as HappyTalk’s headers', () => {
		const signed = happyTalk.sign(
			happyTalk.probe.request,
			{ clientId: 'id', clientSecret: 'secret' },
			{ now: 0, nonce: '' },
		);
		expect(signed.path).toBe(`/kakaoWebhook/v3/bzmc/sender?senderKey=${'0'.repeat(40)}`);
		expect(signed.headers).toMatchObject({ 'HT-Client-Id': 'id', 'HT-Client-Secret': 'secret' });
	});

	test('sender information, or no such sender, proves the keys (F7)', () => {
		expect(explain(senderInfo)).toBeNull();
		expect(explain({ code: -501, message: 'InvalidSenderException(senderKey: 000)' })).toBeNull();
		expect(explain({ code: -501, message: 'InvalidSenderException' }, 400)).toBeNull();
	});

	test.each<[unknown, number, RegExp]>([
		[{}, 401, /secret is wrong/],
		[{ code: '401' }, 200, /secret is wrong/],
		[{ code: -1, message: 'InvalidClientException' }, 200, /InvalidClientException/],
		[{ message: 'denied' }, 403, /IP address.*denied/],
		['<html>', 200, /proxy/],
		['<html>', 404, /base URL/],
		['', 502, /out of order/],
	])('%j with HTTP %i says what to mend', (body, status, words) => {
		expect(explain(body, status)).toMatch(words);
	});
});
