import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageName, root } from '../n8n/paths.mts';
import type { CredentialData, N8nRest, WorkflowFile } from '../n8n/rest.mts';
import { demoTables } from './tables.mts';

/** Where the demo's other servers are; workflow files name the ports that they have unless something else has them. */
export interface Addresses {
	phone: string;
	door: string;
}

const USUAL: Addresses = { phone: 'http://127.0.0.1:5800', door: 'http://127.0.0.1:5677' };

/**
 * Puts the demo's credentials, data tables and workflows into n8n. Credentials are brought up to date each time (the
 * sandbox's addresses may have moved); a workflow or table that is there already is the user's and stays as it is.
 */
export async function furnish(rest: N8nRest, credentials: CredentialData[], addresses: Addresses): Promise<void> {
	for (const credential of credentials) await rest.saveCredential(credential);
	const present = new Set(await rest.workflowIds());
	const missing = workflowFiles().filter(({ id }) => !present.has(id));
	if (missing.length === 0) return;
	const tables = await rest.dataTables();
	for (const table of demoTables()) {
		if (!tables.has(table.name)) tables.set(table.name, await rest.createDataTable(table));
	}
	for (const workflow of missing) await rest.importWorkflow(withTables(relocate(workflow, addresses), tables));
	// n8n publishes nothing that calls an unpublished workflow.
	const listening = missing.filter(({ nodes }) => nodes.some(isListener));
	const callees = listening.filter(({ nodes }) => !nodes.some(({ type }) => type === CALL));
	for (const { id } of new Set([...callees, ...listening])) await rest.activate(id);
	// Whoever writes before then would not be heard.
	for (const { id } of listening) await rest.untilSettled(id);
}

/** The node with which a workflow calls another one, and the trigger at which that one begins. */
const CALL = 'n8n-nodes-base.executeWorkflow';
const CALLED = 'n8n-nodes-base.executeWorkflowTrigger';

/** A trigger that something outside the workflow calls: such a workflow listens from the start. */
const isListener = ({ type }: WorkflowFile['nodes'][number]): boolean =>
	type === CALLED || (type.startsWith(`${packageName}.`) && type.endsWith('Trigger'));

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

function relocate<W extends WorkflowFile>(workflow: W, { phone, door }: Addresses): W {
	const text = JSON.stringify(workflow).replaceAll(USUAL.phone, phone).replaceAll(USUAL.door, door);
	return JSON.parse(text) as W;
}

/** Files name data tables by name, which n8n looks up by parts of it; chosen from the list they also open with a click. */
function withTables<W extends WorkflowFile>(workflow: W, tables: ReadonlyMap<string, string>): W {
	const nodes = workflow.nodes.map((node) => {
		const wanted = node.parameters['dataTableId'] as { mode?: string; value?: string } | undefined;
		const id = wanted?.mode === 'name' ? tables.get(wanted.value ?? '') : undefined;
		if (id === undefined) return node;
		const dataTableId = { __rl: true, mode: 'list', value: id, cachedResultName: wanted?.value };
		return { ...node, parameters: { ...node.parameters, dataTableId } };
	});
	return { ...workflow, nodes };
}
