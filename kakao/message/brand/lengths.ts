import type { Problem, Usage } from '../limits';
import type { BrandContent } from './content';
import { ruledTexts } from './parts';
import type { BrandRules } from './rules';

/** Lengths of a finished content and its line breaks that are too many. */
export function brandUsage(content: BrandContent, rules: BrandRules): { usage: Usage[]; problems: Problem[] } {
	const texts = ruledTexts(content, rules);
	return {
		usage: texts.map(({ field, text, rule }) => ({
			field,
			used: text.length,
			limit: rule.limit,
			unit: 'characters',
		})),
		problems: texts.flatMap(({ field, text, rule }) => {
			const breaks = text.split('\n').length - 1;
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
