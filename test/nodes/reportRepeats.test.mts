import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import type { Call } from '../harness/nodeMethods.mts';
import { webhook, webhookMethod, type WebhookCall } from '../harness/triggerCalls.mts';
import { jsonOf, stage } from './kakao.mts';
import { trigger } from './reports.mts';

const kakao = stage();
const SECRET = 'my-webhook-secret';

/** A trigger as n8n has switched it on; it is the same for all calls of a test. */
async function switchedOn(parameters: IDataObject = {}): Promise<Call> {
	const off = trigger(kakao, 'nhnCloud', { receive: 'webhook', secret: SECRET, ...parameters });
	return { ...off, staticData: (await webhookMethod(kakao.host, 'create', off)).staticData };
}

/** The same workflow in a new process of n8n, which knows nothing but what was stored. */
const startedAnew = async (staticData: IDataObject): Promise<Call> => ({
	...(await switchedOn()),
	staticData: JSON.parse(JSON.stringify(staticData)) as IDataObject,
});

const hookOf = (id: string) => ({
	hookId: id,
	kakaoMessageType: 'ALIMTALK_NORMAL',
	requestId: 'REQ',
	recipientSeq: id,
	recipientNo: '01011110001',
	receiveDate: '2026-12-01 09:30:00',
	resultCode: '1000',
});

/** One call of NHN Cloud with these reports; gives the ones that started the workflow. */
async function ring(to: Call, ids: readonly string[], more: Partial<WebhookCall> = {}) {
	const { result, staticData } = await webhook(kakao.host, {
		...to,
		...more,
		body: JSON.stringify({ event: 'MESSAGE_RESULT_UPDATE', hooks: ids.map(hookOf) }),
		headers: { 'X-Toast-Webhook-Signature': SECRET },
	});
	const items = jsonOf(result.workflowData?.[0]);
	return { started: items.map(({ messageId }) => String(messageId).replace('REQ/', '')), staticData };
}

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, at) => `h${from + at}`);

describe('a report that comes again', () => {
	test('in a call at the same instant starts the workflow once', async () => {
		const it = await switchedOn();
		const both = await Promise.all([ring(it, ['a', 'b']), ring(it, ['b', 'a'])]);
		expect(both.flatMap(({ started }) => started).sort()).toEqual(['a', 'b']);
	});

	test('after n8n has started anew is known, whichever of two calls at the same instant was stored last', async () => {
		const it = await switchedOn();
		const written: IDataObject[] = [];
		const calls = [['a'], ['b'], ['c']].map(async (ids) => written.push((await ring(it, ids)).staticData));
		await Promise.all(calls);
		const later = await startedAnew(written.at(-1)!);
		expect((await ring(later, ['a', 'b', 'c', 'd'])).started).toEqual(['d']);
	});

	// n8n reads the static data when the call begins, and here that is before the first call has stored anything.
	test('is known although a later call had read the static data before it was stored', async () => {
		const it = await switchedOn();
		await ring(it, ['a']);
		const { started, staticData } = await ring(it, ['b']);
		expect(started).toEqual(['b']);
		expect((await ring({ ...it, staticData }, ['a'])).started).toEqual([]);
	});

	test('after ten thousand others of the same campaign is known, also in calls of thousands', async () => {
		const it = await switchedOn();
		let { staticData } = await ring(it, numbers(0, 5_000));
		({ staticData } = await ring({ ...it, staticData }, numbers(5_000, 5_000)));
		expect((await ring({ ...it, staticData }, [...numbers(0, 5_000), 'new'])).started).toEqual(['new']);
		const later = await startedAnew(staticData);
		expect((await ring(later, numbers(8_000, 2_001))).started).toEqual(['h10000']);
	});

	test('starts the workflow if the first try failed before it could', async () => {
		const it = await switchedOn();
		const broken = {
			...it.node,
			parameters: { ...it.node.parameters, options: { includeRaw: '={{ ( }}' } },
		};
		await expect(ring({ ...it, node: broken as Call['node'] }, ['a'])).rejects.toThrow(/syntax/i);
		expect((await ring(it, ['a'])).started).toEqual(['a']);
	});

	test('in another test listen is shown again, and in the test of a production call too', async () => {
		const it = await switchedOn();
		const { staticData } = await ring(it, ['a']);
		const listening = async () => (await ring({ ...it, staticData }, ['a', 'a'], { mode: 'manual' })).started;
		expect(await listening()).toEqual(['a']);
		expect(await listening()).toEqual(['a']);
	});

	test('at another workflow is none of this one', async () => {
		expect((await ring(await switchedOn(), ['a'])).started).toEqual(['a']);
		expect((await ring(await switchedOn(), ['a'])).started).toEqual(['a']);
	});
});
