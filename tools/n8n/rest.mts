import { setTimeout as delay } from 'node:timers/promises';
import type { IRunData } from 'n8n-workflow';
import { requireFromN8n } from './paths.mts';
import type { CredentialData, DataTable, Execution, WorkflowFile } from './shapes.mts';

export type { CredentialData, DataTable, Execution, WorkflowFile };

/** The owner of every n8n that this repository starts: a demo on the user's own machine, reachable from nowhere else. */
export const owner = { email: 'demo@kakao.local', firstName: 'Demo', lastName: 'Owner', password: 'Kakao-demo-1' };

/** n8n's own "no" to a request. */
class RefusedByN8n extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

/** The REST interface that n8n's own editor uses. */
export class N8nRest {
	private cookie = '';
	private readonly url: string;

	constructor(url: string) {
		this.url = url;
	}

	/** One request; throws a sentence with n8n's own words when it is refused. */
	async request<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(this.url + path, {
			method,
			headers: { 'content-type': 'application/json', cookie: this.cookie },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok)
			throw new RefusedByN8n(
				response.status,
				`n8n answered ${response.status} to ${method} ${path}: ${messageIn(text)}`,
			);
		for (const cookie of response.headers.getSetCookie()) {
			if (cookie.startsWith('n8n-auth=')) this.cookie = cookie.slice(0, cookie.indexOf(';'));
		}
		const answer: { data: T } = JSON.parse(text === '' ? '{"data":null}' : text);
		return answer.data;
	}

	/** Makes the owner account on a new n8n, and signs in. */
	async signIn(): Promise<void> {
		const settings = await this.request<{ userManagement: { showSetupOnFirstLoad?: boolean } }>(
			'GET',
			'/rest/settings',
		);
		if (settings.userManagement.showSetupOnFirstLoad === true) await this.request('POST', '/rest/owner/setup', owner);
		else await this.request('POST', '/rest/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	}

	/** The cookie of the last sign-in, `n8n-auth=…`. */
	get session(): string {
		return this.cookie;
	}

	/** Makes the credential, or brings the one of that name up to date. Gives its id. */
	async saveCredential(credential: CredentialData): Promise<string> {
		const known = await this.request<Array<{ id: string; name: string; type: string }>>('GET', '/rest/credentials');
		const existing = known.find(({ name, type }) => name === credential.name && type === credential.type);
		const saved = existing
			? await this.request<{ id: string }>('PATCH', `/rest/credentials/${existing.id}`, credential)
			: await this.request<{ id: string }>('POST', '/rest/credentials', credential);
		return saved.id;
	}

	/** Runs the credential's own test, as the editor's "Retry" does. */
	async testCredential(
		credential: CredentialData & { id: string },
	): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.request('POST', '/rest/credentials/test', { credentials: credential });
	}

	/** Ids of all workflows that are not in the archive or that are: a workflow the user has archived isn't missing. */
	async workflowIds(): Promise<string[]> {
		return (await this.request<Array<{ id: string }>>('GET', '/rest/workflows')).map(({ id }) => id);
	}

	/** Imports a workflow under its own id, its credentials found by name. */
	async importWorkflow(workflow: WorkflowFile): Promise<string> {
		const known = await this.request<Array<{ id: string; name: string; type: string }>>('GET', '/rest/credentials');
		const nodes = workflow.nodes.map((node) => {
			const credentials = Object.entries(node.credentials ?? {}).map(([type, wanted]) => {
				const found = known.find((credential) => credential.type === type && credential.name === wanted.name);
				return [type, found ? { id: found.id, name: found.name } : wanted];
			});
			return { ...node, credentials: Object.fromEntries(credentials) };
		});
		const { id, name, connections, settings = {} } = workflow;
		const saved = await this.request<{ id: string }>('POST', '/rest/workflows', {
			...(id ? { id } : {}),
			name,
			nodes,
			connections,
			settings,
		});
		return saved.id;
	}

	/** Ids of the owner's data tables by name. */
	async dataTables(): Promise<Map<string, string>> {
		const { data } = await this.request<{ data: Array<{ id: string; name: string }> }>(
			'GET',
			`${await this.tablesPath()}?take=250`,
		);
		return new Map(data.map(({ id, name }) => [name, id]));
	}

	/** Makes a data table with its rows. Gives its id. */
	async createDataTable({ name, columns, rows }: DataTable): Promise<string> {
		const path = await this.tablesPath();
		const { id } = await this.request<{ id: string }>('POST', path, { name, columns });
		if (rows.length > 0) await this.request('POST', `${path}/${id}/insert`, { data: rows });
		return id;
	}

	private async tablesPath(): Promise<string> {
		const { id } = await this.request<{ id: string }>('GET', '/rest/projects/personal');
		return `/rest/projects/${id}/data-tables`;
	}

	/** Archives and deletes a workflow. n8n takes an active one out of service by itself, and refuses the deletion (409) until it has. */
	async removeWorkflow(id: string): Promise<void> {
		await this.request('POST', `/rest/workflows/${id}/archive`, {});
		const deadline = Date.now() + 60_000;
		for (;;) {
			try {
				return await this.request('DELETE', `/rest/workflows/${id}`);
			} catch (error) {
				if (!(error instanceof RefusedByN8n && error.status === 409) || Date.now() > deadline) throw error;
				await delay(100);
			}
		}
	}

	/** Publishes a workflow, so that its triggers listen; n8n starts them in its own time. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.request<{ versionId: string }>('GET', `/rest/workflows/${id}`);
		await this.request('POST', `/rest/workflows/${id}/activate`, { versionId });
	}

	/** Waits until n8n has taken a workflow into or out of service, or has given up: it answers long before. */
	async untilSettled(id: string): Promise<void> {
		const path = `/rest/workflows/${id}/publication-status`;
		const deadline = Date.now() + 120_000;
		while ((await this.request<{ status: string }>('GET', path)).status === 'in_progress') {
			if (Date.now() > deadline) throw new Error(`n8n has not taken the workflow ${id} into service within 120 s.`);
			await delay(100);
		}
	}

	async deactivate(id: string): Promise<void> {
		await this.request('POST', `/rest/workflows/${id}/deactivate`, {});
	}

	/** "Execute workflow", from the named trigger. Gives the execution's id. */
	async run(id: string, trigger: string): Promise<string> {
		const body = { triggerToStartFrom: { name: trigger } };
		return (await this.request<{ executionId: string }>('POST', `/rest/workflows/${id}/run`, body)).executionId;
	}

	/** Ids of a workflow's executions, newest first. */
	async executionIds(workflowId: string): Promise<string[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		return (
			await this.request<{ results: Array<{ id: string }> }>('GET', `/rest/executions?filter=${filter}`)
		).results.map(({ id }) => id);
	}

	/** An execution as it stands. */
	async execution(id: string): Promise<Execution> {
		const { data, ...head } = await this.request<Execution & { data: string }>('GET', `/rest/executions/${id}`);
		const { parse } = requireFromN8n('flatted') as { parse: (text: string) => unknown };
		type Result = { resultData?: { runData: IRunData; error?: Execution['error']; lastNodeExecuted?: string } };
		const { resultData } = parse(data) as Result;
		return {
			...head,
			runData: resultData?.runData ?? {},
			error: resultData?.error,
			lastNode: resultData?.lastNodeExecuted,
		};
	}

	/** Waits until an execution is over, and fetches it. */
	async waitFor(id: string, withinMs = 60_000): Promise<Execution> {
		await this.untilOver(id, withinMs);
		return await this.execution(id);
	}

	/**
	 * Waits until an execution is over. Looks at the list, which has no data in it: asked for one execution, n8n
	 * would load all its items each time.
	 */
	async untilOver(id: string, withinMs: number): Promise<void> {
		const deadline = Date.now() + withinMs;
		while (Date.now() < deadline) {
			const status = await this.status(id);
			if (status !== undefined && !['new', 'running', 'waiting'].includes(status)) return;
			await delay(100);
		}
		throw new Error(`Execution ${id} was not over after ${withinMs / 1000} s.`);
	}

	private async status(id: string): Promise<string | undefined> {
		type List = { results: Array<{ id: string; status: string }> };
		try {
			const { results } = await this.request<List>('GET', '/rest/executions?limit=50');
			return results.find((execution) => execution.id === id)?.status;
		} catch (error) {
			// A run that keeps the event loop busy makes n8n drop connections.
			if (error instanceof TypeError) return undefined;
			throw error;
		}
	}
}

/** n8n's own sentence, without the stack it sends along. */
function messageIn(text: string): string {
	const found = /"message":("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
	return found === undefined ? text.slice(0, 300) : (JSON.parse(found) as string);
}
