import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { ConsultEvent } from '../../kakao/consult/event';
import { DealerFailure } from '../../kakao/partner/failure';
import { triggerName } from '../shared/triggerMemory';
import { answerWith } from '../shared/webhookAnswer';
import { admit, readCall } from './admit';
import { customerOf, idsOf } from './ids';
import { inTurn, mustWait } from './inTurn';
import { keep, recall, type TriggerMemory } from './memory';
import { start } from './start';
import { isNote, takeNote } from './waiting';

/** One call from a hub. Forged ones are turned away and start nothing; the unwanted and the repeated get an empty 200. */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = Date.now();
	const memory = this.getWorkflowStaticData('node') as TriggerMemory;
	const trigger = triggerName(this);
	const call = await readCall(this);
	if ('status' in call) return answerWith(this, call.status);
	if (isNote(call.headers)) {
		const status = await takeNote(this, call, trigger, memory);
		return status === 200 ? { webhookResponse: { waiting: true } } : answerWith(this, status);
	}
	const admitted = await admit(this, call, memory, now);
	if ('status' in admitted) return answerWith(this, admitted.status);
	const customers = [...new Set(admitted.events.map(customerOf))];
	// Behind a customer's large file the hub would wait too. Where its second call is what saves a message it has to.
	if (mustWait(customers) && !admitted.hub.reception.complete) answerWith(this, 200);
	return await inTurn(customers, async () => {
		const live = recall(trigger, memory);
		// A test listen ends with its first event; whoever listens once more may well send the same call again.
		const seen = this.getMode() === 'manual' ? new Set<string>() : live.seen;
		const fresh = unheard(seen, admitted.events);
		try {
			const started = await start(this, { ...admitted, events: fresh }, live, now);
			// Not before: what failed is no repeat when the hub calls again.
			for (const id of fresh.flatMap(idsOf)) live.seen.add(id);
			return started;
		} catch (error) {
			if (!(error instanceof DealerFailure)) throw failure(error);
			this.logger.warn(`${error.message} The hub is asked to call again.`);
			return answerWith(this, 503);
		} finally {
			keep(live, memory);
		}
	});
}

const failure = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Without repeats; they are the same customer's, so no other call handles them meanwhile. */
function unheard(seen: ReadonlySet<string>, events: readonly ConsultEvent[]): ConsultEvent[] {
	const inThisCall = new Set<string>();
	return events.filter((event) => {
		const ids = idsOf(event);
		const known = ids.some((id) => seen.has(id) || inThisCall.has(id));
		for (const id of ids) inThisCall.add(id);
		return !known;
	});
}
