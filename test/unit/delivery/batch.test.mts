import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { DEALERS } from '../../../kakao/dealers/registry';
import { toWire, weightOnWire } from '../../../kakao/dealers/solapi/wire';
import { toBatches, type BatchRule } from '../../../kakao/delivery/batch';
import type { AlimTalkMessage } from '../../../kakao/message/message';
import { message, template } from '../support/make.mts';

interface Parcel {
	id: number;
	group: string;
	weight: number;
}

const parcels = fc
	.array(fc.record({ group: fc.constantFrom('a', 'b', 'c'), weight: fc.integer({ min: 1, max: 50 }) }))
	.map((each) => each.map((parcel, id): Parcel => ({ ...parcel, id })));
const ruleOf = (maxRecipients: number, maxBytes: number | undefined): BatchRule<Parcel> => ({
	groupOf: ({ group }) => group,
	maxRecipients,
	maxBytes,
	weightOf: ({ weight }) => weight,
});
const weightOf = (batch: readonly Parcel[]) => batch.reduce((sum, { weight }) => sum + weight, 0);
const groupsOf = (batch: readonly Parcel[]) => [...new Set(batch.map(({ group }) => group))];
const rule = fc
	.tuple(fc.integer({ min: 1, max: 7 }), fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }))
	.map(([recipients, bytes]) => ruleOf(recipients, bytes));

describe('cutting a run into requests', () => {
	test('loses no message, sends none twice, and keeps the order inside a group', () => {
		fc.assert(
			fc.property(parcels, rule, (messages, each) => {
				const batches = toBatches(messages, each);
				expect(batches.every((batch) => batch.length > 0 && groupsOf(batch).length === 1)).toBe(true);
				for (const group of ['a', 'b', 'c']) {
					const sent = batches.filter((batch) => batch[0]?.group === group).flat();
					expect(sent).toEqual(messages.filter((parcel) => parcel.group === group));
				}
			}),
		);
	});

	test('never makes a request that the dealer refuses for its size, unless one message alone is too big', () => {
		fc.assert(
			fc.property(parcels, rule, (messages, each) => {
				for (const batch of toBatches(messages, each)) {
					expect(batch.length).toBeLessThanOrEqual(each.maxRecipients);
					if (batch.length > 1) expect(weightOf(batch)).toBeLessThanOrEqual(each.maxBytes ?? Infinity);
				}
			}),
		);
	});

	test('makes as few requests as possible: no two neighbours of a group would fit in one', () => {
		fc.assert(
			fc.property(parcels, rule, (messages, each) => {
				const batches = toBatches(messages, each);
				for (const group of ['a', 'b', 'c']) {
					const own = batches.filter((batch) => batch[0]?.group === group);
					own.slice(1).forEach((batch, at) => {
						const before = own[at]!;
						const fits =
							before.length < each.maxRecipients && weightOf(before) + batch[0]!.weight <= (each.maxBytes ?? Infinity);
						expect(fits).toBe(false);
					});
				}
			}),
		);
	});

	test('a run without messages makes no request', () => {
		expect(toBatches([], ruleOf(10, undefined))).toEqual([]);
	});
});

describe('what may share a request at each dealer', () => {
	const other: Partial<AlimTalkMessage>[] = [{ scheduleAt: 1_800_000_000_000 }];
	const apart: Partial<AlimTalkMessage>[] = [
		...other,
		{ senderProfile: '@other' },
		{ template: template({ code: 'OTHER' }) },
	];

	test.each(DEALERS.map((dealer) => [dealer.id, dealer] as const))('%s: times are never mixed', (_, dealer) => {
		const { groupOf } = dealer.alimTalk.batch;
		expect(groupOf(message({ index: 1 }))).toBe(groupOf(message({ index: 2 })));
		for (const parts of dealer.id === 'solapi' ? other : apart)
			expect(groupOf(message(parts))).not.toBe(groupOf(message()));
	});

	test('SOLAPI’s 15 MB hold: the weight of a message is never less than its bytes', () => {
		const words = fc.string({ unit: fc.constantFrom('가', 'a', '\n', '"', '\\', '😀', '€'), maxLength: 200 });
		fc.assert(
			fc.property(words, words, fc.dictionary(words, words, { maxKeys: 5 }), (text, title, variables) => {
				const heavy = message({
					key: 'k'.repeat(100),
					variables,
					senderProfile: 'P'.repeat(40),
					template: template({ code: 'T'.repeat(40) }),
					fallback: { type: 'LMS', from: '050512345678', title, text },
				});
				expect(weightOnWire(heavy)).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(toWire(heavy))));
			}),
		);
	});
});
