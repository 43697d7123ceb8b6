import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { CLIENT, LONG, NUMBER, REDIRECT, agree, behave, clientSecret, kapi, restApiKey, signIn, token, type Tokens } from './developersSupport.mts';
import { control } from './support.mts';

describe('Kakao Login', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const page = async (fields: Record<string, string>) => {
		const answer = await fetch(`${sandbox.urls.kauth}/oauth/authorize?${new URLSearchParams({ client_id: restApiKey, redirect_uri: REDIRECT, response_type: 'code', ...fields }).toString()}`);
		return { status: answer.status, html: await answer.text() };
	};
	const exchange = (code: string, more: Record<string, string> = {}) => token<Tokens>(sandbox, { ...CLIENT, grant_type: 'authorization_code', redirect_uri: REDIRECT, code, ...more });
	const refresh = (refreshToken: string) => token<Tokens>(sandbox, { ...CLIENT, grant_type: 'refresh_token', refresh_token: refreshToken });
	const codeOf = (url: URL) => url.searchParams.get('code') ?? '';

	it('asks on a page what the app may know, and gives tokens for a yes', async () => {
		const shown = await page({ scope: 'plusfriends profile_nickname', state: '"><script>' });
		expect(shown.html).toContain('name="agreed" value="plusfriends"');
		expect(shown.html).toContain('value="&quot;&gt;&lt;script&gt;"');
		expect(shown.html).not.toContain('<script>');
		const sent = await agree(sandbox, { number: LONG.number });
		expect(sent.href.startsWith(`${REDIRECT}?code=`)).toBe(true);
		expect(sent.searchParams.get('state')).toBe('s1');
		const { body } = await exchange(codeOf(sent));
		expect(body).toMatchObject({ token_type: 'bearer', expires_in: 21_599, refresh_token_expires_in: 5_183_999, scope: 'plusfriends profile_nickname' });
		expect((await kapi(sandbox, '/v1/user/access_token_info', `Bearer ${body.access_token}`)).text).toContain(`"id":${LONG.userId},`);
	});

	it('gives nothing for a no, a used code or another address', async () => {
		expect((await agree(sandbox, { decision: 'deny' })).searchParams.get('error')).toBe('access_denied');
		const code = codeOf(await agree(sandbox));
		expect((await exchange(code)).status).toBe(200);
		expect((await exchange(code)).body).toMatchObject({ error: 'invalid_grant', error_code: 'KOE320' });
		expect((await exchange(codeOf(await agree(sandbox)), { redirect_uri: 'http://evil.example/rest/oauth2-credential/callback' })).body.error_code).toBe('KOE303');
	});

	it('takes the client\'s credentials in the body and nowhere else', async () => {
		const code = codeOf(await agree(sandbox));
		const fields = { grant_type: 'authorization_code', redirect_uri: REDIRECT, code };
		const basic = { Authorization: `Basic ${Buffer.from(`${restApiKey}:${clientSecret}`).toString('base64')}` };
		expect(await token(sandbox, fields, basic)).toMatchObject({ status: 401, body: { error_code: 'KOE101' } });
		expect((await token<Tokens>(sandbox, { ...fields, client_id: restApiKey })).body.error_code).toBe('KOE010');
		const json = await fetch(`${sandbox.urls.kauth}/oauth/token`, { method: 'POST', body: JSON.stringify({ ...CLIENT, ...fields }), headers: { 'Content-Type': 'application/json' } });
		expect(json.status).toBe(400);
		expect((await exchange(code)).status).toBe(200);
	});

	it('shows an app that is set up wrongly by its KOE code', async () => {
		expect(await page({ client_id: 'other' })).toMatchObject({ status: 401, html: expect.stringContaining('KOE101') as string });
		expect(await page({ redirect_uri: 'http://localhost:5678/callback' })).toMatchObject({ status: 400, html: expect.stringContaining('KOE006') as string });
		await control(sandbox, 'POST', '/api/developers/redirects', { uris: ['http://localhost:5679/rest/oauth2-credential/callback'] });
		expect((await page({})).html).toContain('KOE006');
	});

	it('gives a new refresh token only in the last month of the old one, which then dies', async () => {
		const { refresh_token: first = '' } = await signIn(sandbox);
		expect((await refresh(first)).body).toEqual({ access_token: expect.any(String) as string, token_type: 'bearer', expires_in: 21_599 });
		await control(sandbox, 'POST', '/api/developers/age', { days: 35 });
		const renewed = (await refresh(first)).body;
		expect(renewed.refresh_token).toBeTruthy();
		expect(await refresh(first)).toMatchObject({ status: 400, body: { error: 'invalid_grant', error_description: 'expired_or_invalid_refresh_token', error_code: 'KOE322' } });
		expect((await refresh(renewed.refresh_token ?? '')).body).not.toHaveProperty('refresh_token');
		await control(sandbox, 'POST', '/api/developers/age', { days: 61 });
		expect((await refresh(renewed.refresh_token ?? '')).body.error_code).toBe('KOE322');
	});

	it('lets an access token expire, and renews the refresh token always or never when told to', async () => {
		const { access_token: accessToken, refresh_token: first = '' } = await signIn(sandbox);
		await behave(sandbox, { refreshToken: 'always' });
		const { refresh_token: second = '' } = (await refresh(first)).body;
		expect(second).not.toBe(first);
		await behave(sandbox, { refreshToken: 'never' });
		await control(sandbox, 'POST', '/api/developers/age', { days: 40 });
		expect((await refresh(second)).body).not.toHaveProperty('refresh_token');
		expect((await kapi(sandbox, '/v1/user/access_token_info', `Bearer ${accessToken}`))).toMatchObject({ status: 401, body: { code: -401, msg: 'this access token is already expired' } });
	});

	it('insists on the verifier of a code that was asked for with PKCE', async () => {
		const challenge = createHash('sha256').update('verifier').digest('base64url');
		const ask = async () => codeOf(await agree(sandbox, { code_challenge: challenge, code_challenge_method: 'S256' }));
		expect((await exchange(await ask())).body.error_code).toBe('KOE320');
		expect((await exchange(await ask(), { code_verifier: 'verifier' })).status).toBe(200);
	});

	it('issues no more than thirty refreshed tokens an hour to one person', async () => {
		const { refresh_token: first = '' } = await signIn(sandbox);
		for (let i = 0; i < 30; i++) await refresh(first);
		expect((await refresh(first)).status).toBe(400);
		expect((await signIn(sandbox, { number: NUMBER })).access_token).toBeTruthy();
	});
});
