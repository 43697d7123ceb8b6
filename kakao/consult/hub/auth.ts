import { object, text } from '../../partner/json';
import type { CredentialField, CredentialValues, Probe, Signed } from '../../partner/partner';
import { END, WRITE } from '../raw/bodies';
import { senderKeysField } from '../senderKeys';

export const SEND_PATH = '/{sendPath}';
export const END_PATH = '/{endPath}';

/**
 * Hubs that hand on Kakao's own format agree on bodies, not on addresses or keys: those are the credential's.
 * @throws Error with a sentence for the person who typed them.
 */
export function sign(request: { method: string; path: string }, credential: CredentialValues): Signed {
	if (!credential.baseUrl) throw new Error('Type the base URL of your hub into the credential.');
	const name = credential.authHeader || 'Authorization';
	if (!/^[A-Za-z0-9-]+$/.test(name))
		throw new Error(`"${name}" is not a header name. Type the name only, say Authorization.`);
	return {
		path: request.path
			.replace(SEND_PATH, () => pathOf('Send path', credential.sendPath, WRITE))
			.replace(END_PATH, () => pathOf('End path', credential.endPath, END)),
		headers: {
			...(credential.authValue && { [name]: credential.authValue }),
			'Content-Type': 'application/json; charset=utf-8',
		},
	};
}

function pathOf(label: string, typed: string | undefined, usual: string): string {
	if (!typed) return usual;
	if (/^[a-z]+:\/\/|[\s#{}]/i.test(typed))
		throw new Error(`${label}: "${typed}" is not a path. Type what follows the base URL, say ${usual}.`);
	return `/${typed.replace(/^\/+/, '')}`;
}

export const credentialFields: readonly CredentialField[] = [
	{
		name: 'sendPath',
		label: 'Send Path',
		secret: false,
		optional: true,
		placeholder: WRITE,
		help: `What follows the base URL for sending, say ${WRITE}. Your hub's manual names it.`,
	},
	{
		name: 'endPath',
		label: 'End Path',
		secret: false,
		optional: true,
		placeholder: END,
		help: `What follows the base URL for ending a consult, say ${END}`,
	},
	{
		name: 'authHeader',
		label: 'Header Name',
		secret: false,
		optional: true,
		placeholder: 'Authorization',
		help: 'The header that carries the key',
	},
	{
		name: 'authValue',
		label: 'Header Value',
		secret: true,
		optional: true,
		placeholder: 'Bearer …',
		help: 'The key as the hub wants it in the header, with a word like Bearer before it if its manual says so',
	},
	senderKeysField,
];

/** Reading the send path sends nothing: it only shows whether somebody is there and takes the key. */
export const probe: Probe = {
	request: { method: 'GET', path: SEND_PATH },
	explain({ status, body }) {
		const said = text(object(body).message);
		const words = said ? ` (The hub: ${said})` : '';
		if (status === 401) return `The hub does not accept the key. Check header name and value.${words}`;
		if (status === 403)
			return `The hub refused the call: the key is wrong, or this server’s IP address is not registered there.${words}`;
		if (status >= 500) return `The hub is out of order (HTTP ${status}). Try again in a moment.`;
		if (status >= 300 && status < 400) return `The hub sends callers elsewhere (HTTP ${status}). Check the base URL.`;
		return null;
	},
};
