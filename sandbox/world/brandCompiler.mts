import { type Filler, type Lookup, textFiller, unlessFixed } from './brandFill.mts';
import type { BrandCard, Button, Carousel, Commerce, Coupon, Links } from './types.mts';

/** A variable a template needs. */
export interface BrandVariable {
	name: string;
	/** Place in the carousel (NHN `@$.carousel.list[i]`: with a head, the head is 0); null outside of carousels. */
	place: number | null;
	/** A discount price: a template with variable prices has all four, and the sender gives one of the three combinations. */
	optional: boolean;
}

const LINKS = ['linkMobile', 'linkPc', 'schemeAndroid', 'schemeIos'] as const;

const NOTHING: Lookup = () => undefined;

/** Takes the parts of one template apart and collects the variables on the way. */
export class BrandCompiler {
	readonly variables = new Map<string, BrandVariable>();
	place: number | null = null;

	text(source: string, optional = false): Filler<string> {
		const filler = textFiller(source, this.place);
		for (const name of filler.names) {
			const key = `${this.place} ${name}`;
			this.variables.set(key, { name, place: this.place, optional: optional && (this.variables.get(key)?.optional ?? true) });
		}
		return filler;
	}

	maybe(source: string | null): Filler<string | null> {
		return source === null ? unlessFixed(null, []) : this.text(source);
	}

	/** A price that is no whole number after filling becomes NaN, which no dealer lets through; an absent discount is null. */
	price(source: string | null, optional: boolean): Filler<number | null> {
		if (source === null) return unlessFixed(null, []);
		const { fixed, names, fill } = this.text(source, optional);
		const [name = ''] = names;
		const place = this.place;
		return {
			fixed, names,
			fill: (lookup) => {
				if (optional && !fixed && lookup(name, place) === undefined) return null;
				const filled = fill(lookup);
				return /^\d+$/.test(filled) ? Number(filled) : NaN;
			},
		};
	}

	/** Everything linked: buttons, coupons, items, heads. `also` are the other texts that may vary. */
	linked<Part extends Links>(part: Part, also: readonly (keyof Part & string)[] = []): Filler<Part> {
		const fields = [...also, ...LINKS].flatMap((field) => {
			const source: unknown = part[field];
			return typeof source === 'string' ? [{ field, filler: this.text(source) }] : [];
		});
		return unlessFixed(part, fields.map(({ filler }) => filler), (lookup) => {
			const filled: Part = { ...part };
			for (const { field, filler } of fields) if (!filler.fixed) Object.assign(filled, { [field]: filler.fill(lookup) });
			return filled;
		});
	}

	list<From, To>(parts: readonly From[], compile: (part: From, i: number) => Filler<To>): Filler<To[]> {
		const fillers = parts.map(compile);
		const shared = fillers.every(({ fixed }) => fixed) ? fillers.map(({ fill }) => fill(NOTHING)) : null;
		return { fixed: shared !== null, names: [], fill: (lookup) => shared ?? fillers.map(({ fill }) => fill(lookup)) };
	}

	buttons(buttons: readonly Button[]): Filler<Button[]> {
		return this.list(buttons, (button) => this.linked(button));
	}

	coupon(coupon: Coupon | null): Filler<Coupon | null> {
		return coupon ? this.linked(coupon, ['title', 'description']) : unlessFixed(null, []);
	}

	commerce(commerce: Commerce<string> | null): Filler<Commerce | null> {
		if (!commerce) return unlessFixed(null, []);
		const title = this.text(commerce.title);
		const regular = this.price(commerce.regularPrice, false);
		const [discount, rate, won] = [this.price(commerce.discountPrice, true), this.price(commerce.discountRate, true), this.price(commerce.discountFixed, true)];
		return {
			fixed: [title, regular, discount, rate, won].every((part) => part.fixed), names: [],
			fill: (lookup) => ({
				title: title.fill(lookup), regularPrice: regular.fill(lookup) ?? NaN, discountPrice: discount.fill(lookup),
				discountRate: rate.fill(lookup), discountFixed: won.fill(lookup),
			}),
		};
	}

	card(card: BrandCard<string>): Filler<BrandCard> {
		const header = this.maybe(card.header);
		const message = this.maybe(card.message);
		const additional = this.maybe(card.additional);
		const commerce = this.commerce(card.commerce);
		const imageLink = this.maybe(card.imageLink);
		const buttons = this.buttons(card.buttons);
		const coupon = this.coupon(card.coupon);
		const fill = (lookup: Lookup): BrandCard => ({
			header: header.fill(lookup), message: message.fill(lookup), additional: additional.fill(lookup),
			commerce: commerce.fill(lookup), imageUrl: card.imageUrl, imageLink: imageLink.fill(lookup),
			buttons: buttons.fill(lookup), coupon: coupon.fill(lookup),
		});
		const shared = [header, message, additional, commerce, imageLink, buttons, coupon].every(({ fixed }) => fixed) ? fill(NOTHING) : null;
		return { fixed: shared !== null, names: [], fill: (lookup) => shared ?? fill(lookup) };
	}

	carousel(carousel: Carousel<string> | null): Filler<Carousel | null> {
		if (!carousel) return unlessFixed(null, []);
		const first = carousel.head ? 1 : 0;
		this.place = 0;
		const head = carousel.head && this.linked(carousel.head, ['header', 'content']);
		const cards = this.list(carousel.cards, (card, i) => {
			this.place = first + i;
			return this.card(card);
		});
		this.place = null;
		// The tail cannot contain variables (friendtalkupgrade-api-guide.md).
		return { fixed: false, names: [], fill: (lookup) => ({ head: head && head.fill(lookup), cards: cards.fill(lookup), tail: carousel.tail }) };
	}
}
