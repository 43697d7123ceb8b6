import { read, withQuery, type Conversation, type Reply } from '../../delivery/conversation';
import { answerBody, DealerFailure } from '../../partner/failure';
import { object, text } from '../../partner/json';
import { inputReason } from '../limits';
import type { ChannelProfile } from '../lookup';
import { judgeBy } from '../raw/answer';
import { HAPPY_TALK_CODES } from './codes';

/** Facts consulttalk §2.3, F7. `bizchat` says whether ConsultTalk is on. @throws DealerFailure */
export function* profile(senderKey: string): Conversation<ChannelProfile> {
	named(senderKey);
	const path = withQuery('/kakaoWebhook/v3/bzmc/sender', { senderKey: senderKey.toWellFormed() });
	return readProfile(yield* read({ method: 'GET', path }), senderKey);
}

/** @throws DealerFailure for no key at all: HappyTalk would answer that it knows no such channel. */
export function named(senderKey: string): void {
	if (senderKey !== '') return;
	const advice = 'Fill it in, as the events of the trigger show it.';
	throw new DealerFailure('the sender profile', inputReason('noSenderKey', 'The sender key is empty.', advice));
}

/** Both formats answer alike. @throws DealerFailure */
export function readProfile(reply: Reply, senderKey: string): ChannelProfile {
	const body = answerBody(reply, 'the sender profile', judgeBy(HAPPY_TALK_CODES));
	const data = object(body.data);
	return {
		senderKey: text(data.senderKey) ?? senderKey,
		searchId: text(data.uuid) ?? null,
		name: text(data.name) ?? null,
		status: text(data.status) ?? null,
		consultTalk: typeof data.bizchat === 'boolean' ? data.bizchat : null,
		raw: body,
	};
}
