import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { SENS_BASE, SHOP, benchText, benchValues, control, nhn, sens } from './support.mts';

describe('injected faults', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 10 });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const send = (key: string) =>
		nhn<object>(sandbox, 'POST', '/messages', {
			senderKey: SHOP.senderKey, templateCode: 'bench-three',
			recipientList: [{ recipientNo: '01012345678', templateParameter: benchValues, recipientGroupingKey: key }],
		}).then(({ status }) => status, () => 'no answer' as const);

	const run = async (count: number) => {
		const outcomes: (number | string)[] = [];
		for (let i = 0; i < count; i++) outcomes.push(await send(`k${i}`));
		return outcomes;
	};

	it('come in the same order with the same seed, so a lost message can be hunted again', async () => {
		const rates = { refuse: 0.15, lose: 0.15, tooMany: 0.15, serverError: 0.1, serverErrorAfter: 0.1, reset: 0.1 };
		const again = async (seed: number) => {
			await control(sandbox, 'POST', '/api/reset');
			await control(sandbox, 'POST', '/api/faults', { seed, rates });
			return run(40);
		};
		const first = await again(7);
		expect(new Set(first).size).toBeGreaterThan(3);
		expect(await again(7)).toEqual(first);
		expect(await again(8)).not.toEqual(first);
	});

	it.each([
		['refuse', 503, 0], ['tooMany', 429, 0], ['serverError', 500, 0], ['reset', 'no answer', 0],
		['lose', 'no answer', 1], ['serverErrorAfter', 500, 1], ['slow', 200, 1],
	])('%s answers %s and leaves %i message behind', async (kind, outcome, accepted) => {
		await control(sandbox, 'POST', '/api/faults', { plan: [{ nth: 2, kind }], slowMs: 5, retryAfterSeconds: 3 });
		await send('before');
		expect(await send('hit')).toBe(outcome);
		expect(sandbox.world.messages.filter(({ messageKey }) => messageKey === 'hit')).toHaveLength(accepted);
		expect(await send('after')).toBe(200);
		const { body } = await control<{ injected: object }>(sandbox, 'GET', '/api/faults');
		expect(body.injected).toEqual({ nhnCloud: { [kind]: 1 } });
	});

	it('tell a throttled client how long to wait', async () => {
		await control(sandbox, 'POST', '/api/faults', { rates: { tooMany: 1 }, scope: 'all', retryAfterSeconds: 3 });
		const answer = await nhn(sandbox, 'GET', '/sender/categories');
		expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '3']);
	});

	it('leave queries and other dealers alone unless asked', async () => {
		await control(sandbox, 'POST', '/api/faults', { dealer: 'nhnCloud', rates: { refuse: 1 } });
		expect((await nhn(sandbox, 'GET', '/sender/categories')).status).toBe(200);
		const other = { plusFriendId: '@kakaoshop', templateCode: 'bench-three', messages: [{ to: '01012345678', content: benchText }] };
		expect((await sens(sandbox, 'POST', `${SENS_BASE}/messages`, other)).status).toBe(202);
		expect(await send('k')).toBe(503);
	});

	it('are refused when they make no sense', async () => {
		expect((await control(sandbox, 'POST', '/api/faults', { rates: { loose: 1 } })).status).toBe(400);
		expect((await control(sandbox, 'POST', '/api/faults', { rates: { lose: 0.7, refuse: 0.7 } })).status).toBe(400);
		expect((await control(sandbox, 'POST', '/api/faults', { plan: [{ nth: 1, kind: 'vanish' }] })).status).toBe(400);
	});

	it('are what the duplicate count is for: a blind retry after a lost answer shows', async () => {
		await control(sandbox, 'POST', '/api/faults', { plan: [{ dealer: 'nhnCloud', nth: 1, kind: 'lose' }] });
		await send('order-1');
		await send('order-1');
		const { body } = await control<{ duplicates: number; accepted: number }>(sandbox, 'GET', '/api/stats');
		expect(body).toMatchObject({ duplicates: 1, accepted: 2 });
	});
});
