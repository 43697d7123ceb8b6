import type { IWebhookFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { type Caller, type SkillReply, takeTurn } from '../shared/skillCalls';

/** Whoever has made a call, at the other end of its response. */
export function callerOf(response: ReturnType<IWebhookFunctions['getResponseObject']>): Caller {
	const isGone = () => response.headersSent || response.destroyed;
	return {
		isGone,
		answer(body) {
			if (!isGone()) response.status(200).json(body);
		},
	};
}

/** Gives the customer an answer, unless somebody else has. */
export function answerNow({ callId }: SkillReply, answer: object): void {
	const turn = takeTurn(callId, 'clock');
	if (turn.kind === 'taken') turn.answer(answer);
}

/** Gives the customer an answer before Kakao's time is over, unless the flow has given its own by then. Never throws. */
export async function answerWhenLate(context: IWebhookFunctions, reply: SkillReply, answer: object): Promise<void> {
	try {
		await sleep(Math.max(Date.parse(reply.answerBy) - Date.now(), 0));
		answerNow(reply, answer);
	} catch (error) {
		// Nobody awaits this: an error would end the whole n8n.
		context.logger.error(`A skill call was left without an answer: ${(error as Error).message}`);
	}
}
