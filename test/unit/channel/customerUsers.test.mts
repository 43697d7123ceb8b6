import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addUsers, removeUsers, type CustomerRow, type FileTarget } from '../../../kakao/channel';
import type { DealerRequest, Reply } from '../../../kakao/delivery/conversation';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';
import { error, QUOTA } from './fixtures.mts';

const TARGET: FileTarget = { channelId: '_ZeUTxl', fileId: '437', userType: 'app' };
const row = (id: string, age = 1): CustomerRow => ({ id, field: { age } });
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(String(at + 1)));
const counts = (requested: number, succeeded: number) =>
	answer(`{"file_id":437,"request_count":${requested},"success_count":${succeeded}}`);
type Users = { users: CustomerRow[]; user_ids: unknown[] };
const usersIn = ({ body }: DealerRequest) => (body as Users).users;
const all = (request: DealerRequest): Reply => counts(usersIn(request).length, usersIn(request).length);

describe('nobody believes a user is in the file who is not', () => {
	test('165 of 165 is done', () => {
		const { result, wishes } = talk(addUsers(TARGET, rows(165)), [counts(165, 165)]);
		expect(result).toMatchObject([{ outcome: 'done', asked: 165, succeeded: 165, reason: null }]);
		const [request] = requestsOf(wishes);
		expect(request).toMatchObject({
			method: 'POST',
			path: '/v1/talkchannel/update/target_users',
			body: { file_id: 437, channel_public_id: '_ZeUTxl', user_type: 'app' },
		});
		expect(usersIn(request!)[0]).toEqual({ id: '1', field: { age: 1 } });
	});

	test.each([
		[counts(2, 1), 'partly', 1, /1 of 2 users and does not say which/],
		[counts(2, 0), 'rejected', 0, /0 of 2/],
		[answer('{"file_id":437}'), 'unknown', null, /did not say how many/],
		[answer(error(-816), 400), 'rejected', 0, /no such customer file/],
		[answer(error(-2, 'INVALID_PARAMETER'), 400), 'rejected', 0, /INVALID_PARAMETER/],
		[answer(error(-815), 400), 'unknown', null, /may have been done/],
		[answer('<html>', 404), 'unknown', null, /may have been done/],
		[lost, 'unknown', null, /may have been done/],
		[{ kind: 'refused' as const, why: 'unreachable' as const, detail: 'no route' }, 'rejected', 0, /no route/],
	])('%j', (reply, outcome, succeeded, words) => {
		const { result, wishes } = talk(addUsers(TARGET, rows(2)), [reply]);
		expect(result).toMatchObject([
			{ members: [0, 1], asked: 2, outcome, succeeded, reason: { text: expect.stringMatching(words) } },
		]);
		expect(wishes).toHaveLength(1);
	});

	test('a group that fails leaves the next its chance; a wrong file does not', () => {
		const [first, second] = [counts(2000, 0), counts(500, 500)];
		expect(talk(addUsers(TARGET, rows(2_500)), [first, second]).result.map(({ outcome }) => outcome)).toEqual([
			'rejected',
			'done',
		]);
		const { result } = talk(addUsers(TARGET, rows(4_500)), [answer(error(-816), 400)]);
		expect(result.map(({ reason }) => reason?.code)).toEqual(['-816', '-816', '-816']);
	});

	test('a used-up quota is waited for a little and told as "later"', () => {
		const { result } = talk(addUsers(TARGET, rows(1)), [answer(QUOTA, 400), counts(1, 1)]);
		expect(result).toMatchObject([{ outcome: 'done' }]);
		const over = talk(addUsers(TARGET, rows(2_001)), Array(3).fill(answer(QUOTA, 400))).result;
		expect(over).toMatchObject([{ reason: { code: '-10', retryable: true } }, { reason: { code: '-10' } }]);
	});
});

describe('each user travels once, in a group that Kakao takes', () => {
	const ids = fc.array(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String), { maxLength: 40 });

	test('every given row is in one group, whatever is given twice', () => {
		fc.assert(
			fc.property(ids, fc.array(fc.nat(), { maxLength: 10 }), (given, twins) => {
				const list = [...given, ...twins.flatMap((at) => given[at % Math.max(given.length, 1)] ?? [])];
				const { result, wishes } = talk(
					addUsers(
						TARGET,
						list.map((id, at) => row(id, at)),
					),
					all,
				);
				expect(result.flatMap(({ members }) => members)).toEqual(list.map((_, at) => at));
				const sent = requestsOf(wishes).flatMap(usersIn);
				expect(sent.map(({ id }) => id)).toEqual([...new Set(list)]);
				for (const { id, field } of sent) expect(field.age).toBe(list.lastIndexOf(id));
			}),
		);
	});

	test('4,001 users are three calls', () => {
		const { result, wishes } = talk(addUsers(TARGET, rows(4_001)), all);
		expect(requestsOf(wishes).map((request) => usersIn(request).length)).toEqual([2_000, 2_000, 1]);
		expect(result.map(({ members }) => members[0])).toEqual([0, 2_000, 4_000]);
	});
});

describe('removing', () => {
	const bodyOf = (format?: 'ids' | 'objects') => {
		const { wishes } = talk(removeUsers(TARGET, ['1234567890123456789', '2'], format), [counts(2, 2)]);
		expect(requestsOf(wishes)[0]!.path).toBe('/v1/talkchannel/delete/target_users');
		return (requestsOf(wishes)[0]!.body as Users).user_ids;
	};

	test('writes users in the one form or the other, digits kept', () => {
		expect(bodyOf()).toEqual(['1234567890123456789', '2']);
		expect(bodyOf('objects')).toEqual([{ id: '1234567890123456789' }, { id: '2' }]);
	});

	test('a format that Kakao does not read shows in the count', () => {
		const { result } = talk(removeUsers(TARGET, ['1']), [counts(1, 0)]);
		expect(result).toMatchObject([{ outcome: 'rejected', reason: { advice: expect.stringMatching(/format/) } }]);
	});
});
