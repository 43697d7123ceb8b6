import { createRequire } from 'node:module';
import { join } from 'node:path';
import { n8nFolder, root } from '../setup/paths.mjs';

export { n8nFolder, root };

/** This package's name, which is also the prefix of its node types. */
export const packageName = 'n8n-nodes-kakao-business';

/** `require` as n8n's own files see it: one class identity for n8n-workflow, n8n-core and the rest. */
export const requireFromN8n = createRequire(join(n8nFolder, 'package.json'));

/** The n8n program. */
export const n8nBinary = join(n8nFolder, 'node_modules', 'n8n', 'bin', 'n8n');
