import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Themed,
	IconFile,
} from 'n8n-workflow';

import { DEALERS, dealerById } from '../kakao/dealers/registry';
import { baseUrlField, partnerFields, signedRequest } from './shared/partners';

/** Keys of whichever dealer a company sends through. Changing the dealer means changing this, not the flow. */
export class KakaoBizMessageApi implements ICredentialType {
	name = 'kakaoBizMessageApi';

	displayName = 'Kakao BizMessage API';

	icon: Themed<IconFile> = { light: 'file:../icons/kakaoBusiness.svg', dark: 'file:../icons/kakaoBusiness.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-kakao-business/n8n-nodes-kakao-business#dealers';

	properties: INodeProperties[] = [
		{
			displayName: 'Dealer',
			name: 'provider',
			type: 'options',
			options: DEALERS.map(({ id, name }) => ({ name, value: id })),
			default: DEALERS[0]!.id,
			description: 'The official dealer through which your company sends KakaoTalk messages',
		},
		...partnerFields(DEALERS),
		baseUrlField,
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return signedRequest(dealerById, 'dealer', credentials, requestOptions);
	}
}
