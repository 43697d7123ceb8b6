import { join } from 'node:path';
import { removeHome } from '../../tools/n8n/home.mts';
import { installPackage } from '../../tools/n8n/installPackage.mts';
import { n8nFolder } from '../../tools/n8n/paths.mts';
import { freePort } from '../../tools/n8n/ports.mts';
import { type Execution, N8nRest, type WorkflowFile } from '../../tools/n8n/rest.mts';
import { N8nServer } from '../../tools/n8n/server.mts';

let made = 0;

/** A real n8n server with a home of its own, our package installed in it and the owner signed in. */
export class RealN8n {
	readonly home: string;
	readonly rest: N8nRest;
	private readonly place: { home: string; port: number; brokerPort: number; env: NodeJS.ProcessEnv };
	private server: N8nServer;

	private constructor(place: RealN8n['place'], server: N8nServer) {
		this.home = place.home;
		this.place = place;
		this.server = server;
		this.rest = new N8nRest(server.url);
	}

	/** @param env more environment for n8n, such as N8N_USE_WORKFLOW_PUBLICATION_SERVICE=false for synchronous activation */
	static async start(env: NodeJS.ProcessEnv = {}): Promise<RealN8n> {
		const home = join(n8nFolder, `home-e2e-${process.pid}-${++made}`);
		installPackage(home);
		const place = { home, port: await freePort(), brokerPort: await freePort(), env };
		try {
			const n8n = new RealN8n(place, await N8nServer.start(place));
			await n8n.rest.signIn();
			return n8n;
		} catch (error) {
			removeHome(home);
			throw error;
		}
	}

	get url(): string {
		return this.server.url;
	}

	get pid(): number {
		return this.server.pid;
	}

	/** The last lines n8n has printed, for a failing test's message. */
	get log(): string {
		return this.server.logTail(60);
	}

	/** Imports a workflow and runs it from its trigger to the end. */
	async runToEnd(workflow: WorkflowFile, trigger: string, withinMs?: number): Promise<Execution> {
		const id = await this.rest.importWorkflow(workflow);
		return await this.rest.waitFor(await this.rest.run(id, trigger), withinMs);
	}

	/** kill -9 in whatever it is doing. */
	async kill(): Promise<void> {
		await this.server.kill();
	}

	/** Starts again on the same home and port, after `kill` or in one go. */
	async restart(): Promise<void> {
		await this.server.stop();
		this.server = await N8nServer.start({ ...this.place });
		await this.rest.signIn();
	}

	/** Ends n8n and removes its home. */
	async stop(): Promise<void> {
		await this.server.stop();
		removeHome(this.home);
	}
}
