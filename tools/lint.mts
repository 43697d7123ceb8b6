import { checks, runChecks } from './checks.mts';

const failed = await runChecks();
for (const name of failed) console.log(`Not in order: ${name}.`);
if (failed.length === 0) console.log(`\nAll ${checks.length} checks are in order.`);
process.exitCode = failed.length === 0 ? 0 : 1;
