import { afterAll, beforeAll, expect, test } from 'vitest';

import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_DEVELOPERS_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { RealN8n } from '../harness/realN8n.mts';

const { restApiKey, clientSecret, channelPublicId } = DEMO_DEVELOPERS_CREDENTIALS;
/** 010-9000-0001: a user ID of nineteen digits. */
const PERSON = { number: '01090000001', userId: '1234567890190000001' };

let sandbox: Sandbox;
let n8n: RealN8n;

beforeAll(async () => {
	sandbox = await startSandbox();
	n8n = await RealN8n.start();
});
afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

/** What happens in the window that Connect opens: the person agrees, and Kakao sends the browser back to n8n. */
async function connect(credential: string): Promise<string> {
	const page = new URL(await n8n.rest.request<string>('GET', `/rest/oauth2-credential/auth?id=${credential}`));
	expect(page.origin).toBe(new URL(sandbox.urls.kauth).origin);
	expect(page.searchParams.get('scope')).toBe('plusfriends');
	const form = new URLSearchParams([
		...page.searchParams,
		['number', PERSON.number],
		['agreed', 'plusfriends'],
		['decision', 'agree'],
	]);
	const agreed = await fetch(`${page.origin}${page.pathname}`, { method: 'POST', body: form, redirect: 'manual' });
	const back = new URL(agreed.headers.get('location')!);
	const answer = await fetch(`${n8n.url}${back.pathname}${back.search}`, { headers: { cookie: n8n.rest.session } });
	return await answer.text();
}

const check = (credential: string) => ({
	name: 'Check myself',
	nodes: [
		{
			id: 'a',
			name: 'Manual',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: {},
		},
		{
			id: 'b',
			name: 'Check',
			type: 'n8n-nodes-kakao-business.kakaoChannelRelationshipCheck',
			typeVersion: 1,
			position: [200, 0] as [number, number],
			parameters: { askAbout: 'signedIn', channel: '', options: {} },
			credentials: { kakaoDevelopersOAuth2Api: { id: credential, name: 'Me' } },
		},
	],
	connections: { Manual: { main: [[{ node: 'Check', type: 'main' as const, index: 0 }]] } },
});

test('somebody presses Connect, agrees, and stays signed in when the token is renewed without a refresh token', async () => {
	const credential = await n8n.rest.saveCredential({
		name: 'Me',
		type: 'kakaoDevelopersOAuth2Api',
		data: {
			clientId: restApiKey,
			clientSecret,
			channelPublicId,
			loginUrl: sandbox.urls.kauth,
			baseUrl: sandbox.urls.kapi,
		},
	});
	expect(await connect(credential)).toMatch(/connect|success/i);
	for (const days of [0, 1, 1]) {
		if (days > 0)
			await fetch(`${sandbox.urls.phone}/api/developers/age`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ days }),
			});
		const { status, error, runData } = await n8n.runToEnd(check(credential), 'Manual');
		expect(status, error?.message ?? n8n.log).toBe('success');
		const [friends] = runData['Check']?.[0]?.data?.['main'] ?? [];
		expect(friends?.map(({ json }) => [json.userId, json.outcome])).toEqual([[PERSON.userId, 'added']]);
	}
});

test.each([
	['https://kauth.kakao.com', ''],
	['https://kauth.kakao.com', 'http://login.example'],
	['https://login.example', 'https://login.example'],
])('people are sent to %s where the credential says "%s": never over plain http', async (origin, loginUrl) => {
	const data = { clientId: restApiKey, clientSecret, loginUrl };
	const credential = await n8n.rest.saveCredential({ name: `At ${loginUrl}`, type: 'kakaoDevelopersOAuth2Api', data });
	const page = new URL(await n8n.rest.request<string>('GET', `/rest/oauth2-credential/auth?id=${credential}`));
	expect(`${page.origin}${page.pathname}`).toBe(`${origin}/oauth/authorize`);
});
