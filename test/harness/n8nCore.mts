import { dirname, join } from 'node:path';
import type * as n8nWorkflow from 'n8n-workflow';
import type {
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IRun,
	IVersionedNodeType,
	Workflow,
} from 'n8n-workflow';
import { packageName, requireFromN8n } from '../../tools/n8n/paths.mts';
import type { WorkflowFile } from '../../tools/n8n/rest.mts';
import type { NodeRun, NodeUnderTest, RunOptions } from './coreShapes.mts';
import { additionalData, loadModules, type N8nCore } from './coreModules.mts';
import { type Credentials, TestCredentialsHelper } from './credentialsHelper.mts';
import { MemoryDeduplicator } from './deduplicator.mts';
import { coreHome } from './installForCore.mts';
import { itemsName, itemsNode, itemsType } from './itemsNode.mts';

export type { NodeRun, NodeUnderTest, RunOptions };

/** n8n-core with the built package loaded in it. */
export class N8nHost {
	readonly core: N8nCore;
	readonly module: typeof n8nWorkflow;
	/** What n8n would hold in its "processed data" table. */
	readonly processed: MemoryDeduplicator;
	private readonly loaders: Map<string, InstanceType<N8nCore['PackageDirectoryLoader']>>;

	constructor(parts: Pick<N8nHost, 'core' | 'module' | 'processed'>, loaders: N8nHost['loaders']) {
		this.core = parts.core;
		this.module = parts.module;
		this.processed = parts.processed;
		this.loaders = loaders;
	}

	/** Runs one node on the given items (one empty item if there are none given). */
	async execute(options: RunOptions & { node: NodeUnderTest; items?: Array<INodeExecutionData | IDataObject> }): Promise<NodeRun> {
		const node = this.completeNode(options.node, options.credentials);
		const connections = { [itemsName]: { main: [[{ node: node.name, type: 'main' as const, index: 0 }]] } };
		const workflow = { name: 'Test', nodes: [itemsNode, node], connections };
		const items = (options.items ?? [{}]).map((item) => ('json' in item ? (item as INodeExecutionData) : { json: item as IDataObject }));
		return await this.executeWorkflow(workflow, { ...options, startItems: items, resultOf: node.name });
	}

	/**
	 * Runs a workflow file from its first node. Nodes of n8n-nodes-base work too, except those that want a
	 * code runner, a database or a sub-workflow.
	 */
	async executeWorkflow(
		file: WorkflowFile,
		options: RunOptions & { startItems?: INodeExecutionData[]; resultOf?: string },
	): Promise<NodeRun> {
		const nodes = file.nodes.map((node) => this.completeNode(node, options.credentials));
		const workflow = this.workflow({ ...file, nodes }, options, options.startItems);
		const [first] = nodes;
		if (!first) throw new Error('The workflow has no node.');
		const mode = options.mode ?? 'manual';
		const executionId = options.executionId ?? '1';
		const saved = { id: workflow.id, name: file.name, active: false, isArchived: false, nodes, connections: file.connections, createdAt: new Date(), updatedAt: new Date(), activeVersionId: null };
		const additional = additionalData({
			credentialsHelper: this.credentialsHelper(options.credentials),
			executionId,
			workflowId: workflow.id,
			...(options.n8nUrl !== undefined && { webhookWaitingBaseUrl: `${options.n8nUrl}/webhook-waiting` }),
			hooks: new this.core.ExecutionLifecycleHooks(mode, executionId, saved),
		} as Parameters<typeof additionalData>[0]);
		const data = this.module.createRunExecutionData({
			executionData: {
				contextData: {},
				metadata: {},
				waitingExecution: {},
				waitingExecutionSource: {},
				nodeExecutionStack: [{ node: first, data: { main: [[{ json: {} }]] }, source: null }],
			},
		});
		const running = new this.core.WorkflowExecute(additional, mode, data).processRunExecutionData(workflow);
		options.signal?.addEventListener('abort', () => running.cancel());
		return this.result(await running, workflow, options.resultOf);
	}

	/** The node's type, as n8n has loaded it. */
	nodeType(fullName: string, version?: number): INodeType {
		const [prefix = '', name = ''] = splitType(fullName);
		const loader = this.loaders.get(prefix);
		if (!loader) throw new Error(`No package "${prefix}" is loaded in the test harness (node type "${fullName}").`);
		return this.module.NodeHelpers.getVersionedNodeType(loader.getNode(name).type as INodeType | IVersionedNodeType, version);
	}

	/** A Workflow object as n8n would make it from a file. */
	workflow(file: WorkflowFile, options: RunOptions, startItems: INodeExecutionData[] = []): Workflow {
		const items = itemsType(startItems);
		const getByNameAndVersion = (name: string, version?: number) => (name === itemsNode.type ? items : this.nodeType(name, version));
		const nodeTypes: INodeTypes = { getByName: getByNameAndVersion, getByNameAndVersion, getKnownTypes: () => ({}) };
		return new this.module.Workflow({
			id: options.workflowId ?? 'test-workflow',
			name: file.name,
			nodes: file.nodes,
			connections: file.connections,
			active: false,
			nodeTypes,
			...(options.staticData ? { staticData: structuredClone(options.staticData) } : {}),
			settings: { timezone: options.timezone ?? 'Asia/Seoul', ...file.settings },
		});
	}

	/** A helper that gives nodes these credentials. */
	credentialsHelper(credentials: Credentials = {}): TestCredentialsHelper {
		return new TestCredentialsHelper(credentials, (name) => this.credentialType(name));
	}

	/** Fills in what every node has, and points it at the credentials the test has given. */
	completeNode(node: NodeUnderTest, credentials: Credentials = {}): INode {
		const version = node.typeVersion ?? (node.type === itemsNode.type ? 1 : this.newestVersion(node.type));
		const references = Object.keys(credentials).map((type) => [type, { id: type, name: type }]);
		return {
			id: node.name ?? 'under-test',
			name: 'Node',
			position: [200, 0],
			parameters: {},
			...node,
			typeVersion: version,
			credentials: { ...Object.fromEntries(references), ...node.credentials },
		};
	}

	private newestVersion(type: string): number {
		const { version } = this.nodeType(type).description;
		return Array.isArray(version) ? Math.max(...version) : version;
	}

	/** Ours, or n8n's own, from which ours may be derived. */
	private credentialType(name: string): ICredentialType {
		for (const loader of this.loaders.values()) if (loader.known.credentials[name]) return loader.getCredential(name).type;
		throw new Error(`There is no credential type "${name}" in ${[...this.loaders.keys()].join(' or ')}.`);
	}

	private result(run: IRun, workflow: Workflow, resultOf?: string): NodeRun {
		const { runData, lastNodeExecuted, error } = run.data.resultData;
		const last = runData[resultOf ?? lastNodeExecuted ?? '']?.at(-1);
		const outputs = (last?.data?.['main'] ?? []).map((items) => items ?? []);
		return { outputs, error: error ?? last?.error, hints: last?.hints ?? [], staticData: staticDataOf(workflow), run };
	}
}

/** A plain copy; n8n keeps it in a proxy that notices changes. */
export function staticDataOf(workflow: Workflow): IDataObject {
	return JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
}

function splitType(fullName: string): [string, string] {
	const dot = fullName.lastIndexOf('.');
	return [fullName.slice(0, dot), fullName.slice(dot + 1)];
}

let host: Promise<N8nHost> | undefined;

/** The host; loaded once in each test file (about a second). */
export async function n8nHost(): Promise<N8nHost> {
	host ??= load();
	return await host;
}

async function load(): Promise<N8nHost> {
	const { core, workflow } = loadModules();
	const processed = new MemoryDeduplicator();
	await core.DataDeduplicationService.init(processed);
	const ours = new core.PackageDirectoryLoader(join(coreHome, '.n8n', 'nodes', 'node_modules', packageName));
	const base = new core.LazyPackageDirectoryLoader(dirname(requireFromN8n.resolve('n8n-nodes-base/package.json')));
	await ours.loadAll();
	await base.loadAll();
	return new N8nHost({ core, module: workflow, processed }, new Map([[packageName, ours], ['n8n-nodes-base', base]]));
}
