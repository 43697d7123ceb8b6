import { object, text } from '../../partner/json';
import type { CredentialField, CredentialValues, Probe, Signed } from '../../partner/partner';
import { knowsSecret } from '../../partner/secrets';
import type { Call, Verdict } from '../contract';
import { refusal } from './codes';

/** Facts consulttalk §4.1: both keys stand in headers; nothing is computed. */
export const sign = (request: { method: string; path: string }, credential: CredentialValues): Signed => ({
	path: request.path,
	headers: {
		'x-access-key': credential.accessKey ?? '',
		'x-access-secret': credential.accessSecret ?? '',
		'Content-Type': 'application/json',
	},
});

export const credentialFields: readonly CredentialField[] = [
	{
		name: 'accessKey',
		label: 'Access Key',
		secret: true,
		help: 'Channel Talk → Channel Settings → Security and Development → API Key management',
	},
	{ name: 'accessSecret', label: 'Access Secret', secret: true, help: 'Shown once, beside the access key' },
	{
		name: 'webhookSecret',
		label: 'Webhook Token',
		secret: true,
		optional: true,
		help: 'Channel Talk → Channel Settings → Security and Development → Webhook → token, for the trigger',
	},
];

/** Reads the workspace ("channel"): proves both keys. */
export const probe: Probe = {
	request: { method: 'GET', path: '/channel' },
	explain({ status, body }) {
		if (status === 200)
			return text(object(object(body).channel).id) === undefined
				? 'The answer is not that of Channel Talk. Check the base URL, or a proxy that asks for a login.'
				: null;
		if (status === 404) return 'There is no Channel Talk at this address (HTTP 404). Check the base URL.';
		const { text: what, advice } = refusal({ status, body });
		return `${what} ${advice}`;
	},
};

/** Facts §1.3: the token in the address is the only proof. */
export const verify = ({ query }: Call, secret: string): Verdict =>
	knowsSecret(query.token, secret) ? 'genuine' : 'forged';
