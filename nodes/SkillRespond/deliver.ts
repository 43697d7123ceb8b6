import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Reason } from '../../kakao/message/outcome';
import { type SkillItem, takeTurn, type Turn, spendCallback } from '../shared/skillCalls';
import { callBack } from './callback';

/** What became of the answer. */
export interface Delivered {
	/**
	 * `answered`: within Kakao's time. `calledBack`: posted to the callback address. `tooLate`: the customer was told to ask
	 * again, and nothing can be said any more. `unknown`: it may have arrived at the callback address.
	 */
	outcome: 'answered' | 'calledBack' | 'tooLate' | 'rejected' | 'unknown';
	/** Of Kakao, for a callback. */
	taskId: string | null;
	reason: Reason | null;
}

/**
 * Milliseconds for the way to the process that holds the call, in queue mode: whoever comes so late leaves it to the
 * clock there, which would otherwise answer at the same moment.
 */
const RELAY = 700;

/** Answers the call while it can be answered, later through its callback address, and otherwise says that it is too late. */
export async function deliver(context: IExecuteFunctions, call: SkillItem, answer: object): Promise<Delivered> {
	const { callId, answerBy } = call.reply;
	const turn = call.reply.isPromised ? 'waiting' : takeTurn(callId, 'flow');
	const isEarly = turn === 'elsewhere' && Date.now() < Date.parse(answerBy) - RELAY;
	if (turn === 'taken' || isEarly) return await answerNow(context, answer);
	const why = reasonFor(call, turn);
	if (why) return { outcome: 'tooLate', taskId: null, reason: why };
	// A callback must not come before the answer that promises it.
	if (turn === 'elsewhere') await sleep(Math.max(Date.parse(answerBy) + RELAY - Date.now(), 0));
	if (!spendCallback(callId)) return { outcome: 'tooLate', taskId: null, reason: ANSWERED };
	const { outcome, ...rest } = await callBack(context, call.callbackUrl!, answer);
	return { outcome: outcome === 'sent' ? 'calledBack' : outcome, ...rest };
}

/** Bytes, because n8n passes those on as they are, also where the trigger has kept the answer to itself (`noWebhookResponse`). */
async function answerNow(context: IExecuteFunctions, answer: object): Promise<Delivered> {
	await context.sendResponse({
		body: Buffer.from(JSON.stringify(answer)),
		headers: { 'content-type': 'application/json; charset=utf-8' },
		statusCode: 200,
	});
	return { outcome: 'answered', taskId: null, reason: null };
}

const reason = (code: string, text: string, advice: string): Reason => ({
	code,
	codeSpace: 'delivery',
	kind: 'time',
	text,
	advice,
	retryable: false,
});

const ANSWERED = reason(
	'alreadyAnswered',
	'This call has been answered before.',
	'A skill call takes one answer: let only one Respond node run.',
);

const BY_CALLBACK =
	'Make the flow faster, or switch the block to callback (AI chatbot) and the trigger to "Later, by Callback".';

/** Why nothing can be said any more; null where the callback address still takes an answer. */
function reasonFor({ kind, reply, callbackUrl }: SkillItem, turn: Turn): Reason | null {
	if (turn === 'answered') return ANSWERED;
	if (turn === 'gone') return reason('gone', 'Kakao had hung up before the answer was there.', BY_CALLBACK);
	if (kind === 'validation' || callbackUrl === null || reply.callbackBy === null)
		return reason(
			'tooLate',
			'The answer came after Kakao’s 5 seconds; the customer was asked to try again.',
			BY_CALLBACK,
		);
	if (Date.now() < Date.parse(reply.callbackBy)) return null;
	return reason(
		'callbackExpired',
		'The answer came after the callback address had expired.',
		'Make the flow faster: callbacks are taken for one minute (five in group chats).',
	);
}
