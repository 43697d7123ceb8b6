import type { IDataObject, IN8nHttpFullResponse, IWebhookFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { ConsultEvent } from '../../kakao/consult/event';
import { consultAccountOf } from '../shared/consultAccount';
import { type Answer, choiceMade, isOurs, NOTE_HEADER, TAKEN, type WaitingNote } from '../shared/consultWaiting';
import type { Call } from '../../kakao/consult/contract';
import { customerKey, customerOf } from './ids';
import { type Live, keep, recall, stopWaiting, type TriggerMemory } from './memory';

const TIMEOUT = 15_000;

/**
 * Whether a call is no hub's but brings the note of a waiting execution. The note proves itself, and it comes from n8n,
 * whose address nobody thinks of when they list the hub's.
 */
export const isNote = (headers: Call['headers']): boolean => NOTE_HEADER in headers;

/** Takes the note that an execution waits for a customer's answer. Gives the status of the answer to the caller. */
export async function takeNote(
	context: IWebhookFunctions,
	call: Call,
	trigger: string,
	memory: TriggerMemory,
): Promise<200 | 400 | 401> {
	const { account, stored } = await consultAccountOf(context);
	// Where nothing can be answered nobody waits, and the credential may hold no secret that would prove anything.
	if (!account.hub.desk || !isOurs(stored, call.headers, call.rawBody, Date.now())) return 401;
	const note = JSON.parse(call.rawBody) as WaitingNote;
	// The customer's words must not leave for another host, whoever holds the credential.
	if (originOf(note.resumeUrl) !== originOf(context.getNodeWebhookUrl('default') ?? '')) return 400;
	const live = recall(trigger, memory);
	const { provider, senderKey, userKey } = note.customer;
	const key = customerKey(provider, senderKey, userKey);
	if (note.until > Date.now()) {
		stopWaiting(live, key);
		live.waiting.set(key, JSON.stringify(note));
	} else if (isOf(note, live.waiting.get(key))) stopWaiting(live, key);
	keep(live, memory);
	return 200;
}

/** An execution takes back its own note only: another may have asked the same customer since. */
const isOf = (note: WaitingNote, stored: string | undefined): boolean =>
	stored !== undefined && (JSON.parse(stored) as WaitingNote).resumeUrl === note.resumeUrl;

/** Whether an execution waits for what this customer says. */
export const isAwaited = (live: Live, event: ConsultEvent): boolean =>
	event.event === 'message.received' && live.waiting.has(customerOf(event));

/**
 * Hands a customer's message to the execution that waits for it; the end of the consult, too, because no answer can come
 * any more.
 * @param item the event as the flow would get it
 * @returns whether it took a message; otherwise the event starts a flow, so that none is lost
 */
export async function handOver(
	context: IWebhookFunctions,
	live: Live,
	event: ConsultEvent,
	item: () => Promise<IDataObject>,
): Promise<boolean> {
	const key = customerOf(event);
	const text = live.waiting.get(key);
	if (text === undefined) return false;
	const note = JSON.parse(text) as WaitingNote;
	if (event.event === 'session.ended') {
		stopWaiting(live, key);
		await resume(context, note.resumeUrl, { choice: null, event: await item() });
		return false;
	}
	if (event.event !== 'message.received' || !event.message) return false;
	if (note.until <= Date.now()) {
		stopWaiting(live, key);
		return false;
	}
	const choice = choiceMade(note.choices, event.message);
	if (note.choices.length > 0 && !choice) return false;
	stopWaiting(live, key);
	return await resume(context, note.resumeUrl, { choice: choice?.label ?? null, event: await item() });
}

/** How often an execution that has just asked and is not yet asleep is tried, and how long between. Milliseconds. */
const TRIES = 8;
const PAUSE = 300;

async function resume(context: IWebhookFunctions, url: string, body: Answer): Promise<boolean> {
	try {
		for (let attempt = 1; ; attempt++) {
			const { statusCode, body: answer } = await post(context, url, body);
			// "Running already": the customer was faster than n8n, which stores the execution after the question has left.
			if (statusCode !== 409 || attempt === TRIES)
				return (answer as Partial<typeof TAKEN> | null)?.taken === TAKEN.taken;
			await sleep(PAUSE);
		}
	} catch (error) {
		context.logger.warn(`A waiting execution could not be reached: ${(error as Error).message}`);
		return false;
	}
}

const post = async (context: IWebhookFunctions, url: string, body: Answer) =>
	(await context.helpers.httpRequest({
		method: 'POST',
		url,
		body,
		json: true,
		timeout: TIMEOUT,
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	})) as IN8nHttpFullResponse;

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);
