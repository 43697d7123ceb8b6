import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Answers a call by hand, without a body, and starts nothing. */
export function answerWith(context: IWebhookFunctions, status: number): IWebhookResponseData {
	context.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}

/**
 * Starts the workflow, and answers the call by hand. Answered by n8n itself, a call that starts an execution would have
 * its static data never saved: while starting it n8n (2.41, WorkflowRunner.establishContextForPersistence) makes a second
 * workflow of the same data, which marks it unchanged.
 */
export const startWith = (context: IWebhookFunctions, items: INodeExecutionData[]): IWebhookResponseData => ({
	...answerWith(context, 200),
	workflowData: [items],
});
