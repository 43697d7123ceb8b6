import { basename, delimiter, dirname } from 'node:path';
import { runQuietly } from './children.mjs';

/**
 * The environment for every child: this Node first on PATH, so that `node` means Node 24 everywhere.
 * @param {string} nodePath
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(nodePath) {
	const env = { ...process.env };
	// Windows spells it "Path".
	const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
	env[key] = `${dirname(nodePath)}${delimiter}${env[key] ?? ''}`;
	// Set by the npm that started us; it would point a nested npm at the wrong package.
	delete env['npm_config_local_prefix'];
	return env;
}

/**
 * The npm that started us if there is one, else the npm on PATH.
 * @param {string} nodePath
 * @param {string[]} args
 * @returns {import('./children.mjs').Command}
 */
function npmCommand(nodePath, args) {
	const started = process.env['npm_execpath'];
	if (started && basename(started).startsWith('npm')) return { command: nodePath, args: [started, ...args] };
	return { command: 'npm', args, shell: process.platform === 'win32' };
}

/**
 * @param {string} label
 * @param {string} nodePath
 * @param {string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} extra
 */
export async function npm(label, nodePath, args, cwd, extra = {}) {
	return await runQuietly(label, npmCommand(nodePath, args), { cwd, env: { ...environmentFor(nodePath), ...extra } });
}

/**
 * Installs exactly what the lockfile in `cwd` says, running no package's install script.
 * @param {string} label
 * @param {string} nodePath
 * @param {string} cwd
 */
export async function installFromLockfile(label, nodePath, cwd) {
	await npm(label, nodePath, ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], cwd);
}
