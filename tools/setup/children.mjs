import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { progress, SetupError } from './say.mjs';

/** @type {import('node:child_process').ChildProcess | null} */
let current = null;
/** @type {NodeJS.Signals | null} */
let stoppedBy = null;

/** Hands Ctrl+C and a polite kill on to whatever is running, so that nothing is left behind. */
export function forwardSignals() {
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
		process.on(signal, () => {
			stoppedBy = signal;
			if (current) current.kill(signal);
			else process.exit(exitCode(null, signal));
		});
	}
}

/**
 * The shell's convention: the code itself, or 128 plus the signal's number.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCode(code, signal) {
	return code ?? 128 + constants.signals[signal ?? 'SIGTERM'];
}

/**
 * @typedef {{ cwd: string, env: NodeJS.ProcessEnv }} Surroundings
 * @typedef {{ command: string, args: string[], shell?: boolean }} Command
 */

/**
 * Runs a command in the foreground and gives its exit code.
 * @param {Command} command
 * @param {Surroundings} surroundings
 * @returns {Promise<number>}
 */
export async function runInForeground({ command, args }, surroundings) {
	return await new Promise((resolve, reject) => {
		current = spawn(command, args, { ...surroundings, stdio: 'inherit' });
		current.once('error', reject);
		current.once('close', (code, signal) => {
			current = null;
			resolve(exitCode(code, signal));
		});
	});
}

/**
 * Runs a set-up step with its output kept back; only a failure shows the end of it.
 * @param {string} label what is going on, in words
 * @param {Command} command
 * @param {Surroundings} surroundings
 * @returns {Promise<string>} what the command printed
 */
export async function runQuietly(label, { command, args, shell = false }, surroundings) {
	const done = progress(label);
	let output = '';
	/** @type {number} */
	let code;
	try {
		code = await new Promise((resolve, reject) => {
			const child = spawn(command, args, { ...surroundings, shell, stdio: ['ignore', 'pipe', 'pipe'] });
			current = child;
			const collect = (/** @type {Buffer} */ chunk) => (output = (output + chunk.toString()).slice(-20_000));
			child.stdout.on('data', collect);
			child.stderr.on('data', collect);
			child.once('error', reject);
			child.once('close', (exit, signal) => resolve(exitCode(exit, signal)));
		});
	} finally {
		current = null;
		done();
	}
	if (stoppedBy) process.exit(exitCode(null, stoppedBy));
	if (code !== 0) {
		const tail = output.trimEnd().split('\n').slice(-25).join('\n');
		throw new SetupError(`${tail}\n\n${label}: failed (exit code ${code}). The end of its log is above.`);
	}
	return output;
}
