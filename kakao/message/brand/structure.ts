import type { Problem } from '../limits';
import type { BrandContent, Card, Commerce, Coupon } from './content';
import { buttonProblems } from './buttons';
import { couponTitleProblem } from './coupon';
import { countProblem, missing, need, problem } from './problems';
import { MOST_WON, type BrandRules, type CarouselRule } from './rules';

/** Everything that a dealer would refuse about the make-up of a free-form message (facts §1.4). A template keeps most of it by birth, see filled.ts. */
export function structureProblems(content: BrandContent, rules: BrandRules): Problem[] {
	const rule = rules.kinds[content.kind];
	const { items, commerce, video, carousel } = content;
	return [
		...(rule.text?.required ? need('text', content.text) : []),
		...(rule.header?.required ? need('header', content.header) : []),
		...(rule.image ? need('image', content.image) : []),
		...(content.imageLink && !rule.imageLink
			? [problem('image link', 'has no place in this kind at this dealer', 'Empty it, and use a button instead.')]
			: []),
		...(rule.items ? itemProblems(items ?? [], rule.items) : []),
		...(rule.commerce ? commerceProblems('', commerce, rules) : []),
		...(rule.video ? need('video address', video?.url) : []),
		...(rule.buttons ? buttonProblems('', content.buttons, rule.buttons, Boolean(content.coupon)) : []),
		...couponProblems('', content.coupon),
		...(rule.carousel ? carouselProblems(carousel, rule.carousel, rules) : []),
	];
}

function itemProblems(items: NonNullable<BrandContent['items']>, rule: { min: number; max: number }): Problem[] {
	return [
		...countProblem('list items', items.length, rule),
		...items.flatMap((item, at) => [
			...need(`list item ${at + 1} image`, item.image),
			// Only the large first item may do without.
			...(at === 0 ? [] : need(`list item ${at + 1} title`, item.title)),
			...need(`list item ${at + 1} link`, item.linkMobile),
		]),
	];
}

function carouselProblems(carousel: BrandContent['carousel'], rule: CarouselRule, rules: BrandRules): Problem[] {
	const { cards = [], intro, more } = carousel ?? {};
	const count = intro && rule.intro ? rule.intro : rule;
	const addChannel = cards.flatMap((card) => card.buttons).filter(({ type }) => type === 'AC');
	return [
		...(intro && !rule.intro ? [problem('intro', 'has no place in this kind', 'Remove it.')] : []),
		...countProblem('cards', cards.length, count),
		...(intro
			? [
					...need('intro header', intro.header),
					...need('intro text', intro.text),
					...need('intro image', intro.image),
					// It is linked as a whole or not at all (NHN -3321; SOLAPI says the same).
					...(intro.linkPc || intro.schemeAndroid || intro.schemeIos ? need('intro link', intro.linkMobile) : []),
				]
			: []),
		...cards.flatMap((card, at) => cardProblems(`card ${at + 1}: `, card, rule, rules)),
		...(addChannel.length > 1
			? [problem('cards', 'have several "add channel" buttons', 'Keep one in the whole carousel.')]
			: []),
		...(more ? need('see more link', more.linkMobile) : []),
	];
}

function cardProblems(where: string, card: Card, rule: CarouselRule, rules: BrandRules): Problem[] {
	return [
		...need(`${where}image`, card.image),
		...(rule.header ? need(`${where}header`, card.header) : []),
		...(rule.text ? need(`${where}text`, card.text) : []),
		...(rule.commerce ? commerceProblems(where, card.commerce, rules) : []),
		...buttonProblems(where, card.buttons, rule.buttons, Boolean(card.coupon)),
		...couponProblems(where, card.coupon),
	];
}

const commerceProblems = (where: string, commerce: Commerce | undefined, rules: BrandRules): Problem[] =>
	commerce
		? [...need(`${where}product title`, commerce.title), ...priceProblems(where, commerce, rules)]
		: [missing(`${where}product`)];

/** Prices are numbers in one of three combinations. */
export function priceProblems(where: string, commerce: Commerce, { discountFixed }: BrandRules): Problem[] {
	const number = (field: string, text: string | undefined, most: number): Problem[] =>
		text === undefined || (/^\d+$/.test(text) && Number(text) <= most)
			? []
			: [
					problem(
						`${where}${field}`,
						`is "${text}"`,
						`Give a whole number from 0 to ${most.toLocaleString('en')}, without a currency sign.`,
					),
				];
	const { discountPrice, discountRate, discountFixed: fixed } = commerce;
	const discounts = [discountRate, fixed].filter((each) => each !== undefined).length;
	const together = discountPrice === undefined ? discounts === 0 : discounts === 1;
	return [
		...need(`${where}regular price`, commerce.regularPrice),
		...number('regular price', commerce.regularPrice || undefined, MOST_WON),
		...number('discount price', discountPrice, MOST_WON),
		...number('discount rate', discountRate, 100),
		...number('discount amount', fixed, discountFixed),
		...(together
			? []
			: [
					problem(
						`${where}discount`,
						'is incomplete',
						'Give the discounted price together with either a rate or an amount, or none of the three.',
					),
				]),
	];
}

function couponProblems(where: string, coupon: Coupon | undefined): Problem[] {
	if (!coupon) return [];
	const channelCoupon = [coupon.schemeAndroid, coupon.schemeIos].some((link) => link?.startsWith('alimtalk=coupon://'));
	return [
		...couponTitleProblems(where, coupon),
		...need(`${where}coupon description`, coupon.description),
		...(coupon.linkMobile || channelCoupon ? [] : [missing(`${where}coupon link`)]),
	];
}

/** Kakao knows five coupon titles. */
export function couponTitleProblems(where: string, { title }: Coupon): Problem[] {
	const wrong = couponTitleProblem(title);
	return wrong
		? [
				problem(
					`${where}coupon title`,
					wrong,
					'Allowed are "1000원 할인 쿠폰", "10% 할인 쿠폰", "배송비 할인 쿠폰", "… 무료 쿠폰" and "… UP 쿠폰".',
				),
			]
		: [];
}
