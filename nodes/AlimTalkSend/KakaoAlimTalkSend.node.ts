import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { kakaoBizMessageApiTest } from '../shared/credentialTest';
import { searchSenderProfiles } from '../shared/methods/listSearch';
import { router } from './actions/router';
import { fields } from './fields';
import { searchTemplates } from './methods/listSearch';
import { templateVariablesMapping } from './methods/resourceMapping';

/** Wiring only: the form is in fields.ts, each operation in its own file. */
export class KakaoAlimTalkSend implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kakao AlimTalk Send',
		name: 'kakaoAlimTalkSend',
		icon: { light: 'file:../../icons/kakaoAlimTalk.svg', dark: 'file:../../icons/kakaoAlimTalk.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { send: "Send", preview: "Preview", getResult: "Get result", cancel: "Cancel" }[$parameter["operation"]] }}',
		description: 'Send KakaoTalk notices from approved AlimTalk templates, with SMS fallback, through your dealer',
		defaults: { name: 'Kakao AlimTalk Send' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'kakaoBizMessageApi', required: true, testedBy: 'kakaoBizMessageApiTest' }],
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				default: 'send',
				options: [
					{
						name: 'Cancel',
						value: 'cancel',
						description: 'Take scheduled messages back',
						action: 'Cancel scheduled alimtalk messages',
					},
					{
						name: 'Get Result',
						value: 'getResult',
						description: 'Ask whether messages were delivered',
						action: 'Get the result of alimtalk messages',
					},
					{
						name: 'Preview',
						value: 'preview',
						description: 'Show the finished messages without sending them',
						action: 'Preview alimtalk messages',
					},
					{
						name: 'Send',
						value: 'send',
						description: 'Send an AlimTalk to each recipient',
						action: 'Send alimtalk messages',
					},
				],
			},
			...fields,
		],
	};

	methods = {
		credentialTest: { kakaoBizMessageApiTest },
		listSearch: { searchSenderProfiles, searchTemplates },
		resourceMapping: { templateVariables: templateVariablesMapping },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
