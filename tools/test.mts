/** `npm test`: all checks and all tests, counted in one line. `npm test -- <filter>` runs only the test files that match. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks, runChecks, runTool } from './checks.mts';

/** The part of vitest's JSON report that counts. */
interface Report {
	numPassedTests: number;
	numFailedTests: number;
	testResults: Array<{ name: string; status: 'passed' | 'failed'; assertionResults: Array<{ status: string }> }>;
}

async function runVitest(filter: string[]): Promise<{ passed: number; failed: number }> {
	const folder = mkdtempSync(join(tmpdir(), 'kakao-business-test-'));
	try {
		const file = join(folder, 'report.json');
		const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
		const code = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...filter]);
		if (!existsSync(file)) return { passed: 0, failed: 1 };
		const report: Report = JSON.parse(readFileSync(file, 'utf8'));
		// A file that broke before its first test has no test to count.
		const broken = report.testResults.filter(
			({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
		).length;
		const failed = report.numFailedTests + broken;
		return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const filter = process.argv.slice(2);
const failedChecks = filter.length === 0 ? await runChecks() : [];
const passedChecks = filter.length === 0 ? checks.length - failedChecks.length : 0;
const tests = await runVitest(filter);
for (const name of failedChecks) console.log(`Not in order: ${name}.`);
const failed = tests.failed + failedChecks.length;
console.log(`${tests.passed + passedChecks} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
