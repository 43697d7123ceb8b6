import { Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import type { Served } from '../../frontDoor.mts';
import type { Platform } from '../platform.mts';
import { SCOPES, type Scope } from '../users.mts';
import { KauthError } from './errors.mts';
import type { Grants } from './grants.mts';
import { IssueLimits } from './often.mts';
import { consentPage, problemPage } from './page.mts';
import { TokenDesk } from './token.mts';

/** Official SDKs join with a space; n8n joins with a comma where its field has one (facts 4). */
const scopesIn = (text: string | null): Scope[] => SCOPES.filter((scope) => text?.split(/[ ,]+/).includes(scope));

function redirected(uri: string, answer: Record<string, string>, state: string | null): string {
	const url = new URL(uri);
	for (const [name, value] of Object.entries({ ...answer, ...(state !== null && { state }) })) url.searchParams.set(name, value);
	return url.href;
}

/** The page where a person signs in and agrees. */
function authorizeRoutes(app: Hono<DealerEnv>, { world, users }: Platform, grants: Grants): void {
	app.get('/oauth/authorize', (c) => {
		const query = new URL(c.req.url).searchParams;
		grants.checkClient(query.get('client_id'), query.get('redirect_uri'));
		if (query.get('response_type') !== 'code') throw new KauthError('grant');
		const people = world.phones.list(50).filter(({ kakaoUser }) => kakaoUser).map(({ number, label }) => ({ ...users.of(number), label }));
		return c.html(consentPage(people, scopesIn(query.get('scope')), query));
	});
	app.post('/oauth/authorize', async (c) => {
		const form = new URLSearchParams(await c.req.text());
		const redirectUri = form.get('redirect_uri') ?? '';
		grants.checkClient(form.get('client_id'), redirectUri);
		const number = form.get('number') ?? '';
		if (form.get('decision') !== 'agree' || !/^\d{8,15}$/.test(number)) {
			return c.redirect(redirected(redirectUri, { error: 'access_denied', error_description: 'User denied access' }, form.get('state')));
		}
		const scopes = SCOPES.filter((scope) => form.getAll('agreed').includes(scope) || users.of(number).scopes.includes(scope));
		users.set(number, { linked: true, scopes });
		const code = grants.give({ number, redirectUri, scopes, challenge: form.get('code_challenge') });
		return c.redirect(redirected(redirectUri, { code }, form.get('state')));
	});
}

/** kauth.kakao.com. */
export function createKauth(platform: Platform, grants: Grants): Served & { reset(): void } {
	const app = new Hono<DealerEnv>();
	const limits = new IssueLimits();
	const desk = new TokenDesk(platform, grants, limits);
	authorizeRoutes(app, platform, grants);
	app.post('/oauth/token', async (c) => {
		if (!c.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded')) throw new KauthError('form');
		return c.json(desk.answer(new URLSearchParams(await c.req.text())));
	});
	app.onError((error, c) => {
		if (!(error instanceof KauthError)) throw error;
		return c.req.path === '/oauth/token' ? c.json(error.body, error.status) : c.html(problemPage(error.code, error.message), error.status);
	});
	return {
		id: 'kauth', app, sends: () => false,
		gatewayBody: (status) => ({ error: 'server_error', error_description: `gateway error ${status}`, error_code: 'KOE009' }),
		reset: () => limits.clear(),
	};
}
