import { describe, expect, test } from 'vitest';

import { talkBridge } from '../../../kakao/consult/talkBridge';
import { DealerFailure } from '../../../kakao/partner/failure';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';

const desk = talkBridge.desk!;
const target = { canReply: true, provider: 'talkBridge', senderKey: 'brand', userKey: 'u', chatId: '' };
const ok = answer({ ok: true, brandKey: 'brand', userKey: 'u', serial: 'bw-1791262630051-75bd' });
const json = { 'Content-Type': 'application/json' };
const file = { bytes: new TextEncoder().encode('hi'), name: 'a.png', type: 'image/png', kind: 'image' as const };
const who = { brandKey: 'brand', userKey: 'u' };

describe('what goes out is what TalkBridge asks for', () => {
	test.each([
		['text', desk.sendText(target, '네', 's'), 'send', { ...who, text: '네' }],
		['end', desk.end(target, null), 'end', who],
		['end with the bot', desk.end(target, 'ev'), 'end-with-bot', { ...who, botEvent: 'ev' }],
		['end with the bot’s own event', desk.end(target, ''), 'end-with-bot', who],
		['block', desk.block!(target, true), 'block', who],
		['unblock', desk.block!(target, false), 'unblock', who],
	])('%s', (_, conversation, action, body) => {
		const { wishes } = talk<unknown>(conversation, [ok]);
		expect(wishes).toEqual([
			{
				kind: 'ask',
				mode: 'write',
				request: { method: 'POST', path: `/api/agent/${action}`, headers: json, body },
			},
		]);
	});

	test('a bubble travels as a text of JSON, without empty fields', () => {
		const button = { type: 'WL' as const, name: '보기', linkMobile: 'https://a.example' };
		const bubble = { text: 't', image: 'https://k/i.jpg', buttons: [button], quickReplies: [] };
		const rich = (given: typeof bubble) => {
			const [request] = requestsOf(talk(desk.sendRich(target, given, 's'), [ok]).wishes);
			return JSON.parse((request!.body as { rich: string }).rich) as unknown;
		};
		expect(rich(bubble)).toEqual({
			chat_bubble_type: 'IMAGE',
			message: 't',
			attachment: {
				buttons: [{ name: '보기', type: 'WL', url_mobile: 'https://a.example' }],
				image: { img_url: 'https://k/i.jpg' },
			},
		});
		expect(rich({ ...bubble, image: '', buttons: [] })).toEqual({ chat_bubble_type: 'TEXT', message: 't' });
	});

	test('what a quick reply brings back has its own name', () => {
		const quick = { type: 'BK' as const, name: '네', extra: { chatExtra: 'yes_1' } };
		const bubble = { text: 't', buttons: [], quickReplies: [quick] };
		const [request] = requestsOf(talk(desk.sendRich(target, bubble, 's'), [ok]).wishes);
		expect(JSON.parse((request!.body as { rich: string }).rich)).toMatchObject({
			supplement: { quick_reply: [{ name: '네', type: 'BK', chat_extra: 'yes_1' }] },
		});
	});

	test.each([
		desk.sendText(target, ' ', 's'),
		desk.sendText(target, 'x'.repeat(1001), 's'),
		desk.sendRich(target, { text: '', buttons: [], quickReplies: [] }, 's'),
		desk.sendFile!(target, { ...file, bytes: new Uint8Array() }, 's'),
		desk.end(target, 'a'.repeat(101)),
	])('what Kakao would refuse uses up no consult (%#)', (conversation) => {
		expect(talk(conversation, [])).toMatchObject({
			wishes: [],
			result: { outcome: 'rejected', reason: { codeSpace: 'input' } },
		});
	});

	test('a file goes as a form, and its own refusal counts though another part went out', () => {
		const part = { kind: 'image', ok: true, code: '0', serial: 'bw-2' };
		const good = talk(desk.sendFile!(target, file, 's'), [answer({ ok: true, results: [part] })]);
		const [request] = requestsOf(good.wishes);
		expect(request).toMatchObject({ method: 'POST', path: '/api/agent/send/attachments' });
		expect(Buffer.from(request!.body as Uint8Array).toString()).toMatch(
			/name="brandKey"[^]*name="files"; filename="a.png"/,
		);
		expect(good.result).toMatchObject({ outcome: 'sent', messageId: 'bw-2' });
		const bad = answer({ ok: true, results: [part, { ok: false, code: '-505' }] });
		expect(talk(desk.sendFile!(target, file, 's'), [bad]).result).toMatchObject({
			outcome: 'rejected',
			reason: { code: '-505' },
		});
	});

	test('an uploaded picture gives its address; without one nothing pretends to be uploaded', () => {
		const good = talk(desk.upload!(target, file), [answer({ ok: true, url: 'https://k/i.jpg', size: 2 })]);
		expect(good.result).toEqual({ url: 'https://k/i.jpg', name: 'a.png', size: 2 });
		expect(requestsOf(good.wishes)[0]!.path).toBe('/api/agent/upload/image');
		for (const bytes of [new Uint8Array(), new Uint8Array(5 * 1024 * 1024 + 1)])
			expect(() => talk(desk.upload!(target, { ...file, bytes }), [])).toThrow(DealerFailure);
		for (const reply of [answer({ ok: true }), answer({ ok: false, code: '-505' }), answer('x'), lost])
			expect(() => talk(desk.upload!(target, { ...file, kind: 'video' }), [reply])).toThrow(DealerFailure);
	});
});

describe('nobody is told something went out that did not', () => {
	test.each([
		[ok, { outcome: 'sent', messageId: 'bw-1791262630051-75bd', reason: null }],
		[
			answer({ ok: false, code: '-502' }),
			{ outcome: 'sessionEnded', reason: { codeSpace: 'talkBridge', retryable: false } },
		],
		[answer({ ok: false, code: -509, message: 'bad' }), { outcome: 'rejected', reason: { code: '-509' } }],
		[answer({ ok: false }), { outcome: 'rejected', reason: { code: 'HTTP 200' } }],
		[answer({ code: 'QUOTA_EXHAUSTED' }, 402), { outcome: 'rejected', reason: { kind: 'account' } }],
		[answer({ code: 'NO_BRAND_SCOPE' }, 403), { outcome: 'rejected', reason: { kind: 'credential' } }],
		[answer('', 401), { outcome: 'rejected', reason: { kind: 'credential' } }],
		[lost, { outcome: 'unknown', reason: { retryable: false } }],
		[answer('<html>'), { outcome: 'unknown' }],
		[answer(null), { outcome: 'unknown' }],
		[
			{ kind: 'refused' as const, why: 'throttled' as const, detail: '429' },
			{ outcome: 'rejected', reason: { retryable: true } },
		],
	])('%j', (reply, expected) => {
		const { result, wishes } = talk(desk.sendText(target, 't', 's'), [reply]);
		expect(result).toMatchObject(expected);
		expect(wishes).toHaveLength(1);
	});

	test('ending what has ended is no failure', () => {
		expect(talk(desk.end(target, null), [answer({ ok: false, code: '-502' })]).result).toMatchObject({
			outcome: 'done',
		});
		expect(talk(desk.end(target, null), [answer({ ok: true, sessionId: 's' })]).result).toMatchObject({
			outcome: 'done',
			sessionId: 's',
		});
	});
});

test.each([
	[{ name: 'n', scope: 'BrandWrite', brands: ['b'] }, 200, null],
	[{ name: 'n', scope: 'BrandRead', brands: ['b'] }, 200, /BrandWrite/],
	[{ brands: [] }, 200, /no brand/],
	['<html>', 200, /not that of TalkBridge/],
	['', 401, /agent key/],
	[{ code: 'X' }, 500, /HTTP 500: X/],
])('testing the credential says what to correct: %j %i', (body, status, words) => {
	const said = talkBridge.probe.explain(answer(body, status), 0);
	if (words === null) expect(said).toBeNull();
	else expect(said).toMatch(words);
	const credential = { agentKey: 'blumnb-1', brand: 'a b' };
	expect(talkBridge.sign({ method: 'GET', path: '/x?brand={brand}' }, credential, { now: 0, nonce: '' })).toEqual({
		path: '/x?brand=a%20b',
		headers: { Authorization: 'Bearer blumnb-1' },
	});
});
