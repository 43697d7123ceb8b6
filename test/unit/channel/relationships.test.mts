import { describe, expect, test } from 'vitest';

import { ownRelationship, relationships } from '../../../kakao/channel';
import type { Reply } from '../../../kakao/delivery/conversation';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';
import { error, EXPIRED, INSUFFICIENT_SCOPES, MULTI, PLUS_FRIENDS, QUOTA } from './fixtures.mts';

const BIG = '1234567890123456789';
const queryOf = (path: string) => Object.fromEntries(new URL(path, 'https://kapi.kakao.com').searchParams);
const one = (id: string, relation = 'ADDED', channel = '_ZeUTxl') =>
	answer(`{"user_id":${id},"channels":[{"channel_public_id":"${channel}","relation":"${relation}"}]}`);

describe('whoever asks about a user hears about that user', () => {
	test('nineteen digits survive', () => {
		const { result, wishes } = talk(relationships([BIG], ['_frxjem', '_Brxjem']), [answer(PLUS_FRIENDS)]);
		expect(result).toEqual([
			{
				userId: BIG,
				outcome: 'added',
				reason: null,
				channels: [
					{
						publicId: '_frxjem',
						searchId: '@테스트채널3',
						relation: 'added',
						addedAt: null,
						changedAt: '2018-03-14T14:25:01.000+09:00',
					},
					{ publicId: '_Brxjem', searchId: '@예시플러스친구', relation: 'none', addedAt: null, changedAt: null },
				],
			},
		]);
		const [request] = requestsOf(wishes);
		expect(request!.path).toMatch(/^\/v2\/api\/talk\/channels\?/);
		expect(queryOf(request!.path)).toEqual({
			target_id_type: 'user_id',
			target_id: BIG,
			channel_ids: '_frxjem,_Brxjem',
			channel_id_type: 'channel_public_id',
		});
	});

	test('several go in one call, and an answer about another user is refused', () => {
		const { result, wishes } = talk(relationships(['1111111', 1111112], ['_ZeUTxl']), [
			answer('[{"user_id":1111112,"channels":[{"channel_public_id":"_ZeUTxl","relation":"BLOCKED"}]}]'),
			one('999'),
		]);
		expect(result).toMatchObject([
			{ userId: '1111111', outcome: 'unknown' },
			{ userId: '1111112', outcome: 'blocked', reason: null },
		]);
		const [many, single] = requestsOf(wishes);
		expect(many!.path).toMatch(/^\/v2\/api\/talk\/channels\/multi\?/);
		expect(queryOf(many!.path)).toMatchObject({ target_ids: '1111111,1111112' });
		expect(queryOf(single!.path)).toMatchObject({ target_id: '1111111' });
	});

	test('without a channel all connected ones are told; an empty list is asked about alone', () => {
		const { result } = talk(relationships(['1111111', '2222222'], []), [
			answer(MULTI),
			answer('{"user_id":2222222,"channels":[]}'),
		]);
		expect(result).toMatchObject([
			{ outcome: 'added', channels: [{ publicId: '_ZeUTxl', addedAt: '2021-05-10T17:06:53.000+09:00' }] },
			{ outcome: 'none', channels: [], reason: null },
		]);
	});

	test('a channel left out of the answer is not taken for "no friend"', () => {
		const { result } = talk(relationships(['1'], ['_a', '_b']), [one('1', 'ADDED', '_a')]);
		expect(result).toMatchObject([{ outcome: 'unknown', reason: { code: 'unclear' } }]);
	});

	test('a relation of tomorrow is unknown, not none', () => {
		const { result } = talk(relationships(['1'], ['_ZeUTxl']), [one('1', 'MUTED')]);
		expect(result).toMatchObject([{ outcome: 'unknown', channels: [{ relation: 'unknown' }] }]);
	});

	test.each([
		['01012345678', /phone number/],
		['010-1234-5678', /phone number/],
		[1234567890123456789, /digits are lost/],
		['1.23457E+18', /spreadsheet/],
		['', /empty/],
		[undefined, /empty/],
		[{}, /not a text/],
		['abc', /no user ID/],
		['9223372036854775808', /no user ID/],
	])('%j is refused before anything is asked', (id, why) => {
		const { result, wishes } = talk(relationships([id], ['_ZeUTxl']), []);
		expect(result).toMatchObject([
			{ outcome: 'rejected', reason: { codeSpace: 'input', text: expect.stringMatching(why) } },
		]);
		expect(wishes).toEqual([]);
	});

	test('the signed-in user asks without naming anybody', () => {
		const { result, wishes } = talk(ownRelationship(['_frxjem']), [answer(PLUS_FRIENDS)]);
		expect(result).toMatchObject({ userId: BIG, outcome: 'added' });
		expect(queryOf(requestsOf(wishes)[0]!.path)).toEqual({
			channel_ids: '_frxjem',
			channel_id_type: 'channel_public_id',
		});
		expect(talk(ownRelationship([]), [answer(EXPIRED, 401)]).result).toMatchObject({
			outcome: 'rejected',
			reason: { kind: 'credential' },
		});
	});
});

describe('who cannot be told gets their own reason', () => {
	test.each([
		[INSUFFICIENT_SCOPES, 403, 'notConsented', /plusfriends/],
		[error(-101), 400, 'unknownUser', /not linked/],
		[error(-103), 400, 'unknownUser', /no such Kakao account/],
		[error(-501), 400, 'unknownUser', /no KakaoTalk/],
		[error(-819), 400, 'rejected', /not connected/],
		[error(-3), 403, 'rejected', /may not make this call/],
		[error(-7), 400, 'unknown', /maintenance/],
		['<html>', 200, 'unknown', /not Kakao’s/],
		['[]', 200, 'unknown', /not in Kakao’s form/],
	])('%s', (body, status, outcome, words) => {
		const { result } = talk(relationships(['1'], ['_ZeUTxl']), [answer(body, status)]);
		expect(result).toMatchObject([
			{ userId: '1', outcome, channels: [], reason: { text: expect.stringMatching(words) } },
		]);
	});

	test('one without consent does not spoil the others’ answers', () => {
		const { result } = talk(relationships(['1', '2', '3'], ['_c']), ({ path }) => {
			const { target_id: single, target_ids: many = '' } = queryOf(path);
			const ids = (single ?? many).split(',');
			if (ids.includes('2')) return answer(INSUFFICIENT_SCOPES, 403);
			const rows = ids.map((id) => `{"user_id":${id},"channels":[{"channel_public_id":"_c","relation":"ADDED"}]}`);
			return answer(single ? rows[0] : `[${rows.join(',')}]`);
		});
		expect(result.map(({ outcome }) => outcome)).toEqual(['added', 'notConsented', 'added']);
	});

	test('a user’s own code inside a good answer is that user’s', () => {
		const { result } = talk(relationships(['1', '2'], ['_c']), [
			answer(
				`[{"user_id":1,"code":-101,"msg":"no"},{"user_id":2,"channels":[{"channel_public_id":"_c","relation":"NONE"}]}]`,
			),
		]);
		expect(result.map(({ outcome }) => outcome)).toEqual(['unknownUser', 'none']);
	});

	test('finding out who is meant ends with the allowance, and says how to go on', () => {
		const { result, wishes } = talk(relationships(['1', '2', '3'], ['_c'], 1), [
			answer('[{"user_id":1},{"user_id":2}]'),
			answer(INSUFFICIENT_SCOPES, 403),
		]);
		expect(result.map(({ outcome }) => outcome)).toEqual(['notConsented', 'unknown', 'unknown']);
		expect(result[2]!.reason).toMatchObject({ code: 'unclear', advice: expect.stringMatching(/alone/) });
		expect(wishes).toHaveLength(2);
	});
});

describe('trouble is waited out, and a wrong key stops the run', () => {
	test('a quota is HTTP 400: waited for a little, then told as "later", and nobody else is asked about', () => {
		const users = Array.from({ length: 401 }, (_, at) => String(at + 1));
		const { result, wishes } = talk(relationships(users, ['_c']), Array(3).fill(answer(QUOTA, 400)));
		expect(wishes.map(({ kind }) => kind)).toEqual(['ask', 'pause', 'ask', 'pause', 'ask']);
		expect(result).toHaveLength(401);
		for (const each of result)
			expect(each).toMatchObject({ outcome: 'rejected', reason: { code: '-10', kind: 'account', retryable: true } });
	});

	test('a quota that runs out over somebody asked about alone is told of those still to be asked about', () => {
		const { result } = talk(relationships(['1', '2', '3'], ['_c']), [
			answer('[{"user_id":1},{"user_id":2,"channels":[{"channel_public_id":"_c","relation":"NONE"}]}]'),
			...Array<Reply>(3).fill(answer(QUOTA, 400)),
		]);
		expect(result.map(({ outcome }) => outcome)).toEqual(['rejected', 'none', 'rejected']);
		expect(result[2]!.reason).toMatchObject({ code: '-10', retryable: true });
	});

	test('the rule that is used up is named', () => {
		const body = '{"msg":"API limit has been exceeded.","code":-10,"rule_desc":"per second"}';
		const { result } = talk(relationships(['1'], []), Array(3).fill(answer(body, 400)));
		expect(result[0]!.reason!.text).toMatch(/per second/);
	});

	test('Kakao’s internal error passes', () => {
		const { result } = talk(relationships(['1'], ['_ZeUTxl']), [answer(error(-815), 400), one('1')]);
		expect(result).toMatchObject([{ outcome: 'added' }]);
	});

	test('a wrong key is asked with once', () => {
		const users = Array.from({ length: 1_000 }, (_, at) => String(at + 1));
		const { result, wishes } = talk(relationships(users, []), [answer(EXPIRED, 401)]);
		expect(wishes).toHaveLength(1);
		expect(result.every(({ reason }) => reason?.kind === 'credential')).toBe(true);
	});

	test('a lost answer leaves these users unknown and the next ones asked about', () => {
		const users = Array.from({ length: 201 }, (_, at) => String(at + 1));
		const { result } = talk(relationships(users, ['_ZeUTxl']), [lost, one('201')]);
		expect(result[0]).toMatchObject({ outcome: 'unknown', reason: { retryable: true } });
		expect(result[200]).toMatchObject({ outcome: 'added' });
	});
});
