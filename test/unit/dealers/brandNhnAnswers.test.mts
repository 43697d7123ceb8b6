import { describe, expect, test } from 'vitest';

import type { Outcome } from '../../../kakao/message/outcome';
import type { Reply } from '../../../kakao/delivery/conversation';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';
import {
	brand,
	brandMessage,
	brandTemplate,
	context,
	good,
	listed,
	NOW,
	queryOf,
	refused,
	text,
} from './brandNhnSupport.mts';

const two = [0, 1].map((index) => brandMessage({ index }));
const ofTemplate = two.map((message) => ({ ...message, template: brandTemplate(text) }));
const sent = (...codes: number[]) =>
	good({
		message: {
			requestId: 'R',
			sendResults: codes.map((resultCode, at) => ({ recipientSeq: at + 1, resultCode, resultMessage: 'said' })),
		},
	});
const row = (at: number, parts: object = {}) => ({
	requestId: 'R',
	recipientSeq: at + 1,
	recipientNo: two[at]!.to.national,
	recipientGroupingKey: two[at]!.key,
	...parts,
});
const send = (replies: readonly Reply[], batch = two) => talk(brand.send(batch, context()), replies);
const kinds = (outcomes: Outcome[]) => outcomes.map(({ outcome }) => outcome);

describe('NHN Cloud’s answer to Brand Messages', () => {
	test('is read recipient by recipient, though it names no keys and its header says success', () => {
		expect(send([sent(0, -5000)]).result).toMatchObject([
			{ outcome: 'accepted', messageId: 'R/1' },
			{ outcome: 'rejected', reason: { code: '-5000', kind: 'recipient' } },
		]);
	});

	test('that all failed names no cause: nobody is blamed, and nothing is sent again in halves', () => {
		const outcomes = send([refused(-1031)]).result;
		expect(kinds(outcomes)).toEqual(['rejected', 'rejected']);
		expect(outcomes[0]).not.toHaveProperty('shared');
	});

	test('that refuses what all share is not looked into by sending halves; what one recipient causes is', () => {
		expect(send([refused(-3315)]).result[0]).not.toHaveProperty('shared');
		expect(send([refused(-3301)]).result[0]).toMatchObject({ shared: true, reason: { kind: 'recipient' } });
		expect(send([refused(-3324)], ofTemplate).result[0]).toMatchObject({ shared: true });
	});

	test('about targeting M and N tells what the channel lacks', () => {
		const [outcome] = send([refused(-4029)]).result;
		expect(outcome?.reason?.kind).toBe('channel');
		for (const word of ['business verification', 'business number', 'customer-service', '50,000', '3 months', '080'])
			expect(outcome?.reason?.advice).toContain(word);
	});
});

describe('after a lost answer', () => {
	test('what is listed under the batch’s key was accepted, and is not sent a second time', () => {
		const { result, wishes } = send([lost, listed([row(1), row(0)])]);
		expect(result).toMatchObject([{ messageId: 'R/1' }, { messageId: 'R/2' }]);
		const [request, search, ...more] = requestsOf(wishes);
		expect(request?.path).toMatch(/freestyle-messages$/);
		expect(search?.path).toMatch(/^\/brand-message\/v1\.0\/appkeys\/\{appKey\}\/messages\?/);
		expect(queryOf(search)).toMatchObject({
			senderGroupingKey: 'batch-key',
			startRequestDate: '2026-11-30 12:00',
			endRequestDate: '2026-12-02 12:01',
		});
		expect(more).toEqual([]);
	});

	test('a scheduled one is looked for at its own time, too: the list goes by request date, not by creation', () => {
		const scheduleAt = NOW + 40 * 24 * 60 * 60_000;
		const batch = two.map((message) => ({ ...message, scheduleAt }));
		const { result, wishes } = send([lost, listed([]), listed([row(0), row(1)])], batch);
		expect(kinds(result)).toEqual(['scheduled', 'scheduled']);
		const [, near, far] = requestsOf(wishes).map(queryOf);
		expect(near?.startRequestDate).toBe('2026-11-30 12:00');
		expect(far?.endRequestDate).toBe('2027-01-11 12:01');
		expect(near?.endRequestDate).toBe('2026-12-29 12:01');
		expect(far?.startRequestDate).toBe('2026-12-29 12:00');
	});

	test('only two empty looks, ten seconds in all, let it be sent again', () => {
		const { result, wishes } = send([lost, listed([]), listed([]), sent(0, 0)]);
		expect(kinds(result)).toEqual(['accepted', 'accepted']);
		expect(wishes.flatMap((wish) => (wish.kind === 'pause' ? [wish.milliseconds] : []))).toEqual([3000, 7000]);
		expect(requestsOf(wishes).filter(({ method }) => method === 'POST')).toHaveLength(2);
	});

	test('and a list that cannot be read leaves it unknown, never sent again', () => {
		expect(kinds(send([lost, lost]).result)).toEqual(['unknown', 'unknown']);
		expect(kinds(send([lost, refused(-9999)]).result)).toEqual(['unknown', 'unknown']);
		expect(kinds(send([answer('<html>'), answer('<html>')]).result)).toEqual(['unknown', 'unknown']);
	});
});

describe('after a run that broke off', () => {
	const find = (batch: typeof two, replies: (at: number) => Reply) => {
		let asked = 0;
		return talk(brand.find(batch, { now: () => NOW }), () => replies(asked++));
	};

	test('what was scheduled weeks ahead is found, so that nobody gets it twice', () => {
		const { result, wishes } = find(two, (at) => listed(at === 3 ? [row(0)] : []));
		expect([...(result?.values() ?? [])]).toEqual(['R/1']);
		const queries = requestsOf(wishes).map(queryOf);
		expect(queries[0]).toMatchObject({ senderKey: 'key', startRequestDate: '2026-11-02 12:00' });
		expect(queries.at(-1)?.endRequestDate).toBe('2027-01-31 12:01');
	});

	test('a template’s message of the same key does not stand for the free-form one', () => {
		expect(find(two, () => listed([row(0, { templateCode: 'SALE' })])).result?.size).toBe(0);
		expect(find(ofTemplate, () => listed([row(0, { templateCode: 'SALE' })])).result?.size).toBe(1);
	});

	test('an unreadable list is no proof that nothing was sent', () => {
		expect(find(two, () => refused(-9999)).result).toBeNull();
	});
});
