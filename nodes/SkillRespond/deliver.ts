import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Reason } from '../../kakao/message/outcome';
import { noteAnswered, type SkillItem, spendCallback, takeTurn, type Turn } from '../shared/skillCalls';
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
	const { callId, answerBy, isPromised } = call.reply;
	const turn: Turn = isPromised ? { kind: 'waiting' } : takeTurn(callId, 'flow');
	if (turn.kind === 'taken') {
		turn.answer(answer);
		return IN_TIME;
	}
	const isEarly = turn.kind === 'elsewhere' && Date.now() < Date.parse(answerBy) - RELAY;
	if (isEarly && !isSubWorkflow(context)) return await answerThroughN8n(context, callId, answer);
	const why = reasonFor(call, turn.kind);
	if (why) return { outcome: 'tooLate', taskId: null, reason: isEarly ? OUT_OF_REACH : why };
	// A callback must not come before the answer that promises it.
	if (turn.kind === 'elsewhere') await sleep(Math.max(Date.parse(answerBy) + RELAY - Date.now(), 0));
	if (!spendCallback(callId)) return { outcome: 'tooLate', taskId: null, reason: ANSWERED };
	const { outcome, ...rest } = await callBack(context, call.callbackUrl!, answer);
	return { outcome: outcome === 'sent' ? 'calledBack' : outcome, ...rest };
}

const IN_TIME: Delivered = { outcome: 'answered', taskId: null, reason: null };

/** n8n (2.41, `getLifecycleHooksForSubExecutions`) drops what a sub-workflow answers, without a word. */
const isSubWorkflow = (context: IExecuteFunctions): boolean => context.getMode() === 'integrated';

/**
 * To the process that holds the call. Bytes, because n8n passes those on as they are, also where the trigger has kept the
 * answer to itself (`noWebhookResponse`).
 */
async function answerThroughN8n(context: IExecuteFunctions, callId: string, answer: object): Promise<Delivered> {
	noteAnswered(callId);
	await context.sendResponse({
		body: Buffer.from(JSON.stringify(answer)),
		headers: { 'content-type': 'application/json; charset=utf-8' },
		statusCode: 200,
	});
	return IN_TIME;
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

/** The call is held by another process, where no answer of a sub-workflow arrives. */
const OUT_OF_REACH = reason(
	'subWorkflow',
	'In queue mode a sub-workflow cannot answer the call; the customer is asked to try again.',
	'Put this node into the workflow of the trigger, behind Execute Sub-workflow.',
);

/** Why nothing can be said any more; null where the callback address still takes an answer. */
function reasonFor({ kind, reply, callbackUrl }: SkillItem, turn: Turn['kind']): Reason | null {
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
