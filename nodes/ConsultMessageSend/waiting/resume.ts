import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';

import { type Answer, choiceMade, TAKEN } from '../../shared/consultWaiting';
import { hasSecondOutput } from '../outputs';
import { ASKED, unanswered, unpackAsked, type Asked } from './asked';
import { APPROVE, choicesOf } from './question';

/** The customer's answer, which the trigger hands on. A person who opens the address finds nothing to do. */
export async function resume(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const response = this.getResponseObject();
	if (this.getRequestObject().method !== 'POST') {
		response.status(200).setHeader('Content-Type', 'text/plain; charset=utf-8');
		response.end('There is nothing to do here: the answer is awaited in KakaoTalk.');
		return { noWebhookResponse: true };
	}
	const { event } = this.getBodyData() as Partial<Answer>;
	if (event?.event === 'session.ended') return { webhookResponse: TAKEN, workflowData: ended(this, event) };
	if (typeof event?.message !== 'object' || event.message === null) {
		response.status(400).end();
		return { noWebhookResponse: true };
	}
	const asked = unpackAsked((this.getQueryData() as IDataObject)[ASKED]);
	return { webhookResponse: TAKEN, workflowData: [[{ json: answerOf(asked, event) }]] };
}

/** The customer has left without an answer: the flow goes on through the node's other output. */
function ended(context: IWebhookFunctions, event: IDataObject): INodeExecutionData[][] {
	const json = { ...unanswered(event.reply as IDataObject), outcome: 'sessionEnded', event };
	return hasSecondOutput(context, SEND_AND_WAIT_OPERATION) ? [[], [{ json }]] : [[{ json }]];
}

/** The item with which the execution goes on. `data.approved` is where n8n's human review looks. */
function answerOf(asked: Asked, event: IDataObject): IDataObject {
	const { text = '', button } = event.message as { text?: string; button?: { extra?: string | null } };
	const offered = choicesOf(asked);
	const made = choiceMade(offered, { text, button: { extra: button?.extra ?? null } });
	const place = made ? Math.floor(offered.indexOf(made) / (offered.length / asked.choices.length)) : -1;
	const [label, value] = asked.choices[place] ?? [];
	return {
		answered: true,
		outcome: 'answered',
		choice: label === undefined ? null : { label, value: value ?? label },
		...(asked.approval && { data: { approved: value === APPROVE } }),
		text,
		event,
		reply: event.reply as IDataObject,
	};
}
