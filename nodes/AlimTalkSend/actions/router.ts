import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import * as cancel from './cancel.operation';
import * as getResult from './getResult.operation';
import * as preview from './preview.operation';
import * as send from './send.operation';

const OPERATIONS = { send, preview, getResult, cancel };

/** The operation belongs to the node, not to the item: it cannot be an expression. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = this.getNodeParameter('operation', 0) as keyof typeof OPERATIONS;
	return await OPERATIONS[operation].execute.call(this);
}
