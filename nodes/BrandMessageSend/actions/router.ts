import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cancelScheduled } from '../../shared/operations/cancel';
import { getResults } from '../../shared/operations/getResult';
import { brandOf } from '../desk';
import * as preview from './preview.operation';
import * as send from './send.operation';

const OPERATIONS = {
	send: send.execute,
	preview: preview.execute,
	getResult: async (context: IExecuteFunctions) => await getResults(context, brandOf),
	cancel: async (context: IExecuteFunctions) => await cancelScheduled(context, brandOf),
};

/** The operation belongs to the node, not to the item: it cannot be an expression. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = this.getNodeParameter('operation', 0) as keyof typeof OPERATIONS;
	return await OPERATIONS[operation](this);
}
