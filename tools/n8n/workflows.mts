import { setTimeout as delay } from 'node:timers/promises';
import { N8nHoldings } from './holdings.mts';
import { RefusedByN8n } from './session.mts';
import type { WorkflowFile } from './shapes.mts';

/** The owner's workflows: brought in, put into service and taken out of it, removed. */
export class N8nWorkflows extends N8nHoldings {
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
}
