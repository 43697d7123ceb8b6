import { randomBytes } from 'node:crypto';

import type { CredentialValues, Partner, SigningMoment } from './partner';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host name, as `URL` gives it, is this machine. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

/**
 * Where a credential's requests go: the partner's own address, or the override (a proxy, the sandbox). Secrets travel
 * over https only; plain http is for this machine alone.
 * @throws Error with a sentence for the person who typed the address.
 */
export function baseUrlOf(partner: Partner, override: string | undefined): string {
	const given = override?.trim();
	if (!given) return partner.baseUrl;
	const url = URL.canParse(given) ? new URL(given) : undefined;
	if (!url) throw new Error(`The base URL "${given}" is not an address. Leave it empty for ${partner.name}'s own.`);
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
		throw new Error(
			'The base URL must begin with https:// (http:// only for this machine), because the keys travel with each request.',
		);
	}
	if (url.username || url.password || url.search || url.hash)
		throw new Error('The base URL must not hold a user name, a password, a query or a #.');
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** A credential as it is stored, with the blanks taken off that come along when keys are copied. */
export const credentialValues = (stored: Readonly<Record<string, unknown>>): CredentialValues =>
	Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, String(value ?? '').trim()]));

/** This moment, with a nonce that no other attempt has. */
export const signingMoment = (): SigningMoment => ({ now: Date.now(), nonce: randomBytes(16).toString('hex') });

/**
 * The address and headers of a request, signed for this moment.
 * @throws Error when the address is not the credential's own host: keys never leave for another.
 */
export function signUrl(
	partner: Partner,
	credential: CredentialValues,
	request: { method: string; url: string },
	moment: SigningMoment,
) {
	const base = baseUrlOf(partner, credential.baseUrl);
	if (!request.url.startsWith(`${base}/`)) throw new Error(`This credential signs requests to ${base} only.`);
	const signed = partner.sign({ method: request.method, path: request.url.slice(base.length) }, credential, moment);
	return { url: base + signed.path, headers: signed.headers };
}
