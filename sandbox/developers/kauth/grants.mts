import { createHash, randomBytes } from 'node:crypto';
import { DEMO_DEVELOPERS_CREDENTIALS } from '../../world/credentials.mts';
import { KauthError } from './errors.mts';

/** A sign-in that has not been turned into tokens yet. */
export interface Grant {
	number: string;
	redirectUri: string;
	scopes: readonly string[];
	/** PKCE; null when the client does without. */
	challenge: string | null;
	endsAt: number;
}

const CODE_LIVES_MS = 10 * 60 * 1000;
/** n8n's own address is not known beforehand, so its path is enough until the console names addresses. */
const N8N_CALLBACK = /^https?:\/\/[^/?#]+(?:\/[^?#]*)?\/rest\/oauth2-credential\/callback$/;

/** What the REST API key has in its settings, and the codes given out for it. */
export class Grants {
	/** Null: any n8n. Otherwise exactly these (facts 4: must be registered exactly). */
	redirectUris: readonly string[] | null = null;
	#codes = new Map<string, Grant>();

	/** @throws KauthError KOE101, KOE006 */
	checkClient(clientId: string | null, redirectUri: string | null): void {
		if (clientId !== DEMO_DEVELOPERS_CREDENTIALS.restApiKey) throw new KauthError('wrongKey');
		const known = this.redirectUris ? this.redirectUris.includes(redirectUri ?? '') : N8N_CALLBACK.test(redirectUri ?? '');
		if (!known) throw new KauthError('redirect');
	}

	give(grant: Omit<Grant, 'endsAt'>): string {
		const code = randomBytes(36).toString('base64url');
		this.#codes.set(code, { ...grant, endsAt: Date.now() + CODE_LIVES_MS });
		return code;
	}

	/** A code works once. @throws KauthError KOE320, KOE303 */
	take(code: string | null, redirectUri: string | null, verifier: string | null): Grant {
		const grant = this.#codes.get(code ?? '');
		this.#codes.delete(code ?? '');
		if (!grant || grant.endsAt < Date.now()) throw new KauthError('code');
		if (grant.redirectUri !== redirectUri) throw new KauthError('redirectMismatch');
		if (grant.challenge !== null && grant.challenge !== createHash('sha256').update(verifier ?? '').digest('base64url')) throw new KauthError('code');
		return grant;
	}

	clear(): void {
		this.redirectUris = null;
		this.#codes.clear();
	}
}
