import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { DEMO_DEVELOPERS_CREDENTIALS as KEYS } from '../../sandbox/world/credentials.mts';
import type { Call } from '../harness/nodeMethods.mts';
import { webhook, type WebhookCall, webhookMethod } from '../harness/triggerCalls.mts';
import { jsonOf, stage } from './kakao.mts';

const kakao = stage();
const BODY = JSON.stringify({
	event: 'added',
	id: '1111',
	id_type: 'app_user_id',
	channel_public_id: '_ZeUTxl',
	channel_uuid: '@test',
	updated_at: '2026-11-01T00:00:00Z',
});

let made = 0;
const call = (parameters: IDataObject = {}, keys: Record<string, string> = KEYS): Call => ({
	credentials: { kakaoDevelopersApi: keys },
	workflowId: `forged-${process.pid}-${++made}`,
	node: {
		type: 'n8n-nodes-kakao-business.kakaoChannelTrigger',
		webhookId: 'hook',
		parameters: parameters as Call['node']['parameters'] & object,
	},
});
const bearing = (authorization: string): Partial<WebhookCall> => ({ headers: { authorization } });
const ring = async (to: Call, more: Partial<WebhookCall>) => await webhook(kakao.host, { ...to, body: BODY, ...more });

const { primaryAdminKey, adminKey, restApiKey } = KEYS;

test.each([
	['no proof', ''],
	['another admin key', `KakaoAK ${adminKey}`],
	['the REST API key', `KakaoAK ${restApiKey}`],
	['the bare key', primaryAdminKey],
	['another scheme', `Bearer ${primaryAdminKey}`],
	['the key in capitals', `KakaoAK ${primaryAdminKey.toUpperCase()}`],
	['the key cut short', `KakaoAK ${primaryAdminKey.slice(0, -1)}`],
	['more than the key', `KakaoAK ${primaryAdminKey}0`],
	['nothing behind the scheme', 'KakaoAK '],
])('a call with %s is turned away and starts nothing', async (_what, authorization) => {
	const { answered, result } = await ring(
		call({ events: ['added'] }),
		authorization === '' ? {} : bearing(authorization),
	);
	expect(answered).toEqual({ status: 401, headers: {}, body: null });
	expect(result).toEqual({ noWebhookResponse: true });
});

test('without any key in the credential nobody gets in, and activating the workflow says so', async () => {
	const keyless = call({}, { adminKey: '', primaryAdminKey: '' });
	expect((await ring(keyless, bearing('KakaoAK '))).answered?.status).toBe(401);
	await expect(webhookMethod(kakao.host, 'create', keyless)).rejects.toThrow('no admin key');
});

test('where the app has only one admin key, that one is the primary', async () => {
	const { result } = await ring(call({}, { adminKey }), bearing(`KakaoAK ${adminKey}`));
	expect(jsonOf(result.workflowData?.[0])).toHaveLength(1);
});

test('the key stands nowhere: not in the item, the raw call, the answer or what is kept', async () => {
	const answer = await ring(call({ options: { includeRaw: true } }), {
		headers: { authorization: `KakaoAK ${primaryAdminKey}`, 'X-Kakao-Resource-ID': 'r' },
	});
	expect(jsonOf(answer.result.workflowData?.[0])).toMatchObject([{ raw: JSON.parse(BODY) as object }]);
	expect(JSON.stringify(answer)).not.toContain(primaryAdminKey);
	expect(JSON.stringify(answer).toLowerCase()).not.toContain('authorization');
});

describe('a caller who is out of the question costs nothing', () => {
	const genuine = bearing(`KakaoAK ${primaryAdminKey}`);

	test('by its address', async () => {
		const it = call({ options: { allowedIps: '203.0.113.0/24' } });
		expect((await ring(it, { ...genuine, ips: ['198.51.100.7'] })).answered?.status).toBe(403);
		expect((await ring(it, { ...genuine, ips: ['203.0.113.7'] })).answered?.status).toBe(200);
	});

	test('by the size of the body', async () => {
		const it = call();
		expect((await ring(it, { ...genuine, body: JSON.stringify({ x: 'x'.repeat(70_000) }) })).answered?.status).toBe(
			413,
		);
		expect((await ring(it, { headers: { ...genuine.headers, 'content-length': '100000' } })).answered?.status).toBe(
			413,
		);
	});
});

test.each([
	['filters', { channels: '_good, what is this' }, 'Channels: "what" begins neither with @'],
	['options', { allowedIps: '203.0.113.0/40' }, 'Allowed IPs: "203.0.113.0/40" is neither'],
])('activating the workflow says what is wrong with its %s', async (where, value, words) => {
	await expect(webhookMethod(kakao.host, 'create', call({ [where]: value }))).rejects.toThrow(words);
});

test('activating and switching off ask nothing of Kakao, where the address is typed in by hand', async () => {
	const it = call();
	expect((await webhookMethod(kakao.host, 'checkExists', it)).answer).toBe(false);
	expect((await webhookMethod(kakao.host, 'create', it)).answer).toBe(true);
	expect((await webhookMethod(kakao.host, 'delete', it)).answer).toBe(true);
});
