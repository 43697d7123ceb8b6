import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { kakaoDevelopersApiTest } from '../shared/credentialTest';
import { fields } from './fields';
import { receive } from './receive';
import { create } from './registration';

const address = (name: 'default' | 'setup', httpMethod: 'GET' | 'POST'): IWebhookDescription => ({
	name,
	httpMethod,
	responseMode: 'onReceived',
	responseData: '',
	path: 'channel',
	ndvHideMethod: true,
});

/**
 * Wiring only. Version 2 from the start: for version 1 n8n evaluates an expression on every webhook call, at a fifth of the speed.
 */
export class KakaoChannelTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kakao Channel Trigger',
		name: 'kakaoChannelTrigger',
		icon: { light: 'file:../../icons/kakaoChannel.svg', dark: 'file:../../icons/kakaoChannel.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when somebody adds your KakaoTalk channel as a friend or blocks it',
		defaults: { name: 'Kakao Channel Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'kakaoDevelopersApi', required: true, testedBy: 'kakaoDevelopersApiTest' }],
		// Kakao tells of unlinking by GET or POST, as chosen in its console.
		webhooks: [address('default', 'POST'), { ...address('setup', 'GET'), ndvHideUrl: true }],
		properties: fields,
	};

	methods = { credentialTest: { kakaoDevelopersApiTest } };

	webhookMethods = {
		default: {
			/** Never: there is nothing to look up at Kakao, and what was typed is checked each time. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await create.call(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive.call(this);
	}
}
