import type { Conversation, DealerRequest } from '../../../delivery/conversation';
import { sendOnce } from '../../../delivery/sendOnce';
import type { SendContext } from '../../../delivery/service';
import type { BrandMessage } from '../../../message/brand/message';
import type { Outcome } from '../../../message/outcome';
import { compact } from '../../../partner/json';
import { lookUp, readSend } from '../answers';
import { BRAND } from '../lane';
import { requestDate, resendParameter } from '../request';
import { recipientNo } from '../search';
import { toWire } from './content';
import { templateParameter } from './parameters';

/**
 * Sends of Brand Messages have no idempotency header (facts §1.1), and how long an accepted request may take to be
 * listed is not documented. Two empty looks, the second ten seconds after the lost answer, count as proof that NHN has
 * not got it. Unconfirmed on a live account.
 */
const LOOKS = [3_000, 7_000];

/** Of a free-form request that has one content for all: leaving recipients out mends none of these. */
const CONTENT_CODES = /^-3(?:299|30[3-9]|3[1-4]\d)$/;

/** One batch: all of one template, or all of one free-form content. */
export function sendRequest(batch: readonly BrandMessage[], batchKey: string): DealerRequest {
	const { senderProfile, template, content, adult, pushAlarm, scheduleAt, unsubscribe } = batch[0]!;
	return {
		method: 'POST',
		path: `${BRAND.base}/${template ? 'basic-messages' : 'freestyle-messages'}`,
		body: {
			senderKey: senderProfile,
			// A template brings its own `adult`.
			...(template ? { templateCode: template.code } : { adult, ...toWire(content) }),
			pushAlarm,
			...requestDate(scheduleAt),
			// Of the request: there it wins over the recipients' (§1.4). Left out, the channel's own is used.
			...(unsubscribe && {
				unsubscribeNo: unsubscribe.number,
				...(unsubscribe.authNumber && { unsubscribeAuthNo: unsubscribe.authNumber }),
			}),
			senderGroupingKey: batchKey,
			recipientList: batch.map(toRecipient),
		},
	};
}

const toRecipient = (message: BrandMessage) =>
	compact({
		recipientNo: recipientNo(message.to),
		targeting: message.targeting,
		templateParameter: message.template ? templateParameter(message.variables, message.template.content) : undefined,
		resendParameter: {
			...resendParameter(message.fallback),
			// The SMS is advertising as well; a number that the SMS product does not know lets it fail (§1.3).
			...(message.fallback && message.unsubscribe && { resendUnsubscribeNo: message.unsubscribe.number }),
		},
		recipientGroupingKey: message.key,
	});

export function* send(batch: readonly BrandMessage[], context: SendContext): Conversation<Outcome[]> {
	const freeForm = batch[0]!.template === null;
	return yield* sendOnce({
		request: sendRequest(batch, context.batchKey),
		count: batch.length,
		read: (answer) => readSend(answer, batch, context.includeRaw, (code) => freeForm && CONTENT_CODES.test(code)),
		lookUp: () => lookUp(BRAND, batch, context),
		looks: LOOKS,
		maySendAgain: () => true,
	});
}
