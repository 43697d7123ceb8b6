import { beforeEach, describe, expect, test } from 'vitest';

import { deliver } from '../../../kakao/delivery/deliver';
import { identityOf } from '../../../kakao/delivery/keys';
import type { AlimTalkMessage } from '../../../kakao/message/message';
import { dealerModel, Killed, storage } from '../support/dealerModel.mts';
import { message } from '../support/make.mts';
import { answer, scriptedWire } from '../support/wires.mts';

const three = [0, 1, 2].map((index) => message({ index }));
let dealer = dealerModel();
let store = storage();
beforeEach(() => {
	dealer = dealerModel();
	store = storage();
});

/** One execution; null when it was killed. */
async function run(messages: readonly AlimTalkMessage[], killAt = Infinity) {
	Object.assign(store.state, { killAt, steps: 0 });
	const { wire, asked } = scriptedWire(({ path, body }) => {
		if (path !== '/send') return answer({});
		store.step();
		store.state.available ||= store.state.returns;
		return answer(dealer.take(body as AlimTalkMessage[]));
	});
	const options = { includeRaw: false, parallel: 1, ledger: store.ledger, onUnexpected: rethrow };
	try {
		const outcomes = await deliver(messages, dealer.service, wire, options);
		return { kinds: outcomes.map(({ outcome }) => outcome), outcomes, sends: sendsIn(asked) };
	} catch (error) {
		if (!(error instanceof Killed)) throw error;
		return null;
	}
}
const sendsIn = (asked: readonly { path: string }[]) => asked.filter(({ path }) => path === '/send').length;
const rethrow = (error: unknown) => {
	throw error;
};
const deliveries = () => three.map((each) => dealer.had.get(identityOf(each)) ?? 0);

test('what was accepted once is not sent again, nor is the dealer troubled with it', async () => {
	expect((await run(three))?.kinds).toEqual(['accepted', 'accepted', 'accepted']);
	expect(await run(three)).toMatchObject({ kinds: ['skipped', 'skipped', 'skipped'], sends: 0 });
	expect(dealer.asked).toEqual([]);
});

test('without a key of one’s own every execution sends', async () => {
	const keyless = three.map((each) => ({ ...each, keyGiven: false }));
	await run(keyless);
	expect((await run(keyless))?.kinds).toEqual(['accepted', 'accepted', 'accepted']);
	expect(store.marks.size).toBe(0);
});

test('the same key twice in one run goes out once', async () => {
	const twice = [three[0]!, { ...three[0]!, index: 1 }];
	expect((await run(twice))?.kinds).toEqual(['accepted', 'skipped']);
});

test('what was refused may be sent again, when the cause is gone', async () => {
	dealer.state.fate = 'reject';
	expect((await run(three))?.kinds).toEqual(['rejected', 'rejected', 'rejected']);
	dealer.state.fate = 'accept';
	expect((await run(three))?.kinds).toEqual(['accepted', 'accepted', 'accepted']);
});

test('so may thousands that were refused at once', async () => {
	const many = Array.from({ length: 600 }, (_, index) => message({ index }));
	dealer.state.fate = 'reject';
	await run(many);
	dealer.state.fate = 'accept';
	expect(new Set((await run(many))?.kinds)).toEqual(new Set(['accepted']));
});

describe('a run that broke off', () => {
	test('before anything was sent loses no order', async () => {
		expect(await run(three, 2)).toBeNull();
		expect((await run(three))?.kinds).toEqual(['accepted', 'accepted', 'accepted']);
	});

	test('after everything was sent doubles no order', async () => {
		dealer.state.fate = 'acceptSilently';
		await run(three);
		const again = await run(three);
		expect(again?.kinds).toEqual(['skipped', 'skipped', 'skipped']);
		expect(again?.outcomes[1]?.messageId).toBe('R/1');
	});

	test.each(Array.from({ length: 12 }, (_, at) => at + 1))('at step %i: the next one completes it', async (killAt) => {
		await run(three, killAt);
		await run(three);
		expect(deliveries()).toEqual([1, 1, 1]);
	});

	test.each(Array.from({ length: 12 }, (_, at) => at + 1))('twice, at once and at step %i: so too', async (killAt) => {
		await run(three, 2);
		await run(three, killAt);
		await run(three);
		expect(deliveries()).toEqual([1, 1, 1]);
	});

	test('and whose dealer cannot be asked is unknown, not sent on a guess', async () => {
		await run(three, 2);
		dealer.state.findable = false;
		expect(await run(three)).toMatchObject({ kinds: ['unknown', 'unknown', 'unknown'], sends: 0 });
		dealer.state.findable = true;
		expect((await run(three))?.kinds).toEqual(['accepted', 'accepted', 'accepted']);
	});

	test('is settled for good once its messages were found at the dealer, also when the dealer’s list has moved on', async () => {
		dealer.state.fate = 'acceptSilently';
		expect((await run(three))?.kinds).toEqual(['unknown', 'unknown', 'unknown']);
		dealer.state.fate = 'accept';
		expect((await run(three))?.kinds).toEqual(['skipped', 'skipped', 'skipped']);
		for (const each of three) dealer.state.forgotten.add(identityOf(each));
		expect((await run(three))?.kinds).toEqual(['skipped', 'skipped', 'skipped']);
	});
});

describe('when the storage cannot be read', () => {
	test('the dealer is asked, and only what it lacks is sent', async () => {
		await run(three.slice(0, 1));
		store.state.available = false;
		expect((await run(three))?.kinds).toEqual(['skipped', 'accepted', 'accepted']);
		expect(deliveries()).toEqual([1, 1, 1]);
	});

	test('only at the start, what was then sent is remembered all the same', async () => {
		store.state.available = false;
		store.state.returns = true;
		expect((await run(three))?.kinds).toEqual(['accepted', 'accepted', 'accepted']);
		expect((await run(three))?.kinds).toEqual(['skipped', 'skipped', 'skipped']);
	});

	test('and the dealer neither: nothing is sent on a guess', async () => {
		store.state.available = false;
		dealer.state.findable = false;
		expect(await run(three)).toMatchObject({ kinds: ['unknown', 'unknown', 'unknown'], sends: 0 });
	});
});
