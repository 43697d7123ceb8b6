import type { Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_DEVELOPERS_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { WebhookRecord } from '../../sandbox/developers/webhooks/log.mts';
import { control, read } from './support.mts';

export const { adminKey, primaryAdminKey, narrowAdminKey, restApiKey, clientSecret } = DEMO_DEVELOPERS_CREDENTIALS;
export const NUMBER = '01012345678';
/** Of the person with that number. */
export const USER_ID = '3012345678';
/** 010-9000-0001, whose ID has nineteen digits. */
export const LONG = { number: '01090000001', userId: '1234567890190000001' } as const;
export const UNCONSENTED_ID = '3000000402';
export const UNLINKED_ID = '3000000101';
/** Has no KakaoTalk. */
export const NO_TALK_ID = '3000003019';
export const SHOP = { channel: '@kakaoshop', publicId: '_xkShop' } as const;

export interface KapiProblem { msg: string; code: number; required_scopes?: string[]; allowed_scopes?: string[] }

/** Calls kapi; the key goes as `KakaoAK` unless the whole header is given. */
export async function kapi<Body = KapiProblem>(sandbox: Sandbox, path: string, key: string = adminKey, body?: object) {
	const authorization = key.includes(' ') ? key : `KakaoAK ${key}`;
	return read<Body>(await fetch(sandbox.urls.kapi + path, {
		headers: { Authorization: authorization, ...(body && { 'Content-Type': 'application/json' }) }, ...(body && { method: 'POST', body: JSON.stringify(body) }),
	}));
}

export const one = (userId: string, more = '') => `/v2/api/talk/channels?target_id_type=user_id&target_id=${userId}${more}`;
export const many = (userIds: readonly string[], more = '') => `/v2/api/talk/channels/multi?target_id_type=user_id&target_ids=${userIds.join(',')}${more}`;
export const ofShop = '&channel_ids=_xkShop&channel_id_type=channel_public_id';

export const relate = (sandbox: Sandbox, relation: string, number: string = NUMBER, channel: string = SHOP.channel) =>
	control<{ changed: boolean; error?: string }>(sandbox, 'POST', '/api/channel/relation', { number, channel, relation });

export const behave = (sandbox: Sandbox, behaviour: object) => control(sandbox, 'POST', '/api/developers/behaviour', behaviour);

export const hook = (sandbox: Sandbox, kind: string, url: string, method = 'POST') => control(sandbox, 'POST', '/api/developers/webhook', { kind, url, method });

export const webhookLog = async (sandbox: Sandbox) => (await control<WebhookRecord[]>(sandbox, 'GET', '/api/developers/webhooks')).body;

export const token = async <Body,>(sandbox: Sandbox, fields: Record<string, string>, headers: Record<string, string> = {}) =>
	read<Body>(await fetch(`${sandbox.urls.kauth}/oauth/token`, { method: 'POST', headers, body: new URLSearchParams(fields) }));

export const CLIENT = { client_id: restApiKey, client_secret: clientSecret } as const;
export const REDIRECT = 'http://localhost:5678/rest/oauth2-credential/callback';
export interface Tokens { access_token: string; refresh_token?: string; expires_in: number; scope?: string; error?: string; error_code?: string }

/** Somebody agrees on the consent page. @returns where the browser is sent */
export async function agree(sandbox: Sandbox, more: Record<string, string> = {}): Promise<URL> {
	const fields = { client_id: restApiKey, redirect_uri: REDIRECT, response_type: 'code', state: 's1', number: NUMBER, agreed: 'plusfriends', decision: 'agree', ...more };
	const answer = await fetch(`${sandbox.urls.kauth}/oauth/authorize`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
	return new URL(answer.headers.get('location') ?? '');
}

/** Signs somebody in. */
export async function signIn(sandbox: Sandbox, more: Record<string, string> = {}): Promise<Tokens> {
	const code = (await agree(sandbox, more)).searchParams.get('code') ?? '';
	return (await token<Tokens>(sandbox, { ...CLIENT, grant_type: 'authorization_code', redirect_uri: REDIRECT, code })).body;
}
