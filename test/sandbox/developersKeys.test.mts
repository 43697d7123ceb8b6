import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { LONG, NUMBER, UNLINKED_ID, USER_ID, adminKey, kapi, many, narrowAdminKey, one, restApiKey, signIn } from './developersSupport.mts';
import { control } from './support.mts';

describe('keys, tokens and quota of kapi', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const refuse = (refusal: object) => control(sandbox, 'POST', '/api/developers/refuse', refusal);
	const codeOf = async (path: string, key: string = adminKey) => {
		const { status, body } = await kapi(sandbox, path, key);
		return [body.code, status];
	};

	it('tells a wrong key from one that lacks the permission', async () => {
		expect(await codeOf(one(USER_ID), restApiKey)).toEqual([-401, 401]);
		expect(await codeOf(many([USER_ID]), 'Bearer nobody')).toEqual([-401, 401]);
		expect(await codeOf('/v1/user/ids?limit=1', narrowAdminKey)).toEqual([-3, 403]);
		expect((await kapi(sandbox, one(USER_ID), narrowAdminKey)).status).toBe(200);
		await control(sandbox, 'PUT', '/api/developers/keys/adminKey', { categories: ['login'] });
		expect(await codeOf(one(USER_ID))).toEqual([-3, 403]);
	});

	it('lists the app\'s users page by page, addresses and all', async () => {
		type Ids = { elements: number[]; total_count: number; after_url?: string };
		const first = await kapi<Ids>(sandbox, '/v1/user/ids?limit=2');
		expect(first.body.elements).toHaveLength(2);
		expect(first.body.total_count).toBeGreaterThan(5);
		const next = new URL(first.body.after_url ?? '');
		const second = await kapi<Ids>(sandbox, next.pathname + next.search);
		expect(second.body.elements[0]).toBeGreaterThan(first.body.elements[1] ?? Infinity);
		const all = await kapi<Ids>(sandbox, '/v1/user/ids');
		expect(all.text).toContain(`${LONG.userId}]`);
		expect(all.body.elements).not.toContain(Number(UNLINKED_ID));
	});

	it('answers with the token\'s own person, who must have agreed', async () => {
		const { access_token: accessToken } = await signIn(sandbox);
		expect((await kapi(sandbox, '/v2/api/talk/channels', `Bearer ${accessToken}`)).body).toMatchObject({ user_id: Number(USER_ID), channels: [{}, {}, {}] });
		const info = await kapi(sandbox, '/v1/user/access_token_info', `Bearer ${accessToken}`);
		expect(info.body).toMatchObject({ id: Number(USER_ID), app_id: 1234567 });
		await control(sandbox, 'PUT', `/api/developers/users/${NUMBER}`, { scopes: [] });
		expect(await codeOf('/v2/api/talk/channels', `Bearer ${accessToken}`)).toEqual([-402, 403]);
		expect(await codeOf('/v1/user/access_token_info', 'Bearer nobody')).toEqual([-401, 401]);
	});

	it('runs out of quota with 400 and -10, and has other bad days', async () => {
		await refuse({ code: -10, after: 1 });
		expect((await kapi(sandbox, one(USER_ID))).status).toBe(200);
		expect((await kapi(sandbox, one(USER_ID)))).toMatchObject({ status: 400, body: { code: -10, msg: 'API limit has been exceeded.' } });
		await control(sandbox, 'POST', '/api/reset');
		await refuse({ code: -9798, times: 1 });
		expect(await codeOf(one(USER_ID))).toEqual([-9798, 503]);
		expect((await kapi(sandbox, one(USER_ID))).status).toBe(200);
		await refuse({ code: -401, times: 1, path: '/v2/', message: 'ip mismatched' });
		expect((await kapi(sandbox, one(USER_ID))).body.msg).toBe('ip mismatched');
		await control(sandbox, 'POST', '/api/faults', { dealer: 'kapi', scope: 'all', rates: { refuse: 1 } });
		expect((await kapi(sandbox, one(USER_ID))).status).toBe(503);
	});
});
