import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
	eventProblems,
	kakaoBot,
	readTarget,
	resultFor,
	sendEvent,
	sendEvents,
	taskResult,
	TARGETS_PER_CALL,
	type BotTarget,
} from '../../../kakao/chatbot';
import type { DealerRequest } from '../../../kakao/delivery/conversation';
import { DealerFailure } from '../../../kakao/partner/failure';
import { signUrl } from '../../../kakao/partner/baseUrl';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';

const TASK = '5f767a00-2ac6-408a-865b-be66ede611a2';
const queued = answer(`{"taskId":"${TASK}","status":"SUCCESS","timestamp":1728382106745}`);
const EVENT = { botId: '5fe45a6ddfbb1', name: 'order_done' };
const user = (id: string): BotTarget => ({ type: 'botUserKey', id });
const users = (count: number) => Array.from({ length: count }, (_, at) => user(`k${at}`));
const toIn = ({ body }: DealerRequest) => (body as { user: BotTarget[] }).user;

describe('the bot speaks once to each, a hundred a call', () => {
	test('what Kakao gets', () => {
		const event = { ...EVENT, development: true, data: { order: 'A-1' }, params: { p: '1' } };
		const { result, wishes } = talk(sendEvent(event, [{ ...user('k'), properties: { a: 'b' } }]), [queued]);
		expect(wishes).toEqual([
			{
				kind: 'ask',
				mode: 'write',
				request: {
					method: 'POST',
					path: '/v2/bots/5fe45a6ddfbb1!/talk',
					body: {
						event: { name: 'order_done', data: { order: 'A-1' } },
						user: [{ type: 'botUserKey', id: 'k', properties: { a: 'b' } }],
						params: { p: '1' },
					},
				},
			},
		]);
		expect(result).toMatchObject([{ outcome: 'accepted', messageId: `${TASK}/k`, reason: null }]);
	});

	test.each([undefined, true])('a bot ID with ! stays on the development channel, switch %s', (development) => {
		const { wishes } = talk(sendEvent({ ...EVENT, botId: '5fe45a6ddfbb1!', development }, [user('k')]), [queued]);
		expect(requestsOf(wishes)).toMatchObject([{ path: '/v2/bots/5fe45a6ddfbb1!/talk' }]);
	});

	test('rooms have their own address', () => {
		const { wishes } = talk(sendEvent(EVENT, [{ type: 'botGroupKey', id: 'r' }, user('k')]), [queued, queued]);
		expect(requestsOf(wishes)).toMatchObject([
			{ path: '/v2/bots/5fe45a6ddfbb1/group', body: { chat: [{ type: 'botGroupKey', id: 'r' }] } },
			{ path: '/v2/bots/5fe45a6ddfbb1/talk', body: { user: [{ id: 'k' }] } },
		]);
	});

	test('it signs with the REST API key, whatever other keys there are', () => {
		const request = { method: 'POST', url: 'https://bot-api.kakao.com/v2/bots/b/talk' };
		const { headers } = signUrl(kakaoBot, { restApiKey: 'rest', adminKey: 'admin' }, request, { now: 0, nonce: '' });
		expect(headers.Authorization).toBe('KakaoAK rest');
	});

	test('any list: each target once, in calls of at most a hundred, outcomes in order', () => {
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 300 }), { maxLength: 400 }), (ids) => {
				const targets = ids.map((id) => user(String(id)));
				const { result, wishes } = talk(sendEvent(EVENT, targets), () => queued);
				const calls = requestsOf(wishes).map(toIn);
				expect(calls.flat().map(({ id }) => id)).toEqual([...new Set(targets.map(({ id }) => id))]);
				expect(calls.every(({ length }) => length <= TARGETS_PER_CALL)).toBe(true);
				const seen = new Set<string>();
				result.forEach((each, at) => {
					const { id } = targets[at]!;
					if (seen.has(id)) expect(each).toMatchObject({ outcome: 'skipped', reason: { kind: 'duplicate' } });
					else expect(each).toMatchObject({ outcome: 'accepted', messageId: `${TASK}/${id}` });
					seen.add(id);
				});
			}),
		);
	});

	test.each([
		[lost, 'unknown', /may or may not/],
		[answer('<html>'), 'unknown', /without a task/],
		[answer('{"status":"SUCCESS"}'), 'unknown', /without a task/],
		[answer('{"status":"FAIL","message":"no event"}'), 'rejected', /no event/],
		[answer('{"status":"ERROR"}', 400), 'rejected', /had an error/],
		[answer('{"msg":"m","code":-2}', 400), 'rejected', /misses a value/],
		[{ kind: 'refused' as const, why: 'unreachable' as const, detail: 'x' }, 'rejected', /could not be asked/],
	])('%j', (reply, outcome, words) => {
		const { result, wishes } = talk(sendEvent(EVENT, [user('k')]), [reply]);
		expect(result).toMatchObject([{ outcome, reason: { text: expect.stringMatching(words) } }]);
		expect(wishes).toHaveLength(1);
	});

	test('a wrong key is tried once', () => {
		const { result } = talk(sendEvent(EVENT, users(250)), [answer('{"msg":"m","code":-401}', 401)]);
		expect(result.every((each) => each.outcome === 'rejected' && each.reason.kind === 'credential')).toBe(true);
	});

	test('nor is it tried for each customer who has data of their own', () => {
		const jobs = users(3).map((target) => ({ event: { ...EVENT, data: { order: target.id } }, targets: [target] }));
		const { result, wishes } = talk(sendEvents(jobs), [answer('{"msg":"m","code":-401}', 401)]);
		expect(result.flat()).toMatchObject(users(3).map(() => ({ outcome: 'rejected', reason: { kind: 'credential' } })));
		expect(wishes).toHaveLength(1);
	});

	test('one customer’s refusal keeps no other from being told', () => {
		const jobs = users(2).map((target) => ({ event: { ...EVENT, data: { order: target.id } }, targets: [target] }));
		const { result } = talk(sendEvents(jobs), [answer('{"msg":"m","code":-2}', 400), queued]);
		expect(result).toMatchObject([[{ outcome: 'rejected' }], [{ outcome: 'accepted', messageId: `${TASK}/k1` }]]);
	});

	test('bad input is found before anything is sent', () => {
		expect(eventProblems(EVENT)).toEqual([]);
		expect(eventProblems({ botId: 'https://x', name: '' }).map(({ field }) => field)).toEqual(['Bot ID', 'Event Name']);
		expect(readTarget('appUserId', '1234567890123456789')).toEqual({ type: 'appUserId', id: '1234567890123456789' });
		expect(readTarget('appUserId', 1234567890123456789)).toHaveProperty('problems');
		expect(readTarget('botUserKey', ' k ')).toEqual(user('k'));
		expect(readTarget('botUserKey', null)).toHaveProperty('problems');
	});
});

describe('accepted is not delivered: the task tells', () => {
	const read = (body: string) => talk(taskResult(TASK), [answer(body)]).result;

	test('all of them', () => {
		const task = read(
			'{"taskId":"5f767a00","status":"ALL SUCCESS","allRequestCount":1,"successCount":1,"fail":{"count":0,"list":[]}}',
		);
		expect(task).toMatchObject({ finished: true, succeeded: 1, failed: 0 });
		expect(resultFor(task, 'k')).toEqual({ status: 'delivered', reason: null });
	});

	test('one of two, and Kakao does not say which', () => {
		const task = read(
			'{"taskId":"bf46deb1","status":"1 FAIL","allRequestCount":2,"successCount":1,"userKeyResolvingFailCount":1,"fail":{"count":1,"list":[]}}',
		);
		expect(task).toMatchObject({ finished: true, requested: 2, succeeded: 1, failed: 1, unresolved: 1 });
		expect(resultFor(task, 'k')).toMatchObject({ status: 'unknown', reason: { code: 'undisclosed' } });
	});

	test('one who is named', () => {
		const task = read(
			'{"taskId":"861f6cd5","status":"1 FAIL","allRequestCount":2,"successCount":1,"fail":{"count":1,"list":[{"userId":"9d5c","reqUserType":"botGroupKey","createdAt":1728531719,"errorMsg":{"errorType":201,"msg":"Bot skill server responded with an HTTP error."}}]}}',
		);
		expect(task.failures).toMatchObject([{ userId: '9d5c', type: 'botGroupKey', at: 1728531719000 }]);
		expect(resultFor(task, '9d5c')).toMatchObject({ status: 'failed', reason: { code: '201', codeSpace: 'kakaoBot' } });
		expect(resultFor(task, 'other')).toEqual({ status: 'delivered', reason: null });
	});

	test('a single user whose key nobody has, and one still on the way', () => {
		const nobody = read(
			'{"allRequestCount":1,"successCount":0,"userKeyResolvingFailCount":1,"fail":{"count":1,"list":[]}}',
		);
		expect(resultFor(nobody, 'k')).toMatchObject({ status: 'failed', reason: { code: 'unresolved' } });
		const open = read('{"status":"","allRequestCount":2,"successCount":1,"fail":{"count":0,"list":[]}}');
		expect(resultFor(open, 'k')).toEqual({ status: 'pending', reason: null });
	});

	test.each([answer('{"msg":"no task","code":-2}', 404), answer('<html>'), answer('{}'), lost])('%j', (reply) => {
		expect(() => talk(taskResult(TASK), [reply])).toThrow(DealerFailure);
	});
});
