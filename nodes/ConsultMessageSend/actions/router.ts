import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';

import { perform } from '../perform';
import type { Operation } from '../plan';
import { buildEntryLink } from './buildEntryLink.operation';
import { blockUser, endSession, getProfile, getSession, sendNotice, unblockUser } from './consult.operations';
import { sendAndWait } from './sendAndWait.operation';
import { sendFile, uploadFile } from './sendFile.operation';
import { sendRich } from './sendRich.operation';
import { sendText } from './sendText.operation';

const OPERATIONS: Readonly<Record<string, Operation>> = {
	sendText,
	sendRich,
	sendFile,
	sendNotice,
	endSession,
	blockUser,
	unblockUser,
	uploadFile,
	getSession,
	getProfile,
};

/** The operation belongs to the node, not to the item: it cannot be an expression. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = this.getNodeParameter('operation', 0) as string;
	if (name === SEND_AND_WAIT_OPERATION) return await sendAndWait(this);
	if (name === 'buildEntryLink') return await buildEntryLink(this);
	return await perform(this, name, OPERATIONS[name]!);
}
