import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { HUBS } from '../../kakao/consult/registry';
import { kakaoConsultTalkApiTest } from '../shared/credentialTest';
import { fields } from './fields';
import { receive } from './receive';
import { create, remove } from './registration';

const PATH = 'consult';

const address = (name: 'default' | 'setup', path: string): IWebhookDescription => ({
	name,
	httpMethod: 'POST',
	responseMode: 'onReceived',
	responseData: '',
	path,
	ndvHideMethod: true,
});

/** Hubs that hand Kakao's own calls on append these to the address they were given. */
const suffixes = [...new Set(HUBS.flatMap(({ reception }) => reception.suffixes))].filter((suffix) => suffix !== '');

/**
 * Wiring only. Version 2 from the start: for version 1 n8n evaluates an expression on every webhook call, at a fifth of the speed.
 */
export class KakaoConsultMessageTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kakao Consult Message Trigger',
		name: 'kakaoConsultMessageTrigger',
		icon: { light: 'file:../../icons/kakaoConsult.svg', dark: 'file:../../icons/kakaoConsult.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when a customer writes in a KakaoTalk consult (상담톡), opens one or ends it',
		defaults: { name: 'Kakao Consult Message Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'kakaoConsultTalkApi', required: true, testedBy: 'kakaoConsultTalkApiTest' }],
		webhooks: [
			address('default', PATH),
			...suffixes.map((suffix) => ({ ...address('setup', `${PATH}/${suffix}`), ndvHideUrl: true })),
		],
		properties: fields,
	};

	methods = { credentialTest: { kakaoConsultTalkApiTest } };

	webhookMethods = {
		default: {
			/** Never: getting ready costs nothing, and takes over what changed in the credential. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
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
}
