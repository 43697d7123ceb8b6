import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';

/**
 * A hash over files and folders (names and contents) and any extra words.
 * @param {string[]} paths relative to the repository
 * @param {string[]} words
 */
export function fingerprint(paths, words = []) {
	const hash = createHash('sha256');
	for (const word of words) hash.update(word).update('\0');
	for (const path of paths) addTo(hash, path);
	return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addTo(hash, path) {
	const full = join(root, path);
	if (!existsSync(full)) return;
	if (statSync(full).isDirectory()) {
		for (const name of readdirSync(full).sort()) addTo(hash, join(path, name));
	} else {
		hash.update(path).update('\0').update(readFileSync(full)).update('\0');
	}
}

/**
 * Does a step only when its stamp doesn't match. The stamp goes away first and comes back last, so a step
 * that was interrupted halfway is done again.
 * @param {string} stamp file path
 * @param {string} wanted fingerprint
 * @param {() => Promise<void>} step
 */
export async function onlyWhenChanged(stamp, wanted, step) {
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	rmSync(stamp, { force: true });
	await step();
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, wanted);
}
