import type { IWebhookFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { type SkillReply, takeTurn } from '../shared/skillCalls';

export type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** Answers a call by hand, if anybody is still there. */
export function answerNow(response: Response, answer: object): void {
	if (response.headersSent || response.destroyed) return;
	response.status(200).json(answer);
}

/** Gives the customer an answer before Kakao's time is over, unless the flow has given its own by then. Never throws. */
export async function answerWhenLate(
	context: IWebhookFunctions,
	response: Response,
	{ callId, answerBy }: SkillReply,
	answer: object,
): Promise<void> {
	try {
		await sleep(Math.max(Date.parse(answerBy) - Date.now(), 0));
		if (takeTurn(callId, 'clock') === 'taken') answerNow(response, answer);
	} catch (error) {
		// Nobody awaits this: an error would end the whole n8n.
		context.logger.error(`A skill call was left without an answer: ${(error as Error).message}`);
	}
}
