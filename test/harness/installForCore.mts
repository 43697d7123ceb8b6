import { join } from 'node:path';
import { installPackage } from '../../tools/n8n/installPackage.mts';
import { n8nFolder } from '../../tools/n8n/paths.mts';

/** Home of the installed copy that the node tests load. */
export const coreHome = join(n8nFolder, 'home-test');

/** vitest runs this once, before any worker: several workers copying the same files would trip over each other. */
export default function setup(): void {
	installPackage(coreHome);
}
