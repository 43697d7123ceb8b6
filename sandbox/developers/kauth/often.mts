import { KauthError } from './errors.mts';

const MINUTE_MS = 60_000;

/** How often tokens are issued to one person (facts 4): access 20 per 10 minutes, refresh 30 per hour. */
const LIMITS = { access: { count: 20, withinMs: 10 * MINUTE_MS }, refresh: { count: 30, withinMs: 60 * MINUTE_MS } } as const;

export class IssueLimits {
	#issued = new Map<string, number[]>();

	/** @throws KauthError; which code it has is unconfirmed */
	count(kind: keyof typeof LIMITS, number: string, now: number): void {
		const { count, withinMs } = LIMITS[kind];
		const key = `${kind} ${number}`;
		const recent = (this.#issued.get(key) ?? []).filter((at) => at > now - withinMs);
		if (recent.length >= count) throw new KauthError('often');
		this.#issued.set(key, [...recent, now]);
	}

	clear(): void {
		this.#issued.clear();
	}
}
