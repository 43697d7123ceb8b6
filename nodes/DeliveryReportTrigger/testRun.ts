import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readFilter } from './filter';
import { toItems } from './receive';
import { sourcesOf } from './sources';

const TEST_SPAN = 60 * 60_000;

/** A test run: hands on what a webhook brought, or shows the reports of the last hour. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (this.getMode() !== 'manual' || this.getNodeParameter('receive', 0) !== 'polling') return [this.getInputData()];
	const filter = readFilter(this.getNodeParameter('filters', 0, {}) as IDataObject);
	const includeRaw = this.getNodeParameter('options.includeRaw', 0, false) === true;
	const until = Date.now();
	const { sources } = await sourcesOf(this);
	const items: INodeExecutionData[][] = [];
	for (const source of sources) {
		const reports = await source.reportsBetween(until - TEST_SPAN, until);
		items.push(toItems([...reports.values()], filter, includeRaw));
	}
	if (items.flat().length === 0)
		this.addExecutionHints({
			type: 'info',
			location: 'outputPane',
			message: 'There were no delivery reports in the last hour that pass the filters.',
		});
	return [items.flat()];
}
