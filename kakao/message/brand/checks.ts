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
	{ plainLinks }: Pick<BrandRules, 'plainLinks'>,
): Problem[] {
	const before = linked(given);
	return linked(content).flatMap(([field, links], at) =>
		(['linkMobile', 'linkPc'] as const).flatMap((key) => {
			const link = links[key];
			if (link === undefined || (link === '' && before[at]![1][key] === '')) return [];
			const problem = webLinkProblem(link, requireHttps) ?? (plainLinks ? signProblem(link) : undefined);
			return problem ? [{ field, ...problem }] : [];
		}),
	);
}

/** What SOLAPI's server does not take as it is (its SDK has the pattern, bmsConstraints.ts): Korean letters, but also commas and brackets. */
const OTHER_SIGN = /[^\w@:%.+~#?&/=-]/gu;

function signProblem(link: string): Omit<Problem, 'field'> | undefined {
	const signs = [...new Set(link.match(OTHER_SIGN))];
	if (signs.length === 0) return undefined;
	return {
		text: `leads to "${link}", in which this dealer does not take ${signs.slice(0, 5).join(' ')} as it is`,
		cure: `Encode it, say with encodeURIComponent: ${link.replace(OTHER_SIGN, percentEncoded)}`,
	};
}

/** As encodeURIComponent does, which leaves some of these signs alone. */
const percentEncoded = (sign: string): string =>
	[...encoder.encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

const encoder = new TextEncoder();
