import type { Answer, Conversation, DealerRequest } from '../../delivery/conversation';
import { sendOnce } from '../../delivery/sendOnce';
import { ceilMinute, kstFormat } from '../../message/kst';
import type { AlimTalkMessage } from '../../message/message';
import { accepted, rejected, rejectedTogether, type Outcome } from '../../message/outcome';
import { toMessageId } from '../../message/reference';
import type { Button } from '../../message/template';
import type { SendContext } from '../../delivery/service';
import { compact, list, object, text } from '../json';
import { ACCEPTED, refusal, sensReason } from './codes';
import { lookUp } from './lookUp';

export const MESSAGES = '/alimtalk/v2/services/{serviceId}/messages';

/**
 * How long an accepted request may take to be listed. Not documented (facts §3.5): two empty looks, the second ten
 * seconds after the lost answer, count as proof that SENS has not got it.
 */
const LOOKS = [3_000, 7_000];

/** One batch. SENS substitutes nothing: text, title, items and buttons are sent finished (facts §3.2). */
export function sendRequest(batch: readonly AlimTalkMessage[]): DealerRequest {
	const [first] = batch;
	const scheduled = first!.scheduleAt;
	return {
		method: 'POST',
		path: MESSAGES,
		body: {
			plusFriendId: first!.senderProfile,
			templateCode: first!.template.code,
			messages: batch.map(toWire),
			...(scheduled !== null && {
				reserveTime: kstFormat(ceilMinute(scheduled), 'yyyy-MM-dd HH:mm'),
				reserveTimeZone: 'Asia/Seoul',
			}),
		},
	};
}

function toWire({ to, content, fallback }: AlimTalkMessage): object {
	return compact({
		countryCode: to.country,
		to: to.national,
		content: content.text,
		title: content.title,
		headerContent: content.header,
		itemHighlight: content.highlight && { title: content.highlight.title, description: content.highlight.description },
		item: content.items && compact({ list: content.items, summary: content.summary }),
		buttons: content.buttons.length > 0 ? content.buttons.map(toWireButton) : undefined,
		useSmsFailover: fallback !== null,
		failoverConfig: fallback
			? compact({
					type: fallback.type,
					from: fallback.from || undefined,
					subject: fallback.title || undefined,
					content: fallback.text,
				})
			: undefined,
	});
}

const toWireButton = (button: Button) =>
	compact({
		type: button.type,
		name: button.name,
		linkMobile: button.linkMobile,
		linkPc: button.linkPc,
		schemeIos: button.schemeIos,
		schemeAndroid: button.schemeAndroid,
	});

export function* send(batch: readonly AlimTalkMessage[], context: SendContext): Conversation<Outcome[]> {
	const started = context.now();
	return yield* sendOnce({
		request: sendRequest(batch),
		count: batch.length,
		read: (answer) => readSend(answer, batch, context),
		lookUp: () => lookUp(batch, started, context),
		looks: LOOKS,
		maySendAgain: () => true,
	});
}

/** 202 says only that the request was read: each message carries its own requestStatusCode (facts §3.2). */
export function readSend(
	answer: Answer,
	batch: readonly AlimTalkMessage[],
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
