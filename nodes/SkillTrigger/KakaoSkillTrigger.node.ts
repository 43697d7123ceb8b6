import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { fields } from './fields';
import { receive } from './receive';
import { create } from './registration';

/**
 * Wiring only. Version 2 from the start: for version 1 n8n evaluates an expression on every webhook call, at a fifth of the speed.
 */
export class KakaoSkillTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kakao Chatbot Skill Trigger',
		name: 'kakaoSkillTrigger',
		icon: { light: 'file:../../icons/kakaoChatbot.svg', dark: 'file:../../icons/kakaoChatbot.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["answerMode"] === "callback" ? "Answer by callback" : "Answer within 5 seconds" }}',
		description: 'Starts the workflow when a block of your KakaoTalk chatbot asks its skill',
		defaults: { name: 'Kakao Chatbot Skill Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				// Lets the Respond node answer from another process, through n8n.
				responseMode: 'responseNode',
				path: 'skill',
				ndvHideMethod: true,
			},
		],
		properties: fields,
	};

	webhookMethods = {
		default: {
			/** Never: the skill's address is typed into the chatbot admin center, where no API looks. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return create.call(this);
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
