import { BrandCompiler, type BrandVariable } from './brandCompiler.mts';
import type { Filler, Lookup } from './brandFill.mts';
import type { BrandBubble, BrandTemplate, WideItem } from './types.mts';

/**
 * Fills Brand Message templates. A template is taken apart once; after that a message costs a few joins, and parts
 * without variables are the template's own objects, shared by all messages.
 */

export type { BrandVariable } from './brandCompiler.mts';
export type { Lookup } from './brandFill.mts';

interface Compiled {
	variables: BrandVariable[];
	fill: (lookup: Lookup) => BrandBubble;
}

function compile({ bubble }: BrandTemplate): Compiled {
	const compiler = new BrandCompiler();
	const text = compiler.maybe(bubble.text);
	const header = compiler.maybe(bubble.header);
	const additional = compiler.maybe(bubble.additional);
	const imageLink = compiler.maybe(bubble.imageLink);
	const items: Filler<WideItem[]> = compiler.list(bubble.items, (item) => compiler.linked(item, ['title']));
	const commerce = compiler.commerce(bubble.commerce);
	const carousel = compiler.carousel(bubble.carousel);
	const buttons = compiler.buttons(bubble.buttons);
	const coupon = compiler.coupon(bubble.coupon);
	return {
		variables: [...compiler.variables.values()],
		fill: (lookup) => ({
			...bubble, text: text.fill(lookup), header: header.fill(lookup), additional: additional.fill(lookup),
			imageLink: imageLink.fill(lookup), items: items.fill(lookup), commerce: commerce.fill(lookup),
			carousel: carousel.fill(lookup), buttons: buttons.fill(lookup), coupon: coupon.fill(lookup),
		}),
	};
}

const compiled = new WeakMap<BrandTemplate, Compiled>();

function known(template: BrandTemplate): Compiled {
	let found = compiled.get(template);
	if (!found) compiled.set(template, (found = compile(template)));
	return found;
}

/** Every variable of the template; in a carousel the same name may appear at several places. */
export const brandVariables = (template: BrandTemplate): readonly BrandVariable[] => known(template).variables;

/** The bubble a customer sees. Values must be complete but for optional ones; prices that are no numbers become NaN. */
export const renderBrand = (template: BrandTemplate, lookup: Lookup): BrandBubble => known(template).fill(lookup);
