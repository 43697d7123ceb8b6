import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../n8n/paths.mts';
import type { CredentialData, N8nRest, WorkflowFile } from '../n8n/rest.mts';

/**
 * Puts the demo's credentials and workflows into n8n. Credentials are brought up to date each time (the sandbox's
 * addresses may have moved); a workflow that is there already is the user's and stays as it is.
 */
export async function furnish(rest: N8nRest, credentials: CredentialData[]): Promise<void> {
	for (const credential of credentials) await rest.saveCredential(credential);
	const present = new Set(await rest.workflowIds());
	for (const workflow of workflowFiles()) {
		if (!present.has(workflow.id)) await rest.importWorkflow(workflow);
	}
}

/** The workflows of this repository; a file's name is its id. */
export function workflowFiles(): Array<WorkflowFile & { id: string }> {
	const folder = join(root, 'workflows');
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.map((name) => {
			const workflow: WorkflowFile = JSON.parse(readFileSync(join(folder, name), 'utf8'));
			return { ...workflow, id: name.slice(0, -'.json'.length) };
		});
}
