import { defineConfig } from 'vitest/config';

const project = (name: string, groupOrder: number, timeout: number, fileParallelism: boolean) => ({
	extends: true as const,
	test: {
		name,
		include: [`test/${name}/**/*.test.mts`],
		testTimeout: timeout,
		hookTimeout: timeout,
		fileParallelism,
		sequence: { groupOrder },
	},
});

/** Cheap tests first; those that start a whole n8n last, one after another, because each takes a core to itself. */
export default defineConfig({
	test: {
		pool: 'forks',
		passWithNoTests: true,
		// A busy machine may take its time; what never comes fails all the same.
		expect: { poll: { timeout: 20_000 } },
		projects: [
			project('unit', 0, 20_000, true),
			project('sandbox', 0, 60_000, true),
			project('contract', 0, 60_000, true),
			withN8nCore(project('nodes', 0, 60_000, true)),
			project('e2e', 1, 180_000, false),
		],
	},
});

function withN8nCore<T extends { test: object }>(base: T) {
	return { ...base, test: { ...base.test, globalSetup: ['test/harness/installForCore.mts'] } };
}
