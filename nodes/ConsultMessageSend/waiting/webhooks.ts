import type { IWebhookDescription } from 'n8n-workflow';

const resumeBy = (httpMethod: 'GET' | 'POST'): IWebhookDescription => ({
	name: 'default',
	httpMethod,
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
});

/**
 * Where a waiting execution is reached: n8n knows "Send and Wait" by such addresses and its operation. They live only as
 * long as an execution waits, so there is nothing to register with anybody.
 */
export const RESUME_WEBHOOKS: IWebhookDescription[] = [resumeBy('GET'), resumeBy('POST')];
