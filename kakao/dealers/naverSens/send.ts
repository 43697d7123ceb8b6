import type { Answer, Conversation, DealerRequest } from '../../delivery/conversation';
import { sendOnce } from '../../delivery/sendOnce';
import type { AlimTalkMessage } from '../../message/message';
import { accepted, rejected, rejectedTogether, type Outcome } from '../../message/outcome';
import { toMessageId } from '../../message/reference';
import type { SendContext } from '../../delivery/service';
import { compact, list, object, text } from '../../partner/json';
import { ACCEPTED, refusal, sensReason } from './codes';
import { ALIM_TALK, type SendingLane, type SensMessage } from './lane';
import { lookUp } from './lookUp';
import { remember } from './recognise';
import { toWireButtons, toWireFailover, toWireRecipient, toWireReservation } from './wire';

/**
 * How long an accepted request may take to be listed. Not documented (facts §3.5): two empty looks, the second ten
 * seconds after the lost answer, count as proof that SENS has not got it.
 */
const LOOKS = [3_000, 7_000];

/** One batch of AlimTalk. SENS substitutes nothing there: text, title, items and buttons are sent finished (facts §3.2). */
export function sendRequest(batch: readonly AlimTalkMessage[]): DealerRequest {
	const [first] = batch;
	return {
		method: 'POST',
		path: `${ALIM_TALK.base}/messages`,
		body: {
			plusFriendId: first!.senderProfile,
			templateCode: first!.template.code,
			messages: batch.map(toWire),
			...toWireReservation(first!.scheduleAt),
		},
	};
}

function toWire({ to, content, fallback }: AlimTalkMessage): object {
	return compact({
		...toWireRecipient(to),
		content: content.text,
		title: content.title,
		headerContent: content.header,
		itemHighlight: content.highlight && { title: content.highlight.title, description: content.highlight.description },
		item: content.items && compact({ list: content.items, summary: content.summary }),
		buttons: toWireButtons(content.buttons),
		...toWireFailover(fallback),
	});
}

export const alimTalkLane: SendingLane<AlimTalkMessage> = {
	...ALIM_TALK,
	groupOf: (message) => [message.senderProfile, message.template.code, message.scheduleAt ?? ''].join('|'),
	request: sendRequest,
};

export function* send<M extends SensMessage>(
	lane: SendingLane<M>,
	batch: readonly M[],
	context: SendContext,
): Conversation<Outcome[]> {
	const started = context.now();
	remember(batch, context.claimed);
	return yield* sendOnce({
		request: lane.request(batch),
		count: batch.length,
		read: (answer) => readSend(answer, batch, context),
		lookUp: () => lookUp(lane, batch, started, context),
		looks: LOOKS,
		maySendAgain: () => true,
	});
}

/** 202 says only that the request was read: each message carries its own requestStatusCode (facts §3.2). */
export function readSend(
	answer: Answer,
	batch: readonly SensMessage[],
	context: Pick<SendContext, 'claimed' | 'includeRaw'>,
): Outcome[] | 'unclear' {
	if (answer.status >= 300) {
		const reason = refusal(answer);
		return batch.map(() => rejectedTogether(reason, context.includeRaw ? answer.body : undefined));
	}
	const body = object(answer.body);
	const requestId = text(body.requestId);
	const messages = list(body.messages);
	if (requestId === undefined || messages.length !== batch.length) return 'unclear';
	// Another batch, equal to this one, lost its answer and took this request for its own while this answer was on its
	// way. One of the two has not arrived: this one looks for the other's request, and goes again if there is none.
	if (context.claimed.has(requestId)) return 'unclear';
	context.claimed.add(requestId);
	return batch.map((sent, at) => {
		const result = messages[at]!;
		const raw = context.includeRaw ? { requestId, ...result } : undefined;
		const code = text(result.requestStatusCode) ?? '';
		if (code !== ACCEPTED)
			return rejected(sensReason(code, text(result.requestStatusDesc) ?? text(result.requestStatusName)), raw);
		return accepted(toMessageId(requestId, text(result.messageId) ?? ''), sent.scheduleAt, raw);
	});
}
