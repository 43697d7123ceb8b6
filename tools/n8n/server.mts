import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { n8nEnvironment, type N8nPlace } from './environment.mts';
import { prepareHome } from './home.mts';
import { n8nBinary } from './paths.mts';

export interface ServerOptions extends N8nPlace {
	/** More environment, on top of what n8nEnvironment says. */
	env?: NodeJS.ProcessEnv;
	/** How long n8n may take until it answers; the first start makes its database. */
	readyWithinMs?: number;
}

/** Whatever way this process ends, no n8n outlives it; one that is still starting would not hear a polite word. */
const alive = new Set<ChildProcess>();
process.on('exit', () => {
	for (const child of alive) child.kill('SIGKILL');
});

/** A real n8n in a process of its own. Its output goes to `n8n.log` in its home. */
export class N8nServer {
	readonly url: string;
	readonly home: string;
	readonly logFile: string;
	private readonly child: ChildProcess;
	private readonly ended: Promise<void>;

	private constructor(options: ServerOptions) {
		this.home = options.home;
		this.url = `http://127.0.0.1:${options.port}`;
		prepareHome(options.home);
		this.logFile = join(options.home, 'n8n.log');
		const log = openSync(this.logFile, 'w');
		this.child = spawn(process.execPath, [n8nBinary, 'start'], {
			cwd: options.home,
			env: { ...inheritedEnvironment(), ...n8nEnvironment(options), ...options.env },
			stdio: ['ignore', log, log],
		});
		closeSync(log);
		alive.add(this.child);
		this.ended = new Promise((resolve) => {
			const over = () => {
				alive.delete(this.child);
				resolve();
			};
			this.child.once('close', over);
			this.child.once('error', over);
		});
	}

	/** Starts n8n and waits until it answers. */
	static async start(options: ServerOptions): Promise<N8nServer> {
		const server = new N8nServer(options);
		try {
			await server.untilReady(options.readyWithinMs ?? 120_000);
		} catch (error) {
			await server.stop();
			throw error;
		}
		return server;
	}

	get pid(): number {
		if (this.child.pid === undefined) throw new Error('n8n could not be started.');
		return this.child.pid;
	}

	get running(): boolean {
		return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
	}

	/** Settles when n8n has ended, for whatever reason. */
	async untilEnd(): Promise<void> {
		await this.ended;
	}

	/** The last lines n8n has printed. */
	logTail(lines = 25): string {
		return readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
	}

	/** Asks n8n to end; after 15 seconds it is no longer asked. */
	async stop(): Promise<void> {
		if (!this.running) return;
		this.child.kill('SIGTERM');
		const patience = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
		await this.ended;
		clearTimeout(patience);
	}

	/** kill -9, as a power cut would do it. */
	async kill(): Promise<void> {
		this.child.kill('SIGKILL');
		await this.ended;
	}

	private async untilReady(withinMs: number): Promise<void> {
		const deadline = Date.now() + withinMs;
		while (Date.now() < deadline) {
			if (!this.running) throw new Error(`n8n ended before it was ready:\n${this.logTail()}`);
			if (await this.answers()) return;
			await delay(150);
		}
		throw new Error(`n8n was not ready after ${withinMs / 1000} s:\n${this.logTail()}`);
	}

	private async answers(): Promise<boolean> {
		try {
			const response = await fetch(`${this.url}/healthz/readiness`, { signal: AbortSignal.timeout(2_000) });
			await response.arrayBuffer();
			return response.ok;
		} catch (error) {
			// Not listening yet, or busy making its database. Anything else would be a mistake of ours.
			if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')) return false;
			throw error;
		}
	}
}

/** Our environment without what npm, vitest or the user's own n8n put there. */
function inheritedEnvironment(): NodeJS.ProcessEnv {
	const foreign = /^(N8N_|DB_|EXECUTIONS_|VITEST|NODE_ENV$|NODE_OPTIONS$|npm_)/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
