import { lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { n8nFolder } from './paths.mts';

const cacheOf = (home: string) => join(n8nFolder, 'node_modules', '.cache', basename(home));

/**
 * Makes an n8n home. n8n writes the seven hundred scripts of its editor into `.cache` there at every start, and
 * ESLint would read them all: so that folder is a link into node_modules, which ESLint passes by.
 */
export function prepareHome(home: string): void {
	mkdirSync(home, { recursive: true });
	mkdirSync(cacheOf(home), { recursive: true });
	const link = join(home, '.cache');
	if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return;
	rmSync(link, { recursive: true, force: true });
	symlinkSync(cacheOf(home), link, 'junction');
}

/** Removes a home and everything of it. */
export function removeHome(home: string): void {
	for (const folder of [cacheOf(home), home]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
