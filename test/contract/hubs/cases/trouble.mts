import { expect, test } from 'vitest';

import { expectHelp, PATIENT, type SpeakingBench } from '../bench.mts';
import type { RequestRecord } from '../../../../sandbox/world/journal.mts';
import { RECEIPT } from '../pictures.mts';
import { deedsOf } from './answering.mts';

/** Milliseconds after which a slow answer counts as lost. */
const PATIENCE = 500;

/** Lost answers and full hubs: a customer never reads the same answer twice. */
export function trouble(bench: SpeakingBench): void {
	const { desk, customer, hub } = bench;
	const saying = deedsOf(bench).filter(([name]) => /text|bubble|notice/.test(name));

	test.each(
		saying.flatMap(([name, deed]) =>
			(['lose', 'serverErrorAfter', 'slow'] as const).map((kind) => [name, kind, deed] as const),
		),
	)('%s whose answer is lost (%s) is called unknown, and never said twice', async (_, kind, deed) => {
		const target = await bench.begin();
		await bench.faults({ plan: [{ nth: 1, kind }], slowMs: 3 * PATIENCE });
		const outcome = await bench.talk(deed(target), { patience: PATIENCE });
		expect(outcome).toMatchObject({
			outcome: 'unknown',
			messageId: null,
			reason: { kind: 'unknown', retryable: false },
		});
		expectHelp(outcome);
		// A slow request is counted when it is answered.
		await expect.poll(async () => (await bench.requests()).length, PATIENT).toBe(1);
		expect(await customer.sees()).toHaveLength(1);
	});

	test.each(deedsOf(bench))('%s that may have arrived is not tried again', async (_, deed) => {
		const target = await bench.begin();
		await bench.faults({ rates: { lose: 1 }, scope: 'all' });
		const outcome = await bench.talk(deed(target));
		// An upload shows the customer nothing: whoever lost its answer knows that nothing was said.
		expect(outcome.outcome).toMatch((await customer.sees()).length > 0 ? /^unknown$/ : /^(?:unknown|rejected)$/);
		expectHelp(outcome);
		expect(await bench.requests()).toHaveLength(1);
	});

	test.each(deedsOf(bench))('%s waits when the hub says "too many", and is done once', async (_, deed) => {
		const target = await bench.begin();
		await bench.faults({ rates: { tooMany: 1 }, scope: 'all', retryAfterSeconds: 1 });
		const under = bench.talk(deed(target));
		const turnedAway = async () =>
			(await bench.control<RequestRecord[]>('GET', '/api/requests')).filter(({ status }) => status === 429);
		await expect.poll(async () => (await turnedAway()).length, PATIENT).toBeGreaterThan(0);
		await bench.faults({ rates: {} });
		expect(await under).toMatchObject({ outcome: expect.stringMatching(/^(?:sent|done)$/), reason: null });
		const paths = (await bench.requests()).filter(({ status }) => status !== 429).map(({ path }) => path);
		expect(new Set(paths).size).toBe(paths.length);
		expect((await customer.sees()).length).toBeLessThanOrEqual(1);
	});

	test('a hub that keeps saying "too many" is given up, and the answer may be sent again later', async () => {
		const target = await bench.begin();
		await bench.faults({ rates: { tooMany: 1 }, retryAfterSeconds: 0 });
		const outcome = await bench.talk(desk.sendText(target, '안녕하세요', 'full-1'));
		expect(outcome).toMatchObject({ outcome: 'rejected', reason: { retryable: true } });
		expectHelp(outcome);
		expect(await customer.sees()).toEqual([]);
	});

	test('in a bad hour each answer arrives once or not at all, and each outcome is true', async () => {
		const target = await bench.begin();
		await bench.faults({
			seed: 7,
			rates: { lose: 0.2, serverErrorAfter: 0.1, reset: 0.1, refuse: 0.1, tooMany: 0.1 },
			retryAfterSeconds: 0,
		});
		const said = new Map<string, string>();
		for (let at = 0; at < 40; at++) {
			const words = `답변 ${at}`;
			said.set(words, (await bench.talk(desk.sendText(target, words, `bad-${at}`))).outcome);
		}
		const seen = (await customer.sees()).map(({ bubble }) => (bubble.kind === 'text' ? bubble.text : ''));
		expect(new Set(seen).size).toBe(seen.length);
		for (const [words, outcome] of said)
			if (outcome !== 'unknown') expect([words, seen.includes(words)]).toEqual([words, outcome === 'sent']);
		expect([...said.values()].filter((outcome) => outcome === 'sent').length).toBeGreaterThan(10);
	});

	if (hub.reception.complete)
		test('what customers say is read in spite of lost answers', async () => {
			await bench.faults({
				seed: 3,
				scope: 'all',
				rates: { lose: 0.2, refuse: 0.2, serverError: 0.1, tooMany: 0.1 },
				retryAfterSeconds: 0,
			});
			const words = Array.from({ length: 10 }, (_, at) => `문의 ${at}`);
			for (const each of words) await customer.write(each);
			await customer.write({ photos: [RECEIPT] });
			const events = await bench.until('message.received', 11);
			expect(events.slice(0, 10).map(({ message }) => message?.text)).toEqual(words);
			expect(events[10]?.message?.attachments).toHaveLength(1);
		});
}
