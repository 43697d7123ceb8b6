import { DEMO_DEVELOPERS_CREDENTIALS } from '../../world/credentials.mts';
import type { Platform } from '../platform.mts';
import { ACCESS_SECONDS, REFRESH_SECONDS, type RefreshToken } from '../tokens.mts';
import { KauthError } from './errors.mts';
import type { Grants } from './grants.mts';
import type { IssueLimits } from './often.mts';

const { restApiKey, clientSecret } = DEMO_DEVELOPERS_CREDENTIALS;
const ACCESS_LIFE = { token_type: 'bearer', expires_in: ACCESS_SECONDS } as const;

/** What `POST /oauth/token` does. */
export class TokenDesk {
	readonly #platform: Platform;
	readonly #grants: Grants;
	readonly #limits: IssueLimits;

	constructor(platform: Platform, grants: Grants, limits: IssueLimits) {
		this.#platform = platform;
		this.#grants = grants;
		this.#limits = limits;
	}

	/** Credentials count in the body only: Basic is not documented (facts 4). @throws KauthError */
	answer(form: URLSearchParams): object {
		if (form.get('client_id') !== restApiKey) throw new KauthError('wrongKey');
		if (form.get('client_secret') !== clientSecret) throw new KauthError('wrongSecret');
		switch (form.get('grant_type')) {
			case 'authorization_code': return this.#first(form);
			case 'refresh_token': return this.#again(form);
			default: throw new KauthError('grant');
		}
	}

	#first(form: URLSearchParams): object {
		const { tokens } = this.#platform;
		const { number, scopes } = this.#grants.take(form.get('code'), form.get('redirect_uri'), form.get('code_verifier'));
		this.#limits.count('access', number, tokens.now());
		return { access_token: tokens.newAccess(number), ...ACCESS_LIFE, ...this.#renewed(number, scopes), scope: scopes.join(' ') };
	}

	#again(form: URLSearchParams): object {
		const { tokens } = this.#platform;
		const token = tokens.refresh(form.get('refresh_token') ?? '');
		if (!token) throw new KauthError('refresh');
		this.#limits.count('refresh', token.number, tokens.now());
		const answer = { access_token: tokens.newAccess(token.number), ...ACCESS_LIFE };
		if (!this.#isRenewed(token)) return answer;
		tokens.drop(token);
		return { ...answer, ...this.#renewed(token.number, token.scopes) };
	}

	/** A refresh token usually does not come back (trap 12). */
	#isRenewed(token: RefreshToken): boolean {
		const { refreshToken } = this.#platform.behaviours.now;
		return refreshToken === 'auto' ? this.#platform.tokens.isNearItsEnd(token) : refreshToken === 'always';
	}

	#renewed(number: string, scopes: readonly string[]): object {
		return { refresh_token: this.#platform.tokens.newRefresh(number, scopes), refresh_token_expires_in: REFRESH_SECONDS };
	}
}
