import { createHash, timingSafeEqual } from 'node:crypto';

import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { dealerById } from '../../kakao/dealers/registry';
import type { Report } from '../../kakao/message/report';
import { answerWith, startWith } from '../shared/webhookAnswer';
import { passes, readFilter } from './filter';
import type { TriggerMemory } from './memory';
import { dropSeen } from './seen';

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Whether the header holds what it must, told without its duration saying where two texts differ. */
export function provesCaller(given: string | undefined, expectedHash: string | undefined): boolean {
	if (!given || !expectedHash) return false;
	return timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(expectedHash.padEnd(64).slice(0, 64)));
}

/** One call from a dealer: forged ones get 401 and start nothing, ignored and repeated ones an empty 200. */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const memory = this.getWorkflowStaticData('node') as TriggerMemory;
	const webhook = dealerById(memory.dealer ?? '')?.webhook;
	const header = webhook && this.getHeaderData()[webhook.header];
	if (!webhook || !provesCaller(typeof header === 'string' ? header : undefined, memory.proofHash))
		return answerWith(this, 401);

	const request = this.getRequestObject();
	await request.readRawBody();
	const body = parse(request.rawBody);
	if (body === undefined) return answerWith(this, 400);

	const entries = dropSeen(memory, webhook.reports(body));
	const items = toItems(
		entries.map(({ report }) => report),
		this.getNodeParameter('filters', {}) as IDataObject,
		this.getNodeParameter('options.includeRaw', false) === true,
	);
	return items.length > 0 ? startWith(this, items) : { webhookResponse: '' };
}

function parse(raw: Buffer | undefined): unknown {
	try {
		return JSON.parse(raw?.toString('utf8') ?? '');
	} catch {
		// Not JSON: the caller gets 400.
		return undefined;
	}
}

/** Reports that pass the filters, as items. */
export function toItems(reports: readonly Report[], filters: IDataObject, includeRaw: boolean): INodeExecutionData[] {
	const filter = readFilter(filters);
	return reports
		.filter((report) => passes(report, filter))
		.map(({ raw, ...report }) => ({ json: { ...report, ...(includeRaw && { raw }) } as unknown as IDataObject }));
}
