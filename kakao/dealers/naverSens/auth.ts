import { createHmac } from 'node:crypto';

import { object, text } from '../../partner/json';
import type { CredentialField, CredentialValues, Probe, Signed, SigningMoment } from '../../partner/partner';

/** Facts §3.1: the signature covers method, path with query, time and key; the path must be byte for byte the one sent. */
export function sign(
	request: { method: string; path: string },
	credential: CredentialValues,
	moment: SigningMoment,
): Signed {
	const path = request.path.replace('{serviceId}', encodeURIComponent(credential.serviceId ?? ''));
	const timestamp = String(moment.now);
	const accessKey = credential.accessKey ?? '';
	const signature = createHmac('sha256', credential.secretKey ?? '')
		.update(`${request.method} ${path}\n${timestamp}\n${accessKey}`)
		.digest('base64');
	return {
		path,
		headers: {
			'x-ncp-apigw-timestamp': timestamp,
			'x-ncp-iam-access-key': accessKey,
			'x-ncp-apigw-signature-v2': signature,
			'Content-Type': 'application/json; charset=utf-8',
		},
	};
}

export const credentialFields: readonly CredentialField[] = [
	{
		name: 'accessKey',
		label: 'Access Key ID',
		secret: true,
		help: 'NAVER Cloud Platform → My Page → Manage Authentication Key (인증키 관리)',
	},
	{ name: 'secretKey', label: 'Secret Key', secret: true, help: 'Beside the access key ID, under View' },
	{
		name: 'serviceId',
		label: 'Service ID',
		secret: false,
		placeholder: 'ncp:kkobizmsg:kr:1234567890:project',
		help: 'Console → Simple & Easy Notification Service → Project → key icon. Take the one for Biz Message (kkobizmsg), not for SMS.',
	},
];

/** Lists the channels: proves keys and service id at once. */
export const probe: Probe = {
	request: { method: 'GET', path: '/alimtalk/v2/services/{serviceId}/channels' },
	explain(answer, now) {
		if (answer.status === 200)
			return typeof answer.body === 'object'
				? null
				: 'The answer is not that of Naver Cloud. Check the base URL, or a proxy that asks for a login.';
		const { errorMessage, error } = object(answer.body);
		const said = text(errorMessage) ?? text(object(error).message) ?? '';
		if (answer.status === 401) return explainUnauthorised(said, answer.headers, now);
		if (answer.status === 403) {
			return 'Naver Cloud refused the call: the project has no Biz Message channel, the sub-account lacks permission for SENS, or this server’s IP address is not allowed.';
		}
		if (answer.status === 404)
			return 'Naver Cloud does not know this service ID. Copy the Biz Message service ID of your SENS project (ncp:kkobizmsg:kr:…).';
		return `Naver Cloud answered HTTP ${answer.status}${said ? `: ${said}` : ''}. Check the base URL.`;
	},
};

const SKEW = 5 * 60_000;

function explainUnauthorised(said: string, headers: Readonly<Record<string, string>>, now: number): string {
	const off = Math.abs(now - Date.parse(headers.date ?? ''));
	if (off > SKEW)
		return `This server's clock is off by about ${Math.round(off / 60_000)} minutes; Naver Cloud allows 5. Set it right (NTP), then test again.`;
	return `The access key ID or the secret key is wrong. Copy both again from Manage Authentication Key.${said ? ` (Naver Cloud: ${said})` : ''}`;
}
