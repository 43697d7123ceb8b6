import type * as n8nWorkflow from 'n8n-workflow';
import type {
	ICredentialTestFunctions,
	ICredentialType,
	IDataDeduplicator,
	IDataObject,
	IHookFunctions,
	ILoadOptionsFunctions,
	INode,
	INodeType,
	IPollFunctions,
	IRun,
	IRunExecutionData,
	ITriggerFunctions,
	IVersionedNodeType,
	IWebhookData,
	IWebhookFunctions,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { requireFromN8n } from '../../tools/n8n/paths.mts';
import { coreHome } from './installForCore.mts';

interface Loader {
	readonly known: { credentials: Readonly<Record<string, unknown>> };
	loadAll(): Promise<void>;
	getNode(name: string): { type: INodeType | IVersionedNodeType };
	getCredential(name: string): { type: ICredentialType };
}

type Run = Promise<IRun> & { cancel(): void };
type Additional = IWorkflowExecuteAdditionalData;

/** The part of n8n-core that the harness uses. Its own types would bring a second n8n-workflow into the type check. */
export interface N8nCore {
	PackageDirectoryLoader: new (folder: string) => Loader;
	LazyPackageDirectoryLoader: new (folder: string) => Loader;
	DataDeduplicationService: { init(deduplicator: IDataDeduplicator): Promise<void> };
	ExecutionLifecycleHooks: new (mode: WorkflowExecuteMode, executionId: string, workflow: IWorkflowBase) => object;
	WorkflowExecute: new (additional: Additional, mode: WorkflowExecuteMode, data: IRunExecutionData) => {
		processRunExecutionData(workflow: Workflow): Run;
	};
	LoadOptionsContext: new (workflow: Workflow, node: INode, additional: Additional, path: string) => ILoadOptionsFunctions;
	CredentialTestContext: new (additional: Additional) => ICredentialTestFunctions;
	WebhookContext: new (
		workflow: Workflow,
		node: INode,
		additional: Additional,
		mode: WorkflowExecuteMode,
		webhook: IWebhookData,
		closeFunctions: unknown[],
		data: IRunExecutionData | null,
	) => IWebhookFunctions;
	HookContext: new (
		workflow: Workflow,
		node: INode,
		additional: Additional,
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
		webhook: IWebhookData,
	) => IHookFunctions;
	PollContext: new (
		workflow: Workflow,
		node: INode,
		additional: Additional,
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
	) => IPollFunctions;
	TriggerContext: new (
		workflow: Workflow,
		node: INode,
		additional: Additional,
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
		emit: ITriggerFunctions['emit'],
		emitError: ITriggerFunctions['emitError'],
		saveFailedExecution: ITriggerFunctions['saveFailedExecution'],
		scheduling: Pick<ITriggerFunctions['helpers'], 'registerCron'>,
	) => ITriggerFunctions;
}

/** n8n's own copies of its modules, with a home and a key of the tests' own (n8n-core reads both when it is loaded). */
export function loadModules(): { core: N8nCore; workflow: typeof n8nWorkflow } {
	process.env['N8N_USER_FOLDER'] = coreHome;
	process.env['N8N_ENCRYPTION_KEY'] = 'only-for-tests';
	process.env['GENERIC_TIMEZONE'] ??= 'Asia/Seoul';
	return { core: requireFromN8n('n8n-core') as N8nCore, workflow: requireFromN8n('n8n-workflow') as typeof n8nWorkflow };
}

/** Everything the engine asks its host for. The addresses must parse, or every expression fails with "Invalid URL". */
export function additionalData(parts: Partial<Additional> & Pick<Additional, 'credentialsHelper'>): Additional {
	const base = 'http://127.0.0.1:5678';
	const absent = (what: string) => () => {
		throw new Error(`The test harness has no ${what}: use a real n8n (test/harness/realN8n.mts).`);
	};
	return {
		currentNodeExecutionIndex: 0,
		restApiUrl: `${base}/rest`,
		instanceBaseUrl: `${base}/`,
		formBaseUrl: `${base}/form`,
		formTestBaseUrl: `${base}/form-test`,
		formWaitingBaseUrl: `${base}/form-waiting`,
		webhookBaseUrl: `${base}/webhook`,
		webhookTestBaseUrl: `${base}/webhook-test`,
		webhookWaitingBaseUrl: `${base}/webhook-waiting`,
		mcpBaseUrl: `${base}/mcp`,
		mcpTestBaseUrl: `${base}/mcp-test`,
		variables: {},
		userId: 'test-user',
		setExecutionStatus: () => undefined,
		sendDataToUI: (_type: string, _data: IDataObject | IDataObject[]) => undefined,
		logAiEvent: () => undefined,
		executeWorkflow: absent('sub-workflows'),
		getRunExecutionData: absent('database'),
		getRuntimeCredential: absent('run-time credentials'),
		startRunnerTask: absent('runner for Code nodes'),
		...parts,
	};
}
