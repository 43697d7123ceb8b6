import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { LONG, NUMBER, SHOP, USER_ID, adminKey, behave, hook, kapi, primaryAdminKey, relate, signIn, webhookLog } from './developersSupport.mts';
import { listener, open, type Listener } from './consultSupport.mts';
import { control, eventually } from './support.mts';

interface Event { event: string; id: string; id_type: string; channel_public_id?: string; plus_friend_public_id?: string; timestamp?: string; updated_at: string }

describe('Kakao webhooks', () => {
	let sandbox: Sandbox;
	let there: Listener;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		await control(sandbox, 'POST', '/api/reset');
		there = await listener();
		await hook(sandbox, 'channel', there.url);
		return () => there.close();
	});

	const came = (count: number) => eventually(() => there.posts.length === count && there.bodies<Event>());
	const logged = (count: number) => eventually(async () => {
		const log = await webhookLog(sandbox);
		return log.length === count && log;
	});

	it('tell who blocked and who added a channel, with the primary admin key as proof', async () => {
		await relate(sandbox, 'BLOCKED');
		await came(1);
		await relate(sandbox, 'ADDED');
		const [blocked, added] = await came(2);
		expect(blocked).toEqual({
			event: 'blocked', id: USER_ID, id_type: 'app_user_id', channel_public_id: '_xkShop', channel_uuid: '@kakaoshop',
			updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
		});
		expect(added?.event).toBe('added');
		const [first, second] = there.posts;
		expect(first?.headers).toMatchObject({ authorization: `KakaoAK ${primaryAdminKey}`, 'user-agent': 'KakaoOpenAPI/1.0' });
		expect(first?.headers['content-type']).toMatch(/^application\/json/);
		expect(first?.headers['x-kakao-resource-id']).toMatch(/^[\w-]{24}$/);
		expect(second?.headers['x-kakao-resource-id']).not.toBe(first?.headers['x-kakao-resource-id']);
		expect(adminKey).not.toBe(primaryAdminKey);
	});

	it('name somebody who has not agreed by an ID that is no user ID', async () => {
		await relate(sandbox, 'BLOCKED', '01000000402');
		await came(1);
		await relate(sandbox, 'BLOCKED', LONG.number);
		const [stranger, long] = await came(2);
		expect(stranger).toMatchObject({ id_type: 'open_id', id: expect.not.stringMatching(/^\d+$/) as string });
		expect(long).toMatchObject({ id_type: 'app_user_id', id: LONG.userId });
	});

	it('come for every connected channel, and never when somebody merely goes back to a stranger', async () => {
		await control(sandbox, 'PUT', '/api/developers/channels/@kakaoshop_cs', { connected: false });
		await relate(sandbox, 'BLOCKED', NUMBER, '_xkHelp');
		await relate(sandbox, 'NONE');
		await relate(sandbox, 'BLOCKED', NUMBER, '@kakaoshop_talk');
		const log = await logged(1);
		expect(log[0]).toMatchObject({ kind: 'blocked', channel: '@kakaoshop_talk', status: 200, problem: null });
	});

	it('come twice, with a wrong key or in the words of 2020 when told to', async () => {
		await behave(sandbox, { duplicates: 1, wrongKey: true, fieldNames: 'old' });
		await relate(sandbox, 'BLOCKED');
		const [first, second] = await came(2);
		expect(second).toEqual(first);
		expect(first).toMatchObject({ plus_friend_public_id: '_xkShop', plus_friend_uuid: '@kakaoshop' });
		expect(first).not.toHaveProperty('channel_public_id');
		expect(new Set(there.posts.map(({ headers }) => headers['x-kakao-resource-id'])).size).toBe(1);
		expect(there.posts[0]?.headers.authorization).toMatch(/^KakaoAK f{32}$/);
		await behave(sandbox, { duplicates: 0, fieldNames: 'both' });
		await relate(sandbox, 'ADDED');
		const both = (await came(3))[2];
		expect(both).toMatchObject({ plus_friend_public_id: '_xkShop', channel_public_id: '_xkShop', timestamp: both?.updated_at });
	});

	it('are noted with what they were answered, without the key', async () => {
		await there.close();
		there = await listener((_post, index) => [{ status: 302, headers: { location: there.url } }, { delayMs: 2000 }, { status: 500, body: 'no' }][index] ?? {});
		await hook(sandbox, 'channel', there.url);
		await relate(sandbox, 'BLOCKED');
		await logged(1);
		expect((await control<{ behaviour: object }>(sandbox, 'GET', '/api/developers')).body.behaviour).toMatchObject({ answerWithinMs: 3000, retryPausesMs: [] });
		await behave(sandbox, { answerWithinMs: 100 });
		await relate(sandbox, 'ADDED');
		await logged(2);
		await behave(sandbox, { retryPausesMs: [1], answerWithinMs: 3000 });
		await relate(sandbox, 'BLOCKED');
		const log = await logged(4);
		expect(log.map(({ status, problem, attempt }) => [status, problem, attempt]).reverse()).toEqual([[302, 'redirect', 1], [0, 'late', 1], [500, 'refused', 1], [200, null, 2]]);
		expect(log[1]?.answer).toBe('no');
		expect(JSON.stringify(log)).not.toContain(primaryAdminKey);
	});

	it('tell that somebody left the app, as query or as form, and his tokens die', async () => {
		const { access_token: accessToken } = await signIn(sandbox);
		await hook(sandbox, 'unlink', `${there.url}?from=kakao`, 'GET');
		const unlink = (body: object) => control<{ error?: string }>(sandbox, 'POST', '/api/developers/unlink', body);
		await unlink({ number: NUMBER });
		await eventually(() => there.posts.length === 1);
		expect(there.posts[0]?.path).toBe(`/webhook/consult?from=kakao&app_id=1234567&user_id=${USER_ID}&referrer_type=UNLINK_FROM_APPS`);
		expect(there.posts[0]?.headers.authorization).toBe(`KakaoAK ${primaryAdminKey}`);
		expect((await kapi(sandbox, '/v1/user/access_token_info', `Bearer ${accessToken}`)).body.code).toBe(-401);
		expect((await unlink({ number: NUMBER })).status).toBe(409);
		await hook(sandbox, 'unlink', there.url);
		await unlink({ number: LONG.number, referrerType: 'ACCOUNT_DELETE' });
		await eventually(() => there.posts.length === 2);
		expect(new URLSearchParams(there.posts[1]?.raw).get('user_id')).toBe(LONG.userId);
		expect((await unlink({ number: LONG.number, referrerType: 'NO_REASON' })).status).toBe(400);
	});

	it('must answer 200 to an unlink, where a channel event takes any 2xx', async () => {
		await there.close();
		there = await listener(() => ({ status: 204 }));
		await hook(sandbox, 'channel', there.url);
		await hook(sandbox, 'unlink', there.url);
		await relate(sandbox, 'BLOCKED');
		await control(sandbox, 'POST', '/api/developers/unlink', { number: NUMBER });
		const log = await logged(2);
		expect(new Map(log.map(({ kind, problem }) => [kind, problem]))).toEqual(new Map([['blocked', null], ['unlink', 'refused']]));
	});

	it('go along with a consult that a block ends', async () => {
		await open(sandbox, SHOP.channel);
		await relate(sandbox, 'BLOCKED');
		const { body } = await control<{ blockedByCustomer: boolean; state: string }[]>(sandbox, 'GET', `/api/consult/chats?number=${NUMBER}`);
		expect(body[0]).toMatchObject({ blockedByCustomer: true, state: 'closed' });
		await relate(sandbox, 'ADDED');
		expect((await control<{ blockedByCustomer: boolean }[]>(sandbox, 'GET', `/api/consult/chats?number=${NUMBER}`)).body[0]?.blockedByCustomer).toBe(false);
	});
});
