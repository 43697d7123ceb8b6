import type { BrandContent } from '../../../message/brand/content';
import { isOpenPrice } from '../../../message/brand/prices';

/** A card's own value of a variable that several cards share (see message/brand/fill.ts). */
const OF_CARD = /^(.+)@(\d+)$/;

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
			if (isOpenPrice(bare, value)) return [];
			// Equal in all cards: the common name says it, wherever it stands.
			if (card === undefined || valuesOf.get(bare)!.size === 1) return [[bare, value]];
			return [[`${bare}@$.carousel.list[${Number(card) - 1 + first}]`, value]];
		}),
	);
}
