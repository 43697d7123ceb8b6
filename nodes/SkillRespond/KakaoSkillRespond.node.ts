import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { kakaoDevelopersApiTest } from '../shared/credentialTest';
import { router } from './actions/router';
import { fields } from './fields';

/** Wiring only: the form is in fields.ts, each operation in its own file. */
export class KakaoSkillRespond implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kakao Chatbot Skill Respond',
		name: 'kakaoSkillRespond',
		icon: { light: 'file:../../icons/kakaoChatbot.svg', dark: 'file:../../icons/kakaoChatbot.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { respond: "Respond", sendBotEvent: "Send bot event", getBotEventResult: "Get bot event result" }[$parameter["operation"]] }}',
		description: 'Answer customers who write to your KakaoTalk chatbot, or let the bot speak first',
		defaults: { name: 'Kakao Chatbot Skill Respond' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		// Answering needs no key: only bot events are signed, and say so themselves.
		credentials: [{ name: 'kakaoDevelopersApi', required: false, testedBy: 'kakaoDevelopersApiTest' }],
		properties: fields,
	};

	methods = { credentialTest: { kakaoDevelopersApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
