import { randomBytes } from 'node:crypto';
import { DAY_MS } from '../consult/clock.mts';
import { KapiError } from './errors.mts';

/** Access tokens of a REST key live 6 h, refresh tokens 2 months (facts 4); in seconds as the answers name them. */
export const ACCESS_SECONDS = 21_599;
export const REFRESH_SECONDS = 5_183_999;
/** A refresh token with less than this is replaced on refresh. */
const RENEWED_BELOW_MS = 30 * DAY_MS;

export interface RefreshToken { value: string; number: string; scopes: readonly string[]; endsAt: number }
interface AccessToken { number: string; endsAt: number }

const newToken = () => randomBytes(40).toString('base64url');

/** Tokens of people who have signed in. Their time can be put forward, because nobody waits a month. */
export class Tokens {
	#access = new Map<string, AccessToken>();
	#refresh = new Map<string, RefreshToken>();
	#aheadMs = 0;

	now(): number {
		return Date.now() + this.#aheadMs;
	}

	pass(ms: number): void {
		this.#aheadMs += ms;
	}

	newAccess(number: string): string {
		const value = newToken();
		this.#access.set(value, { number, endsAt: this.now() + ACCESS_SECONDS * 1000 });
		return value;
	}

	newRefresh(number: string, scopes: readonly string[]): string {
		const value = newToken();
		this.#refresh.set(value, { value, number, scopes, endsAt: this.now() + REFRESH_SECONDS * 1000 });
		return value;
	}

	/** Undefined once it is used up, replaced or revoked. */
	refresh(value: string): RefreshToken | undefined {
		const token = this.#refresh.get(value);
		return token && token.endsAt > this.now() ? token : undefined;
	}

	isNearItsEnd({ endsAt }: RefreshToken): boolean {
		return endsAt - this.now() < RENEWED_BELOW_MS;
	}

	drop({ value }: RefreshToken): void {
		this.#refresh.delete(value);
	}

	/** @throws KapiError -401 */
	access(value: string): { number: string; expiresIn: number } {
		const token = this.#access.get(value);
		if (!token) throw new KapiError(-401, 'this access token does not exist');
		const expiresIn = Math.floor((token.endsAt - this.now()) / 1000);
		if (expiresIn <= 0) throw new KapiError(-401, 'this access token is already expired');
		return { number: token.number, expiresIn };
	}

	/** Unlinking kills all tokens of a person at once (facts 4). */
	revoke(number: string): void {
		for (const [value, token] of this.#access) if (token.number === number) this.#access.delete(value);
		for (const [value, token] of this.#refresh) if (token.number === number) this.#refresh.delete(value);
	}

	clear(): void {
		this.#access.clear();
		this.#refresh.clear();
		this.#aheadMs = 0;
	}
}
