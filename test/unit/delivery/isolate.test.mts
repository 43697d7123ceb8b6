import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isolate } from '../../../kakao/delivery/isolate';
import { unknownReason } from '../../../kakao/delivery/reasons';
import {
	accepted,
	rejectedTogether,
	unknownOutcome,
	type Outcome,
	type ReasonKind,
} from '../../../kakao/message/outcome';

const refusal = (kind: ReasonKind) => rejectedTogether({ ...unknownReason(''), kind });

/** A dealer that refuses a whole request when one of the culprits is in it. */
function pickyDealer(culprits: ReadonlySet<number>, kind: ReasonKind = 'message') {
	const requests: number[][] = [];
	const taken: number[] = [];
	const send = async (part: readonly number[]): Promise<Outcome[]> => {
		await Promise.resolve();
		requests.push([...part]);
		if (part.some((each) => culprits.has(each))) return part.map(() => refusal(kind));
		taken.push(...part);
		return part.map((each) => accepted(`R/${each}`, null));
	};
	return { send, requests, taken };
}
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('one bad message in a request of a thousand', () => {
	test('is found, and the 999 others are sent', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 1000 }), fc.nat(), async (count, at) => {
				const culprit = at % count;
				const { send, taken } = pickyDealer(new Set([culprit]));
				const outcomes = await isolate(upTo(count), send);
				expect(outcomes.map(({ outcome }) => outcome)).toEqual(
					upTo(count).map((each) => (each === culprit ? 'rejected' : 'accepted')),
				);
				expect(taken).toHaveLength(count - 1);
			}),
		);
	});
});

test('however many are bad: nothing is sent twice, results stay in order, and the dealer is not flooded', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 300 }), fc.array(fc.nat({ max: 299 })), async (count, bad) => {
			const { send, taken, requests } = pickyDealer(new Set(bad));
			const outcomes = await isolate(upTo(count), send);
			expect(outcomes).toHaveLength(count);
			expect(new Set(taken).size).toBe(taken.length);
			outcomes.forEach(({ messageId, outcome }, at) => {
				expect(messageId).toBe(taken.includes(at) ? `R/${at}` : null);
				if (bad.includes(at)) expect(outcome).toBe('rejected');
			});
			expect(requests.length).toBeLessThanOrEqual(25);
		}),
	);
});

test.each<ReasonKind>(['credential', 'account', 'channel', 'service', 'time'])(
	'a refusal that halving cannot cure (%s) is not tried again',
	async (kind) => {
		const { send, requests } = pickyDealer(new Set([0]), kind);
		expect((await isolate(upTo(100), send)).every(({ outcome }) => outcome === 'rejected')).toBe(true);
		expect(requests).toHaveLength(1);
	},
);

test('what may have been accepted is never sent again in halves', async () => {
	let sends = 0;
	const outcomes = await isolate(upTo(10), async (part) => {
		sends++;
		return await Promise.resolve(part.map(() => unknownOutcome(unknownReason('lost'))));
	});
	expect(outcomes.map(({ outcome }) => outcome)).toEqual(upTo(10).map(() => 'unknown'));
	expect(sends).toBe(1);
});
