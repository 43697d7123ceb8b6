import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { LONG, UNLINKED_ID, USER_ID, behave, kapi, narrowAdminKey, relate, restApiKey, type KapiProblem } from './developersSupport.mts';
import { control, read } from './support.mts';

const SCHEMA = { 생년월일: 'string', 성별: 'string', age: 'number' } as const;
const BASE = '/v1/talkchannel';
interface Counts { file_id: number; request_count: number; success_count: number; code?: number }

describe('customer files', () => {
	let sandbox: Sandbox;
	let fileId: number;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		await control(sandbox, 'POST', '/api/reset');
		fileId = (await create()).body.file_id ?? 0;
	});

	const create = (more: object = {}) => kapi<{ file_id?: number } & Partial<KapiProblem>>(
		sandbox, `${BASE}/create/target_user_file`, restApiKey, { channel_public_id: '_xkShop', file_name: 'customers', schema: SCHEMA, ...more });
	const change = (call: string, more: object) => kapi<Counts>(
		sandbox, `${BASE}/${call}/target_users`, narrowAdminKey, { file_id: fileId, channel_public_id: '_xkShop', user_type: 'app', ...more });
	const user = (id: string, field: object = { 성별: '남자', age: 30 }) => ({ id, field });
	const list = async () => (await kapi<{ empty_slot: number; using_slot: number; results: { schema: string; file_name: string }[] }>(
		sandbox, `${BASE}/target_user_file?channel_public_id=_xkShop`, restApiKey)).body;

	it('take people by user ID and by phone number and let them go again', async () => {
		expect((await change('update', { users: [user(USER_ID), user(LONG.userId)] })).body).toEqual({ file_id: fileId, request_count: 2, success_count: 2 });
		expect((await change('update', { user_type: 'phone', users: [user('821055556666'), user('01055557777'), user('010-5555-8888')] })).body).toMatchObject({ request_count: 3, success_count: 2 });
		const [file] = (await control<{ count: number; users: { number: string }[] }[]>(sandbox, 'GET', '/api/developers/files')).body;
		expect(file?.users.map(({ number }) => number)).toEqual(['01012345678', '01090000001', '01055556666', '01055557777']);
		expect((await change('delete', { user_ids: [USER_ID, LONG.userId] })).body).toEqual({ file_id: fileId, request_count: 2, success_count: 2 });
		expect((await change('delete', { user_type: 'phone', user_ids: ['01055556666', '01099999999'] })).body).toMatchObject({ request_count: 2, success_count: 1 });
	});

	it('let go in either form of the disputed call, with bare nineteen digits too', async () => {
		await change('update', { users: [user(USER_ID), user(LONG.userId)] });
		const bare = await read<Counts>(await fetch(`${sandbox.urls.kapi}${BASE}/delete/target_users`, {
			method: 'POST', headers: { Authorization: `KakaoAK ${restApiKey}`, 'Content-Type': 'application/json' },
			body: `{"file_id":${fileId},"channel_public_id":"_xkShop","user_type":"app","user_ids":[${LONG.userId}]}`,
		}));
		expect(bare.body.success_count).toBe(1);
		expect((await change('delete', { user_ids: [{ id: Number(USER_ID) }] })).body.success_count).toBe(1);
		await behave(sandbox, { deleteFormat: 'plain' });
		expect((await change('delete', { user_ids: [{ id: USER_ID }] })).body.code).toBe(-2);
		await behave(sandbox, { deleteFormat: 'objects' });
		expect((await change('delete', { user_ids: [USER_ID] })).body.code).toBe(-2);
	});

	it('answer 200 and a lower count for rows that they did not take', async () => {
		await relate(sandbox, 'BLOCKED', '01011112222');
		const answer = await change('update', { users: [
			user(USER_ID), { id: '3011110001', field_data: { age: 3 } }, user('3011110002', { age: '서른' }), user('3011110003', { 나이: 3 }),
			user('3011112222'), user(UNLINKED_ID), user('nobody'),
		] });
		expect(answer).toMatchObject({ status: 200, body: { request_count: 7, success_count: 1 } });
	});

	it('take 2,000 users a call, as JSON, and nothing that is misspelt', async () => {
		const users = Array.from({ length: 2001 }, (_, i) => user(String(3_020_000_000 + i)));
		expect((await change('update', { users: users.slice(0, 2000) })).body).toMatchObject({ request_count: 2000, success_count: 2000 });
		expect((await change('update', { users })).body.code).toBe(-2);
		expect((await change('update', { users: [], user_type: 'email' })).body.code).toBe(-2);
		expect((await change('update', { user: [user(USER_ID)] })).body.code).toBe(-2);
		const form = await read<KapiProblem>(await fetch(`${sandbox.urls.kapi}${BASE}/create/target_user_file`, {
			method: 'POST', headers: { Authorization: `KakaoAK ${restApiKey}` }, body: new URLSearchParams({ channel_public_id: '_xkShop', file_name: 'form' }),
		}));
		expect(form).toMatchObject({ status: 400, body: { code: -2 } });
	});

	it('are listed with the slots that are left and a schema that is text', async () => {
		expect(await list()).toMatchObject({ empty_slot: 29, using_slot: 1, results: [{ file_id: fileId, file_name: 'customers', schema: '{}' }] });
		await change('update', { users: [user(USER_ID)] });
		expect(JSON.parse((await list()).results[0]?.schema ?? '')).toEqual(SCHEMA);
		await behave(sandbox, { schemaAs: 'object' });
		expect((await list()).results[0]?.schema).toEqual(SCHEMA);
	});

	it('are made only with a schema, a name and a channel that Kakao allows', async () => {
		const code = async (more: object) => (await create(more)).body.code;
		expect(await code({})).toBe(-817);
		expect(await code({ file_name: 'b', schema: { 최근구매일: 'string' } })).toBe(-2);
		expect(await code({ file_name: 'b', schema: { '최근 구매일': 'String' } })).toBe(-2);
		expect(await code({ file_name: 'b', schema: Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`n${i}`, 'number'])) })).toBe(-2);
		expect(await code({ channel_public_id: '_xkElse' })).toBe(-819);
		expect((await create({ file_name: 'b', schema: { '최근 구매일': 'string' } })).status).toBe(200);
		for (let i = 3; i <= 30; i++) await create({ file_name: `file ${i}` });
		expect(await code({ file_name: 'one more' })).toBe(-818);
		expect((await change('update', { file_id: 1, users: [user(USER_ID)] })).body.code).toBe(-816);
	});
});
