import { DEMO_DEVELOPERS_CREDENTIALS } from '../world/credentials.mts';
import { KapiError } from './errors.mts';

/** What an admin key can be allowed to call (facts 0, change of 3 December 2025); only those that matter here. */
export const CATEGORIES = ['login', 'channelLookup', 'customerFile'] as const;
export type Category = (typeof CATEGORIES)[number];

const { restApiKey, adminKey, primaryAdminKey, narrowAdminKey } = DEMO_DEVELOPERS_CREDENTIALS;
const ADMIN_KEYS = { adminKey, primaryAdminKey, narrowAdminKey } as const;
export type AdminKeyName = keyof typeof ADMIN_KEYS;
export const ADMIN_KEY_NAMES = Object.keys(ADMIN_KEYS) as AdminKeyName[];

const START: Readonly<Record<AdminKeyName, readonly Category[]>> = {
	adminKey: CATEGORIES, primaryAdminKey: CATEGORIES, narrowAdminKey: ['channelLookup', 'customerFile'],
};

const PARTS = /^(KakaoAK|Bearer) +(\S+)$/;

/** The scheme and the rest of an `Authorization` header. @throws KapiError -401 when it is missing or of another kind */
export function credentialsIn(header: string | undefined): { scheme: string; value: string } {
	const [, scheme, value] = PARTS.exec(header ?? '') ?? [];
	if (!scheme || !value) throw new KapiError(-401, 'cannot find Authorization : KakaoAK header');
	return { scheme, value };
}

/** The app's keys: same scheme word, different keys (facts, trap 14). */
export class Keys {
	#allowed = { ...START };

	get allowed(): Readonly<Record<AdminKeyName, readonly Category[]>> {
		return this.#allowed;
	}

	allow(name: AdminKeyName, categories: readonly Category[]): void {
		this.#allowed = { ...this.#allowed, [name]: categories };
	}

	/** @throws KapiError -401 for another key, -3 for an admin key without the category */
	requireAdmin(header: string | undefined, category: Category): void {
		const { scheme, value } = credentialsIn(header);
		const name = ADMIN_KEY_NAMES.find((candidate) => ADMIN_KEYS[candidate] === value);
		if (scheme !== 'KakaoAK' || !name) throw new KapiError(-401);
		if (!this.#allowed[name].includes(category)) throw new KapiError(-3, 'the API call is not allowed for this admin key.');
	}

	/** The calls that take either key (facts 2). @throws KapiError as above */
	requireRestOrAdmin(header: string | undefined, category: Category): void {
		const { scheme, value } = credentialsIn(header);
		if (scheme !== 'KakaoAK' || value !== restApiKey) this.requireAdmin(header, category);
	}

	clear(): void {
		this.#allowed = { ...START };
	}
}
