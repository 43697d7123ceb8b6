import { expect, test } from 'vitest';

import type { HubBench } from '../bench.mts';

/** Who calls. */
export function proofs(bench: HubBench): void {
	const { customer, hub } = bench;
	const { proof, verify } = hub.reception;

	test('calls of the hub are taken', async () => {
		await bench.begin();
		expect(bench.arrivals().map(({ verdict }) => verdict)).not.toContain('forged');
		for (const { call } of bench.arrivals()) expect(hub.reception.suffixes).toContain(call.suffix);
	});

	if (proof === 'none') return;

	test('a stranger’s call starts nothing', async () => {
		await bench.behave({ badSignature: true });
		await customer.write('문의드려요');
		await expect.poll(() => bench.arrivals().length, { timeout: 5000 }).toBeGreaterThan(0);
		expect(new Set(bench.arrivals().map(({ verdict }) => verdict))).toEqual(new Set(['forged']));
		expect(bench.events()).toEqual([]);
	});

	test('a call that was changed on its way, or has no proof at all, is forged', async () => {
		await bench.begin();
		const { call } = bench.arrivals()[0]!;
		expect(verify(call, bench.secret, Date.now())).toBe('genuine');
		expect(verify({ ...call, headers: {}, query: {} }, bench.secret, Date.now())).toBe('forged');
		expect(verify(call, `${bench.secret}0`, Date.now())).toBe('forged');
		expect(verify({ ...call, headers: {}, query: {} }, '', Date.now())).toBe('forged');
		if (proof === 'signature')
			expect(verify({ ...call, rawBody: call.rawBody.replace(/"seq":\d+/, '"seq":7') }, bench.secret, Date.now())).toBe(
				'forged',
			);
	});

	if (proof === 'signature')
		test.each([-600, 600])(
			'a call whose time is %i seconds off is stale, however good its signature',
			async (seconds) => {
				await bench.behave({ timestampOffsetSeconds: seconds });
				await customer.write('문의드려요');
				await expect.poll(() => bench.arrivals().length, { timeout: 5000 }).toBeGreaterThan(0);
				expect(new Set(bench.arrivals().map(({ verdict }) => verdict))).toEqual(new Set(['stale']));
			},
		);
}
