import { pause, read, write, type Conversation, type DealerRequest, type Reply } from '../delivery/conversation';
import type { Reason } from '../message/outcome';
import { exactAnswer } from '../partner/exactAnswer';
import { codeOf, judge } from './codes';

/** Trouble on Kakao's side comes as HTTP 400, as does an exhausted quota (facts kakao-developers, trap 1). */
const TROUBLE: ReadonlySet<string> = new Set(['-1', '-603', '-815']);
const QUOTA = '-10';
/** Milliseconds: enough for a quota per second; for one per day or month waiting is no use. */
const WAITS = [1_000, 3_000];

/** Asks for something that changes nothing, with patience for Kakao's own troubles. */
export const ask = (request: DealerRequest): Conversation<Reply> =>
	patiently(
		() => read(request),
		(code) => code === QUOTA || TROUBLE.has(code),
	);

/** Asks for a change. Only a refusal for quota surely changed nothing and may be asked again. */
export const change = (request: DealerRequest): Conversation<Reply> =>
	patiently(
		() => write(request),
		(code) => code === QUOTA,
	);

function* patiently(ask: () => Conversation<Reply>, again: (code: string) => boolean): Conversation<Reply> {
	for (const wait of WAITS) {
		const reply = exactAnswer(yield* ask());
		const code = reply.kind === 'answer' ? codeOf(reply.body) : undefined;
		if (code === undefined || !again(code)) return reply;
		yield* pause(wait);
	}
	return exactAnswer(yield* ask());
}

/** Why there is no good answer; null when there is one. */
export function refusalIn(reply: Reply): Reason | null {
	if (reply.kind !== 'answer') return noAnswer(reply.detail);
	const reason = judge(reply);
	return reason === undefined ? noAnswer(`HTTP ${reply.status} in a form that is not Kakao’s`) : reason;
}

/** Lost, or trouble on Kakao's side: what was to be changed may have been. What was turned away surely was not. */
export const mayBeDone = (reply: Reply, refusal: Reason): boolean =>
	reply.kind === 'lost' || (reply.kind === 'answer' && refusal.kind === 'service');

/** Kakao could not be asked, or its answer was lost. */
const noAnswer = (detail: string): Reason => ({
	code: 'noAnswer',
	codeSpace: 'transport',
	kind: 'service',
	text: `Kakao gave no answer (${detail}).`,
	advice: 'Check the network and the credential’s base URL, and run these again.',
	retryable: true,
});
