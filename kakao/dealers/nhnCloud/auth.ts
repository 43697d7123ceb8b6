import type { CredentialField, CredentialValues, Probe, Signed } from '../../partner/partner';
import { readHeader } from './envelope';

/** Facts §1.1: the app key stands in the path, the secret in a header; nothing is computed. */
export function sign(request: { method: string; path: string }, credential: CredentialValues): Signed {
	return {
		path: request.path.replace('{appKey}', encodeURIComponent(credential.appKey ?? '')),
		headers: { 'X-Secret-Key': credential.secretKey ?? '', 'Content-Type': 'application/json;charset=UTF-8' },
	};
}

export const credentialFields: readonly CredentialField[] = [
	{
		name: 'appKey',
		label: 'App Key',
		secret: true,
		help: 'NHN Cloud Console → Notification → KakaoTalk Bizmessage → URL & Appkey (top right)',
	},
	{
		name: 'secretKey',
		label: 'Secret Key',
		secret: true,
		help: 'Same dialog as the app key: URL & Appkey → SecretKey',
	},
];

const SENTENCES: Readonly<Record<string, string>> = {
	'-1000':
		'NHN Cloud does not know this app key. Copy it again from URL & Appkey of KakaoTalk Bizmessage (not of another NHN product).',
	'-4004':
		'NHN Cloud does not know this app key. Copy it again from URL & Appkey of KakaoTalk Bizmessage (not of another NHN product).',
	'-4005': 'This app key is disabled. Enable KakaoTalk Bizmessage again in the NHN Cloud Console.',
	'-1001': 'The secret key does not belong to this app key. Copy it again from URL & Appkey.',
	'-1030': 'The NHN Cloud account has not finished its identity verification.',
};

/** The one call of the API that needs no parameters. */
export const probe: Probe = {
	request: { method: 'GET', path: '/alimtalk/v2.3/appkeys/{appKey}/sender/categories' },
	explain(answer) {
		const header = readHeader(answer.body);
		if (header?.isSuccessful) return null;
		if (header)
			return (
				(Object.hasOwn(SENTENCES, header.code) && SENTENCES[header.code]) ||
				`NHN Cloud answered ${header.code}: ${header.message}`
			);
		if (answer.status === 401 || answer.status === 403)
			return 'NHN Cloud refused the call: app key or secret key is wrong, or this server’s IP address is not allowed.';
		return `NHN Cloud answered HTTP ${answer.status} in a form that is not its own. Check the base URL.`;
	},
};
