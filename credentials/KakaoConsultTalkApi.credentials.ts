import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Themed,
	IconFile,
} from 'n8n-workflow';

import { hubById, HUBS } from '../kakao/consult/registry';
import { baseUrlField, partnerFields, signedRequest } from './shared/partners';

/** Keys of the hub through which a company's consults (상담톡) run, and what proves the hub's own calls. */
export class KakaoConsultTalkApi implements ICredentialType {
	name = 'kakaoConsultTalkApi';

	displayName = 'Kakao ConsultTalk API';

	icon: Themed<IconFile> = { light: 'file:../icons/kakaoConsult.svg', dark: 'file:../icons/kakaoConsult.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-kakao-business/n8n-nodes-kakao-business#consult-hubs';

	properties: INodeProperties[] = [
		{
			displayName: 'Hub',
			name: 'provider',
			type: 'options',
			options: HUBS.map(({ id, name }) => ({ name, value: id })),
			default: HUBS[0]!.id,
			description:
				'The official dealer through which your consults run. Kakao gives ConsultTalk to its dealers only: the keys come from them.',
		},
		...partnerFields(HUBS),
		{
			...baseUrlField,
			description:
				"Leave empty for the hub's own address. Fill in for a raw relay, and otherwise only for a proxy or the local sandbox.",
		},
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return signedRequest(hubById, 'hub', credentials, requestOptions);
	}
}
