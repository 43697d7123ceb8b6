import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { kakaoDevelopersApiTest } from '../shared/credentialTest';
import { router } from './actions/router';
import { fields } from './fields';
import { searchFiles } from './methods/listSearch';
import { fileColumns } from './methods/resourceMapping';

/** Wiring only: the form is in fields.ts, each operation in its own file. */
export class KakaoChannelCustomerFile implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kakao Channel Customer File',
		name: 'kakaoChannelCustomerFile',
		icon: { light: 'file:../../icons/kakaoChannel.svg', dark: 'file:../../icons/kakaoChannel.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { addUsers: "Add users", create: "Create", getAll: "Get many", removeUsers: "Remove users" }[$parameter["operation"]] }}',
		description: 'Keep the customer files (고객파일) of your KakaoTalk channel in step with your database',
		defaults: { name: 'Kakao Channel Customer File' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'kakaoDevelopersApi', required: true, testedBy: 'kakaoDevelopersApiTest' }],
		properties: fields,
	};

	methods = {
		credentialTest: { kakaoDevelopersApiTest },
		listSearch: { searchFiles },
		resourceMapping: { fileColumns },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
