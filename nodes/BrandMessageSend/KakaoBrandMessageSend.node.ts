import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { kakaoBizMessageApiTest } from '../shared/credentialTest';
import { searchSenderProfiles } from '../shared/methods/listSearch';
import { router } from './actions/router';
import { fields } from './fields';
import { searchBrandTemplates } from './methods/listSearch';
import { brandVariablesMapping } from './methods/resourceMapping';

/** Wiring only: the form is in fields.ts, each operation in its own file. */
export class KakaoBrandMessageSend implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kakao BrandMessage Send',
		name: 'kakaoBrandMessageSend',
		icon: { light: 'file:../../icons/kakaoBrandMessage.svg', dark: 'file:../../icons/kakaoBrandMessage.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { send: "Send", preview: "Preview", getResult: "Get result", cancel: "Cancel" }[$parameter["operation"]] }}',
		description: 'Send KakaoTalk advertising to friends or consented users, within the law, through your dealer',
		defaults: { name: 'Kakao BrandMessage Send' },
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
						action: 'Cancel scheduled brand messages',
					},
					{
						name: 'Get Result',
						value: 'getResult',
						description: 'Ask whether messages were delivered',
						action: 'Get the result of brand messages',
					},
					{
						name: 'Preview',
						value: 'preview',
						description: 'Show what would be sent, to whom and to whom not, without sending',
						action: 'Preview brand messages',
					},
					{
						name: 'Send',
						value: 'send',
						description: 'Send a Brand Message to each recipient',
						action: 'Send brand messages',
					},
				],
			},
			...fields,
		],
	};

	methods = {
		credentialTest: { kakaoBizMessageApiTest },
		listSearch: { searchSenderProfiles, searchTemplates: searchBrandTemplates },
		resourceMapping: { templateVariables: brandVariablesMapping },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
