import { afterEach, expect, test } from 'vitest';

import { webhookMethod } from '../harness/triggerCalls.mts';
import { BLOCKS_ALIMTALK, NO_KAKAO, settled } from './helpers.mts';
import { stage, templateCode } from './kakao.mts';
import { doorbell, type Doorbell, sendTo, trigger } from './reports.mts';

const kakao = stage();
const SECRET = 'my-webhook-secret';

let bell: Doorbell | undefined;
afterEach(async () => {
	await bell?.close();
	bell = undefined;
});

const nhn = () => trigger(kakao, 'nhnCloud', { receive: 'webhook', secret: SECRET });

test('what NHN Cloud really calls after a send arrives with the key and id of the send', async () => {
	bell = await doorbell(kakao, nhn);
	bell.staticData = (await webhookMethod(kakao.host, 'create', nhn())).staticData;
	await kakao.post('/api/dealers/nhnCloud/webhook', { url: bell.url, signature: SECRET });
	const ids = await sendTo(kakao, 'nhnCloud', ['01011110001', NO_KAKAO], { messageKey: '={{ $json.to }}' });
	const arrived = () => bell!.executions.flat();
	await expect.poll(() => arrived().length).toBe(2);
	expect(new Set(arrived().map(({ messageId }) => messageId))).toEqual(new Set(ids));
	expect(
		arrived()
			.map(({ messageKey }) => messageKey)
			.sort(),
	).toEqual([NO_KAKAO, '01011110001'].sort());
	expect(bell.answers.every((status) => status === 200)).toBe(true);
});

test('a console with another secret than the node starts nothing', async () => {
	bell = await doorbell(kakao, nhn);
	bell.staticData = (await webhookMethod(kakao.host, 'create', nhn())).staticData;
	await kakao.post('/api/dealers/nhnCloud/webhook', { url: bell.url, signature: 'typed wrongly' });
	await sendTo(kakao, 'nhnCloud', ['01011110001']);
	await settled(kakao);
	await expect.poll(() => bell!.answers).toEqual([401]);
	expect(bell.executions).toEqual([]);
});

test('SOLAPI really calls the registered URL, repeats itself after an error, and each report starts the workflow once', async () => {
	const parameters = {
		receive: 'webhook',
		filters: {
			statuses: ['fallbackDelivered', 'delivered'],
			templateCodes: `x, ${templateCode('solapi', 'bench-three')}`,
		},
	};
	const ring = () => trigger(kakao, 'solapi', parameters, { webhookBaseUrl: bell!.url });
	bell = await doorbell(kakao, ring);
	bell.staticData = (await webhookMethod(kakao.host, 'create', ring())).staticData;
	const ids = await sendTo(kakao, 'solapi', ['01011110001', NO_KAKAO, BLOCKS_ALIMTALK]);
	await expect.poll(() => bell!.executions.flat().length).toBe(3);
	expect(bell.executions.flat().map(({ messageId, status, deliveredBy }) => [messageId, status, deliveredBy])).toEqual([
		[ids[0], 'delivered', 'alimtalk'],
		[ids[1], 'fallbackDelivered', 'sms'],
		[ids[2], 'fallbackDelivered', 'sms'],
	]);
	const body = JSON.stringify([]);
	const forged = await fetch(`${bell.url}/n8n-hook/delivery-report`, {
		method: 'POST',
		body,
		headers: { 'X-Solapi-Secret': 'guess' },
	});
	expect(forged.status).toBe(401);
	expect(bell.executions).toHaveLength(1);
});
