import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Themed,
	IconFile,
} from 'n8n-workflow';

import { credentialValues, signingMoment, signUrl } from '../kakao/partner/baseUrl';
import type { Dealer } from '../kakao/dealers/contract';
import type { CredentialField } from '../kakao/partner/partner';
import { DEALERS, dealerById } from '../kakao/dealers/registry';
import { withQuery } from '../kakao/delivery/conversation';

const toProperty = (dealer: Dealer, field: CredentialField): INodeProperties => ({
	displayName: field.label,
	name: field.name,
	type: 'string',
	...(field.secret && { typeOptions: { password: true } }),
	default: '',
	required: true,
	description: field.help,
	placeholder: field.placeholder,
	displayOptions: { show: { provider: [dealer.id] } },
});

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
		...DEALERS.flatMap((dealer) => dealer.credentialFields.map((field) => toProperty(dealer, field))),
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'https://…',
			description:
				"Leave empty for the dealer's own address. Fill in only for a proxy, a government cloud or the local sandbox.",
		},
	];

	/** Signs anew for every attempt: signatures carry the time, and one dealer refuses a signature that comes twice. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const values = credentialValues(credentials);
		const dealer = dealerById(values.provider ?? '');
		if (!dealer)
			throw new Error(
				`The dealer "${values.provider}" is not known to this version. Update the node, or choose another dealer.`,
			);
		const { qs, baseURL, ...options } = requestOptions;
		const url = withQuery(`${baseURL ?? ''}${options.url}`, (qs ?? {}) as Record<string, string>);
		const signed = signUrl(dealer, values, { method: options.method ?? 'GET', url }, signingMoment());
		return {
			...options,
			url: signed.url,
			// A request may bring its own content type (an upload); keys and signatures it has none.
			headers: { ...signed.headers, ...options.headers },
			disableFollowRedirect: true,
		};
	}
}
