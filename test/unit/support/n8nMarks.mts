import type { Ledger } from '../../../kakao/delivery/ledger';
import { Killed } from './dealerModel.mts';

/**
 * The ledger with the habits of n8n's de-duplication storage (2.41, deduplication-helper.js): what stood there before
 * the call is told, what did not is written, also twice when it came twice; forgetting takes one copy.
 */
export function n8nMarks() {
	const marks: string[] = [];
	/** `killAt`: the process dies before this call. `failAt`: these calls find no storage. */
	const state = { calls: 0, killAt: Infinity, failAt: (_call: number): boolean => false };
	const call = async (): Promise<boolean> => {
		await Promise.resolve();
		if (++state.calls >= state.killAt) throw new Killed();
		return !state.failAt(state.calls);
	};
	const ledger: Ledger = {
		async note(given) {
			if (!(await call())) return null;
			const before = new Set(marks);
			marks.push(...given.filter((mark) => !before.has(mark)));
			return new Set(given.filter((mark) => before.has(mark)));
		},
		async forget(given) {
			if (!(await call())) return;
			for (const mark of given) {
				const at = marks.indexOf(mark);
				if (at !== -1) marks.splice(at, 1);
			}
		},
	};
	return { ledger, marks, state };
}
