import type { ICredentialDataDecryptedObject, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

import { withQuery } from '../../kakao/delivery/conversation';
import { credentialValues, signingMoment, signUrl } from '../../kakao/partner/baseUrl';
import type { CredentialField, CredentialValues, Partner } from '../../kakao/partner/partner';

const toProperty = (field: CredentialField): INodeProperties => ({
	displayName: field.label,
	name: field.name,
	type: 'string',
	...(field.secret && { typeOptions: { password: true } }),
	default: '',
	...(field.optional !== true && { required: true }),
	description: field.help,
	placeholder: field.placeholder,
});

/** What the credential of a single partner asks for. */
export const fieldsOf = ({ credentialFields }: Partner): INodeProperties[] => credentialFields.map(toProperty);

/** What each partner's credential asks for, shown for the chosen one only. */
export const partnerFields = (partners: readonly Partner[]): INodeProperties[] =>
	partners.flatMap((partner) =>
		fieldsOf(partner).map((field) => ({ ...field, displayOptions: { show: { provider: [partner.id] } } })),
	);

/** Where the requests go instead of the partner's own address. */
export const baseUrlField: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: '',
	placeholder: 'https://…',
	description:
		"Leave empty for the dealer's own address. Fill in only for a proxy, a government cloud or the local sandbox.",
};

/**
 * Signs for the partner that the credential names.
 * @param noun what such a partner is called: "dealer", "hub"
 * @throws Error when the credential names an unknown partner, or the request leads to another host
 */
export function signedRequest(
	byId: (id: string) => Partner | undefined,
	noun: string,
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
): IHttpRequestOptions {
	const values = credentialValues(credentials);
	const partner = byId(values.provider ?? '');
	if (!partner)
		throw new Error(
			`The ${noun} "${values.provider}" is not known to this version. Update the node, or choose another ${noun}.`,
		);
	return signedFor(partner, values, requestOptions);
}

/**
 * Signs anew for every attempt: signatures carry the time, and one dealer refuses a signature that comes twice.
 * @throws Error when the request leads to another host
 */
export function signedFor(
	partner: Partner,
	values: CredentialValues,
	requestOptions: IHttpRequestOptions,
): IHttpRequestOptions {
	const { qs, baseURL, ...options } = requestOptions;
	const url = withQuery(`${baseURL ?? ''}${options.url}`, (qs ?? {}) as Record<string, string>);
	const signed = signUrl(partner, values, { method: options.method ?? 'GET', url }, signingMoment());
	return {
		...options,
		url: signed.url,
		// A request may bring its own content type (an upload); keys and signatures it has none.
		headers: { ...signed.headers, ...options.headers },
		disableFollowRedirect: true,
	};
}
