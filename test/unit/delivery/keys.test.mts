import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { batchKey, derivedKey, identityOf, MAX_KEY_LENGTH } from '../../../kakao/delivery/keys';
import type { AlimTalkMessage } from '../../../kakao/message/message';
import { message, template } from '../support/make.mts';

const parts = fc.record({
	execution: fc.nat().map(String),
	node: fc.uuid(),
	run: fc.nat(),
	item: fc.nat(),
	recipient: fc.nat(),
});

describe('a key made by us', () => {
	test('is the same when the node runs again inside the execution, so that the dealer knows the message again', () => {
		fc.assert(
			fc.property(parts, (each) => {
				expect(derivedKey({ ...each })).toBe(derivedKey(each));
			}),
		);
	});

	test('differs as soon as anything differs, so that nobody’s message is taken for another’s', () => {
		fc.assert(
			fc.property(parts, parts, (one, two) => {
				fc.pre(JSON.stringify(one) !== JSON.stringify(two));
				expect(derivedKey(one)).not.toBe(derivedKey(two));
			}),
		);
		const base = { execution: '1', node: 'n', run: 0, item: 1, recipient: 11 };
		const others = [
			{ ...base, execution: '2' },
			{ ...base, node: 'm' },
			{ ...base, run: 1 },
			{ ...base, item: 2 },
			{ ...base, recipient: 1 },
			{ ...base, item: 11, recipient: 1 },
		];
		expect(new Set([base, ...others].map(derivedKey)).size).toBe(others.length + 1);
	});

	test('fits in every dealer’s field, also for huge runs and long execution names', () => {
		const most = Number.MAX_SAFE_INTEGER;
		const key = derivedKey({ execution: 'x'.repeat(500), node: 'n', run: most, item: most, recipient: most });
		expect(key.length).toBeLessThanOrEqual(MAX_KEY_LENGTH);
		expect(key).toMatch(/^[\w-]+$/);
	});
});

describe('what makes a message the same message in another execution', () => {
	const order = message({ key: 'order-1' });

	test('its key, recipient and template: the place in the run and the values do not', () => {
		const again = message({ key: 'order-1', index: 7, to: order.to, variables: { 이름: '김' }, scheduleAt: 1 });
		expect(identityOf(again)).toBe(identityOf(order));
	});

	test('one order number may go to buyer and receiver, as "ordered" and as "shipped"', () => {
		const all = [
			order,
			message({ key: 'order-2', to: order.to }),
			message({ key: 'order-1', to: { country: '82', national: '01099998888' } }),
			message({ key: 'order-1', to: { country: '1', national: order.to.national } }),
			message({ key: 'order-1', to: order.to, template: template({ code: 'SHIPPED' }) }),
		];
		expect(new Set(all.map(identityOf)).size).toBe(all.length);
	});
});

describe('the key of a whole request', () => {
	const batch = [0, 1, 2].map((index) => message({ index }));
	const keyOf = (messages: readonly AlimTalkMessage[]) => batchKey(messages, 'run');

	test('is the same for the same messages with keys of one’s own, whichever execution sends them', () => {
		expect(
			batchKey(
				[0, 1, 2].map((index) => message({ index })),
				'another run',
			),
		).toBe(keyOf(batch));
	});

	test('belongs to one run where the keys were made by us: the next newsletter is no repeat of the last', () => {
		const keyless = [...batch.slice(1), message({ index: 0, keyGiven: false })];
		expect(batchKey(keyless, 'another run')).not.toBe(keyOf(keyless));
		expect(keyOf(keyless)).toBe(keyOf(keyless));
	});

	test('differs when one is missing, added or elsewhere: a dealer must not take it for the earlier request', () => {
		const others = [batch.slice(1), [...batch, message({ index: 3 })], [...batch].reverse()];
		expect(new Set([batch, ...others].map(keyOf)).size).toBe(4);
	});

	test('fits in every dealer’s field for 10,000 messages', () => {
		const many = Array.from({ length: 10_000 }, (_, index) => message({ index }));
		expect(keyOf(many).length).toBeLessThanOrEqual(MAX_KEY_LENGTH);
	});
});
