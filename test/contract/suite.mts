import { afterAll, beforeAll, beforeEach, describe } from 'vitest';

import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { makeBench, type Bench } from './bench.mts';
import { afterwards } from './cases/afterwards.mts';
import { brandApart } from './cases/brandApart.mts';
import { brandAudience } from './cases/brandAudience.mts';
import { brandFreeForm } from './cases/brandFreeForm.mts';
import { brandJudged } from './cases/brandJudged.mts';
import { brandKinds } from './cases/brandKinds.mts';
import { brandLookAlikes } from './cases/brandLookAlikes.mts';
import { brandNight } from './cases/brandNight.mts';
import { brandPictures } from './cases/brandPictures.mts';
import { brandTemplates } from './cases/brandTemplates.mts';
import { choosing } from './cases/choosing.mts';
import { choosingBrand } from './cases/choosingBrand.mts';
import { repeats } from './cases/repeats.mts';
import { sending } from './cases/sending.mts';
import { trouble } from './cases/trouble.mts';
import type { DealerUnderTest } from './dealerUnderTest.mts';
import { lanesOf } from './lanes.mts';

/** The one contract: whatever the dealer, a flow sees the same. `additional` is for what is a dealer's own. */
export function dealerContract(under: DealerUnderTest, additional?: (bench: Bench) => void): void {
	describe(`${under.dealer.name} keeps the contract`, () => {
		let sandbox: Sandbox;
		const bench = makeBench(under, () => sandbox);
		beforeAll(async () => {
			// Advertising rests at night; tests do not.
			sandbox = await startSandbox({ reportDelayMs: 30, night: 'never' });
		});
		afterAll(async () => await sandbox.close());
		beforeEach(async () => {
			await bench.post('/api/reset', {});
			await bench.post('/api/faults', { rates: {}, plan: [] });
		});

		choosing(bench);
		sending(bench);
		const lanes = lanesOf(bench);
		for (const lane of lanes)
			describe(lane.title, () => {
				afterwards(bench, lane);
				trouble(bench, lane);
				repeats(bench, lane);
			});
		const { brand } = bench;
		if (brand)
			describe('Advertising', () => {
				choosingBrand(bench, brand);
				brandKinds(bench, brand);
				brandJudged(brand);
				brandPictures(bench, brand);
				brandAudience(bench, brand);
				brandFreeForm(bench, brand);
				brandTemplates(bench, brand);
				brandNight(bench, brand);
				brandApart(bench, brand, lanes);
				brandLookAlikes(bench, brand);
			});
		additional?.(bench);
	});
}
