import { afterAll, beforeAll, beforeEach, describe } from 'vitest';

import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { makeBench, type Bench, type DealerUnderTest } from './bench.mts';
import { afterwards } from './cases/afterwards.mts';
import { choosing } from './cases/choosing.mts';
import { sending } from './cases/sending.mts';
import { trouble } from './cases/trouble.mts';

/** The one contract: whatever the dealer, a flow sees the same. `additional` is for what is a dealer's own. */
export function dealerContract(under: DealerUnderTest, additional?: (bench: Bench) => void): void {
	describe(`${under.dealer.name} keeps the contract`, () => {
		let sandbox: Sandbox;
		const bench = makeBench(under, () => sandbox);
		beforeAll(async () => {
			sandbox = await startSandbox({ reportDelayMs: 30 });
		});
		afterAll(async () => await sandbox.close());
		beforeEach(async () => {
			await bench.post('/api/reset', {});
			await bench.post('/api/faults', { rates: {}, plan: [] });
		});

		choosing(bench);
		sending(bench);
		afterwards(bench);
		trouble(bench);
		additional?.(bench);
	});
}
