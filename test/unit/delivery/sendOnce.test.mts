import { describe, expect, test } from 'vitest';

import { read, type Reply } from '../../../kakao/delivery/conversation';
import { sendOnce, type OnceRules, type Sighting } from '../../../kakao/delivery/sendOnce';
import { accepted } from '../../../kakao/message/outcome';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';

const OUTCOMES = [accepted('R/1', null), accepted('R/2', null)];
const NOTHING: Sighting = { found: 'nothing' };
const good = answer('accepted');
const known = answer('duplicate');
const garbled = answer('garbled');
const refused: Reply = { kind: 'refused', why: 'unreachable', detail: 'ENOTFOUND' };

/** Sends a request of two; each look reads `/look` and takes the next sighting. */
function send(
	replies: Parameters<typeof talk>[1],
	sightings: readonly Sighting[] | (() => Sighting) = [],
	rules: Partial<OnceRules> = {},
) {
	let looked = 0;
	const conversation = sendOnce({
		request: { method: 'POST', path: '/send' },
		count: 2,
		read: ({ body }) => (body === 'accepted' ? OUTCOMES : body === 'duplicate' ? 'duplicate' : 'unclear'),
		*lookUp() {
			yield* read({ method: 'GET', path: '/look' });
			return typeof sightings === 'function' ? sightings() : sightings[looked++]!;
		},
		looks: [1_000],
		maySendAgain: () => true,
		...rules,
	});
	const { result, wishes } = talk(conversation, replies);
	const pauses = wishes.flatMap((wish) => (wish.kind === 'pause' ? [wish.milliseconds] : []));
	return { result, pauses, paths: requestsOf(wishes).map(({ path }) => path) };
}

test('a plain answer is the end of it', () => {
	expect(send([good])).toMatchObject({ result: OUTCOMES, paths: ['/send'] });
});

test('a request that surely did not arrive is refused for all, without a look', () => {
	const { result, paths } = send([refused]);
	expect(result).toMatchObject([{ outcome: 'rejected', reason: { retryable: true } }, { outcome: 'rejected' }]);
	expect(paths).toEqual(['/send']);
});

describe.each([
	['a lost answer', lost],
	['an answer that makes no sense', garbled],
])('after %s', (_, reply) => {
	test('what the dealer has is accepted, and not sent again', () => {
		expect(send([reply, answer('')], [{ found: OUTCOMES }])).toMatchObject({
			result: OUTCOMES,
			paths: ['/send', '/look'],
		});
	});

	test('what it does not have is sent again', () => {
		expect(send([reply, answer(''), good], [NOTHING])).toMatchObject({
			result: OUTCOMES,
			paths: ['/send', '/look', '/send'],
		});
	});

	test('what it cannot tell is unknown, and never sent again', () => {
		const { result, paths } = send([reply, lost], [{ found: 'noAnswer', detail: 'no list' }]);
		expect(result).toMatchObject([{ outcome: 'unknown', reason: { retryable: false } }, { outcome: 'unknown' }]);
		expect(paths).toEqual(['/send', '/look']);
	});

	test('what it does not list after the guard has run out is unknown too', () => {
		const { result, paths } = send([reply, answer('')], [NOTHING], { maySendAgain: () => false });
		expect(result).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }]);
		expect(paths).toEqual(['/send', '/look']);
	});
});

describe('the dealer is given time to list what it has accepted', () => {
	test('every look waits, and only the last empty one counts as proof', () => {
		const looks = [1_000, 4_000];
		expect(send([lost, answer(''), answer('')], [NOTHING, { found: OUTCOMES }], { looks })).toMatchObject({
			result: OUTCOMES,
			pauses: [1_000, 4_000],
			paths: ['/send', '/look', '/look'],
		});
	});

	test('longer, where the dealer itself says that it has the request', () => {
		const { pauses } = send([known, answer(''), answer('')], [NOTHING, { found: OUTCOMES }], {
			looksWhenDuplicate: [2_000, 8_000],
		});
		expect(pauses).toEqual([2_000, 8_000]);
	});
});

describe('a dealer that says "I have this request already"', () => {
	test('is believed: found = accepted', () => {
		expect(send([known, answer('')], [{ found: OUTCOMES }]).result).toEqual(OUTCOMES);
	});

	test('but lists it nowhere: unknown, and never sent a second time', () => {
		const { result, paths } = send([known, answer('')], [NOTHING]);
		expect(result).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }]);
		expect(paths).toEqual(['/send', '/look']);
	});
});

test('a dealer in lasting trouble is left in peace, with proof that nothing was accepted', () => {
	const { result, paths } = send(
		({ path }) => (path === '/send' ? lost : answer('')),
		() => NOTHING,
	);
	expect(result).toMatchObject([{ outcome: 'rejected', reason: { retryable: true } }, { outcome: 'rejected' }]);
	expect(paths.filter((path) => path === '/send').length).toBeLessThan(10);
	expect(paths.at(-1)).toBe('/look');
});
