import fc from 'fast-check';

import type { BrandContent, Card } from '../../kakao/message/brand/content';
import type { Button } from '../../kakao/message/template';
import { button, buttons, commerce, coupon, link, links, text } from './oddParts.mts';

/** A change that a person might make to an advertisement, allowed or not. Parts that it does not have stay away. */
export type Oddity = (content: BrandContent) => BrandContent;

const place = fc.nat({ max: 5 });

/** One member of a list replaced by a changed one. */
const changed = <T,>(list: readonly T[], at: number, change: (member: T) => T): T[] =>
	list.map((member, place) => (place === at % list.length ? change(member) : member));

const onCard =
	(at: number, change: (card: Card) => Card): Oddity =>
	(content) =>
		content.carousel
			? { ...content, carousel: { ...content.carousel, cards: changed(content.carousel.cards, at, change) } }
			: content;

/** Puts a part in the place of one that is there. */
const replaced =
	<K extends 'text' | 'header' | 'additional' | 'imageLink' | 'commerce' | 'coupon'>(
		part: K,
		value: BrandContent[K],
	): Oddity =>
	(content) =>
		content[part] === undefined ? content : { ...content, [part]: value };

const oneButton = (list: readonly Button[], at: number, given: Button) => changed(list, at, () => given);

/** One thing that a person does differently. */
export const oddity: fc.Arbitrary<Oddity> = fc.oneof(
	text.map((value) => replaced('text', value)),
	text.map((value) => replaced('header', value)),
	text.map((value) => replaced('additional', value)),
	link.map((value) => replaced('imageLink', value)),
	commerce.map((value) => replaced('commerce', value)),
	fc.option(coupon, { nil: undefined }).map((value) => replaced('coupon', value)),
	buttons.map(
		(value): Oddity =>
			(content) =>
				content.carousel ? content : { ...content, buttons: value },
	),
	fc
		.tuple(place, button)
		.map(([at, given]): Oddity => (content) => ({ ...content, buttons: oneButton(content.buttons, at, given) })),
	fc.tuple(place, text, links).map(([at, named, leads]): Oddity => (content) => ({
		...content,
		...(content.items && { items: changed(content.items, at, ({ image }) => ({ title: named, image, ...leads })) }),
	})),
	fc.nat({ max: 4 }).map((count): Oddity => (content) => ({
		...content,
		...(content.items && { items: content.items.slice(0, count) }),
	})),
	fc
		.tuple(place, text, text)
		.map(([at, header, said]) =>
			onCard(at, (card) => ({ ...card, ...(card.header !== undefined && { header, text: said }) })),
		),
	fc
		.tuple(place, text, link)
		.map(([at, additional, imageLink]) =>
			onCard(at, (card) => ({ ...card, imageLink, ...(card.additional !== undefined && { additional }) })),
		),
	fc
		.tuple(place, commerce)
		.map(([at, given]) => onCard(at, (card) => ({ ...card, ...(card.commerce && { commerce: given }) }))),
	fc.tuple(place, buttons).map(([at, given]) => onCard(at, (card) => ({ ...card, buttons: given }))),
	fc.tuple(place, coupon).map(([at, given]) => onCard(at, (card) => ({ ...card, coupon: given }))),
	fc.tuple(text, text, links).map(
		([header, said, leads]): Oddity =>
			(content) =>
				content.carousel?.intro
					? {
							...content,
							carousel: {
								...content.carousel,
								intro: { header, text: said, image: content.carousel.intro.image, ...leads },
							},
						}
					: content,
	),
	links.map(
		(more): Oddity =>
			(content) =>
				content.carousel ? { ...content, carousel: { ...content.carousel, more } } : content,
	),
	fc.nat({ max: 6 }).map(
		(count): Oddity =>
			(content) =>
				content.carousel
					? { ...content, carousel: { ...content.carousel, cards: content.carousel.cards.slice(0, count) } }
					: content,
	),
);
