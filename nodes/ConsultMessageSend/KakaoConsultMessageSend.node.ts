import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { kakaoConsultTalkApiTest } from '../shared/credentialTest';
import { router } from './actions/router';
import { fields } from './fields';
import { SUBTITLE } from './fields/operation';
import { OUTPUTS } from './outputs';
import { resume } from './waiting/resume';
import { RESUME_WEBHOOKS } from './waiting/webhooks';

/** Wiring only: the form is in fields.ts, each operation in its own file. */
export class KakaoConsultMessageSend implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kakao Consult Message Send',
		name: 'kakaoConsultMessageSend',
		icon: { light: 'file:../../icons/kakaoConsult.svg', dark: 'file:../../icons/kakaoConsult.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: SUBTITLE,
		description: 'Answer customers in KakaoTalk consults (상담톡): texts, buttons, files, questions, endings',
		defaults: { name: 'Kakao Consult Message Send' },
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS,
		usableAsTool: true,
		credentials: [
			{
				name: 'kakaoConsultTalkApi',
				required: true,
				testedBy: 'kakaoConsultTalkApiTest',
				displayOptions: { hide: { operation: ['buildEntryLink'] } },
			},
		],
		webhooks: RESUME_WEBHOOKS,
		properties: fields,
	};

	methods = { credentialTest: { kakaoConsultTalkApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resume.call(this);
	}
}
