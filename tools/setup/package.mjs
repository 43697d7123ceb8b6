import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './children.mjs';
import { environmentFor, installFromLockfile } from './npm.mjs';
import { root } from './paths.mjs';
import { fingerprint, onlyWhenChanged } from './stamps.mjs';

/**
 * The development dependencies, as the lockfile has them.
 * @param {string} nodePath
 */
export async function developmentDependencies(nodePath) {
	const stamp = join(root, 'node_modules', '.ready');
	const wanted = fingerprint(['package-lock.json']);
	await onlyWhenChanged(stamp, wanted, async () => {
		await installFromLockfile('Installing the development tools from npm (about 1 GB, a minute or two)', nodePath, root);
	});
}

// Outside dist, which is published.
const builtStamp = join(root, 'node_modules', '.built');

/**
 * Makes dist/ anew if anything it comes from has changed.
 * @param {string} nodePath
 */
export async function buildWhenChanged(nodePath) {
	const sources = ['kakao', 'nodes', 'credentials', 'icons', 'tsconfig.json', 'gulpfile.js', 'package-lock.json'];
	if (!existsSync(join(root, 'dist'))) rmSync(builtStamp, { force: true });
	await onlyWhenChanged(builtStamp, fingerprint(sources), async () => await compile(nodePath));
}

/**
 * Makes dist/ anew in any case.
 * @param {string} nodePath
 */
export async function build(nodePath) {
	rmSync(builtStamp, { force: true });
	await buildWhenChanged(nodePath);
}

/** @param {string} nodePath */
async function compile(nodePath) {
	const surroundings = { cwd: root, env: environmentFor(nodePath) };
	const steps = [
		{ label: 'Emptying dist', script: 'rimraf/dist/esm/bin.mjs', args: ['dist'] },
		{ label: 'Compiling the nodes', script: 'typescript/bin/tsc', args: [] },
		{ label: 'Copying icons and codex files', script: 'gulp/bin/gulp.js', args: [] },
	];
	for (const { label, script, args } of steps) {
		await runQuietly(label, { command: nodePath, args: [join(root, 'node_modules', script), ...args] }, surroundings);
	}
}
