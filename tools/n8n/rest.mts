import { setTimeout as delay } from 'node:timers/promises';
import type { IRunData } from 'n8n-workflow';
import { requireFromN8n } from './paths.mts';
import type { CredentialData, DataTable, Execution, WorkflowFile } from './shapes.mts';
import { N8nWorkflows } from './workflows.mts';

export { owner } from './session.mts';
export type { CredentialData, DataTable, Execution, WorkflowFile };

/** The REST interface that n8n's own editor uses: all of its parts, and runs of workflows with how they went. */
export class N8nRest extends N8nWorkflows {
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
