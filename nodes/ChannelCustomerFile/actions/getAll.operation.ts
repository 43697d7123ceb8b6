import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { listFiles, type CustomerFiles } from '../../../kakao/channel';
import { ask } from '../../shared/ask';
import { channelReader } from '../../shared/channel';
import { developersAccountOf } from '../../shared/developersAccount';
import { orProblem } from '../../shared/entries';
import { Parameters } from '../../shared/parameters';
import { refuseBadInput } from '../../shared/refusals';
import { wireOf } from '../../shared/wire';

const WORDING = {
	unusable: 'items name no channel, so nothing was asked',
	nothing: 'Nothing was asked.',
	others: 'To list the others anyway',
};

/** One item per file. Each channel is asked about once, whichever items name it. */
export async function getFiles(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const { account } = await developersAccountOf(context);
	const wire = wireOf(context, account);
	const channelAt = channelReader(new Parameters(context, items), account);
	const asked = items.map((_, itemIndex) => {
		const channel = orProblem(context.getNode(), () => ({ id: channelAt(itemIndex) }));
		const problems = 'problem' in channel ? [channel.problem] : [];
		return { subject: { itemIndex }, channelId: 'id' in channel ? channel.id : '', problems };
	});
	if (!context.continueOnFail()) refuseBadInput(context, asked, WORDING);
	const lists = new Map<string, CustomerFiles | Error>();
	const output: INodeExecutionData[] = [];
	for (const { subject, channelId, problems } of asked) {
		const [problem] = problems;
		const list =
			(problem ? new Error(`${problem.field} ${problem.text}. ${problem.cure}`) : lists.get(channelId)) ??
			(await listOf(context, async () => await ask(context, wire, listFiles(channelId))));
		lists.set(channelId, list);
		output.push(...toItems(context, subject.itemIndex, channelId, list));
	}
	return [output];
}

/** The list, or on "Continue" why there is none. */
async function listOf(context: IExecuteFunctions, read: () => Promise<CustomerFiles>): Promise<CustomerFiles | Error> {
	try {
		return await read();
	} catch (error) {
		if (context.continueOnFail()) return error as Error;
		throw new NodeOperationError(context.getNode(), error as Error);
	}
}

function toItems(
	context: IExecuteFunctions,
	itemIndex: number,
	channelId: string,
	list: CustomerFiles | Error,
): INodeExecutionData[] {
	const pairedItem = { item: itemIndex };
	if (list instanceof Error)
		return [{ json: { channelId }, error: new NodeOperationError(context.getNode(), list, { itemIndex }), pairedItem }];
	return list.files.map(({ id, name, ...file }) => {
		const json = { fileId: id, fileName: name, channelId, ...file, slotsUsed: list.used, slotsFree: list.free };
		return { json: json as unknown as IDataObject, pairedItem };
	});
}
