import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { getBotEventResult } from './getBotEventResult.operation';
import { respond } from './respond.operation';
import { sendBotEvent } from './sendBotEvent.operation';

/** The operation belongs to the node, not to the item: it cannot be an expression. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = this.getNodeParameter('operation', 0) as string;
	if (operation === 'sendBotEvent') return await sendBotEvent(this);
	if (operation === 'getBotEventResult') return await getBotEventResult(this);
	return await respond(this);
}
