import { setImmediate as breathe } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { DEMO_DEVELOPERS_CREDENTIALS as KEYS } from '../../sandbox/world/credentials.mts';
import type { Call } from '../harness/nodeMethods.mts';
import { webhook, type WebhookCall } from '../harness/triggerCalls.mts';
import { jsonOf, stage } from './kakao.mts';

const kakao = stage();
const TYPE = 'n8n-nodes-kakao-business.kakaoChannelTrigger';
const GENUINE = { authorization: `KakaoAK ${KEYS.primaryAdminKey}` };
const ALL = { events: ['added', 'blocked', 'unlinked'] };

/** As Kakao sends it today (facts kakao-developers §3.1). */
const ADDED = {
	event: 'added',
	id: '1234567890190000001',
	id_type: 'app_user_id',
	channel_public_id: '_ZeUTxl',
	channel_uuid: '@카카오상점',
	updated_at: '2026-11-01T00:00:00Z',
};
const OLD = {
	event: 'blocked',
	id: '1111',
	id_type: 'app_user_id',
	plus_friend_public_id: '_FLX',
	plus_friend_uuid: '@ad',
	timestamp: '2020-01-01T00:00:00Z',
};

let made = 0;
/** A trigger of its own: the process remembers by workflow and node. */
const call = (parameters: IDataObject = {}, keys: IDataObject = KEYS): Call => ({
	credentials: { kakaoDevelopersApi: { ...keys, baseUrl: kakao.sandbox.urls.kapi } as Record<string, string> },
	workflowId: `channel-${process.pid}-${++made}`,
	node: { type: TYPE, webhookId: 'hook', parameters: parameters as Call['node']['parameters'] & object },
});

async function ring(
	to: Call,
	body: unknown,
	more: Partial<WebhookCall> = {},
	resourceId: string | null = `r${++made}`,
) {
	const headers = { ...GENUINE, ...(resourceId && { 'X-Kakao-Resource-ID': resourceId }), ...more.headers };
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const answer = await webhook(kakao.host, { ...to, ...more, body: text, headers });
	return { ...answer, items: answer.result.workflowData ? jsonOf(answer.result.workflowData[0]) : null };
}

test('a new friend starts the flow with the user ID whole, and Kakao has its answer before the flow begins', async () => {
	const { items, answered } = await ring(call(), ADDED, {}, 'Rvy1c2dkzBAZ5hGD3rqYbxvr');
	expect(answered).toMatchObject({ status: 200, body: null });
	expect(items).toEqual([
		{
			schema: 'kakao.channel/1',
			event: 'added',
			userId: '1234567890190000001',
			openId: null,
			channelId: '_ZeUTxl',
			searchId: '@카카오상점',
			at: '2026-11-01T09:00:00.000+09:00',
			resourceId: 'Rvy1c2dkzBAZ5hGD3rqYbxvr',
			eventId: 'Rvy1c2dkzBAZ5hGD3rqYbxvr',
			via: null,
			appId: null,
			receivedAt: expect.any(String) as string,
		},
	]);
});

test('an app that is still sent the old field names gets the same item', async () => {
	const { items } = await ring(call(), OLD);
	expect(items).toMatchObject([
		{ event: 'blocked', userId: '1111', channelId: '_FLX', searchId: '@ad', at: '2020-01-01T09:00:00.000+09:00' },
	]);
});

test('who has not consented is nobody whose relationship could be checked', async () => {
	const { items } = await ring(call(), { ...ADDED, id: '998877', id_type: 'open_id' });
	expect(items).toMatchObject([{ userId: null, openId: '998877' }]);
});

describe('channels of the app that are not chosen', () => {
	test.each([
		'_ZeUTxl',
		'@카카오상점',
		'@카카오상점'.normalize('NFD'),
		'https://pf.kakao.com/_ZeUTxl',
		'@other, _ZeUTxl',
	])('with "%s" the chosen one starts the flow', async (channels) => {
		expect((await ring(call({ filters: { channels } }), ADDED)).items).toHaveLength(1);
	});

	test.each(['_FLX', '@카카오', '_zeutxl', 'no channel'])(
		'with "%s" nothing starts, and Kakao is content',
		async (channels) => {
			const { result, answered } = await ring(call({ filters: { channels } }), ADDED);
			expect([result, answered]).toEqual([{ webhookResponse: '' }, null]);
		},
	);

	test('an event that is not chosen starts nothing', async () => {
		expect((await ring(call({ events: ['blocked'] }), ADDED)).result).toEqual({ webhookResponse: '' });
	});
});

describe('unlinking', () => {
	const fields = { app_id: '1234', user_id: '3012345678', referrer_type: 'UNLINK_FROM_APPS' };
	const expected = [
		{ event: 'unlinked', userId: '3012345678', channelId: null, via: 'UNLINK_FROM_APPS', appId: '1234' },
	];
	const form = { 'content-type': 'application/x-www-form-urlencoded' };

	test('comes by GET or POST, as chosen in the console, and is answered 200', async () => {
		const get = await ring(call(ALL), '', { method: 'GET', query: fields, webhook: 'setup', headers: form }, null);
		const post = await ring(call(ALL), new URLSearchParams(fields).toString(), { headers: form }, null);
		for (const { items, answered } of [get, post]) {
			expect(items).toMatchObject(expected);
			expect(answered?.status).toBe(200);
		}
	});

	test('passes a filter of channels, because it names none', async () => {
		const it = call({ ...ALL, filters: { channels: '_other' } });
		expect((await ring(it, JSON.stringify(fields))).items).toMatchObject(expected);
	});

	test('unless it is wanted it starts nothing and is answered all the same', async () => {
		const { result } = await ring(call(), '', { method: 'GET', query: fields, webhook: 'setup', headers: form });
		expect(result).toEqual({ webhookResponse: '' });
	});
});

describe('a repeated call', () => {
	test('starts the flow once, also when both come at the same time', async () => {
		const it = call();
		const [one, other] = await Promise.all([ring(it, ADDED, {}, 'same'), ring(it, ADDED, {}, 'same')]);
		expect([one.items, other.items].filter((items) => items !== null)).toHaveLength(1);
		expect((await ring(it, ADDED, {}, 'same')).result).toEqual({ webhookResponse: '' });
	});

	test('is known after n8n has started anew, from the static data', async () => {
		const { staticData } = await ring(call(), ADDED, {}, 'same');
		const later = { ...call(), staticData: JSON.parse(JSON.stringify(staticData)) as IDataObject };
		expect((await ring(later, ADDED, {}, 'same')).result).toEqual({ webhookResponse: '' });
		expect((await ring(later, ADDED, {}, 'another')).items).toHaveLength(1);
	});

	test('of twelve hundred events the latest thousand are known', async () => {
		const it = call();
		let { staticData } = await ring(it, ADDED, {}, 'e0');
		for (let at = 1; at < 1_200; at++) {
			({ staticData } = await ring({ ...it, staticData }, ADDED, {}, `e${at}`));
			// Kept busy for seconds, this process would not see the sandbox hang up, and the next request would be lost.
			if (at % 100 === 0) await breathe();
		}
		const later = (id: string) => ring({ ...call(), staticData }, ADDED, {}, id);
		expect((await later('e200')).items).toBeNull();
		expect((await later('e199')).items).toHaveLength(1);
	});

	test('without a number of Kakao is known by what it says', async () => {
		const it = call();
		expect((await ring(it, ADDED, {}, null)).items).toHaveLength(1);
		expect((await ring(it, ADDED, {}, null)).items).toBeNull();
		expect((await ring(it, { ...ADDED, event: 'blocked' }, {}, null)).items).toHaveLength(1);
	});

	test('in a test listen is none of the production trigger', async () => {
		const it = call();
		expect((await ring(it, ADDED, {}, 'same')).items).toHaveLength(1);
		expect((await ring(it, ADDED, { mode: 'manual' }, 'same')).items).toHaveLength(1);
	});

	test('starts every test listen anew, for whoever sends one and the same call while building a flow', async () => {
		const it = call();
		for (const _ of [1, 2]) expect((await ring(it, ADDED, { mode: 'manual' }, 'same')).items).toHaveLength(1);
	});
});
