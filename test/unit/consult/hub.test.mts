import { describe, expect, test } from 'vitest';

import { hub } from '../../../kakao/consult/hub';
import { signUrl } from '../../../kakao/partner/baseUrl';
import type { Button } from '../../../kakao/message/template';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';

const target = { canReply: true, provider: 'hub', senderKey: 'S'.repeat(40), userKey: 'AbCd1EfGh2Jk', chatId: '' };
const who = { user_key: target.userKey, sender_key: target.senderKey };
const desk = hub.desk!;
const ok = answer({ code: 0 });
const button: Button = { type: 'WL', name: '보기', linkMobile: 'https://m.example.com' };
const bubble = { text: '안녕', buttons: [button], quickReplies: [] };

const BASE = 'https://relay.example.com/kakao';
const sign = (path: string, credential: Record<string, string> = {}) => {
	const values = { baseUrl: BASE, ...credential };
	return signUrl(hub, values, { method: 'POST', url: `${values.baseUrl}${path}` }, { now: 0, nonce: '' });
};

describe('what an agent says through a relay', () => {
	test('a text goes out in Kakao’s own format', () => {
		expect(requestsOf(talk(desk.sendText(target, 'hi', 'n1'), [ok]).wishes)).toEqual([
			{
				method: 'POST',
				path: '/{sendPath}',
				body: { ...who, serial_number: 'n1', message_type: 'TX', message: 'hi' },
			},
		]);
	});

	test('a bubble keeps its buttons and picture', () => {
		const { wishes } = talk(desk.sendRich(target, { ...bubble, image: 'http://k/1.jpg' }, 'n1'), [ok]);
		expect(requestsOf(wishes)[0]?.body).toEqual({
			...who,
			serial_number: 'n1',
			message_type: 'LI',
			message: '안녕',
			image_url: 'http://k/1.jpg',
			links: [{ name: '보기', type: 'WL', url_mobile: 'https://m.example.com' }],
		});
	});

	test('a text that has nothing beside it goes out as one: as LI Kakao would refuse it', () => {
		const alone = { ...bubble, buttons: [] };
		expect(requestsOf(talk(desk.sendRich(target, alone, 'n1'), [ok]).wishes)[0]?.body).toEqual({
			...who,
			serial_number: 'n1',
			message_type: 'TX',
			message: '안녕',
		});
		const raw = { ...alone, extra: { supplement: { quick_reply: [{ name: '네', type: 'BK' }] } } };
		expect(requestsOf(talk(desk.sendRich(target, raw, 'n1'), [ok]).wishes)[0]?.body).toMatchObject({
			message_type: 'LI',
		});
	});

	test('a notice and the end', () => {
		expect(requestsOf(talk(desk.sendNotice!(target, 'S2', 'n1'), [ok]).wishes)[0]?.body).toEqual({
			...who,
			serial_number: 'n1',
			message_type: 'LI',
			auto_answer: 'S2',
		});
		const { result, wishes } = talk(desk.end(target, null), [answer({ code: '0000', sessionId: '7' })]);
		expect(requestsOf(wishes)).toEqual([{ method: 'POST', path: '/{endPath}', body: who }]);
		expect(result).toMatchObject({ outcome: 'done', sessionId: '7' });
	});

	test.each([
		['a hand-over to the chatbot', () => desk.end(target, 'welcome')],
		['a picture with a link', () => desk.sendRich(target, { ...bubble, imageLink: 'https://a' }, 'n1')],
	])('%s is refused here instead of getting lost', (_, conversation) => {
		const { result, wishes } = talk(conversation(), []);
		expect(wishes).toEqual([]);
		expect(result).toMatchObject({ outcome: 'rejected', reason: { code: 'notSupported', codeSpace: 'input' } });
	});

	test('answers are read as at Kakao: sent, over, no, unknown', () => {
		const outcome = (reply: Parameters<typeof talk>[1]) => talk(desk.sendText(target, 'hi', 'n1'), reply).result;
		expect(outcome([answer({ code: '0000' })])).toMatchObject({ outcome: 'sent', messageId: 'n1' });
		expect(outcome([answer({ code: '-502' })])).toMatchObject({
			outcome: 'sessionEnded',
			reason: { codeSpace: 'hub' },
		});
		expect(outcome([answer('', 404)])).toMatchObject({ outcome: 'rejected', reason: { kind: 'credential' } });
		expect(outcome([lost])).toMatchObject({ outcome: 'unknown' });
	});
});

describe('where a relay is', () => {
	test('is what the credential says, with Kakao’s paths where it says nothing', () => {
		expect(sign('/{sendPath}').url).toBe(`${BASE}/v1/chat/write`);
		expect(sign('/{endPath}').url).toBe(`${BASE}/v1/chat/end`);
		expect(sign('/{sendPath}', { sendPath: 'talk/send?v=2' }).url).toBe(`${BASE}/talk/send?v=2`);
		expect(sign('/{endPath}', { endPath: '/$&/end' }).url).toBe(`${BASE}/$&/end`);
	});

	test('the key travels in the header that the hub wants', () => {
		expect(sign('/{sendPath}', { authValue: 'Bearer k' }).headers).toMatchObject({ Authorization: 'Bearer k' });
		expect(sign('/{sendPath}', { authHeader: 'X-Key', authValue: 'k' }).headers).toMatchObject({ 'X-Key': 'k' });
		expect(sign('/{sendPath}', { authHeader: 'X-Key' }).headers).not.toHaveProperty('X-Key');
	});

	test.each<[Record<string, string>, RegExp]>([
		[{ sendPath: 'https://other.example.com/send' }, /is not a path/],
		[{ sendPath: 'a b' }, /is not a path/],
		[{ authHeader: 'Authorization: Bearer' }, /not a header name/],
		[{ baseUrl: '' }, /Type the base URL/],
	])('%j is explained before a key goes anywhere', (credential, words) => {
		expect(() => sign('/{sendPath}', credential)).toThrow(words);
	});

	test.each<[number, RegExp | null]>([
		[200, null],
		[400, null],
		[405, null],
		[401, /key/],
		[403, /IP address/],
		[302, /base URL/],
		[503, /out of order/],
	])('testing the credential reads HTTP %i', (status, words) => {
		const said = hub.probe.explain({ status, headers: {}, body: '' }, 0);
		if (words) expect(said).toMatch(words);
		else expect(said).toBeNull();
	});

	test('a test reads only: nothing reaches a customer', () => {
		expect(hub.probe.request).toEqual({ method: 'GET', path: '/{sendPath}' });
	});
});
