import type { IDataObject, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import type { Dealer } from '../../kakao/dealers/contract';
import type { Report } from '../../kakao/message/report';
import { readFilter } from './filter';
import type { TriggerMemory } from './memory';
import { toItems } from './receive';
import { type Source, sourcesOf } from './sources';

/** Spans overlap, because a result may be listed a little after its own time; repeats are dropped. */
const OVERLAP = 5 * 60_000;
/** The longest span that every dealer answers in one query (SENS: 24 hours). */
const LONGEST_SPAN = 24 * 60 * 60_000;

const DAY = 24 * 60 * 60_000;

const NOTED = { alimTalk: 'alimTalkPolled', brand: 'brandPolled' } as const;

/** A node that polls, as long as its workflow is active. */
interface Polling {
	context: ITriggerFunctions;
	memory: TriggerMemory;
	isActive: () => boolean;
}

/** Polls on the chosen schedule while the workflow is active. A webhook node has nothing to do here. */
export async function startPolling(this: ITriggerFunctions): Promise<ITriggerResponse> {
	const memory = this.getWorkflowStaticData('node') as TriggerMemory;
	if (this.getNodeParameter('receive') !== 'polling') {
		// Should polling be chosen again, it begins anew: what comes meanwhile is told by webhook.
		for (const key of Object.values(NOTED)) delete memory[key];
		return {};
	}
	const minutes = Math.min(59, Math.max(1, Math.floor(Number(this.getNodeParameter('everyMinutes', 5)))));
	for (const key of Object.values(NOTED)) memory[key] ??= { until: Date.now(), seen: '' };
	let isActive = true;
	let isBusy = false;
	const polling: Polling = { context: this, memory, isActive: () => isActive };
	this.helpers.registerCron({ expression: `0 */${minutes} * * * *` }, async () => {
		if (isBusy) return;
		isBusy = true;
		try {
			await pollAll(polling);
		} catch (error) {
			warn(this, (error as Error).message);
		} finally {
			isBusy = false;
		}
	});
	// Started anew, the workflow asks for the same span: a poll still under way must not hand it on as well.
	return { closeFunction: async () => void (isActive = false) };
}

/** What could not be read is asked for again next time, so nothing is lost. */
const warn = (context: ITriggerFunctions, why: string): void =>
	context.logger.warn(`Delivery reports could not be polled: ${why}`);

/** Each kind by itself: an account may have no part in one, and that must not keep the other's reports back. */
async function pollAll(polling: Polling): Promise<void> {
	const { dealer, sources } = await sourcesOf(polling.context);
	const failures: string[] = [];
	for (const source of sources) {
		try {
			await poll(polling, source, dealer);
		} catch (error) {
			failures.push(`${source.name}: ${(error as Error).message}`);
		}
	}
	if (failures.length > 0) warn(polling.context, failures.join(' '));
}

/** Day by day, and no further back than the dealer remembers: a failure loses no day that has been read. */
async function poll(polling: Polling, source: Source, { name, capabilities }: Dealer): Promise<void> {
	const { context, memory, isActive } = polling;
	const now = Date.now();
	const polled = memory[NOTED[source.kind]]?.until ?? now;
	// A clock that was ahead must not keep the node waiting until then.
	const since = Math.min(polled, now) - OVERLAP;
	const remembered = now - capabilities.reportDays * DAY;
	if (since < remembered)
		context.logger.warn(
			`${name} remembers ${capabilities.reportDays} days of reports; older ones cannot be read any more.`,
		);
	for (let from = Math.max(since, remembered), until = from; until < now; from = until - OVERLAP) {
		until = Math.min(from + LONGEST_SPAN, now);
		const reports = await source.reportsBetween(from, until);
		if (!isActive()) return;
		handOn(polling, source, until, reports);
	}
}

function handOn(
	{ context, memory }: Polling,
	{ kind }: Source,
	until: number,
	reports: ReadonlyMap<string, Report>,
): void {
	// Read first: an expression that fails must not make the next try look like a repeat.
	const filter = readFilter(context.getNodeParameter('filters', {}) as IDataObject);
	const includeRaw = context.getNodeParameter('options.includeRaw', false) === true;
	const before = new Set(memory[NOTED[kind]]?.seen.split(' '));
	const fresh = [...reports].filter(([id]) => !before.has(id)).map(([, report]) => report);
	// The next span overlaps with the end of this one only: what lies further back cannot come again.
	memory[NOTED[kind]] = { until, seen: [...reports.keys()].join(' ') };
	const items = toItems(fresh, filter, includeRaw);
	if (items.length > 0) context.emit([items]);
}
