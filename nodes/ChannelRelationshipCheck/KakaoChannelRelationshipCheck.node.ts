import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { kakaoDevelopersApiTest } from '../shared/credentialTest';
import { check } from './check';
import { fields } from './fields';

/** Wiring only: the form is in fields.ts, the work in check.ts. */
export class KakaoChannelRelationshipCheck implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kakao Channel Relationship Check',
		name: 'kakaoChannelRelationshipCheck',
		icon: { light: 'file:../../icons/kakaoChannel.svg', dark: 'file:../../icons/kakaoChannel.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["channel"] || "Channel of the credential" }}',
		description: 'Check who is a friend of your KakaoTalk channel, who has blocked it, and who never added it',
		defaults: { name: 'Kakao Channel Relationship Check' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Friends' },
			{ type: NodeConnectionTypes.Main, displayName: 'Not Friends' },
			{ type: NodeConnectionTypes.Main, displayName: 'Unclear' },
		],
		usableAsTool: true,
		// By "hide": a choice that credentials name under "show" n8n takes for a way of signing in, and moves into the credential.
		credentials: [
			{
				name: 'kakaoDevelopersApi',
				required: true,
				testedBy: 'kakaoDevelopersApiTest',
				displayOptions: { hide: { askAbout: ['signedIn'] } },
			},
			{ name: 'kakaoDevelopersOAuth2Api', required: true, displayOptions: { hide: { askAbout: ['userIds'] } } },
		],
		properties: fields,
	};

	methods = { credentialTest: { kakaoDevelopersApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await check(this);
	}
}
