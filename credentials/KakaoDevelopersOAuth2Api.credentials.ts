import type { ICredentialType, INodeProperties, Themed, IconFile } from 'n8n-workflow';

import { KAKAO_OAUTH } from '../kakao/channel';
import { baseUrlField } from './shared/partners';

/** n8n works this out whenever it uses the credential; keys travel over https, or stay on this machine. */
const atLogin = (address: string): string => {
	const { origin, pathname } = new URL(address);
	const safe = String.raw`/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:|\/|$))/`;
	return `={{ (${safe}.test($self["loginUrl"] || "") ? $self["loginUrl"] : "${origin}") + "${pathname}" }}`;
};

/**
 * One person who has signed in with Kakao: nobody else's relationship can be asked about with it (facts kakao-developers §4).
 * Kakao answers a refresh without a refresh token until the old one has less than a month to live; n8n lays the answer over
 * the token it has, so the old one is kept and a new one replaces it.
 */
export class KakaoDevelopersOAuth2Api implements ICredentialType {
	name = 'kakaoDevelopersOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Kakao Developers OAuth2 API';

	icon: Themed<IconFile> = { light: 'file:../icons/kakaoChannel.svg', dark: 'file:../icons/kakaoChannel.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-kakao-business/n8n-nodes-kakao-business#kakao-developers';

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: atLogin(KAKAO_OAUTH.authorizeUrl) },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: atLogin(KAKAO_OAUTH.tokenUrl) },
		{
			// n8n shows this name whatever stands here.
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			hint: 'The REST API key of your app. Register the redirect URL above under that key.',
			description:
				'Kakao Developers → your app → Platform key → REST API key. The app ID and the admin key do not work here.',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Kakao Developers → your app → Platform key → the same REST API key → Client secret. Leave empty only where it is switched off there.',
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: KAKAO_OAUTH.scopes.channel },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: KAKAO_OAUTH.authentication },
		{
			displayName: 'Channel Public ID',
			name: 'channelPublicId',
			type: 'string',
			default: '',
			placeholder: '_ZeUTxl',
			description:
				'The end of your channel’s address, https://pf.kakao.com/_ZeUTxl. Used where a node names no other channel.',
		},
		{
			...baseUrlField,
			description: "Leave empty for Kakao's own address. Fill in only for a proxy or the local sandbox.",
		},
		{
			displayName: 'Login URL',
			name: 'loginUrl',
			type: 'string',
			default: '',
			placeholder: 'https://…',
			description: "Leave empty for Kakao Login's own address. Fill in only for the local sandbox.",
		},
	];
}
