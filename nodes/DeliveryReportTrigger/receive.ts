import { createHash } from 'node:crypto';

import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { dealerById } from '../../kakao/dealers/registry';
import type { Report } from '../../kakao/message/report';
import { knowsSecret } from '../../kakao/partner/secrets';
import { answerWith, startWith } from '../shared/webhookAnswer';
import { passes, readFilter, type ReportFilter } from './filter';
import { dropSeen, type TriggerMemory } from './memory';

/** What the static data keep in place of the proof that a caller must bring. */
export const hashOf = (proof: string): string => createHash('sha256').update(proof).digest('hex');

/** One call from a dealer: forged ones get 401 and start nothing, ignored and repeated ones an empty 200. */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const memory = this.getWorkflowStaticData('node') as TriggerMemory;
	const webhook = dealerById(memory.dealer ?? '')?.webhook;
	const proof = webhook && this.getHeaderData()[webhook.header];
	if (!webhook || typeof proof !== 'string' || !knowsSecret(hashOf(proof), memory.proofHash ?? ''))
		return answerWith(this, 401);

	const request = this.getRequestObject();
	await request.readRawBody();
	const body = parse(request.rawBody);
	if (body === undefined) return answerWith(this, 400);

	// Read first: an expression that fails must not make the next try look like a repeat.
	const filter = readFilter(this.getNodeParameter('filters', {}) as IDataObject);
	const includeRaw = this.getNodeParameter('options.includeRaw', false) === true;
	const reports = dropSeen(this, memory, webhook.reports(body)).map(({ report }) => report);
	const items = toItems(reports, filter, includeRaw);
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
export const toItems = (reports: readonly Report[], filter: ReportFilter, includeRaw: boolean): INodeExecutionData[] =>
	reports
		.filter((report) => passes(report, filter))
		.map(({ raw, ...report }) => ({ json: { ...report, ...(includeRaw && { raw }) } as unknown as IDataObject }));
