import type { Problem, Usage } from '../limits';
import type { RuledText } from './parts';

/** Lengths of a finished content's texts, and line breaks that are too many. */
export function brandUsage(texts: readonly RuledText[]): { usage: Usage[]; problems: Problem[] } {
	return {
		usage: texts.map(({ field, text, rule }) => ({
			field,
			used: text.length,
			limit: rule.limit,
			unit: 'characters',
		})),
		problems: texts.flatMap(({ field, text, rule }) => {
			const breaks = text.split(/\r\n|\r|\n/).length - 1;
			if (breaks <= rule.breaks) return [];
			return [
				{
					field,
					text: `has ${breaks} line breaks, ${rule.breaks === 0 ? 'none is' : `at most ${rule.breaks} are`} allowed`,
					cure: 'Put it on fewer lines.',
				},
			];
		}),
	};
}
