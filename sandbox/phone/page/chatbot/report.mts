import type { Words } from '../words.mts';
import type { Conversation, ConversationEntry, SkillProblem } from './api.mts';

export type Verdict = 'fine' | 'warning' | 'error';

/** What the company can be told of: answers, and why there was none. Oldest first. */
export const reportsOf = (talk: Conversation | undefined): ConversationEntry[] => talk?.entries.filter(({ block }) => block !== null) ?? [];

export function verdictOf(problems: readonly SkillProblem[]): Verdict {
	if (problems.some(({ severity }) => severity === 'error')) return 'error';
	return problems.length > 0 ? 'warning' : 'fine';
}

/** 오류 2 · 경고 1 */
export function verdictText(problems: readonly SkillProblem[], words: Words): string {
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const warnings = problems.length - errors;
	const parts = [errors > 0 && words.skillErrors(errors), warnings > 0 && words.skillWarnings(warnings)].filter(Boolean);
	return parts.join(' · ') || words.skillFine;
}

/** With line breaks, unless that would change what was sent. */
export function readable(json: string): string {
	try {
		const value: unknown = JSON.parse(json);
		return JSON.stringify(value) === json ? JSON.stringify(value, null, 2) : json;
	} catch (error) {
		if (error instanceof SyntaxError) return json;
		throw error;
	}
}
