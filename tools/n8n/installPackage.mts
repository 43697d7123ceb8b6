import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageName, root } from './paths.mts';

/**
 * Puts the built package where n8n's own installer would put it, as real files: `require('n8n-workflow')`
 * then finds n8n's copy, and errors thrown by our nodes are of the class n8n looks for.
 * @param home N8N_USER_FOLDER; must lie below n8n's folder for that to work
 * @returns the folder of the installed package
 */
export function installPackage(home: string): string {
	if (!existsSync(join(root, 'dist'))) throw new Error('There is no dist folder yet: run "npm run build" first.');
	const target = join(home, '.n8n', 'nodes', 'node_modules', packageName);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	for (const folder of ['dist', 'workflows']) {
		if (existsSync(join(root, folder))) cpSync(join(root, folder), join(target, folder), { recursive: true });
	}
	const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	for (const field of ['devDependencies', 'peerDependencies', 'optionalDependencies', 'scripts']) delete manifest[field];
	writeFileSync(join(target, 'package.json'), JSON.stringify(manifest, null, '\t'));
	return target;
}
