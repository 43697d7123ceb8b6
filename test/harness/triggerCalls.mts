import type {
	IDataObject,
	IHookFunctions,
	INode,
	INodeExecutionData,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowActivateMode,
} from 'n8n-workflow';
import { type Answered, type Delivery, fakeRequest, FakeResponse } from './fakeHttp.mts';
import { type N8nHost, staticDataOf } from './n8nCore.mts';
import { type Call, missing, stage } from './nodeMethods.mts';

export interface WebhookCall extends Call, Delivery {
	/** Which of the node's webhooks; `default` unless told otherwise. */
	webhook?: string;
	/** Told as soon as the node answers by hand. */
	onAnswer?: (answer: Answered) => void;
}

export interface WebhookAnswer {
	result: IWebhookResponseData;
	/** What the node answered by hand; null if it left the answer to n8n. */
	answered: Answered | null;
	staticData: IDataObject;
}

/** Delivers one HTTP call to the node's `webhook` method. */
export async function webhook(host: N8nHost, call: WebhookCall): Promise<WebhookAnswer> {
	const { node, workflow, additional } = stage(host, call);
	const response = new FakeResponse(call.onAnswer);
	Object.assign(additional, { httpRequest: fakeRequest(call), httpResponse: response });
	const registered = registration(node, workflow, additional, call.webhook);
	const context = new host.core.WebhookContext(workflow, node, additional, call.mode ?? 'webhook', registered, [], null);
	const result = await host.nodeType(node.type, node.typeVersion).webhook?.call(context);
	if (!result) throw missing('webhook', 'webhook', node);
	return { result, answered: response.answer, staticData: staticDataOf(workflow) };
}

/** Calls what n8n calls when a workflow is switched on or off; what fails it tries again (`attempts`), with the same workflow. */
export async function webhookMethod(
	host: N8nHost,
	method: 'checkExists' | 'create' | 'delete',
	options: Call & { webhook?: string; activation?: WorkflowActivateMode; isTest?: boolean; attempts?: number },
): Promise<{ answer: boolean; staticData: IDataObject }> {
	const { node, workflow, additional } = stage(host, options);
	const name = options.webhook ?? 'default';
	const methods = host.nodeType(node.type, node.typeVersion).webhookMethods as
		| Record<string, Record<string, ((this: IHookFunctions) => Promise<boolean>) | undefined>>
		| undefined;
	const found = methods?.[name]?.[method];
	if (!found) throw missing('webhook', `${name}.${method}`, node);
	const registered = { ...registration(node, workflow, additional, name), isTest: options.isTest ?? false };
	const context = new host.core.HookContext(workflow, node, additional, options.mode ?? 'trigger', options.activation ?? 'activate', registered);
	for (let left = options.attempts ?? 1; ; left--) {
		try {
			return { answer: await found.call(context), staticData: staticDataOf(workflow) };
		} catch (error) {
			if (left <= 1) throw error;
		}
	}
}

/** Calls what n8n calls every minute of a polling trigger. */
export async function poll(
	host: N8nHost,
	options: Call & { activation?: WorkflowActivateMode },
): Promise<{ items: INodeExecutionData[][] | null; staticData: IDataObject }> {
	const { node, workflow, additional } = stage(host, options);
	const context = new host.core.PollContext(workflow, node, additional, options.mode ?? 'trigger', options.activation ?? 'activate');
	const items = await host.nodeType(node.type, node.typeVersion).poll?.call(context);
	if (items === undefined) throw missing('poll', 'poll', node);
	return { items, staticData: staticDataOf(workflow) };
}

function registration(node: INode, workflow: Workflow, additional: IWorkflowExecuteAdditionalData, name = 'default'): IWebhookData {
	const type = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const description = type.description.webhooks?.find((webhook) => webhook.name === name);
	if (!description) throw missing('webhook', name, node);
	return {
		httpMethod: 'POST',
		node: node.name,
		path: String(description.path),
		webhookDescription: description,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: additional,
	};
}
