import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Themed,
	IconFile,
} from 'n8n-workflow';

import { kakaoDevelopers } from '../kakao/channel';
import { kakaoBot } from '../kakao/chatbot';
import { credentialValues } from '../kakao/partner/baseUrl';
import { baseUrlField, fieldsOf, signedFor } from './shared/partners';

/** Bots have a host of their own and take the REST API key only, whatever other key there is (facts kakao-developers §7.5). */
const FOR_BOTS = /\/v\d+\/(?:bots|tasks)\//;

/** Keys of the company's app at Kakao Developers: who is a friend of the channel, customer files, webhooks, chatbot events. */
export class KakaoDevelopersApi implements ICredentialType {
	name = 'kakaoDevelopersApi';

	displayName = 'Kakao Developers API';

	icon: Themed<IconFile> = { light: 'file:../icons/kakaoChannel.svg', dark: 'file:../icons/kakaoChannel.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-kakao-business/n8n-nodes-kakao-business#kakao-developers';

	properties: INodeProperties[] = [
		// No single key is needed by everybody: customer files do with the REST API key, a trigger with the primary admin key.
		...fieldsOf(kakaoDevelopers).map((field) => ({ ...field, required: false })),
		{
			...baseUrlField,
			description:
				"Leave empty for Kakao's own addresses. Fill in only for a proxy or the local sandbox: bot events have a host of their own and then need a credential of their own.",
		},
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const partner = FOR_BOTS.test(requestOptions.url) ? kakaoBot : kakaoDevelopers;
		return signedFor(partner, credentialValues(credentials), requestOptions);
	}
}
