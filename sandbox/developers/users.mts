import { UNCONSENTED_NUMBER, UNLINKED_NUMBER, numberOf, openIdOf, userIdOf } from '../world/kakaoIds.mts';
import type { World } from '../world/world.mts';
import { KapiError } from './errors.mts';

/** What a person has agreed to in this app. */
export const SCOPES = ['plusfriends', 'profile_nickname', 'talk_message'] as const;
export type Scope = (typeof SCOPES)[number];

/** One person as the app knows them, as `GET /api/developers/users` shows it. */
export interface AppUser {
	number: string;
	/** 회원번호, in digits: up to nineteen of them. */
	userId: string;
	openId: string;
	/** Has signed in to the app and not unlinked it since. */
	linked: boolean;
	scopes: readonly Scope[];
}

type Setting = Pick<AppUser, 'linked' | 'scopes'>;

/** The shop's customers have signed in with Kakao Sync and agreed. */
const UNTOUCHED: Setting = { linked: true, scopes: ['plusfriends', 'profile_nickname'] };
const SEEDED: readonly (readonly [string, Setting])[] = [
	[UNCONSENTED_NUMBER, { linked: true, scopes: ['profile_nickname'] }], [UNLINKED_NUMBER, { linked: false, scopes: [] }],
];

export class AppUsers {
	#settings = new Map(SEEDED);
	readonly #world: World;

	constructor(world: World) {
		this.#world = world;
	}

	of(number: string): AppUser {
		return { number, userId: userIdOf(number), openId: openIdOf(number), ...(this.#settings.get(number) ?? UNTOUCHED) };
	}

	set(number: string, changes: Partial<Setting>): AppUser {
		const { linked, scopes } = { ...this.of(number), ...changes };
		// Unlinking takes all consents back (facts 4: tokens die with it).
		this.#settings.set(number, { linked, scopes: linked ? scopes : [] });
		return this.of(number);
	}

	/** Whose user ID it is. @throws KapiError -101 for nobody of this app, -501 for somebody without KakaoTalk */
	linked(userId: string): AppUser {
		const number = numberOf(userId);
		const user = number === undefined ? undefined : this.of(number);
		if (!user?.linked) throw new KapiError(-101);
		if (!this.#world.phones.get(user.number).kakaoUser) throw new KapiError(-501);
		return user;
	}

	/** Linked users among the phones that are remembered, by user ID. */
	all(): AppUser[] {
		const numbers = new Set([...this.#world.phones.list(Infinity).map(({ number }) => number), ...this.#settings.keys()]);
		const users = [...numbers].map((number) => this.of(number)).filter(({ linked }) => linked);
		return users.sort((a, b) => (BigInt(a.userId) < BigInt(b.userId) ? -1 : 1));
	}

	clear(): void {
		this.#settings = new Map(SEEDED);
	}
}

/** @throws KapiError -402 with what is missing (facts 6) */
export function requireScope({ scopes }: AppUser, scope: Scope, apiType: string): void {
	if (scopes.includes(scope)) return;
	throw new KapiError(-402, undefined, { api_type: apiType, required_scopes: [scope], allowed_scopes: scopes });
}
