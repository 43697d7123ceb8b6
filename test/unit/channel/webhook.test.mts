import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { payloadOf, readWebhook, verify, webhookKeyOf, type WebhookCall } from '../../../kakao/channel';

const KEY = '0123456789abcdef0123456789abcdef';
const NOW = Date.UTC(2026, 10, 21, 10, 0);
const call = (body: object | string, headers: Record<string, string> = {}): WebhookCall => ({
	headers: { authorization: `KakaoAK ${KEY}`, ...headers },
	query: {},
	rawBody: typeof body === 'string' ? body : JSON.stringify(body),
});
const CURRENT = {
	event: 'added',
	id: '1111',
	id_type: 'app_user_id',
	channel_public_id: '_ZeUTxl',
	channel_uuid: '@test',
	updated_at: '2020-01-01T00:00:00Z',
};
const OLD = {
	event: 'added',
	id: '1111',
	id_type: 'app_user_id',
	plus_friend_public_id: '_FLX',
	plus_friend_uuid: '@ad',
	updated_at: '2020-01-01T00:00:00Z',
};
const UNLINK = { app_id: '123456', user_id: '1234567890123456789', referrer_type: 'UNLINK_FROM_APPS' };

describe('a forged call never starts a workflow', () => {
	test.each([
		['the key', `KakaoAK ${KEY}`, KEY, 'genuine'],
		['another key', `KakaoAK ${KEY.replace('0', '1')}`, KEY, 'forged'],
		['the bare key', KEY, KEY, 'forged'],
		['a bearer', `Bearer ${KEY}`, KEY, 'forged'],
		['nothing', undefined, KEY, 'forged'],
		['an empty key on both sides', 'KakaoAK ', '', 'forged'],
		['neither header nor key', undefined, '', 'forged'],
		['a longer header', `KakaoAK ${KEY}x`, KEY, 'forged'],
	])('%s', (_, authorization, key, verdict) => {
		expect(verify({ headers: authorization === undefined ? {} : { authorization } }, key)).toBe(verdict);
	});

	test('the primary key counts, and the admin key where there is only one', () => {
		expect(webhookKeyOf({ adminKey: 'a', primaryAdminKey: 'p' })).toBe('p');
		expect(webhookKeyOf({ adminKey: 'a', primaryAdminKey: '' })).toBe('a');
		expect(webhookKeyOf({})).toBe('');
	});

	test('the key goes no further', () => {
		for (const body of [CURRENT, OLD, UNLINK]) {
			expect(JSON.stringify(readWebhook(call(body), NOW))).not.toContain(KEY);
			expect(JSON.stringify(payloadOf(call(body)))).not.toContain(KEY);
		}
	});
});

describe('who added or blocked the channel is known', () => {
	test('today’s form', () => {
		expect(readWebhook(call(CURRENT, { 'x-kakao-resource-id': 'Rvy1c2dkzBAZ5hGD3rqYbxvr' }), NOW)).toEqual({
			schema: 'kakao.channel/1',
			event: 'added',
			userId: '1111',
			openId: null,
			channelId: '_ZeUTxl',
			searchId: '@test',
			at: '2020-01-01T09:00:00.000+09:00',
			resourceId: 'Rvy1c2dkzBAZ5hGD3rqYbxvr',
			eventId: 'Rvy1c2dkzBAZ5hGD3rqYbxvr',
			via: null,
			appId: null,
		});
	});

	test('the form of old apps', () => {
		expect(readWebhook(call({ ...OLD, event: 'blocked' }), NOW)).toMatchObject({
			event: 'blocked',
			channelId: '_FLX',
			searchId: '@ad',
			at: '2020-01-01T09:00:00.000+09:00',
			eventId: '_FLX:1111:blocked:2020-01-01T00:00:00Z',
		});
		const { updated_at: _, ...older } = OLD;
		for (const timestamp of ['2020-01-01T00:00:00Z', 1577836800, 1577836800000])
			expect(readWebhook(call({ ...older, timestamp }), NOW)!.at).toBe('2020-01-01T09:00:00.000+09:00');
	});

	test('who has not consented is no user ID, even in digits', () => {
		for (const id of ['1111', 'sub-abc'])
			expect(readWebhook(call({ ...CURRENT, id, id_type: 'open_id' }), NOW)).toMatchObject({
				userId: null,
				openId: id,
			});
	});

	test('digits survive, quoted or not', () => {
		for (const id of ['"9007199254740993"', '9007199254740993'])
			expect(readWebhook(call(JSON.stringify(CURRENT).replace('"1111"', id)), NOW)!.userId).toBe('9007199254740993');
	});

	test('who left the app, by POST and by GET', () => {
		const expected = {
			event: 'unlinked',
			userId: '1234567890123456789',
			channelId: null,
			via: 'UNLINK_FROM_APPS',
			appId: '123456',
			eventId: null,
			at: '2026-11-21T19:00:00.000+09:00',
		};
		expect(readWebhook(call(UNLINK), NOW)).toMatchObject(expected);
		expect(readWebhook(call(String(new URLSearchParams(UNLINK))), NOW)).toMatchObject(expected);
		expect(readWebhook({ headers: {}, query: UNLINK, rawBody: '' }, NOW)).toMatchObject(expected);
	});

	test('two who leave are not taken for a repeat; a repeat of Kakao’s is', () => {
		const again = { 'x-kakao-resource-id': 'R1' };
		expect(readWebhook(call(UNLINK, again), NOW)!.eventId).toBe('R1');
		const [first, second] = [NOW, NOW + 1].map((now) => readWebhook(call(CURRENT), now)!.eventId);
		expect(first).toBe(second);
	});

	test.each([
		['', {}],
		['{"event":"added"', {}],
		['[]', {}],
		[{ ...CURRENT, event: 'moved' }, {}],
		[{ ...CURRENT, id: '' }, {}],
		[{ ...CURRENT, channel_public_id: undefined }, {}],
		[{ referrer_type: 'ACCOUNT_DELETE' }, {}],
	])('%j is nobody’s business', (body, headers) => {
		expect(readWebhook(call(body, headers), NOW)).toBeNull();
	});

	test('nothing that is posted throws', () => {
		const anything = fc.record(
			{
				event: fc.constantFrom('added', 'blocked', 'x'),
				id: fc.anything(),
				id_type: fc.anything(),
				channel_public_id: fc.anything(),
				updated_at: fc.anything(),
				timestamp: fc.oneof(fc.maxSafeInteger(), fc.string()),
				referrer_type: fc.anything(),
				user_id: fc.anything(),
			},
			{ requiredKeys: ['event'] },
		);
		fc.assert(
			fc.property(anything, (body) => {
				const event = readWebhook(
					call(JSON.stringify(body, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))),
					NOW,
				);
				expect(Number.isNaN(Date.parse(event?.at ?? '2026-01-01'))).toBe(false);
			}),
		);
		fc.assert(fc.property(fc.string(), (text) => void readWebhook(call(text), NOW)));
	});
});
