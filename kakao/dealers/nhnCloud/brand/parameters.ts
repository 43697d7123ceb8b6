import type { BrandContent } from '../../../message/brand/content';

/** A card's own value of a variable that several cards share (see message/brand/fill.ts). */
const OF_CARD = /^(.+)@(\d+)$/;

/** NHN's fixed names of prices that a template leaves open: an amount or a rate, so one of them stays empty (-3299). */
export const PRICES = {
	regularPrice: '정상가격',
	discountPrice: '할인가격',
	discountRate: '할인율',
	discountFixed: '정액할인가격',
} as const;

const PRICE_NAMES: ReadonlySet<string> = new Set(Object.values(PRICES));

/**
 * Values as `templateParameter`: `name` for everywhere, `name@$.carousel.list[i]` for one card. The intro counts as
 * list[0], so cards begin at 1 behind it. The guide lists texts, links, coupons and product titles as places for a
 * card's own value, not prices; those are sent the same way and never with a common value beside them, so that NHN
 * refuses what it cannot do instead of advertising a wrong price.
 */
export function templateParameter(
	variables: Readonly<Record<string, string>>,
	template: BrandContent,
): Record<string, string> {
	const first = template.carousel?.intro ? 1 : 0;
	const valuesOf = new Map<string, Set<string>>();
	for (const [name, value] of Object.entries(variables)) {
		const [, bare] = OF_CARD.exec(name) ?? [];
		if (bare !== undefined) valuesOf.set(bare, (valuesOf.get(bare) ?? new Set()).add(value));
	}
	return Object.fromEntries(
		Object.entries(variables).flatMap(([name, value]) => {
			const [, bare = name, card] = OF_CARD.exec(name) ?? [];
			if (value === '' && PRICE_NAMES.has(bare)) return [];
			// Equal in all cards: the common name says it, wherever it stands.
			if (card === undefined || valuesOf.get(bare)!.size === 1) return [[bare, value]];
			return [[`${bare}@$.carousel.list[${Number(card) - 1 + first}]`, value]];
		}),
	);
}
