import type { IConnections, ICredentialDataDecryptedObject, IDataObject, INode, IRunData, IWorkflowSettings } from 'n8n-workflow';

/** A workflow file, as n8n exports it. */
export interface WorkflowFile {
	id?: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

export interface CredentialData {
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** A data table of n8n with what it holds at first. */
export interface DataTable {
	name: string;
	columns: Array<{ name: string; type: 'string' | 'number' | 'boolean' | 'date' }>;
	rows: Array<Record<string, string | number | boolean | null>>;
}

/** An execution, unpacked. */
export interface Execution {
	id: string;
	status: string;
	finished: boolean;
	startedAt: string;
	stoppedAt: string | null;
	runData: IRunData;
	error: (Error & IDataObject) | undefined;
	lastNode: string | undefined;
}
