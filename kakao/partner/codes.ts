import type { CodeSpace, Reason, ReasonKind } from '../message/outcome';
import { maskPhonesIn } from '../message/mask';

/** What one code means: kind, sentence, advice, and whether a later try can work. */
export type CodeEntry = readonly [kind: ReasonKind, text: string, advice: string, retryable?: 'retryable'];

/** One code space, as a table. */
export interface CodeTable {
	space: CodeSpace;
	entries: Readonly<Record<string, CodeEntry>>;
	/** Codes of which only the dealer's own sentence says what is wrong, and whose sentence it is. */
	toldInWords?: { by: string; codes: ReadonlySet<string> };
	/** For codes the table doesn't have. */
	otherwise: Pick<Reason, 'kind' | 'advice'>;
}

/** Looks a code up. The dealer's own words are kept beside ours when the code is not in the table. */
export function reasonFor(table: CodeTable, code: string, dealerText?: string): Reason {
	const entry = Object.hasOwn(table.entries, code) ? table.entries[code] : undefined;
	const said = dealerText ? maskPhonesIn(dealerText) : undefined;
	if (!entry) {
		return {
			code,
			codeSpace: table.space,
			retryable: false,
			kind: table.otherwise.kind,
			text: said ?? `Code ${code}.`,
			advice: table.otherwise.advice,
		};
	}
	const [kind, ours, advice, retryable] = entry;
	const words = said !== undefined && table.toldInWords?.codes.has(code) ? ` ${table.toldInWords.by}: ${said}` : '';
	const text = ours + words;
	return { code, codeSpace: table.space, kind, text, advice, retryable: retryable === 'retryable' };
}
