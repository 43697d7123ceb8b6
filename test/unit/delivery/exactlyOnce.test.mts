import fc from 'fast-check';
import { expect, test } from 'vitest';

import { deliver } from '../../../kakao/delivery/deliver';
import { identityOf } from '../../../kakao/delivery/keys';
import type { AlimTalkMessage } from '../../../kakao/message/message';
import type { OutcomeKind } from '../../../kakao/message/outcome';
import { dealerModel, Killed, storage, type Fate } from '../support/dealerModel.mts';
import { message } from '../support/make.mts';
import { answer, scriptedWire } from '../support/wires.mts';

interface Execution {
	messages: number[];
	fates: Fate[];
	killAt: number | null;
	findable: boolean;
}

const execution: fc.Arbitrary<Execution> = fc.record({
	messages: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
	fates: fc.array(fc.constantFrom<Fate>('accept', 'reject', 'acceptSilently', 'loseSilently'), { minLength: 3 }),
	killAt: fc.option(fc.integer({ min: 1, max: 16 })),
	findable: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)),
});

function world() {
	const dealer = dealerModel();
	const store = storage();
	const timesAccepted = (each: AlimTalkMessage) => dealer.had.get(identityOf(each)) ?? 0;

	/** Runs one execution; what became of each message, or null when it was killed. */
	async function run({ messages, fates, killAt, findable }: Execution): Promise<OutcomeKind[] | null> {
		Object.assign(store.state, { killAt: killAt ?? Infinity, steps: 0 });
		dealer.state.findable = findable;
		let request = 0;
		let dead = false;
		const { wire } = scriptedWire(({ path, body }) => {
			if (path !== '/send') return answer({});
			if (dead) throw new Killed();
			dealer.state.fate = fates[request++ % fates.length]!;
			const outcomes = dealer.take(body as AlimTalkMessage[]);
			store.step();
			return answer(outcomes);
		});
		const kill = (error: unknown) => {
			dead = true;
			throw error;
		};
		const options = { includeRaw: false, parallel: 1, ledger: store.ledger, onUnexpected: kill };
		try {
			const sent = messages.map((index) => message({ index }));
			return (await deliver(sent, dealer.service, wire, options)).map(({ outcome }) => outcome);
		} catch (error) {
			if (!(error instanceof Killed)) throw error;
			return null;
		}
	}
	return { run, timesAccepted };
}

const seen = fc.array(execution, { minLength: 1, maxLength: 6 });

test('whatever runs, crashes and dealers do: nobody gets a message twice', async () => {
	await fc.assert(
		fc.asyncProperty(seen, async (executions) => {
			const { run, timesAccepted } = world();
			for (const each of executions) {
				await run(each);
				for (let index = 0; index < 5; index++) expect(timesAccepted(message({ index }))).toBeLessThanOrEqual(1);
			}
		}),
		{ numRuns: 500 },
	);
});

test('and no message is called sent that the dealer has not got', async () => {
	await fc.assert(
		fc.asyncProperty(seen, async (executions) => {
			const { run, timesAccepted } = world();
			for (const each of executions) {
				const kinds = await run(each);
				kinds?.forEach((kind, at) => {
					const has = timesAccepted(message({ index: each.messages[at]! }));
					if (kind === 'accepted' || kind === 'skipped') expect([kind, has]).toEqual([kind, 1]);
					if (kind === 'rejected') expect([kind, has]).toEqual([kind, 0]);
				});
			}
		}),
		{ numRuns: 500 },
	);
});

test('and one undisturbed run at the end delivers whatever is still missing', async () => {
	await fc.assert(
		fc.asyncProperty(seen, async (executions) => {
			const { run, timesAccepted } = world();
			for (const each of executions) await run(each);
			const all = [0, 1, 2, 3, 4];
			await run({ messages: all, fates: ['accept'], killAt: null, findable: true });
			expect(all.map((index) => timesAccepted(message({ index })))).toEqual([1, 1, 1, 1, 1]);
		}),
		{ numRuns: 500 },
	);
});
