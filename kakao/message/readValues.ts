import type { Problem } from './limits';
import type { Template } from './template';
import { collectVariables, comparableName, type Variable } from './variables';
import { valueToText } from './values';

const variablesOf = new WeakMap<Template, readonly Variable[]>();

/** A template's variables, collected once per template. */
export function templateVariables(template: Template): readonly Variable[] {
	const known = variablesOf.get(template) ?? collectVariables(template.content);
	variablesOf.set(template, known);
	return known;
}

/** The template's variables as text; values for names that the template doesn't have are ignored (a row has more columns). */
export function readValues(
	template: Template,
	input: { values: Readonly<Record<string, unknown>>; allowEmpty: boolean },
	limit: number,
): NamedValues {
	return readNamed(
		templateVariables(template).map(({ name }) => name),
		input,
		limit,
	);
}

/** Values as text, and what is wrong with those that cannot be. */
export interface NamedValues {
	values: Record<string, string>;
	problems: Problem[];
}

/** The same for any names. A card's own value (`name@2`) may be left to the common one (`name`). */
export function readNamed(
	names: readonly string[],
	input: { values: Readonly<Record<string, unknown>>; allowEmpty: boolean },
	limit: number,
): NamedValues {
	// Without a prototype, or a variable called __proto__ would be no value of its own.
	const values = Object.create(null) as Record<string, string>;
	const problems: Problem[] = [];
	let byComparableName: Map<string, unknown> | undefined;
	const valueOf = (name: string): unknown => {
		const value: unknown = Object.hasOwn(input.values, name) ? input.values[name] : undefined;
		if (value !== undefined) return value;
		byComparableName ??= new Map(Object.entries(input.values).map(([key, each]) => [comparableName(key), each]));
		return byComparableName.get(comparableName(name));
	};
	for (const name of names) {
		const own = valueOf(name);
		const value = own === undefined && CARD.test(name) ? valueOf(name.replace(CARD, '')) : own;
		const result = valueToText(value, input);
		const field = `variable #{${name}}`;
		if ('why' in result) problems.push({ field, text: result.why, cure: cureFor(value) });
		else if (result.text.length > limit)
			problems.push({
				field,
				text: `has ${result.text.length} characters, the limit is ${limit}`,
				cure: 'Shorten the value.',
			});
		else values[name] = result.text;
	}
	return { values, problems };
}

/** What makes a variable one card's own (brand/fill.ts). */
const CARD = /@\d+$/;

function cureFor(value: unknown): string {
	if (value === undefined) return 'Map the variable to a field, or name a column like it.';
	if (value === '') return 'Fill it in, or allow empty values under Options.';
	if (typeof value === 'string') return 'Turn the field into an expression so that n8n fills it in.';
	return 'Give a text, number or date, say with an expression that has a default.';
}
