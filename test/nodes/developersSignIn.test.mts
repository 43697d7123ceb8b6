import type { IDataObject, INode } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { signIn, type Tokens } from '../sandbox/developersSupport.mts';
import { byOutput, CHECK, clientSecret, developers, restApiKey, SHOP } from './developers.mts';
import { jsonOf } from './kakao.mts';

const kakao = developers();
const DAYS = '/api/developers/age';

/** A credential as n8n holds it after somebody has pressed Connect. */
async function connected(more: Record<string, string> = {}, changes: IDataObject = {}) {
	const tokens = await signIn(kakao.kakao.sandbox, more);
	return {
		kakaoDevelopersOAuth2Api: {
			clientId: restApiKey,
			clientSecret,
			accessTokenUrl: `${kakao.kakao.sandbox.urls.kauth}/oauth/token`,
			channelPublicId: SHOP,
			baseUrl: kakao.kakao.sandbox.urls.kapi,
			oauthTokenData: tokens as unknown as string,
			...changes,
		},
	};
}
type Connected = Awaited<ReturnType<typeof connected>>;

const tokensOf = ({ kakaoDevelopersOAuth2Api }: Connected) =>
	kakaoDevelopersOAuth2Api.oauthTokenData as unknown as Tokens;

const check = async (credentials: Connected, onError: INode['onError'] = 'stopWorkflow', items: IDataObject[] = [{}]) =>
	await kakao.kakao.host.execute({
		credentials,
		items,
		node: { type: CHECK, onError, parameters: { askAbout: 'signedIn', channel: '', options: {} } },
	});

describe('the person who has signed in', () => {
	test('is asked about once for all items, without a user ID', async () => {
		const run = await check(await connected({ number: '01090000001' }), 'stopWorkflow', [{}, {}, {}]);
		expect(run.error).toBeUndefined();
		expect(byOutput(run, 'userId')).toEqual([Array(3).fill('1234567890190000001'), [], []]);
		expect(await kakao.asked()).toHaveLength(1);
	});

	test('who has not consented to plusfriends is told so, with what to do', async () => {
		const run = await check(await connected({ number: '01000000402', agreed: 'profile_nickname' }));
		expect(byOutput(run, 'outcome')).toEqual([[], [], ['notConsented']]);
		expect(jsonOf(run.outputs[2])[0]).toMatchObject({
			reason: { text: expect.stringContaining('Missing: plusfriends') },
		});
	});

	test('is asked for the consent that this node needs', () => {
		const properties = kakao.kakao.host.credentialsHelper().getCredentialsProperties('kakaoDevelopersOAuth2Api');
		const defaults = Object.fromEntries(properties.map((property) => [property.name, property.default]));
		expect(defaults).toMatchObject({
			scope: 'plusfriends',
			authentication: 'body',
			grantType: 'authorizationCode',
		});
	});
});

describe('a sign-in lasts as long as Kakao lets it', () => {
	test('a renewal without a refresh token keeps the old one, and the next renewal works with it', async () => {
		const credentials = await connected();
		const before = tokensOf(credentials);
		for (const _ of [1, 2]) {
			await kakao.kakao.post(DAYS, { days: 1 });
			const run = await check(credentials);
			expect(byOutput(run, 'outcome')).toEqual([['added'], [], []]);
		}
		const after = tokensOf(credentials);
		expect(after.refresh_token).toBe(before.refresh_token);
		expect(after.access_token).not.toBe(before.access_token);
	});

	test('a renewal with a refresh token, in its last month, replaces the old one, which is dead', async () => {
		const credentials = await connected();
		const before = tokensOf(credentials);
		for (const days of [35, 35]) {
			await kakao.kakao.post(DAYS, { days });
			expect(byOutput(await check(credentials), 'outcome')).toEqual([['added'], [], []]);
		}
		expect(tokensOf(credentials).refresh_token).not.toBe(before.refresh_token);
	});

	test('unused for two months it ends: the node says to connect again, and nobody becomes a friend', async () => {
		const credentials = await connected();
		await kakao.kakao.post(DAYS, { days: 70 });
		const { error } = await check(credentials);
		expect(error?.message).toBe('Kakao does not renew this sign-in');
		expect((error as { description?: string }).description).toMatch(/press Connect again.*two months/);
		for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
			const run = await check(credentials, onError);
			expect(run.error).toBeUndefined();
			expect(run.outputs.slice(0, 2)).toEqual([[], []]);
			expect(run.outputs.flat()).toHaveLength(1);
		}
	});

	test('leaving the app ends it at once', async () => {
		const credentials = await connected();
		await kakao.kakao.post('/api/developers/unlink', { number: '01012345678' });
		expect((await check(credentials)).error?.message).toBe('Kakao does not renew this sign-in');
	});

	test('a client secret that has changed is told as what it is', async () => {
		const credentials = await connected({}, { clientSecret: 'old' });
		await kakao.kakao.post(DAYS, { days: 1 });
		const { error } = await check(credentials);
		expect(error?.message).toBe('Kakao does not renew this sign-in');
		expect((error as { description?: string }).description).toMatch(/client/i);
	});

	test('nobody has pressed Connect yet', async () => {
		const { oauthTokenData: _, ...unconnected } = (await connected()).kakaoDevelopersOAuth2Api;
		const { error } = await check({ kakaoDevelopersOAuth2Api: unconnected } as Connected);
		expect(error?.message).toBe('Kakao does not renew this sign-in');
		expect((error as { description?: string }).description).toContain('not connected');
	});

	test('a refusal that a new token does not cure is told in Kakao’s words, not renewed for ever', async () => {
		const credentials = await connected();
		await kakao.refuse(-401, { message: 'ip mismatched! callerIp=203.0.113.7' });
		const { error } = await check(credentials);
		expect(error?.message).toMatch(/not from this server’s IP address\. Kakao: ip mismatched/);
		expect(await kakao.asked()).toHaveLength(2);
	});
});
