/**
 * Kakao's fixed names of the prices that a template leaves open (NHN guide, facts §1.4): an amount or a rate, so that one
 * of them always stays empty (-3299).
 */
export const PRICES = {
	regularPrice: '정상가격',
	discountPrice: '할인가격',
	discountRate: '할인율',
	discountFixed: '정액할인가격',
} as const;

const NAMES: ReadonlySet<string> = new Set(Object.values(PRICES));

/** A price that was left empty is not there: dealers refuse an empty text in its place. */
export const isOpenPrice = (name: string, value: string): boolean => value === '' && NAMES.has(name);

/** The variables of a template as they are sent, without the prices that were left empty. */
export const withoutOpenPrices = (variables: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(variables).filter(([name, value]) => !isOpenPrice(name, value)));
