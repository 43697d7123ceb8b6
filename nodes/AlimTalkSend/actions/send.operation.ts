import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { accountOf } from '../../shared/credential';
import { deliverAll, emitEntries, sendable } from '../../shared/operations/send';
import { Parameters } from '../../shared/parameters';
import { wireOf } from '../../shared/wire';
import { hintAtAdvertising } from '../advertising';
import { prepare } from '../prepare';

/** Sends one AlimTalk per recipient, in as few requests as the dealer takes. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const account = await accountOf(context);
	const wire = wireOf(context, account);
	const parameters = new Parameters(context, items);

	const entries = await prepare(context, items, account, wire, { keepComposition: false });
	const messages = sendable(context, entries, parameters);
	hintAtAdvertising(context, messages);
	const outcomes = await deliverAll(context, messages, account.dealer.alimTalk, { account, wire, parameters });
	return emitEntries(context, entries, outcomes);
}
