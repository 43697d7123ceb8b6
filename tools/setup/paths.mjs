import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Where Node 24 is installed on Linux x64 machines whose own Node is older. */
export const runtimeFolder = join(root, 'tools', 'runtime');
/** Where the real n8n is installed, apart from this package's own tree. */
export const n8nFolder = join(root, 'tools', 'n8n-host');
