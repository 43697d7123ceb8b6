import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { callbackPlace, sendCallback, waitingAnswer } from '../../../kakao/chatbot';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';

describe('an answer goes to Kakao and nowhere else', () => {
	test.each([
		['https://bot-api.kakao.com/v1/callback/abc?t=1', 'https://bot-api.kakao.com', '/v1/callback/abc?t=1'],
		['https://kakao.com/x', 'https://kakao.com', '/x'],
		['https://bot-api.kakao.com:443/x#y', 'https://bot-api.kakao.com', '/x'],
	])('%s', (url, baseUrl, path) => {
		expect(callbackPlace(url, false)).toEqual({ value: { baseUrl, path } });
	});

	test.each([
		'',
		'callback',
		'http://bot-api.kakao.com/x',
		'https://bot-api.kakao.com:8443/x',
		'https://evilkakao.com/x',
		'https://kakao.com.evil.example/x',
		'https://bot-api.kakao.com@evil.example/x',
		'https://user:pass@bot-api.kakao.com/x',
		'https://127.0.0.1/x',
		'https://169.254.169.254/latest/meta-data',
		'http://localhost:5678/rest',
		'file:///etc/passwd',
		'javascript://bot-api.kakao.com/%0aalert(1)',
	])('%j is refused', (url) => {
		expect(callbackPlace(url, false)).toHaveProperty('problems');
	});

	test('this machine only where the sandbox is meant', () => {
		for (const url of ['http://localhost:4400/cb', 'http://127.0.0.1:4400/cb', 'http://[::1]:4400/cb']) {
			expect(callbackPlace(url, true)).toMatchObject({ value: { path: '/cb' } });
			expect(callbackPlace(url, false)).toHaveProperty('problems');
		}
		expect(callbackPlace('http://10.0.0.1/cb', true)).toHaveProperty('problems');
		expect(callbackPlace('ftp://localhost/cb', true)).toHaveProperty('problems');
	});

	test('no address of any host but Kakao’s passes', () => {
		fc.assert(
			fc.property(fc.webUrl(), (url) => {
				expect('value' in callbackPlace(url, false)).toBe(/^https:\/\/(?:[^/]*\.)?kakao\.com(?:[/?#]|$)/i.test(url));
			}),
		);
	});
});

describe('nobody is left without a word', () => {
	test('where the answer can follow, the customer is told to wait', () => {
		expect(waitingAnswer(true, 'processing...')).toEqual({
			version: '2.0',
			useCallback: true,
			data: { text: 'processing...' },
		});
		expect(waitingAnswer(true, null)).toEqual({ version: '2.0', useCallback: true });
	});

	test('where it cannot, a plain answer is given instead', () => {
		expect(waitingAnswer(false, '잠시만요')).toEqual({
			version: '2.0',
			template: { outputs: [{ simpleText: { text: '잠시만요' } }] },
		});
		expect(JSON.stringify(waitingAnswer(false, null))).toMatch(/잠시 후/);
	});
});

describe('a late answer is given once', () => {
	const place = { baseUrl: 'https://bot-api.kakao.com', path: '/cb?t=1' };
	const body = { version: '2.0' };

	test.each([
		[
			answer('{"taskId":"t","status":"SUCCESS","timestamp":1728382106745}'),
			{ outcome: 'sent', taskId: 't', reason: null },
		],
		[answer('', 200), { outcome: 'sent', taskId: null }],
		[answer('{"taskId":"t","status":"FAIL","message":"expired"}'), { outcome: 'rejected', reason: { code: 'FAIL' } }],
		[answer('{"status":"ERROR"}', 400), { outcome: 'rejected', reason: { code: 'ERROR' } }],
		[answer('', 404), { outcome: 'rejected', reason: { code: 'HTTP 404' } }],
		[lost, { outcome: 'unknown', reason: { retryable: false } }],
		[{ kind: 'refused' as const, why: 'unreachable' as const, detail: 'x' }, { outcome: 'rejected' }],
	])('%j', (reply, expected) => {
		const { result, wishes } = talk(sendCallback(place, body), [reply]);
		expect(result).toMatchObject(expected);
		expect(wishes).toMatchObject([{ mode: 'write' }]);
		expect(requestsOf(wishes)).toMatchObject([{ method: 'POST', path: '/cb?t=1', body }]);
	});
});
