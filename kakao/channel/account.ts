import type { CredentialField, CredentialValues, Partner } from '../partner/partner';
import { explainLookup, LOOKUP } from './permissions';
import { RELATIONSHIP } from './relationship/requests';

/** Which of an app's keys goes into `Authorization: KakaoAK …`. */
export type KeyName = 'adminKey' | 'restApiKey' | 'primaryAdminKey';

const CONSOLE = 'Kakao Developers (developers.kakao.com) → your app → Platform key';

const credentialFields: readonly CredentialField[] = [
	{
		name: 'adminKey',
		label: 'Admin Key',
		secret: true,
		help: `${CONSOLE} → Admin key (어드민 키). Its allowed APIs must include Kakao Talk Channel lookup, and Kakao Talk Channel customer file if you use customer files`,
	},
	{
		name: 'restApiKey',
		label: 'REST API Key',
		secret: true,
		optional: true,
		help: `${CONSOLE} → REST API key. Needed for bot events; customer files take it in place of the admin key`,
	},
	{
		name: 'primaryAdminKey',
		label: 'Primary Admin Key',
		secret: true,
		optional: true,
		help: `${CONSOLE} → the admin key marked primary (대표): Kakao sends it with each webhook. Leave empty if it is the one above`,
	},
	{
		name: 'channelPublicId',
		label: 'Channel Public ID',
		secret: false,
		optional: true,
		placeholder: '_ZeUTxl',
		help: 'The end of your channel’s address, https://pf.kakao.com/_ZeUTxl. Used where a node names no other channel',
	},
];

/**
 * Kakao documents one type for the relationship, though it has no body (kakaotalk-channel/rest-api, request by admin key),
 * and another for customer files (facts kakao-developers §2).
 */
const contentTypeOf = (path: string): string =>
	path.startsWith(RELATIONSHIP) ? 'application/x-www-form-urlencoded;charset=utf-8' : 'application/json';

/** Facts kakao-developers §0: the key itself stands in the header; nothing is computed. */
const signWith =
	(keyOf: (credential: CredentialValues) => string | undefined): Partner['sign'] =>
	({ path }, credential) => ({
		path,
		headers: { Authorization: `KakaoAK ${keyOf(credential) ?? ''}`, 'Content-Type': contentTypeOf(path) },
	});

/**
 * Kakao Developers, kapi.kakao.com. Signs with the admin key; where there is none with the REST API key, which opens
 * customer files only.
 */
export const kakaoDevelopers: Partner = {
	id: 'kakaoDevelopers',
	name: 'Kakao Developers',
	baseUrl: 'https://kapi.kakao.com',
	credentialFields,
	sign: signWith(({ adminKey, restApiKey }) => adminKey || restApiKey),
	probe: { request: LOOKUP, explain: explainLookup('admin key') },
};

/** The same, signing with one certain key. */
export const kakaoDevelopersBy = (key: KeyName, probe: Partner['probe']): Partner => ({
	...kakaoDevelopers,
	sign: signWith((credential) => credential[key]),
	probe,
});

/** The key that Kakao sends with its webhooks. */
export const webhookKeyOf = ({ primaryAdminKey, adminKey }: CredentialValues): string =>
	primaryAdminKey || adminKey || '';
