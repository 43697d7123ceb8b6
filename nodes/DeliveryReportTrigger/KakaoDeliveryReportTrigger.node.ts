import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	ITriggerFunctions,
	ITriggerResponse,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { kakaoBizMessageApiTest } from '../shared/credentialTest';
import { fields } from './fields';
import { startPolling } from './poll';
import { receive } from './receive';
import { checkExists, create, remove } from './registration';
import { execute } from './testRun';

/**
 * Wiring only. Version 2 from the start: for version 1 n8n evaluates an expression on every webhook call, at a fifth of the speed.
 */
export class KakaoDeliveryReportTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kakao Delivery Report Trigger',
		name: 'kakaoDeliveryReportTrigger',
		icon: { light: 'file:../../icons/kakaoReport.svg', dark: 'file:../../icons/kakaoReport.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["receive"] === "polling" ? "Polling" : "Webhook" }}',
		description: 'Starts the workflow when a message was delivered, fell back to SMS, or failed',
		defaults: { name: 'Kakao Delivery Report Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'kakaoBizMessageApi', required: true, testedBy: 'kakaoBizMessageApiTest' }],
		webhooks: [
			{
				name: 'default',
				// No method, no webhook: that is how a polling node has none.
				httpMethod: '={{ $parameter["receive"] === "polling" ? "" : "POST" }}',
				responseMode: 'onReceived',
				responseData: '',
				path: 'delivery-report',
				ndvHideUrl: '={{ $parameter["receive"] === "polling" }}',
				ndvHideMethod: true,
			},
		],
		properties: fields,
	};

	methods = { credentialTest: { kakaoBizMessageApiTest } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await checkExists.call(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await create.call(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await remove.call(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive.call(this);
	}

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await startPolling.call(this);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute.call(this);
	}
}
