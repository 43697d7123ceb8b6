import type { ExecutionError, IDataObject, INode, INodeExecutionData, IRun, NodeExecutionHint, WorkflowExecuteMode } from 'n8n-workflow';
import type { Credentials } from './credentialsHelper.mts';

/** The node under test: only what the test cares about. */
export type NodeUnderTest = Partial<INode> & Pick<INode, 'type'>;

/** What a run may be told besides its nodes. */
export interface RunOptions {
	/** Credential type -> fields. Nodes need not name them. */
	credentials?: Credentials;
	/** `manual` unless told otherwise; n8n keeps static data only for the others. */
	mode?: WorkflowExecuteMode;
	executionId?: string;
	workflowId?: string;
	/** Static data of an earlier run (`run.staticData`), to carry on from it. */
	staticData?: IDataObject;
	timezone?: string;
	/** Where n8n is to be reached, for nodes that wait; nobody listens at the usual address. */
	n8nUrl?: string;
	/** Aborting it is what "Stop execution" does. */
	signal?: AbortSignal;
}

export interface NodeRun {
	/** Items per output of the node under test (of the last node, for a whole workflow); none after an error. */
	outputs: INodeExecutionData[][];
	/** What stopped the workflow, as n8n records it: a plain copy of the error, no longer of its class. */
	error: ExecutionError | undefined;
	hints: NodeExecutionHint[];
	staticData: IDataObject;
	/** n8n's whole account of the run. */
	run: IRun;
}
