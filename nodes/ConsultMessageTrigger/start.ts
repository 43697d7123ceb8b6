import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { ConsultEvent } from '../../kakao/consult/event';
import { parseExactJson } from '../../kakao/partner/exactJson';
import { converse } from '../../kakao/delivery/converse';
import type { Exchange, Wire } from '../../kakao/delivery/wire';
import { consultAccountOf } from '../shared/consultAccount';
import { answerWith, startNothing, startWith } from '../shared/webhookAnswer';
import { wireOf } from '../shared/wire';
import type { Admitted } from './admit';
import { acquaint, type Acquaintance } from './customers';
import { download, hasDownloads, readDownloads } from './downloads';
import { hasWantedType, isWanted, readFilter } from './filter';
import { type CallFacts, toItem } from './item';
import type { Live } from './memory';
import { handOver, isAwaited } from './waiting';

/**
 * How long the words of a message may be asked for before the hub is told to call again. Milliseconds, from the customer's
 * turn on: behind a large file it would be over before anything was asked, and the hub would repeat messages out of order.
 */
const PATIENCE = 8_000;

/** An event with what is known of its customer. */
type Known = readonly [event: ConsultEvent, acquaintance: Acquaintance];

/**
 * Starts the workflow with the events that are wanted and that no waiting execution takes.
 * @throws DealerFailure when the hub does not tell what was said
 */
export async function start(
	context: IWebhookFunctions,
	admitted: Admitted,
	live: Live,
	now: number,
): Promise<IWebhookResponseData> {
	const filter = readFilter(context);
	const events = await completed(context, admitted, (event) => isWanted(event, filter) || isAwaited(live, event));
	const facts: CallFacts = {
		receivedAt: now,
		listener: context.getNodeWebhookUrl('default') ?? '',
		...(context.getNodeParameter('options.includeRaw', false) === true && {
			raw: parseExactJson(admitted.call.rawBody || 'null'),
		}),
	};
	const starting: Known[] = [];
	for (const event of events) {
		const acquaintance = acquaint(live, event);
		const item = async () => toItem(await inFull(context, event), acquaintance, facts).json;
		const taken = await handOver(context, live, event, item);
		if (!taken && isWanted(event, filter) && hasWantedType(event, filter)) starting.push([event, acquaintance]);
	}
	return starting.length > 0 ? await withFiles(context, starting, facts) : startNothing(context);
}

/** The same events; the words of those that are wanted are asked for where the hub only says that there are some. */
async function completed(
	context: IWebhookFunctions,
	{ hub, account, events }: Admitted,
	wanted: (event: ConsultEvent) => boolean,
): Promise<readonly ConsultEvent[]> {
	const { complete } = hub.reception;
	if (!complete || !account) return events;
	const wire = patient(wireOf(context, account), Date.now() + PATIENCE);
	const told = await converse(complete(events.filter(wanted)), wire);
	const byId = new Map(told.map((event) => [event.eventId, event]));
	return events.map((event) => byId.get(event.eventId) ?? event);
}

/** The same wire for as long as the hub waits: a request that hangs is given up, and so is a long pause before the next. */
function patient(wire: Wire, until: number): Wire {
	const left = () => until - Date.now();
	const late = async (): Promise<Exchange> => {
		await wire.sleep(Math.max(left(), 0));
		return { kind: 'lost', detail: 'it took too long' };
	};
	return {
		...wire,
		exchange: async (request) => await Promise.race([wire.exchange(request), late()]),
		sleep: async (milliseconds) => await wire.sleep(Math.min(milliseconds, Math.max(left(), 0))),
		stopped: () => left() <= 0,
	};
}

/** An event with the whole of a long text. What is handed to a waiting execution has no place for files. */
async function inFull(context: IWebhookFunctions, event: ConsultEvent): Promise<ConsultEvent> {
	const longText = { ...readDownloads(context), files: false };
	if (!hasDownloads(event, longText)) return event;
	const { account } = await consultAccountOf(context);
	answerWith(context, 200);
	return (await download(context, event, account.baseUrl, longText)).event;
}

/** Files can be large: the hub gets its answer first. */
async function withFiles(
	context: IWebhookFunctions,
	starting: readonly Known[],
	facts: CallFacts,
): Promise<IWebhookResponseData> {
	const downloads = readDownloads(context);
	if (!starting.some(([event]) => hasDownloads(event, downloads)))
		return startWith(
			context,
			starting.map(([event, acquaintance]) => toItem(event, acquaintance, facts)),
		);
	// First: a credential that cannot be read must not lose a message that the hub has been told is taken.
	const { account } = await consultAccountOf(context);
	const answered = answerWith(context, 200);
	const items: INodeExecutionData[] = [];
	for (const [event, acquaintance] of starting) {
		const { event: whole, binary, problems } = await download(context, event, account.baseUrl, downloads);
		const { json } = toItem(whole, acquaintance, facts);
		items.push({ json: { ...json, ...(problems.length > 0 && { downloadProblems: problems }) }, binary });
	}
	return { ...answered, workflowData: [items] };
}
