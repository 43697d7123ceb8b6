import { fill, PLACEHOLDER } from '../variables';
import type { BrandContent, Card } from './content';

/** Applies a function to every text inside, keeping what does not change as it is. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
	if (typeof value === 'string') return change(value) as T;
	return typeof value === 'object' && value !== null ? mapMembers(value, change) : value;
}

function mapMembers<T extends object>(value: T, change: (text: string) => string): T {
	let copy: T | undefined;
	for (const key of Object.keys(value) as (keyof T)[]) {
		const changed = mapTexts(value[key], change);
		if (changed === value[key]) continue;
		copy ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as T;
		copy[key] = changed;
	}
	return copy ?? value;
}

/** Every text inside, in the order in which a reader meets them. */
export function* textsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each);
}

/** Names of all variables in the texts inside, each once. */
export const namesIn = (value: unknown): string[] => {
	const names = [...textsIn(value)].flatMap((text) => [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!));
	return [...new Set(names)];
};

/** What stands for one card's own value of a variable that several cards share. */
export const cardVariable = (name: string, card: number): string => `${name}@${card}`;

/**
 * The variables of a content by bare name. One that stands in several cards of a carousel is asked for card by card
 * (`name@1`, `name@2`), where the dealer can tell cards apart.
 */
export function brandVariables(content: BrandContent, byCard: boolean): string[] {
	const { carousel, ...rest } = content;
	const common = namesIn([rest, carousel?.intro, carousel?.more]);
	const cards = carousel?.cards.map(namesIn) ?? [];
	const counts = new Map<string, number>();
	for (const name of cards.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
	const ofCards = cards.flatMap((names, at) =>
		names.map((name) =>
			byCard && counts.get(name)! > 1 && !common.includes(name) ? cardVariable(name, at + 1) : name,
		),
	);
	return [...new Set([...common, ...ofCards])];
}

const namesOf = { common: new WeakMap<BrandContent, string[]>(), byCard: new WeakMap<BrandContent, string[]>() };

/** The same, collected once per content: thousands of items share one template. */
export function variableNames(content: BrandContent, byCard: boolean): readonly string[] {
	const known = byCard ? namesOf.byCard : namesOf.common;
	const names = known.get(content) ?? brandVariables(content, byCard);
	known.set(content, names);
	return names;
}

/** The finished content. A card takes its own value (`name@2`) before the common one. */
export function fillBrand(content: BrandContent, values: Readonly<Record<string, string>>): BrandContent {
	const { carousel } = content;
	const finish = (text: string) => fill(text, values);
	if (!carousel) return mapTexts(content, finish);
	const rest = { ...content, carousel: undefined };
	const filled = mapTexts(rest, finish);
	const intro = mapTexts(carousel.intro, finish);
	const more = mapTexts(carousel.more, finish);
	const cards = carousel.cards.map((card, at) => fillCard(card, at + 1, values));
	const sameCards = cards.every((card, at) => card === carousel.cards[at]);
	if (filled === rest && intro === carousel.intro && more === carousel.more && sameCards) return content;
	return { ...filled, carousel: { ...carousel, cards, ...(intro && { intro }), ...(more && { more }) } };
}

function fillCard(card: Card, number: number, values: Readonly<Record<string, string>>): Card {
	return mapTexts(card, (text) => {
		if (!text.includes('#{')) return text;
		const own = text.replace(PLACEHOLDER, (whole, name: string) => values[cardVariable(name, number)] ?? whole);
		return fill(own, values);
	});
}
