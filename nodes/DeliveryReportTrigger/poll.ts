import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	ITriggerFunctions,
	ITriggerResponse,
} from 'n8n-workflow';

import type { Report } from '../../kakao/message/report';
import { ask } from '../shared/ask';
import { accountOf } from '../shared/credential';
import { wireOf } from '../shared/wire';
import type { TriggerMemory } from './memory';
import { toItems } from './receive';

/** Spans overlap, because a result may be listed a little after its own time; repeats are dropped. */
const OVERLAP = 5 * 60_000;
/** The longest span that every dealer answers in one query (SENS: 24 hours). */
const LONGEST_SPAN = 24 * 60 * 60_000;

const DAY = 24 * 60 * 60_000;

/** Reports of a span of time, in pieces that every dealer takes, and no further back than this one remembers. */
async function reportsBetween(
	context: IExecuteFunctions | ITriggerFunctions,
	since: number,
	until: number,
): Promise<Report[]> {
	const account = await accountOf(context);
	const wire = wireOf(context, account);
	const remembered = until - account.dealer.capabilities.reportDays * DAY;
	if (since < remembered)
		context.logger.warn(
			`${account.dealer.name} remembers ${account.dealer.capabilities.reportDays} days of reports; older ones cannot be read any more.`,
		);
	const { alimTalk, brand } = account.dealer;
	const reports: Report[] = [];
	for (let from = Math.max(since, remembered); from < until; from += LONGEST_SPAN) {
		const end = Math.min(from + LONGEST_SPAN, until);
		for (const service of brand ? [alimTalk, brand] : [alimTalk])
			reports.push(...(await ask(context, wire, service.reportsBetween(from, end))));
	}
	return reports;
}

const withId = (report: Report) => ({ id: `${report.messageId}/${report.status}`, report });

/** Polls on the chosen schedule while the workflow is active. A webhook node has nothing to do here. */
export async function startPolling(this: ITriggerFunctions): Promise<ITriggerResponse> {
	if (this.getNodeParameter('receive') !== 'polling') return {};
	const minutes = Math.min(59, Math.max(1, Math.floor(Number(this.getNodeParameter('everyMinutes', 5)))));
	const memory = this.getWorkflowStaticData('node') as TriggerMemory;
	memory.polledUntil ??= Date.now();
	let busy = false;
	this.helpers.registerCron({ expression: `0 */${minutes} * * * *` }, async () => {
		if (busy) return;
		busy = true;
		try {
			await pollOnce(this, memory);
		} catch (error) {
			// The span is asked for again next time, so nothing is lost.
			this.logger.warn(`Delivery reports could not be polled: ${(error as Error).message}`);
		} finally {
			busy = false;
		}
	});
	return {};
}

async function pollOnce(context: ITriggerFunctions, memory: TriggerMemory): Promise<void> {
	const until = Date.now();
	const reports = await reportsBetween(context, (memory.polledUntil ?? until) - OVERLAP, until);
	const known = new Set(memory.seen);
	const entries = reports.map(withId);
	const fresh = entries.filter(({ id }) => !known.has(id)).map(({ report }) => report);
	// The next span overlaps with the end of this one only: what lies further back cannot come again.
	memory.seen = entries.map(({ id }) => id);
	memory.polledUntil = until;
	const items = toItems(
		fresh,
		context.getNodeParameter('filters', {}) as IDataObject,
		context.getNodeParameter('options.includeRaw', false) === true,
	);
	if (items.length > 0) context.emit([items]);
}

const TEST_SPAN = 60 * 60_000;

/** A test run: hands on what a webhook brought, or shows the reports of the last hour. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (this.getMode() !== 'manual' || this.getNodeParameter('receive', 0) !== 'polling') return [this.getInputData()];
	const until = Date.now();
	const reports = await reportsBetween(this, until - TEST_SPAN, until);
	const items = toItems(
		reports,
		this.getNodeParameter('filters', 0, {}) as IDataObject,
		this.getNodeParameter('options.includeRaw', 0, false) === true,
	);
	if (items.length === 0)
		this.addExecutionHints({
			type: 'info',
			location: 'outputPane',
			message: 'There were no delivery reports in the last hour that pass the filters.',
		});
	return [items];
}
