import { pattern } from './template.mts';

/** The value of a variable at a place of the carousel (null outside of one); undefined = not given. */
export type Lookup = (name: string, place: number | null) => string | undefined;

/** Makes one part of a message. */
export interface Filler<Part> {
	/** The part has no variables, so every message may share it. */
	fixed: boolean;
	names: readonly string[];
	fill: (lookup: Lookup) => Part;
}

/** A text with its holes, taken apart now. A `#{}` inside a value stays as it is. */
export function textFiller(source: string, place: number | null): Filler<string> {
	const { literals, names } = pattern(source);
	if (names.length === 0) return { fixed: true, names, fill: () => source };
	const [head = '', ...rest] = literals;
	const fill = (lookup: Lookup) => {
		let text = head;
		for (let i = 0; i < names.length; i++) text += (lookup(names[i] ?? '', place) ?? '') + (rest[i] ?? '');
		return text;
	};
	return { fixed: false, names, fill };
}

/** The part itself when nothing in it varies, else what `fill` makes of it. */
export function unlessFixed<Part>(part: Part, inside: readonly { fixed: boolean }[], fill: (lookup: Lookup) => Part = () => part): Filler<Part> {
	const fixed = inside.every((filler) => filler.fixed);
	return { fixed, names: [], fill: fixed ? () => part : fill };
}
