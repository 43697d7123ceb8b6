import type { Problem } from '../limits';
import { webLinkProblem } from '../links';
import type { BrandContent, BrandTemplate } from './content';
import { linked } from './parts';
import type { BrandRules } from './rules';

/** A template that may not be sent. */
export const templateProblems = (template: BrandTemplate | null): Problem[] =>
	template?.status === 'stopped'
		? [
				{
					field: 'Template',
					text: `"${template.code}" is stopped`,
					cure: "Choose another template, or start this one again in the dealer's console.",
				},
			]
		: [];

/** A message without a sound where the dealer knows none. */
export const silenceProblems = (possible: boolean): Problem[] =>
	possible
		? []
		: [
				{
					field: 'Silent',
					text: 'is not offered by this dealer',
					cure: 'Switch it off: the message comes with a sound.',
				},
			];

/** A link that was never given may be absent; one that its value has emptied is a button that leads nowhere. */
export function brandLinkProblems(
	content: BrandContent,
	{ content: given, requireHttps }: { content: BrandContent; requireHttps: boolean },
	{ asciiLinks }: Pick<BrandRules, 'asciiLinks'>,
): Problem[] {
	const before = linked(given);
	return linked(content).flatMap(([field, links], at) =>
		(['linkMobile', 'linkPc'] as const).flatMap((key) => {
			const link = links[key];
			if (link === undefined || (link === '' && before[at]![1][key] === '')) return [];
			const problem = webLinkProblem(link, requireHttps) ?? (asciiLinks ? lettersProblem(link) : undefined);
			return problem ? [{ field, ...problem }] : [];
		}),
	);
}

function lettersProblem(link: string): Omit<Problem, 'field'> | undefined {
	if (!/[^ -~]/.test(link)) return undefined;
	return {
		text: `leads to "${link}", whose letters this dealer does not take as they are`,
		cure: `Encode it, say with encodeURIComponent: ${encodeURI(link)}`,
	};
}
