import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';

import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.mts';
import { makeHubBench, type HubBench, type SpeakingBench } from './bench.mts';
import { answering } from './cases/answering.mts';
import { buttons } from './cases/buttons.mts';
import { capabilities } from './cases/capabilities.mts';
import { echoes } from './cases/echoes.mts';
import { ending } from './cases/ending.mts';
import { filesOfAgents } from './cases/filesOfAgents.mts';
import { filesOfCustomers } from './cases/filesOfCustomers.mts';
import { lookUps } from './cases/lookUps.mts';
import { proofs } from './cases/proofs.mts';
import { sessions } from './cases/sessions.mts';
import { trouble } from './cases/trouble.mts';
import { untidy } from './cases/untidy.mts';
import { wordsOfAgents, wordsOfCustomers } from './cases/words.mts';
import type { HubUnderTest } from './hubUnderTest.mts';
import { shapeProblems } from './shape.mts';

/** The one contract: whatever the hub, a flow sees the same. `additional` is for what is a hub's own. */
export function hubContract(under: HubUnderTest, additional?: (bench: HubBench) => void): void {
	const { hub } = under;
	describe(`${hub.name} keeps the contract`, () => {
		let sandbox: Sandbox;
		const bench = makeHubBench(under, () => sandbox);
		beforeAll(async () => {
			sandbox = await startSandbox();
		});
		afterAll(async () => await sandbox.close());
		beforeEach(async () => await bench.renew());
		afterEach(async () => {
			await bench.finish();
			// Whatever a test was about: each event has the one shape.
			expect(bench.events().flatMap((event) => shapeProblems(event, hub))).toEqual([]);
		});

		capabilities(bench);
		wordsOfCustomers(bench);
		filesOfCustomers(bench);
		sessions(bench);
		proofs(bench);
		untidy(bench);
		echoes(bench);
		const { desk } = hub;
		if (desk) {
			const speaking: SpeakingBench = { ...bench, desk };
			wordsOfAgents(speaking);
			buttons(speaking);
			filesOfAgents(speaking);
			answering(speaking);
			ending(speaking);
			trouble(speaking);
			lookUps(speaking);
		}
		additional?.(bench);
	});
}
