/**
 * `npm start`, `npm test` and the others begin here, on any Node from 20 on and with nothing installed:
 * it fetches what is missing, builds what has changed and then hands over to the task on Node 24.
 */
import { join } from 'node:path';
import { forwardSignals, runInForeground } from './setup/children.mjs';
import { n8n } from './setup/n8n.mjs';
import { node24 } from './setup/node24.mjs';
import { environmentFor } from './setup/npm.mjs';
import { build, buildWhenChanged, developmentDependencies } from './setup/package.mjs';
import { root } from './setup/paths.mjs';
import { say, SetupError } from './setup/say.mjs';

/** @typedef {(nodePath: string) => Promise<void>} Step */
/** @type {Record<string, { steps: Step[], script?: string }>} */
const tasks = {
	start: { steps: [developmentDependencies, buildWhenChanged, n8n], script: 'start.mts' },
	test: { steps: [developmentDependencies, buildWhenChanged, n8n], script: 'test.mts' },
	bench: { steps: [developmentDependencies, buildWhenChanged, n8n], script: 'bench.mts' },
	lint: { steps: [developmentDependencies], script: 'lint.mts' },
	build: { steps: [developmentDependencies, build] },
};

/**
 * @param {string | undefined} name
 * @param {string[]} args
 */
async function main(name, args) {
	const task = name === undefined ? undefined : tasks[name];
	if (!task) throw new SetupError(`Usage: node tools/run.mjs ${Object.keys(tasks).join('|')}`);
	const nodePath = await node24();
	for (const step of task.steps) await step(nodePath);
	if (task.script === undefined) return 0;
	const command = { command: nodePath, args: [join(root, 'tools', task.script), ...args] };
	return await runInForeground(command, { cwd: root, env: environmentFor(nodePath) });
}

forwardSignals();
try {
	const [name, ...args] = process.argv.slice(2);
	process.exitCode = await main(name, args);
} catch (error) {
	if (!(error instanceof SetupError)) throw error;
	say(error.message);
	process.exitCode = 1;
}
