import { object, text } from '../../partner/json';
import type { CredentialField, CredentialValues, Probe, Signed } from '../../partner/partner';
import { codeOf } from '../raw/answer';
import { senderKeysField } from '../senderKeys';

/** Two fixed headers, nothing computed (facts consulttalk §2.2). */
export const sign = (request: { method: string; path: string }, credential: CredentialValues): Signed => ({
	path: request.path,
	headers: {
		'HT-Client-Id': credential.clientId ?? '',
		'HT-Client-Secret': credential.clientSecret ?? '',
		'Content-Type': 'application/json; charset=utf-8',
	},
});

export const credentialFields: readonly CredentialField[] = [
	{
		name: 'clientId',
		label: 'Client ID',
		secret: false,
		help: 'HappyTalk issues it with the contract for 카카오 웹훅 (not for its Biz-API): ask your HappyTalk manager',
	},
	{ name: 'clientSecret', label: 'Client Secret', secret: true, help: 'Issued together with the client ID' },
	senderKeysField,
];

/** Nobody's key: keys are proved before the sender key is looked up, and no channel is touched. */
const NOBODY = '0'.repeat(40);

const ABOUT_KEYS = /client|secret|token|unauthori[sz]ed|forbidden|인증|권한/i;

/** Asks for a channel that doesn't exist: "no such sender" already proves the keys (facts §2.3). */
export const probe: Probe = {
	request: { method: 'GET', path: `/kakaoWebhook/v3/bzmc/sender?senderKey=${NOBODY}` },
	explain({ status, body }) {
		const code = codeOf(body);
		const said = text(object(body).message) ?? '';
		const words = said ? ` (HappyTalk: ${said})` : '';
		if (status === 403 || code === 403)
			return `HappyTalk refused the call: the keys are wrong, or this server’s IP address is not registered there.${words}`;
		if (status === 401 || code === 401 || (code !== null && ABOUT_KEYS.test(said)))
			return `The client ID or the client secret is wrong. Copy both again.${words}`;
		if (status >= 500) return `HappyTalk is out of order (HTTP ${status}). Try again in a moment.`;
		if (code !== null) return null;
		return `The answer (HTTP ${status}) is not that of HappyTalk. Check the base URL, or a proxy that asks for a login.`;
	},
};
