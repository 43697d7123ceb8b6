import { KapiError } from './errors.mts';

/** Body of `POST /api/developers/refuse`. */
export interface PlannedRefusal {
	/** -10 quota, -1 or -815 internal, -9798 maintenance, … */
	code: number;
	/** So many calls pass first. */
	after: number;
	/** So many are refused; null = all that follow, as with a quota. */
	times: number | null;
	/** Only calls whose path begins so. */
	path: string;
	/** Instead of the usual text, as `ip mismatched` for -401. */
	message: string | null;
}

/** What the quota error carries besides (docs/in/api-platform-integration/api-quota). */
const QUOTA_RULE = { rule_id: 1, rule_name: 'monthly', rule_desc: '3000000 per month' };

/** Refusals that do not come from what was asked: quota, maintenance, internal errors. */
export class Refusals {
	#planned: PlannedRefusal[] = [];

	get planned(): readonly PlannedRefusal[] {
		return this.#planned;
	}

	plan(refusal: PlannedRefusal): void {
		this.#planned.push({ ...refusal });
	}

	/** Called once per call to kapi. @throws KapiError */
	check(path: string): void {
		const refusal = this.#planned.find((candidate) => path.startsWith(candidate.path));
		if (!refusal) return;
		if (refusal.after > 0) {
			refusal.after -= 1;
			return;
		}
		if (refusal.times !== null && --refusal.times <= 0) this.#planned = this.#planned.filter((other) => other !== refusal);
		throw new KapiError(refusal.code, refusal.message ?? undefined, refusal.code === -10 ? QUOTA_RULE : {});
	}

	clear(): void {
		this.#planned = [];
	}
}
