import type { IDataObject } from 'n8n-workflow';
import { beforeEach, expect, test } from 'vitest';

import { FAULT_KINDS, type FaultKind } from '../../sandbox/faults.mts';
import type { DealerId } from '../../sandbox/world/types.mts';
import { addTemplate, control, DEALERS, outcomesOf } from './helpers.mts';
import { jsonOf, stage, templateCode, THREE } from './kakao.mts';

const kakao = stage();

/** Faults after which SENS must be watched longest come first, so that their waits pass at the same time. */
const ORDER: readonly FaultKind[] = ['refuse', 'serverError', 'reset', 'lose', 'slow', 'serverErrorAfter', 'tooMany'];

beforeEach(async () => {
	kakao.host.processed.clear();
	for (const kind of ORDER) await addTemplate(kakao, { code: `by-${ORDER.indexOf(kind)}`, text: '#{이름}님 #{번호}' });
});

interface FaultReport {
	injected: Partial<Record<DealerId, Partial<Record<FaultKind, number>>>>;
}

/** Rows that make a request each, because their templates (or, at SOLAPI, their times) differ. */
const rowsFor = (dealer: DealerId, start: number): IDataObject[] =>
	ORDER.map((_, at) => ({ to: `010${start + at}`, ...THREE, 번호: `N-${at}`, code: templateCode(dealer, `by-${at}`) }));

const plan = (dealer: DealerId) => ORDER.map((kind, at) => ({ dealer, nth: at + 1, kind }));

async function sendThrough(
	dealer: DealerId,
	rows: IDataObject[],
	key: string | undefined,
	executionId: string = dealer,
) {
	return await kakao.run(rows, {
		dealer,
		executionId,
		workflowId: dealer,
		node: { onError: 'continueErrorOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		parameters: {
			template: { __rl: true, mode: 'code', value: '={{ $json.code }}' },
			options: key === undefined ? {} : { messageKey: key },
		},
	});
}

test('whatever goes wrong at a dealer, the first row included, each message is accepted once', async () => {
	await kakao.post('/api/faults', { plan: DEALERS.flatMap(plan), slowMs: 100, retryAfterSeconds: 0.05 });
	const runs = await Promise.all(
		DEALERS.map(async (dealer, at) => await sendThrough(dealer, rowsFor(dealer, 50000000 + at * 1000), undefined)),
	);
	for (const run of runs) {
		expect(run.error).toBeUndefined();
		expect(outcomesOf(run)).toEqual(ORDER.map(() => 'accepted'));
		expect(run.hints).toEqual([]);
		expect(run.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(ORDER.map((_, item) => ({ item })));
	}
	const { injected } = await control<FaultReport>(kakao, '/api/faults');
	// SOLAPI takes all templates in one group: few requests, so that the later steps of the plan may not be reached.
	for (const dealer of ['nhnCloud', 'naverSens'] as const)
		expect(Object.keys(injected[dealer] ?? {}).sort()).toEqual([...FAULT_KINDS].sort());
	expect(Object.keys(injected.solapi ?? {}).length).toBeGreaterThan(2);
	const messages = await kakao.messages();
	expect(messages).toHaveLength(DEALERS.length * ORDER.length);
	expect(new Set(messages.map(({ to }) => to)).size).toBe(messages.length);
	const ids = runs.flatMap(({ outputs }) => jsonOf(outputs[0]).map(({ messageId }) => messageId));
	expect(new Set(ids).size).toBe(messages.length);
});

test.each(FAULT_KINDS)('at SOLAPI "%s" at any step of a group loses nothing and doubles nothing', async (kind) => {
	for (const nth of [1, 2]) {
		await kakao.post('/api/faults', {
			dealer: 'solapi',
			plan: [{ dealer: 'solapi', nth, kind }],
			slowMs: 100,
			retryAfterSeconds: 0.05,
		});
		const run = await sendThrough('solapi', rowsFor('solapi', 51000000 + nth * 1000), undefined, `${kind}${nth}`);
		expect(outcomesOf(run)).toEqual(ORDER.map(() => 'accepted'));
		expect((await control<FaultReport>(kakao, '/api/faults')).injected).toEqual({ solapi: { [kind]: 1 } });
	}
	const messages = await kakao.messages();
	expect(new Set(messages.map(({ to }) => to)).size).toBe(2 * ORDER.length);
	expect(messages).toHaveLength(2 * ORDER.length);
});

test('messages with keys of their own survive lost answers and a second execution without a copy', async () => {
	await kakao.post('/api/faults', { plan: DEALERS.map((dealer) => ({ dealer, nth: 1, kind: 'lose' })) });
	const send = async (execution: string) =>
		await Promise.all(
			DEALERS.map(
				async (dealer, at) =>
					await sendThrough(dealer, rowsFor(dealer, 52000000 + at * 1000).slice(0, 2), '={{ $json.번호 }}', execution),
			),
		);
	for (const run of await send('first')) expect(outcomesOf(run)).toEqual(['accepted', 'accepted']);
	for (const run of await send('second')) expect(outcomesOf(run)).toEqual(['skipped', 'skipped']);
	expect(await kakao.messages()).toHaveLength(2 * DEALERS.length);
});
