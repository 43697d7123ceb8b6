import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { webhook, webhookMethod } from '../harness/triggerCalls.mts';
import { jsonOf, stage } from './kakao.mts';
import { trigger } from './reports.mts';

const kakao = stage();
const SECRET = 'my-webhook-secret';
const HEADER = 'X-Toast-Webhook-Signature';

const nhn = (parameters: IDataObject = {}) =>
	trigger(kakao, 'nhnCloud', { receive: 'webhook', secret: SECRET, ...parameters });
const activated = async (parameters?: IDataObject) =>
	(await webhookMethod(kakao.host, 'create', nhn(parameters))).staticData;

const hook = (seq: number, resultCode: string, more: IDataObject = {}) => ({
	hookId: `hook-${seq}`,
	kakaoMessageType: 'ALIMTALK_NORMAL',
	requestId: 'REQ',
	recipientSeq: seq,
	recipientNo: `0101111000${seq}`,
	receiveDate: '2026-12-01 09:30:00',
	resultCode,
	recipientGroupingKey: `A-${seq}`,
	...more,
});
const results = (...hooks: IDataObject[]) => JSON.stringify({ event: 'MESSAGE_RESULT_UPDATE', hooks });

/** One call of NHN Cloud. */
async function ring(
	body: string,
	staticData: IDataObject,
	parameters: IDataObject = {},
	headers: Record<string, string> = { [HEADER]: SECRET },
) {
	const answer = await webhook(kakao.host, { ...nhn(parameters), staticData, body, headers });
	return { ...answer, items: answer.result.workflowData ? jsonOf(answer.result.workflowData[0]) : null };
}

test('reports of NHN Cloud start the workflow in the shape that every dealer has', async () => {
	const { items, answered } = await ring(results(hook(1, '1000'), hook(2, '3019')), await activated());
	expect(answered?.status).toBe(200);
	expect(items).toEqual([
		{
			status: 'delivered',
			deliveredBy: 'alimtalk',
			messageId: 'REQ/1',
			messageKey: 'A-1',
			to: '01011110001',
			templateCode: null,
			reportedAt: '2026-12-01T09:30:00.000+09:00',
			billed: null,
			reason: null,
		},
		expect.objectContaining({
			status: 'failed',
			messageId: 'REQ/2',
			reason: expect.objectContaining({ kind: 'recipient', code: '3019' }),
		}),
	]);
});

test.each([
	['a wrong secret', { [HEADER]: 'my-webhook-secreT' }],
	['a shorter secret', { [HEADER]: 'my' }],
	['an empty one', { [HEADER]: '' }],
	['none', {}],
	['another header', { Authorization: SECRET }],
])('a forged call with %s is turned away and starts nothing', async (_what, headers) => {
	const { answered, result, staticData } = await ring(results(hook(1, '1000')), await activated(), {}, headers);
	expect(answered?.status).toBe(401);
	expect(result).toEqual({ noWebhookResponse: true });
	expect(JSON.stringify(staticData)).not.toContain('hook-1');
});

test('before it is switched on, and after it is switched off, nothing gets in', async () => {
	expect((await ring(results(hook(1, '1000')), {})).answered?.status).toBe(401);
	const staticData = await activated();
	const off = await webhookMethod(kakao.host, 'delete', { ...nhn(), staticData });
	expect((await ring(results(hook(1, '1000')), off.staticData)).answered?.status).toBe(401);
});

test('a report that comes twice starts the workflow once, also in one call and days apart', async () => {
	const first = await ring(results(hook(1, '1000'), hook(1, '1000')), await activated());
	expect(first.items).toHaveLength(1);
	const second = await ring(results(hook(1, '1000'), hook(2, '1000')), first.staticData);
	expect(second.items?.map(({ messageId }) => messageId)).toEqual(['REQ/2']);
	const third = await ring(results(hook(1, '1000'), hook(2, '1000')), second.staticData);
	expect(third.result).toEqual({ webhookResponse: '' });
});

test.each([
	['another event', JSON.stringify({ event: 'TEMPLATE_STATUS_UPDATE', hooks: [hook(1, '1000')] })],
	['a message of another product', results(hook(1, '1000', { kakaoMessageType: 'FRIENDTALK_NORMAL' }))],
	['an empty list', results()],
	['no object at all', '[1, "x", null]'],
	['hooks of a wrong kind', JSON.stringify({ event: 'MESSAGE_RESULT_UPDATE', hooks: 'none' })],
])('%s is answered with an empty 200 and starts nothing', async (_what, body) => {
	const { result, answered } = await ring(body, await activated());
	expect(answered).toBeNull();
	expect(result).toEqual({ webhookResponse: '' });
});

test('a body that is no JSON gets 400, so that the dealer’s log shows the trouble', async () => {
	const { answered } = await ring(
		'{"event":',
		await activated(),
		{},
		{ [HEADER]: SECRET, 'content-type': 'text/plain' },
	);
	expect(answered?.status).toBe(400);
});

describe('filters', () => {
	const body = results(hook(1, '1000'), hook(2, '3019'), hook(3, '3020', { resendStatus: 'RSC04' }));
	test.each([
		[{ statuses: ['failed'] }, ['REQ/2']],
		[{ statuses: ['fallbackDelivered'] }, ['REQ/3']],
		[{ statuses: ['delivered', 'failed'] }, ['REQ/1', 'REQ/2']],
		[{ deliveredBy: ['alimtalk'] }, ['REQ/1']],
		[{ deliveredBy: ['sms', 'alimtalk'] }, ['REQ/1', 'REQ/3']],
		[{ statuses: ['failed'], deliveredBy: ['alimtalk'] }, null],
		[{ templateCodes: 'bench-three' }, null],
		[{ statuses: [], deliveredBy: [], templateCodes: ' , ' }, ['REQ/1', 'REQ/2', 'REQ/3']],
	])('%j lets through what it says', async (filters, ids) => {
		const parameters = { filters };
		const { items } = await ring(body, await activated(parameters), parameters);
		expect(items?.map(({ messageId }) => messageId) ?? null).toEqual(ids);
	});

	test("the dealer's own report comes along only when asked for", async () => {
		const parameters = { options: { includeRaw: true } };
		const { items } = await ring(results(hook(1, '1000')), await activated(), parameters);
		expect(items?.[0]?.raw).toMatchObject({ hookId: 'hook-1' });
	});
});

test.each(['', 'short', '       7'])('the secret %j is refused when the workflow is switched on', async (secret) => {
	await expect(webhookMethod(kakao.host, 'create', nhn({ secret }))).rejects.toMatchObject({
		message: expect.stringContaining('at least 8 characters'),
		description: expect.stringContaining('x-toast-webhook-signature'),
	});
});
