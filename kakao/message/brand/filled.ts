import type { Problem } from '../limits';
import type { BrandContent, Card, Commerce } from './content';
import type { BrandRules } from './rules';
import { couponTitleProblems, priceProblems } from './structure';

type Offer = Pick<Card, 'commerce' | 'coupon'>;

/**
 * What values can spoil of a template: coupon titles follow five patterns, and prices are numbers in three combinations
 * (NHN guide, "유의 사항" of the registration). All else was accepted when it was registered.
 * @param given the same content before its values were filled in
 */
export function filledProblems(content: BrandContent, given: BrandContent, rules: BrandRules): Problem[] {
	const cards = given.carousel?.cards ?? [];
	return [
		...offerProblems('', content, given, rules),
		...cards.flatMap((card, at) => offerProblems(`card ${at + 1}: `, content.carousel!.cards[at]!, card, rules)),
	];
}

const isOpen = (text: string | undefined): boolean => text?.includes('#{') ?? false;

function offerProblems(where: string, { coupon, commerce }: Offer, given: Offer, rules: BrandRules): Problem[] {
	const { regularPrice, discountPrice, discountRate, discountFixed } = given.commerce ?? {};
	return [
		...(coupon && isOpen(given.coupon?.title) ? couponTitleProblems(where, coupon) : []),
		...(commerce && [regularPrice, discountPrice, discountRate, discountFixed].some(isOpen)
			? priceProblems(where, withoutEmpty(commerce), rules)
			: []),
	];
}

/** A price that was left empty is not there (prices.ts). */
const withoutEmpty = ({ discountPrice, discountRate, discountFixed, ...rest }: Commerce): Commerce => ({
	...rest,
	...(discountPrice && { discountPrice }),
	...(discountRate && { discountRate }),
	...(discountFixed && { discountFixed }),
});
