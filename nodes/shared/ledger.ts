import type { IExecuteFunctions } from 'n8n-workflow';

import type { Ledger } from '../../kakao/delivery/ledger';

/** About 27 bytes each, in one database row per node or workflow: the last 60,000 messages with keys of their own. */
const MAX_MARKS = 60_000;
/** n8n looks through the whole row for each mark it forgets: in pieces, so that other work gets its turn. */
const FORGET_AT_ONCE = 500;

/**
 * The ledger in n8n's own de-duplication storage: it survives restarts and is written at once, also in manual runs.
 * It has no lock: two executions at the same instant can both find a key new. Then the dealer's own key is the guard.
 */
export function n8nLedger(context: IExecuteFunctions, scope: 'node' | 'workflow', maxMarks = MAX_MARKS): Ledger {
	return {
		async note(marks) {
			try {
				const options = { mode: 'entries' as const, maxEntries: Math.max(maxMarks, marks.length * 4) };
				const { processed } = await context.helpers.checkProcessedAndRecord([...marks], scope, options);
				return new Set(processed.map(String));
			} catch (error) {
				context.logger.warn(
					`The list of sent messages in n8n's storage could not be read: ${(error as Error).message}`,
				);
				return null;
			}
		},
		async forget(marks) {
			try {
				for (let start = 0; start < marks.length; start += FORGET_AT_ONCE) {
					await context.helpers.removeProcessed(marks.slice(start, start + FORGET_AT_ONCE), scope, {
						mode: 'entries',
					});
				}
			} catch (error) {
				context.logger.warn(
					`The list of sent messages in n8n's storage could not be written: ${(error as Error).message}`,
				);
			}
		},
	};
}
