import { describe, expect, test } from 'vitest';

import { answer, lost, requestsOf } from '../support/wires.mts';
import { allOf, brandMessage, listed, queryOf, rowOf, send, sent, two } from './brandSensSupport.mts';

describe('SENS’s answer to a send', () => {
	test('is read message by message, though the HTTP answer is 202', () => {
		expect(send(two, [sent('R', ['A000', 'B004'])]).outcomes).toMatchObject([
			{ outcome: 'accepted', messageId: 'R/m0' },
			{ outcome: 'rejected', reason: { code: 'B004', kind: 'account' } },
		]);
	});

	test('that refuses the whole request is a refusal for each, with SENS’s words', () => {
		const { outcomes, posts } = send(two, [answer({ errorMessage: 'invalid imageId' }, 400)]);
		expect(outcomes).toMatchObject([{ outcome: 'rejected', shared: true }, { outcome: 'rejected' }]);
		expect(outcomes[0]?.reason?.text).toContain('invalid imageId');
		expect(posts).toBe(1);
	});

	test('to a reservation is called scheduled', () => {
		const later = two.map((each) => ({ ...each, scheduleAt: Date.UTC(2026, 11, 2) }));
		expect(send(later, [sent('R', ['A000', 'A000'])]).kinds).toEqual(['scheduled', 'scheduled']);
	});
});

describe('a lost answer', () => {
	test('is settled by asking: what SENS lists is not sent again, and each gets its own id', () => {
		const { kinds, ids, posts, wishes } = send(two, [lost, listed(rowOf(two[1]!, 'R'), rowOf(two[0]!, 'R'))]);
		expect([kinds, ids, posts]).toEqual([['accepted', 'accepted'], ['R/R-0', 'R/R-1'], 1]);
		expect(queryOf(requestsOf(wishes)[1])).toMatchObject({
			plusFriendId: '@shop',
			requestStartTime: '2026-12-01 11:55:00',
			requestEndTime: '2026-12-01 12:05:00',
		});
	});

	test('of a refused recipient is still a refusal', () => {
		const rows = listed(rowOf(two[0]!, 'R'), rowOf(two[1]!, 'R', { requestStatusCode: 'B004' }));
		expect(send(two, [lost, rows]).kinds).toEqual(['accepted', 'rejected']);
	});

	test('of what SENS has not got is sent again, once', () => {
		const { kinds, posts } = send(two, [lost, answer('', 404), answer('', 404), sent('R', ['A000', 'A000'])]);
		expect([kinds, posts]).toEqual([['accepted', 'accepted'], 2]);
	});

	test('that cannot be asked after is unknown, never sent again', () => {
		const { kinds, posts } = send(two, [lost, lost]);
		expect([kinds, posts]).toEqual([['unknown', 'unknown'], 1]);
	});

	test.each<[string, object]>([
		['other texts', { content: '다른 글' }],
		['a template', { templateCode: 'OTHER' }],
		['another type', { messageType: 'IMAGE' }],
		['other numbers', { to: '01099999999' }],
	])('is not settled by somebody else’s request with %s', (_, parts) => {
		const foreign = allOf(two, 'F', parts);
		expect(send(two, [lost, foreign, foreign, sent('R', ['A000', 'A000'])]).ids).toEqual(['R/m0', 'R/m1']);
	});

	test('is not settled by a request to more people or fewer', () => {
		const more = listed(...[...two, brandMessage({ index: 2 })].map((each) => rowOf(each, 'F')));
		const fewer = listed(rowOf(two[0]!, 'G'));
		expect(send(two, [lost, more, fewer, sent('R', ['A000', 'A000'])]).posts).toBe(2);
	});

	test('is settled although the list is without texts: each message tells its own', () => {
		const bare = allOf(two, 'R', { content: undefined });
		const details = two.map((each) => answer(rowOf(each, 'R')));
		expect(send(two, [lost, bare, ...details]).ids).toEqual(['R/R-0', 'R/R-1']);
	});

	test('stays unknown while a text that SENS has cannot be read', () => {
		const { kinds, posts } = send(two, [lost, allOf(two, 'R', { content: undefined }), lost]);
		expect([kinds, posts]).toEqual([['unknown', 'unknown'], 1]);
	});
});
