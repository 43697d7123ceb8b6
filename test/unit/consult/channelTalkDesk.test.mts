import { describe, expect, test } from 'vitest';

import { channelTalk } from '../../../kakao/consult/channelTalk';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';

const desk = channelTalk.desk!;
const target = { canReply: true, provider: 'channelTalk', senderKey: '', userKey: 'u1', chatId: 'c/1' };
const ok = answer({ message: { id: 'm9' } });
const link = { type: 'WL' as const, name: '보기', linkMobile: 'https://a.example' };
const say = (value: string) => ({
	method: 'POST',
	path: '/user-chats/c%2F1/messages',
	body: { blocks: [{ type: 'text', value }] },
});

describe('what goes out reaches KakaoTalk', () => {
	test('text is a block, without options that keep it from the customer', () => {
		const { result, wishes } = talk(desk.sendText(target, '네', 's'), [ok]);
		expect(wishes).toEqual([{ kind: 'ask', mode: 'write', request: say('네') }]);
		expect(result).toMatchObject({ outcome: 'sent', messageId: 'm9', sessionId: 'c/1', reason: null });
	});

	test('buttons become links', () => {
		const bubble = { text: 't', buttons: [link], quickReplies: [] };
		expect(requestsOf(talk(desk.sendRich(target, bubble, 's'), [ok]).wishes)).toEqual([
			say('t\n보기: https://a.example'),
		]);
	});

	test.each([
		[
			'a button without a link',
			desk.sendRich(target, { text: 't', buttons: [{ type: 'BK', name: 'n' }], quickReplies: [] }, 's'),
			'noSuchButton',
		],
		['a quick reply', desk.sendRich(target, { text: 't', buttons: [], quickReplies: [link] }, 's'), 'noSuchButton'],
		['a text too long', desk.sendText(target, 'x'.repeat(1001), 's'), 'tooLong'],
		['no chat', desk.sendText({ ...target, chatId: '' }, 't', 's'), 'noChat'],
		['no chat to end', desk.end({ ...target, chatId: '' }, null), 'noChat'],
	])('%s is refused before anything is sent', (_, conversation, code) => {
		expect(talk(conversation, [])).toMatchObject({ wishes: [], result: { outcome: 'rejected', reason: { code } } });
	});

	test('a chat is closed in the name of a bot that exists', () => {
		const { result, wishes } = talk(desk.end(target, null), [answer({ bots: [{ name: '상담 봇' }] }), answer({})]);
		expect(requestsOf(wishes)).toEqual([
			{ method: 'GET', path: '/bots' },
			{ method: 'PATCH', path: `/user-chats/c%2F1/close?botName=${encodeURIComponent('상담 봇')}` },
		]);
		expect(result).toMatchObject({ outcome: 'done', messageId: null, sessionId: 'c/1' });
		const nameless = talk(desk.end(target, null), [lost, answer('', 204)]);
		expect(requestsOf(nameless.wishes)[1]!.path).toBe('/user-chats/c%2F1/close');
		expect(nameless.result.outcome).toBe('done');
	});
});

test('files are not offered, because the API takes none', () => {
	expect(desk.sendFile).toBeUndefined();
	expect(channelTalk.capabilities.sends.file).toBe(false);
});

describe('nobody is told something went out that did not', () => {
	test.each([
		[lost, { outcome: 'unknown', reason: { retryable: false } }],
		[answer('<html>'), { outcome: 'unknown' }],
		[
			answer({ message: { id: 'm', state: 'failed' } }),
			{ outcome: 'sessionEnded', reason: { code: 'notRelayed', retryable: false } },
		],
		[answer({}, 401), { outcome: 'rejected', reason: { kind: 'credential' } }],
		[
			answer({ errors: [{ message: 'no chat' }] }, 404),
			{ outcome: 'rejected', reason: { text: expect.stringContaining('no chat') as string } },
		],
		[answer(null, 418), { outcome: 'rejected', reason: { code: 'HTTP 418', codeSpace: 'channelTalk' } }],
		[
			{ kind: 'refused' as const, why: 'throttled' as const, detail: '429' },
			{ outcome: 'rejected', reason: { retryable: true } },
		],
	])('%j', (reply, expected) => {
		const { result, wishes } = talk(desk.sendText(target, 't', 's'), [reply]);
		expect(result).toMatchObject(expected);
		expect(wishes).toHaveLength(1);
	});
});

test.each([
	[{ channel: { id: '9' } }, 200, null],
	['<html>', 200, /not that of Channel Talk/],
	[{}, 401, /access secret/],
	[{ message: 'slow' }, 429, /minute/],
	[null, 502, /Look/],
])('testing the credential says what to correct: %j %i', (body, status, words) => {
	const said = channelTalk.probe.explain(answer(body, status), 0);
	if (words === null) expect(said).toBeNull();
	else expect(said).toMatch(words);
	const signed = channelTalk.sign(
		{ method: 'GET', path: '/channel' },
		{ accessKey: 'a', accessSecret: 'b' },
		{ now: 0, nonce: '' },
	);
	expect(signed).toMatchObject({ path: '/channel', headers: { 'x-access-key': 'a', 'x-access-secret': 'b' } });
});
