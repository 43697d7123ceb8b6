import type { AlimTalkMessage } from '../../message/message';
import type { Outcome } from '../../message/outcome';
import type { Conversation, DealerRequest } from '../../delivery/conversation';
import { sendOnce } from '../../delivery/sendOnce';
import type { SendContext } from '../../delivery/service';
import { lookUp, readSend } from './answers';
import { ALIMTALK, messagesOf } from './lane';
import { requestDate, resendParameter } from './request';
import { recipientNo } from './search';

/** How long an idempotency key guards a request (10 minutes, facts §1.2), less a margin. */
const GUARDED_FOR = 9 * 60_000;
/** One look is enough before sending again, because the key makes that harmless. */
const LOOKS = [1_500];
const LOOKS_WHEN_DUPLICATE = [1_000, 3_000, 8_000];

/** One batch, substituted by NHN. */
export function sendRequest(batch: readonly AlimTalkMessage[], batchKey: string): DealerRequest {
	const [first] = batch;
	return {
		method: 'POST',
		path: messagesOf(ALIMTALK),
		headers: { 'X-NC-API-IDEMPOTENCY-KEY': batchKey },
		body: {
			senderKey: first!.senderProfile,
			templateCode: first!.template.code,
			...requestDate(first!.scheduleAt),
			senderGroupingKey: batchKey,
			recipientList: batch.map((message) => ({
				recipientNo: recipientNo(message.to),
				templateParameter: message.variables,
				resendParameter: resendParameter(message.fallback),
				recipientGroupingKey: message.key,
			})),
		},
	};
}

export function* send(batch: readonly AlimTalkMessage[], context: SendContext): Conversation<Outcome[]> {
	const request = sendRequest(batch, context.batchKey);
	const started = context.now();
	return yield* sendOnce({
		request,
		count: batch.length,
		read: (answer) => readSend(answer, batch, context.includeRaw),
		lookUp: () => lookUp(ALIMTALK, batch, context),
		looks: LOOKS,
		looksWhenDuplicate: LOOKS_WHEN_DUPLICATE,
		maySendAgain: () => context.now() - started < GUARDED_FOR,
	});
}
