import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { NUMBER, answer, botApi, botId, conversation, say, setBot, words, type SkillRequest } from './chatbotSupport.mts';
import { listener, type Listener } from './consultSupport.mts';
import { LONG, USER_ID, adminKey, relate } from './developersSupport.mts';
import { control, eventually } from './support.mts';

interface Result { taskId: string; status: string; allRequestCount: number; successCount: number; userKeyResolvingFailCount?: number; fail: { count: number; list: object[] } }

describe('the Bot Event API', () => {
	let sandbox: Sandbox;
	let skill: Listener;
	let reply: { status?: number; body?: string };
	beforeAll(async () => {
		sandbox = await startSandbox();
		skill = await listener(() => reply);
	});
	afterAll(async () => {
		await skill.close();
		await sandbox.close();
	});
	beforeEach(async () => {
		await control(sandbox, 'POST', '/api/reset');
		reply = { body: answer([words('이벤트')]) };
	});

	const appUser = (id: string) => ({ type: 'appUserId', id });
	const send = (user: object[], more: object = {}, id: string = botId) =>
		botApi(sandbox, `/v2/bots/${id}/talk`, { event: { name: 'order_shipped', data: { item: '감귤' } }, user, ...more });
	const done = (taskId: string) => eventually(async () => {
		const { body } = await botApi<Result>(sandbox, `/v1/tasks/${taskId}`);
		return body.status !== 'PROCESSING' && body;
	});

	it('speaks first to people known by any of their keys, on the dev channel too', async () => {
		await say(sandbox, '안녕');
		const { botUserKey } = await conversation(sandbox);
		const sent = await send([{ type: 'botUserKey', id: botUserKey }, appUser(LONG.userId)]);
		expect(sent).toMatchObject({ status: 200, body: { status: 'SUCCESS' } });
		expect(await done(sent.body.taskId)).toEqual({ taskId: sent.body.taskId, status: 'ALL SUCCESS', allRequestCount: 2, successCount: 2, fail: { count: 0, list: [] } });
		for (const number of [NUMBER, LONG.number]) expect((await conversation(sandbox, number)).lastEntry).toMatchObject({ source: 'event', text: '주문하신 감귤 상품이 출발했어요.' });
		expect((await send([appUser(USER_ID)], {}, `${botId}!`)).status).toBe(200);
	});

	it('counts keys of nobody, and lists people who are no friends', async () => {
		await relate(sandbox, 'BLOCKED', '01055556666');
		const { body } = await send([appUser(USER_ID), { type: 'botUserKey', id: 'never seen' }, appUser('3055556666'), appUser('3000000101')]);
		const result = await done(body.taskId);
		expect(result).toMatchObject({ status: '3 FAIL', allRequestCount: 4, successCount: 1, userKeyResolvingFailCount: 2, fail: { count: 3 } });
		expect(result.fail.list).toMatchObject([{ userId: '3055556666', reqUserType: 'appUserId', errorMsg: { errorType: expect.any(Number) as number } }]);
		expect((await control(sandbox, 'GET', '/api/chatbot/tasks')).body).toMatchObject([{ event: 'order_shipped', succeeded: 1, won: 15 }]);
	});

	it('asks the skill of an event block, which may say nothing, and tells when that fails', async () => {
		await setBot(sandbox, { skillUrl: skill.url });
		const ask = async () => done((await send([appUser(USER_ID)], { event: { name: 'ask_skill' }, params: { order: 'A-1' } })).body.taskId);
		expect((await ask()).successCount).toBe(1);
		expect(skill.bodies<SkillRequest>()[0]).toMatchObject({ action: { params: { order: 'A-1' } }, userRequest: { user: { type: 'botUserKey' } } });
		reply = { body: answer([]) };
		expect((await ask()).successCount).toBe(1);
		expect((await conversation(sandbox)).entries).toHaveLength(1);
		reply = { status: 503 };
		expect(await ask()).toMatchObject({ status: '1 FAIL', fail: { list: [{ errorMsg: { errorType: 201, msg: 'Bot skill server responded with an HTTP error.' } }] } });
		expect((await conversation(sandbox)).lastEntry).toMatchObject({ from: 'system', text: null });
	});

	it('takes up to a hundred different people, the REST key and an event that exists', async () => {
		const people = Array.from({ length: 101 }, (_, i) => appUser(String(3_020_000_000 + i)));
		expect((await send(people.slice(0, 100))).body.status).toBe('SUCCESS');
		const refused = async (...asked: Parameters<typeof send>) => {
			const { status, body } = await send(...asked);
			return [status, body.status];
		};
		expect(await refused(people)).toEqual([400, 'FAIL']);
		expect(await refused([appUser(USER_ID), appUser(USER_ID)])).toEqual([400, 'FAIL']);
		expect(await refused([{ type: 'appUserKey', id: USER_ID }])).toEqual([400, 'FAIL']);
		expect(await refused([appUser(USER_ID)], { event: { name: 'nothing' } })).toEqual([400, 'FAIL']);
		expect(await refused([appUser(USER_ID)], { events: {} })).toEqual([400, 'FAIL']);
		expect(await refused([appUser(USER_ID)], {}, 'otherBot')).toEqual([404, 'ERROR']);
		expect(await botApi(sandbox, `/v2/bots/${botId}/talk`, { event: { name: 'order_shipped' }, user: [appUser(USER_ID)] }, adminKey)).toMatchObject({ status: 401, body: { status: 'ERROR' } });
		expect((await botApi(sandbox, '/v1/tasks/unknown')).status).toBe(404);
	});
});
