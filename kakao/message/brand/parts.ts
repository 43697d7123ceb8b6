import type { Button } from '../template';
import type { BrandContent, Card, Commerce, Coupon, Links } from './content';
import { PRODUCT_TITLE, VIDEO_ADDRESS, type BrandRules, type ButtonRule, type TextRule } from './rules';

/** One text of a content with its name on the screen and the rule it must keep. */
export interface RuledText {
	field: string;
	text: string;
	rule: TextRule;
}

/** Every counted text of a content, card by card (`card 2: button 1 name`). */
export function ruledTexts(content: BrandContent, rules: BrandRules): RuledText[] {
	const rule = rules.kinds[content.kind];
	return [
		...counted('text', content.text, rule.text),
		...counted('header', content.header, rule.header),
		...counted('additional text', content.additional, rule.additional),
		...(content.items ?? []).flatMap((item, at) => [
			...counted(`list item ${at + 1} title`, item.title, at === 0 ? rule.items?.first : rule.items?.others),
			...linkTexts(`list item ${at + 1}`, item, rules),
		]),
		...product('', content.commerce),
		...buttons('', content.buttons, rule.buttons, rules),
		...coupon('', content.coupon, rule.coupon, rules),
		...counted('image link', content.imageLink, { limit: rules.link, breaks: 0 }),
		...counted('video address', content.video?.url, { limit: VIDEO_ADDRESS, breaks: 0 }),
		...carouselTexts(content, rules),
	];
}

function carouselTexts({ kind, carousel }: BrandContent, rules: BrandRules): RuledText[] {
	const rule = rules.kinds[kind].carousel;
	if (!carousel || !rule) return [];
	const { intro, more } = carousel;
	return [
		...(intro
			? [
					...counted('intro header', intro.header, rule.intro?.header),
					...counted('intro text', intro.text, rule.intro?.text),
					...linkTexts('intro', intro, rules),
				]
			: []),
		...carousel.cards.flatMap((card, at) => cardTexts(`card ${at + 1}: `, card, rule, rules)),
		...(more ? linkTexts('see more', more, rules) : []),
	];
}

function cardTexts(
	where: string,
	card: Card,
	rule: NonNullable<BrandRules['kinds'][BrandContent['kind']]['carousel']>,
	rules: BrandRules,
): RuledText[] {
	return [
		...counted(`${where}header`, card.header, rule.header),
		...counted(`${where}text`, card.text, rule.text),
		...counted(`${where}additional text`, card.additional, rule.additional),
		...product(where, card.commerce),
		...buttons(where, card.buttons, rule.buttons, rules),
		...coupon(where, card.coupon, rule.coupon, rules),
		...counted(`${where}image link`, card.imageLink, { limit: rules.link, breaks: 0 }),
	];
}

const counted = (field: string, text: string | undefined, rule: TextRule | undefined): RuledText[] =>
	text === undefined || rule === undefined ? [] : [{ field, text, rule }];

const product = (where: string, commerce: Commerce | undefined): RuledText[] =>
	counted(`${where}product title`, commerce?.title, { limit: PRODUCT_TITLE, breaks: 0 });

function buttons(where: string, list: readonly Button[], rule: ButtonRule | undefined, rules: BrandRules): RuledText[] {
	return list.flatMap((button, at) => [
		// Kakao writes the name of "add channel" itself.
		...(button.type === 'AC' || !rule
			? []
			: counted(`${where}button ${at + 1} name`, button.name, { limit: rule.nameLimit, breaks: 0 })),
		...linkTexts(`${where}button ${at + 1}`, button, rules),
	]);
}

function coupon(where: string, given: Coupon | undefined, limit: number | undefined, rules: BrandRules): RuledText[] {
	if (!given) return [];
	return [
		...counted(`${where}coupon description`, given.description, limit === undefined ? undefined : { limit, breaks: 0 }),
		...linkTexts(`${where}coupon`, given, rules),
	];
}

const LINK_NAMES = [
	['linkMobile', 'mobile link'],
	['linkPc', 'PC link'],
	['schemeAndroid', 'Android link'],
	['schemeIos', 'iOS link'],
] as const;

const linkTexts = (where: string, links: Links, rules: BrandRules): RuledText[] =>
	LINK_NAMES.flatMap(([key, name]) => counted(`${where} ${name}`, links[key], { limit: rules.link, breaks: 0 }));

/** Everything of a content that leads somewhere, with its name on the screen. */
export function linked(content: BrandContent): [string, Links][] {
	const { carousel } = content;
	const image = (where: string, link: string | undefined): [string, Links][] =>
		link === undefined ? [] : [[`${where}image link`, { linkMobile: link }]];
	const parts = (where: string, part: Pick<Card, 'buttons' | 'coupon' | 'imageLink'>): [string, Links][] => [
		...image(where, part.imageLink),
		...part.buttons.map((button, at): [string, Links] => [`${where}button ${at + 1} "${button.name}"`, button]),
		...(part.coupon ? ([[`${where}coupon`, part.coupon]] as [string, Links][]) : []),
	];
	return [
		...parts('', content),
		...(content.items ?? []).map((item, at): [string, Links] => [`list item ${at + 1}`, item]),
		...(carousel?.cards.flatMap((card, at) => parts(`card ${at + 1}: `, card)) ?? []),
		...(carousel?.intro ? ([['intro', carousel.intro]] as [string, Links][]) : []),
		...(carousel?.more ? ([['see more', carousel.more]] as [string, Links][]) : []),
	];
}
