import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { type ChannelEvent, payloadOf, readWebhook, verify, type WebhookCall } from '../../kakao/channel';
import { kstIso } from '../../kakao/message/kst';
import { readIncoming } from '../shared/incoming';
import { triggerName } from '../shared/triggerMemory';
import { answerWith, startWith } from '../shared/webhookAnswer';
import { isWanted, readFilter } from './filter';
import { isFirst, type TriggerMemory, webhookKey } from './memory';

/** Kakao's calls are a few hundred bytes. */
const LARGEST_BODY = 64 * 1024;

/** One call from Kakao. Forged ones are turned away and start nothing; the unwanted and the repeated get an empty 200. */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = Date.now();
	const call = await readIncoming(this, LARGEST_BODY);
	if ('status' in call) return answerWith(this, call.status);
	const trigger = triggerName(this);
	const isClaimed = call.headers.authorization !== undefined;
	if (!isClaimed || verify(call, await webhookKey(this, trigger, now)) === 'forged') return answerWith(this, 401);
	const event = readWebhook(call, now);
	if (!event || !isWanted(event, readFilter(this))) return { webhookResponse: '' };
	// A test listen ends with its first event; whoever listens once more may well send the same call again.
	if (this.getMode() !== 'manual' && event.eventId !== null) {
		const memory = this.getWorkflowStaticData('node') as TriggerMemory;
		if (!isFirst(trigger, memory, event.eventId)) return { webhookResponse: '' };
	}
	// Before n8n begins: left to it, the answer would wait until N8N_CONCURRENCY_PRODUCTION_LIMIT lets the flow run.
	return startWith(this, [{ json: toJson(this, event, call, now) }]);
}

/** Made of what Kakao says; the headers, which hold the app's master key, are no part of it. */
function toJson(context: IWebhookFunctions, event: ChannelEvent, call: WebhookCall, now: number): IDataObject {
	const includeRaw = context.getNodeParameter('options.includeRaw', false) === true;
	return { ...event, receivedAt: kstIso(now), ...(includeRaw && { raw: payloadOf(call) as IDataObject }) };
}
