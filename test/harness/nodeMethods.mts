import type {
	INode,
	INodeCredentialTestResult,
	INodeListSearchResult,
	INodePropertyOptions,
	IWorkflowExecuteAdditionalData,
	ResourceMapperFields,
	Workflow,
} from 'n8n-workflow';
import { additionalData } from './coreModules.mts';
import type { N8nHost, NodeUnderTest, RunOptions } from './n8nCore.mts';

/** A node, its parameters and its credentials. */
export type Call = RunOptions & {
	node: NodeUnderTest;
	/** Where n8n's webhooks are reached from outside; an address where nobody listens unless told otherwise. */
	webhookBaseUrl?: string;
};

/** What every kind of call stands on. */
export interface Stage {
	node: INode;
	workflow: Workflow;
	additional: IWorkflowExecuteAdditionalData;
}

/** Builds the one-node workflow that n8n builds for such a call. */
export function stage(host: N8nHost, options: Call): Stage {
	const node = host.completeNode(options.node, options.credentials);
	const workflow = host.workflow({ name: 'Test', nodes: [node], connections: {} }, options);
	const additional = additionalData({ credentialsHelper: host.credentialsHelper(options.credentials), currentNodeParameters: node.parameters });
	const { webhookBaseUrl: base } = options;
	if (base) Object.assign(additional, { webhookBaseUrl: base, webhookTestBaseUrl: `${base}-test` });
	return { node, workflow, additional };
}

/** The node doesn't have what the test asks for. */
export function missing(kind: string, method: string, node: INode): Error {
	return new Error(`${node.type} has no ${kind} method "${method}".`);
}

/** What the editor gets when somebody opens a searchable list. */
export async function listSearch(host: N8nHost, method: string, options: Call & { filter?: string; paginationToken?: string }): Promise<INodeListSearchResult> {
	const { node, workflow, additional } = stage(host, options);
	const found = host.nodeType(node.type, node.typeVersion).methods?.listSearch?.[method];
	if (!found) throw missing('listSearch', method, node);
	const context = new host.core.LoadOptionsContext(workflow, node, additional, '');
	return await found.call(context, options.filter, options.paginationToken);
}

/** What the editor gets for a drop-down whose options are loaded. */
export async function loadOptions(host: N8nHost, method: string, options: Call): Promise<INodePropertyOptions[]> {
	const { node, workflow, additional } = stage(host, options);
	const found = host.nodeType(node.type, node.typeVersion).methods?.loadOptions?.[method];
	if (!found) throw missing('loadOptions', method, node);
	return await found.call(new host.core.LoadOptionsContext(workflow, node, additional, ''));
}

/** The form fields the editor shows in a resource mapper. */
export async function resourceMapping(host: N8nHost, method: string, options: Call): Promise<ResourceMapperFields> {
	const { node, workflow, additional } = stage(host, options);
	const found = host.nodeType(node.type, node.typeVersion).methods?.resourceMapping?.[method];
	if (!found) throw missing('resourceMapping', method, node);
	return await found.call(new host.core.LoadOptionsContext(workflow, node, additional, ''));
}

/** Runs the test function (`testedBy`) of the one credential given. */
export async function credentialTest(host: N8nHost, method: string, options: Call): Promise<INodeCredentialTestResult> {
	const { node, additional } = stage(host, options);
	const found = host.nodeType(node.type, node.typeVersion).methods?.credentialTest?.[method];
	if (!found) throw missing('credentialTest', method, node);
	const [type, data] = Object.entries(options.credentials ?? {})[0] ?? [];
	if (type === undefined || data === undefined) throw new Error('The test gave no credential.');
	return await found.call(new host.core.CredentialTestContext(additional), { id: '1', name: type, type, data });
}
