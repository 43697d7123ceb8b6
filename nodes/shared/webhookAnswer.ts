import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Answers a call by hand, without a body, and starts nothing. A call that has its answer keeps it. */
export function answerWith(context: IWebhookFunctions, status: number): IWebhookResponseData {
	const response = context.getResponseObject();
	if (!response.headersSent) response.status(status).end();
	return { noWebhookResponse: true };
}

/** Lets n8n answer a call, with an empty 200, unless it has its answer already. Starts nothing. */
export const startNothing = (context: IWebhookFunctions): IWebhookResponseData => ({
	webhookResponse: '',
	noWebhookResponse: context.getResponseObject().headersSent,
});

/**
 * Starts the workflow, and answers the call by hand. Answered by n8n itself, a call that starts an execution would have
 * its static data never saved: while starting it n8n (2.41, WorkflowRunner.establishContextForPersistence) makes a second
 * workflow of the same data, which marks it unchanged.
 */
export const startWith = (context: IWebhookFunctions, items: INodeExecutionData[]): IWebhookResponseData => ({
	...answerWith(context, 200),
	workflowData: [items],
});
