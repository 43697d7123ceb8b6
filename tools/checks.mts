import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/paths.mjs';

/** One thing `npm run lint` looks at. */
export interface Check {
	name: string;
	/** JavaScript file below node_modules, and its arguments. */
	script: string;
	args: string[];
}

const folders = ['credentials', 'nodes', 'kakao', 'sandbox', 'tools', 'test'].filter((folder) => existsSync(join(root, folder)));

/** Everything that can be said of the sources without running them. */
export const checks: Check[] = [
	{ name: "n8n's rules for community nodes", script: '@n8n/node-cli/bin/n8n-node.mjs', args: ['lint'] },
	{
		name: 'who imports whom',
		script: 'dependency-cruiser/bin/dependency-cruiser.mjs',
		args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...folders],
	},
	{ name: 'types of sandbox, tools and tests', script: 'typescript/bin/tsc', args: ['-p', 'tsconfig.dev.json', '--noEmit'] },
];

/** Runs a development tool on this Node; gives its exit code. */
export async function runTool(script: string, args: string[]): Promise<number> {
	return await new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' });
		child.once('error', reject);
		child.once('close', (code) => resolve(code ?? 1));
	});
}

/** Runs all checks; gives the names of those that failed. */
export async function runChecks(): Promise<string[]> {
	const failed: string[] = [];
	for (const { name, script, args } of checks) {
		console.log(`\nChecking ${name} …`);
		if ((await runTool(script, args)) !== 0) failed.push(name);
	}
	return failed;
}
