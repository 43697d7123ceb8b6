import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { addToFile } from './addUsers.operation';
import { createFiles } from './create.operation';
import { getFiles } from './getAll.operation';
import { removeFromFile } from './removeUsers.operation';

const OPERATIONS: Readonly<Record<string, (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>>> = {
	addUsers: addToFile,
	create: createFiles,
	getAll: getFiles,
	removeUsers: removeFromFile,
};

/** The operation belongs to the node, not to the item: it cannot be an expression. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await OPERATIONS[this.getNodeParameter('operation', 0) as string]!(this);
}
